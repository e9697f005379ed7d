/**
 * Which file of a folder an import means, by the languages' own rules, from the files' paths alone. TypeScript and
 * JavaScript have a resolver of their own in the host: it needs `tsconfig.json` and `package.json`.
 */
import type { ImportedFrom } from "./imports";
import type { ModuleTarget } from "./link";

/** Paths with forward slashes, of all files of a folder. */
export interface Paths {
	has(path: string): boolean;
	/** Every path that ends so: `/app/config.py`. */
	endingWith(ending: string): readonly string[];
	/** Files of one folder. */
	within(folder: string): readonly string[];
}

/** @param file path of the importing file */
export function moduleTargets(language: string, file: string, imported: ImportedFrom, paths: Paths): readonly Found[] {
	switch (language) {
		case "python":
			return pythonTargets(file, imported, paths);
		case "go":
			return goTargets(file, imported, paths);
		default:
			return [];
	}
}

interface Found extends Omit<ModuleTarget, "uri"> {
	readonly path: string;
}

function pythonTargets(file: string, { module, name, local }: ImportedFrom, paths: Paths): readonly Found[] {
	const dots = /^\.*/.exec(module)?.[0].length ?? 0;
	const segments = module
		.slice(dots)
		.split(".")
		.filter((one) => one !== "");
	const base = dots > 0 ? folderAbove(file, dots) : undefined;
	const isPlain = name === "*" && local !== "*";
	// `from app import config`: a module of the package, else a name in its `__init__.py`.
	const asModule = name === "*" ? undefined : pythonFile(file, base, [...segments, name], paths);
	if (asModule !== undefined) return [{ path: asModule, name: "*" }];
	const path = pythonFile(file, base, segments, paths);
	if (path === undefined) return [];
	const isDotted = isPlain && local === segments[0] && segments.length > 1;
	return [{ path, name, ...(isDotted ? { local: segments.join(".") } : {}) }];
}

function folderAbove(file: string, levels: number): string {
	return file.split("/").slice(0, -levels).join("/");
}

function pythonFile(
	file: string,
	base: string | undefined,
	segments: readonly string[],
	paths: Paths,
): string | undefined {
	const inside = segments.join("/");
	const endings = segments.length > 0 ? [`/${inside}.py`, `/${inside}/__init__.py`] : ["/__init__.py"];
	if (base !== undefined) return endings.map((ending) => base + ending).find((path) => paths.has(path));
	if (segments.length === 0) return undefined;
	return nearest(
		file,
		endings.flatMap((ending) => paths.endingWith(ending)),
	);
}

/** Of several the one whose folder is the nearest above the importing file; undefined when that is not one. */
function nearest(file: string, candidates: readonly string[]): string | undefined {
	if (candidates.length < 2) return candidates[0];
	const shared = candidates.map((path) => commonLength(path, file));
	const most = Math.max(...shared);
	const best = candidates.filter((_, index) => shared[index] === most);
	return best.length === 1 ? best[0] : undefined;
}

function commonLength(a: string, b: string): number {
	const [one, other] = [a.split("/"), b.split("/")];
	let length = 0;
	while (length < one.length - 1 && one[length] === other[length]) length++;
	return length;
}

/** A package is a folder: `example.com/app/internal/config` is the one that ends so, by as many segments as fit. */
function goTargets(file: string, { module, name }: ImportedFrom, paths: Paths): readonly Found[] {
	if (name !== "*") return [];
	const segments = module.split("/");
	for (let from = 0; from < segments.length; from++) {
		const ending = `/${segments.slice(from).join("/")}/`;
		const above = folderAbove(file, 1).split("/");
		for (let up = above.length; up > 0; up--) {
			const files = paths
				.within(above.slice(0, up).join("/") + ending.slice(0, -1))
				.filter((path) => path.endsWith(".go"));
			if (files.length > 0) return files.map((path) => ({ path, name: "*" }));
		}
	}
	return [];
}
