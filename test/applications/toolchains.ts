/**
 * What the applications are tried with: compilers and interpreters of this machine, and the applications' own dependencies from
 * their registries, at pinned versions, once into `.tools/`. A changed list of packages is a new folder.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { installRuby } from "../support/apt";
import { installed, need } from "../support/installed";
import { root } from "../vscode/server-package";
import { Unavailable } from "../vscode/unavailable";

export type ToolchainName = "node" | "python" | "go" | "ruby" | "shell";

export interface ApplicationToolchain {
	/** What `{name}` stands for in a command. */
	readonly programs: Readonly<Record<string, readonly string[]>>;
	/** Variables that the toolchain itself needs. */
	readonly environment: Readonly<Record<string, string>>;
	/** Makes an application's folder what its programs expect around them. */
	prepare(folder: string): void;
}

/** Each throws Unavailable with the reason when this machine cannot have it. */
export const applicationToolchains: Readonly<Record<ToolchainName, () => Promise<ApplicationToolchain>>> = {
	node,
	python,
	go: () => onMachine("go", ["version"], { GOFLAGS: "-mod=mod", GOTOOLCHAIN: "local" }),
	ruby: async () => {
		await installRuby();
		return onMachine("ruby", ["--version"]);
	},
	shell: () => onMachine("bash", ["--version"]),
};

/** pip's resolver takes minutes for these packages, uv's a second. */
const uv = "uv==0.13.9";

async function node(): Promise<ApplicationToolchain> {
	const list = path.join(__dirname, "packages.txt");
	const folder = await installed("workspaces-node", list, async (partial) => {
		await mkdir(partial, { recursive: true });
		writeFileSync(path.join(partial, "package.json"), '{ "private": true }\n');
		const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
		await need("npm", ["install", ...quiet, ...readFileSync(list, "utf8").trim().split("\n")], {}, partial);
	});
	const modules = path.join(folder, "node_modules");
	return {
		programs: {
			tsc: [process.execPath, path.join(root, "node_modules/typescript/bin/tsc")],
			vitest: [process.execPath, path.join(modules, "vitest/vitest.mjs")],
		},
		environment: {},
		prepare: (application) => {
			const link = path.join(application, "node_modules");
			if (!existsSync(link)) symlinkSync(modules, link);
		},
	};
}

async function python(): Promise<ApplicationToolchain> {
	if (spawnSync("python3", ["-c", "import venv"]).status !== 0) throw new Unavailable("no python3 with venv here");
	const list = path.join(__dirname, "requirements.txt");
	const folder = await installed("workspaces-python", list, async (partial) => {
		await need("python3", ["-m", "venv", partial]);
		const inside = path.join(partial, "bin/python");
		await need(inside, ["-m", "pip", "install", "--quiet", uv]);
		const quiet = ["pip", "install", "--quiet", "--only-binary", ":all:"];
		await need(inside, ["-m", "uv", ...quiet, "--python", inside, "-r", list], { UV_SYSTEM_CERTS: "1" });
	});
	return {
		programs: { python: [path.join(folder, "bin/python")] },
		environment: { PYTHONDONTWRITEBYTECODE: "1", LITELLM_LOCAL_MODEL_COST_MAP: "True" },
		prepare: () => undefined,
	};
}

async function onMachine(
	program: string,
	question: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<ApplicationToolchain> {
	if (spawnSync(program, question).status !== 0) throw new Unavailable(`no ${program} here`);
	return { programs: {}, environment, prepare: () => undefined };
}
