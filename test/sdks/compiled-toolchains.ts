/**
 * Toolchains that compile: their libraries are fetched and built once into `.tools/`, so that a program inside the sealed
 * namespace compiles without a network, in seconds.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { installRuby } from "../support/apt";
import { installed, need } from "../support/installed";
import { Unavailable } from "../vscode/unavailable";
import type { Toolchain } from "./toolchains";

function needPrograms(...programs: readonly (readonly [string, string])[]): void {
	for (const [program, version] of programs)
		if (spawnSync(program, [version]).status !== 0) throw new Unavailable(`no ${program} here`);
}

export async function go(): Promise<Toolchain> {
	needPrograms(["go", "version"]);
	const source = path.join(__dirname, "go");
	const folder = await installed("sdks-go", path.join(source, "go.mod"), async (partial) => {
		mkdirSync(partial);
		for (const file of ["go.mod", "go.sum"]) copyFileSync(path.join(source, file), path.join(partial, file));
		// Cleaned by rm like anything else: the cache is read-only otherwise.
		const env = { GOMODCACHE: path.join(partial, "modules"), GOFLAGS: "-modcacherw" };
		await need("go", ["mod", "download", "all"], env, partial);
	});
	const env = {
		GOMODCACHE: path.join(folder, "modules"),
		GOCACHE: path.join(folder, "cache"),
		GOFLAGS: "-mod=mod -modcacherw",
		GOPROXY: "off",
		GONOSUMDB: "*",
		GOTOOLCHAIN: "local",
	};
	// The SDK and the standard library once, so that a program is compiled in seconds.
	writeFileSync(path.join(folder, "main.go"), warmUp);
	await need("go", ["build", "-o", path.join(folder, "warm"), "main.go"], env, folder);
	return {
		prepare: (program) => {
			for (const file of ["go.mod", "go.sum"]) copyFileSync(path.join(folder, file), path.join(program, file));
		},
		command: (file) => ["go", "run", file],
		env,
	};
}

const warmUp = `package main

import (
	_ "net/http"

	_ "github.com/openai/openai-go/v3"
	_ "github.com/openai/openai-go/v3/option"
)

func main() {}
`;

export async function rust(): Promise<Toolchain> {
	needPrograms(["cargo", "--version"], ["cc", "--version"]);
	const source = path.join(__dirname, "rust");
	const env = (folder: string) => ({
		CARGO_HOME: path.join(folder, "cargo"),
		CARGO_TARGET_DIR: path.join(folder, "target"),
		CARGO_PROFILE_DEV_DEBUG: "0",
	});
	const folder = await installed("sdks-rust", path.join(source, "Cargo.lock"), async (partial) => {
		mkdirSync(partial);
		cpSync(source, partial, { recursive: true });
		writeFileSync(path.join(partial, "main.rs"), "fn main() {}\n");
		await need("cargo", ["fetch", "--quiet", "--locked"], env(partial), partial);
	});
	// Built where it stays: cargo's fingerprints hold paths.
	await need("cargo", ["build", "--quiet", "--locked", "--offline"], env(folder), folder);
	return {
		// A name of its own: programs that are built at the same time share one folder for what they build.
		prepare: (program) => {
			const name = `"program-${path.basename(program).replace(/\W/g, "-")}"`;
			for (const file of ["Cargo.toml", "Cargo.lock"]) {
				const text = readFileSync(path.join(folder, file), "utf8");
				writeFileSync(path.join(program, file), text.replaceAll('name = "program"', `name = ${name}`));
			}
		},
		command: () => ["cargo", "run", "--quiet", "--locked", "--offline"],
		env: { ...env(folder), ...ofRustup() },
	};
}

/** A program's HOME is its own folder, where rustup finds nothing. */
function ofRustup(): Readonly<Record<string, string>> {
	const shown = spawnSync("rustup", ["show", "active-toolchain"], { encoding: "utf8" });
	if (shown.status !== 0) return {};
	const home = process.env.RUSTUP_HOME ?? path.join(homedir(), ".rustup");
	return { RUSTUP_HOME: home, RUSTUP_TOOLCHAIN: shown.stdout.split(/\s/)[0] ?? "stable" };
}

export async function java(): Promise<Toolchain> {
	needPrograms(["java", "-version"], ["keytool", "-help"], ["mvn", "--version"]);
	const pom = path.join(__dirname, "java/pom.xml");
	const folder = await installed("sdks-java", pom, async (partial) => {
		mkdirSync(partial);
		copyFileSync(pom, path.join(partial, "pom.xml"));
		const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
		await need("mvn", ["--batch-mode", "--quiet", goal, "-DoutputDirectory=lib"], {}, partial);
	});
	return {
		prepare: trustInJava,
		command: (file) => ["java", "-cp", `${path.join(folder, "lib")}/*`, file],
		env: { JAVA_TOOL_OPTIONS: "-Djavax.net.ssl.trustStore=trust.p12 -Djavax.net.ssl.trustStorePassword=changeit" },
	};
}

/** Java believes a store of its own, not a file of certificates. */
function trustInJava(program: string, authority: string): void {
	const store = ["-keystore", path.join(program, "trust.p12"), "-storetype", "PKCS12", "-storepass", "changeit"];
	const done = spawnSync("keytool", ["-importcert", "-noprompt", "-alias", "test", "-file", authority, ...store]);
	if (done.status !== 0) throw new Error(`keytool: ${done.stdout}${done.stderr}`);
}

export async function ruby(): Promise<Toolchain> {
	await installRuby();
	needPrograms(["ruby", "--version"]);
	return { prepare: () => undefined, command: (file) => ["ruby", file] };
}
