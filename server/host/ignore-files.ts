/** `.gitignore` and `.ignore`, nested, with the meaning that git and ripgrep give them. */
import * as fs from "node:fs";
import * as path from "node:path";
import ignore, { type Ignore } from "ignore";

/** The rules of one folder, on top of those of the folders above it. */
export interface IgnoreRules {
	/** Absolute path with forward slashes, ending in one. */
	readonly directory: string;
	/** The folder's own ignore files, weakest first. */
	readonly matchers: readonly { readonly matcher: Ignore; readonly isGit: boolean }[];
	readonly above: IgnoreRules | undefined;
}

/** Weakest first: what `.ignore` says beats `.gitignore`, as with ripgrep. */
const ignoreFiles = [".git/info/exclude", ".gitignore", ".ignore"];

/**
 * @param names what the folder holds, as far as it begins with a dot, so that a missing ignore file costs no system call
 * @returns `above` itself when the folder has no ignore file
 */
export function rulesOf(directory: string, names: readonly string[], above?: IgnoreRules): IgnoreRules | undefined {
	const matchers: { matcher: Ignore; isGit: boolean }[] = [];
	for (const file of ignoreFiles) {
		if (!names.includes(file.split("/", 1)[0] ?? file)) continue;
		const text = readIfThere(path.join(directory, file));
		if (text === undefined) continue;
		matchers.push({ matcher: ignore().add(text.replace(/^\uFEFF/, "")), isGit: file !== ".ignore" });
	}
	return matchers.length > 0 ? { directory: withSlash(directory), matchers, above } : above;
}

/** Rules of all folders above `directory`, up to the top of its git repository; none outside of one. */
export function rulesAbove(directory: string): IgnoreRules | undefined {
	const folders: string[] = [];
	for (let at = directory; ; at = path.dirname(at)) {
		if (at !== directory) folders.unshift(at);
		if (fs.existsSync(path.join(at, ".git"))) break;
		if (path.dirname(at) === at) return undefined;
	}
	return folders.reduce<IgnoreRules | undefined>(
		(above, folder) => rulesOf(folder, [".git", ".gitignore", ".ignore"], above),
		undefined,
	);
}

/**
 * @param file absolute path with forward slashes, with a slash at the end for a folder; its own folder is not ignored
 * @param git whether git's ignore files count: what git must not keep, such as `.env`, may still be the program's
 */
export function isIgnored(file: string, rules: IgnoreRules | undefined, git = true): boolean {
	for (let level = rules; level; level = level.above) {
		const relative = file.slice(level.directory.length);
		for (let index = level.matchers.length - 1; index >= 0; index--) {
			const one = level.matchers[index];
			if (!one || (one.isGit && !git)) continue;
			const verdict = one.matcher.test(relative);
			if (verdict.ignored) return true;
			if (verdict.unignored) return false;
		}
	}
	return false;
}

function withSlash(directory: string): string {
	const slashed = directory.replaceAll(path.sep, "/");
	return slashed.endsWith("/") ? slashed : `${slashed}/`;
}

function readIfThere(file: string): string | undefined {
	try {
		return fs.readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
