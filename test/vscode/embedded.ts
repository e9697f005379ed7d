/** Starts the embedded VS Code server on this machine's loopback address. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { runQuietly, stop } from "./processes";
import type { Profile } from "./profile";
import type { ServerProgram } from "./server-package";
import { until } from "./waiting";

/** Where a server keeps its things. */
export type Places = Pick<Profile, "home" | "userData" | "extensions">;

export interface EmbeddedServer {
	readonly port: number;
	readonly address: string;
	/** Settles when the server ends, by itself or not. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/**
 * @param options `language` wants its pack installed. `development`: VS Code then heeds `extensionDevelopmentPath` and `extensionTestsPath` of a page, and shows no toasts
 */
export async function startServer(
	program: ServerProgram,
	places: Places,
	options: { readonly development: boolean; readonly port?: number; readonly language?: string },
): Promise<EmbeddedServer> {
	const port = options.port ?? (await freePort());
	const listen = ["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"];
	const development = options.development ? ["--enable-smoke-test-driver"] : [];
	const language = options.language === undefined ? [] : ["--locale", options.language];
	const logFile = path.join(places.home, "server.log");
	const log = openSync(logFile, "a");
	const child = spawn(program.node, [program.main, ...common(places), ...listen, ...development, ...language], {
		stdio: ["ignore", log, log],
		env: environment(places),
	});
	closeSync(log);
	const address = `http://127.0.0.1:${port}`;
	await answers(address, child, logFile);
	return { port, address, ended: ended(child), stop: () => stop(child) };
}

/** @returns 0 when the extension is installed */
export function installExtension(program: ServerProgram, places: Places, vsix: string): Promise<number> {
	const args = [program.main, ...common(places), "--install-extension", vsix];
	return runQuietly(program.node, args, { env: environment(places) });
}

function common(places: Places): string[] {
	return [
		"--accept-server-license-terms",
		"--telemetry-level",
		"off",
		"--server-data-dir",
		places.home,
		"--user-data-dir",
		places.userData,
		"--extensions-dir",
		places.extensions,
	];
}

function environment(places: Places): NodeJS.ProcessEnv {
	return { ...process.env, HOME: places.home };
}

function ended(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => child.once("exit", () => resolve()));
}

async function answers(address: string, child: ChildProcess, logFile: string): Promise<void> {
	await until(`${address} answers (see ${logFile})`, async () => {
		if (child.exitCode !== null) throw new Error(`the VS Code server ended with ${child.exitCode}: see ${logFile}`);
		return fetch(`${address}/version`).then(
			(response) => response.ok,
			() => false,
		);
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const bound = probe.address();
			const port = typeof bound === "object" && bound !== null ? bound.port : 0;
			probe.close(() => resolve(port));
		});
	});
}
