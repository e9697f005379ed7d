/**
 * The real SDKs, from their registries, at pinned versions: installed once into `.tools/`, outside package.json. A changed
 * list of packages is a new folder, so that an old installation is never taken for the new one.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { installed, need } from "../support/installed";
import { root } from "../vscode/server-package";
import { Unavailable } from "../vscode/unavailable";
import { go, java, ruby, rust } from "./compiled-toolchains";

export interface Toolchain {
	/**
	 * Makes a program's folder what the program expects around it.
	 * @param authority file with the certificate that the gateways' own are signed with
	 */
	prepare(folder: string, authority: string): void;
	/** Command line that starts a program's file. */
	command(file: string): readonly string[];
	/** What the toolchain itself, not the program, needs in its environment. */
	readonly env?: Readonly<Record<string, string>>;
}

export type ToolchainName = "shell" | "python" | "node" | "go" | "ruby" | "rust" | "java";

/** Installs and returns a toolchain, each throwing Unavailable with the reason when this machine cannot have it. */
export const toolchains: Readonly<Record<ToolchainName, () => Promise<Toolchain>>> = {
	shell,
	python,
	node,
	go,
	ruby,
	rust,
	java,
};

/** pip's resolver takes minutes for these packages, uv's a second. */
const uv = "uv==0.13.9";

async function shell(): Promise<Toolchain> {
	for (const program of ["bash", "curl"])
		if (spawnSync(program, ["--version"]).status !== 0) throw new Unavailable(`no ${program} here`);
	return { prepare: () => undefined, command: (file) => ["bash", file] };
}

async function python(): Promise<Toolchain> {
	if (spawnSync("python3", ["-c", "import venv"]).status !== 0) throw new Unavailable("no python3 with venv here");
	const list = path.join(__dirname, "requirements.txt");
	const folder = await installed("sdks-python", list, async (partial) => {
		await need("python3", ["-m", "venv", partial]);
		const inside = path.join(partial, "bin/python");
		await need(inside, ["-m", "pip", "install", "--quiet", uv]);
		await need(
			inside,
			["-m", "uv", "pip", "install", "--quiet", "--only-binary", ":all:", "--python", inside, "-r", list],
			{
				UV_SYSTEM_CERTS: "1",
			},
		);
		await need(inside, ["-m", "compileall", "-q", "-j", "2", path.join(partial, "lib")]);
	});
	return { prepare: () => undefined, command: (file) => [path.join(folder, "bin/python"), file] };
}

async function node(): Promise<Toolchain> {
	const list = path.join(__dirname, "packages.txt");
	const folder = await installed("sdks-node", list, async (partial) => {
		await mkdir(partial, { recursive: true });
		writeFileSync(path.join(partial, "package.json"), '{ "private": true }\n');
		const packages = readFileSync(list, "utf8").trim().split("\n");
		const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
		await need("npm", ["install", ...quiet, ...packages], {}, partial);
	});
	return {
		prepare: (program) => {
			symlinkSync(path.join(folder, "node_modules"), path.join(program, "node_modules"));
			writeFileSync(path.join(program, "package.json"), '{ "type": "module" }\n');
		},
		command: (file) => [process.execPath, "--import", path.join(root, "node_modules/tsx/dist/esm/index.mjs"), file],
	};
}
