/** Sources of published packages, as their registries give them: unpacked, not installed, nothing of them run. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { installed, need } from "../support/installed";

type Registry = "npm" | "pypi";

export interface PackageSources {
	/** With its version: `openai@6.49.0`. */
	readonly name: string;
	readonly registry: Registry;
	readonly folder: string;
}

const list = path.join(__dirname, "packages.json");
const packages: Readonly<Record<Registry, { readonly withHelicone: string[]; readonly without: string[] }>> =
	JSON.parse(readFileSync(list, "utf8"));

/** @throws Unavailable when a registry or a tool is not there */
export async function packageSources(which: "withHelicone" | "without"): Promise<readonly PackageSources[]> {
	const folder = await installed("registry", list, async (partial) => {
		for (const registry of ["npm", "pypi"] as const)
			for (const name of [...packages[registry].withHelicone, ...packages[registry].without]) {
				const target = path.join(partial, folderName(registry, name));
				await mkdir(target, { recursive: true });
				await fetchers[registry](name, target);
			}
	});
	return (["npm", "pypi"] as const).flatMap((registry) =>
		packages[registry][which].map((name) => ({
			name,
			registry,
			folder: path.join(folder, folderName(registry, name)),
		})),
	);
}

function folderName(registry: Registry, name: string): string {
	return `${registry}-${name.replaceAll("/", "-")}`;
}

const fetchers: Readonly<Record<Registry, (name: string, target: string) => Promise<void>>> = {
	npm: async (name, target) => {
		await need("npm", ["pack", "--silent", "--loglevel=error", "--pack-destination", target, name]);
		const archive = onlyFileOf(target);
		await need("tar", ["-xzf", archive, "-C", target]);
		await rm(archive);
	},
	pypi: async (name, target) => {
		const download = path.join(target, "download");
		mkdirSync(download);
		await need("python3", [
			"-m",
			"pip",
			"download",
			"--quiet",
			"--no-deps",
			"--only-binary",
			":all:",
			"-d",
			download,
			name,
		]);
		await need("python3", ["-m", "zipfile", "-e", onlyFileOf(download), target]);
		await rm(download, { recursive: true });
	},
};

function onlyFileOf(folder: string): string {
	const [file, ...more] = readdirSync(folder);
	if (file === undefined || more.length > 0) throw new Error(`not one file in ${folder}`);
	return path.join(folder, file);
}

/** Every file of a package, with its path inside it. */
export function filesOf({ folder }: PackageSources): readonly { readonly path: string; readonly name: string }[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.map((file) => ({ path: file, name: path.relative(folder, file).replaceAll(path.sep, "/") }))
		.sort((one, other) => (one.name < other.name ? -1 : 1));
}
