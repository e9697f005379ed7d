/** Settings per folder: what the editor or the command line says, and the nearest `.migrate-helicone.json` on top. */
import * as fs from "node:fs";
import * as path from "node:path";
import { findNodeAtLocation, getNodeValue, type ParseError, parse, parseTree, printParseErrorCode } from "jsonc-parser";
import picomatch from "picomatch";
import { parseSettings, type Settings } from "../../shared/settings";

export const configFileName = ".migrate-helicone.json";

/** What is wrong with a config file, for the person who wrote it. */
export interface ConfigProblem {
	readonly file: string;
	/** Counted from one. */
	readonly line: number;
	readonly message: string;
}

/** The settings that hold in a folder and, until another config file is met, below it. */
export interface FolderSettings {
	readonly settings: Settings;
	/** Whether the `exclude` globs name this path (absolute; folder or file). */
	excludes(file: string): boolean;
}

/** @param directory what the globs of `settings.exclude` are relative to: the workspace folder, the working directory */
export function folderSettings(settings: Settings, directory: string): FolderSettings {
	const { exclude } = settings;
	if (exclude.length === 0) return { settings, excludes: () => false };
	const matches = picomatch(exclude.flatMap(spellings), { dot: true, nocase: process.platform === "win32" });
	return {
		settings,
		excludes(file) {
			const relative = path.relative(directory, file).replaceAll(path.sep, "/");
			return relative !== "" && !relative.startsWith("../") && matches(relative);
		},
	};
}

/** People write globs as in `.gitignore`: a name alone means that name anywhere, and a final slash a folder. */
function spellings(glob: string): readonly string[] {
	const trimmed = glob.replace(/^\.?\//, "").replace(/\/+$/, "");
	const anywhere = trimmed.includes("/") || glob.startsWith("/") ? trimmed : `**/${trimmed}`;
	return [anywhere, `${anywhere}/**`];
}

/** @returns the config file of the folder or of the nearest folder above it that has one */
export function findConfig(directory: string): string | undefined {
	for (let at = directory; ; at = path.dirname(at)) {
		const file = path.join(at, configFileName);
		if (fs.existsSync(file)) return file;
		if (path.dirname(at) === at) return undefined;
	}
}

/**
 * Reads one config file. Fields it leaves out, and fields it gets wrong, stay as in `base`; config files further up
 * do not count.
 */
export function loadConfig(
	file: string,
	base: FolderSettings,
): { readonly folder: FolderSettings; readonly problems: readonly ConfigProblem[] } {
	let text: string;
	try {
		text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { folder: base, problems: [{ file, line: 1, message: `cannot be read: ${reason}` }] };
	}
	const syntax = syntaxProblems(file, text);
	if (syntax.length > 0) return { folder: base, problems: syntax };
	return readSettings(file, text, base);
}

function syntaxProblems(file: string, text: string): readonly ConfigProblem[] {
	const errors: ParseError[] = [];
	parse(text, errors, { allowTrailingComma: true });
	const first = errors[0];
	if (!first) return [];
	const what = printParseErrorCode(first.error)
		.replace(/([a-z])([A-Z])/g, "$1 $2")
		.toLowerCase();
	const message = `not valid JSON: ${what}; mend it or remove the file`;
	return [{ file, line: lineAt(text, first.offset), message }];
}

function readSettings(
	file: string,
	text: string,
	base: FolderSettings,
): { readonly folder: FolderSettings; readonly problems: readonly ConfigProblem[] } {
	const tree = parseTree(text, [], { allowTrailingComma: true });
	const { $schema: _, baseUrl, ...input } = asRecord(tree ? getNodeValue(tree) : undefined) ?? {};
	const isObject = tree?.type === "object";
	const parsed = parseSettings(isObject ? input : [], base.settings);
	// A key is sent there, and a file may come from anybody.
	const foreign = baseUrl === undefined ? [] : ["baseUrl: only your own settings, or --base-url, may say this"];
	const problems = [...foreign, ...parsed.problems].map((message) => {
		const name = message.split(":", 1)[0] ?? "";
		const node = tree && isObject ? findNodeAtLocation(tree, name.split(".")) : undefined;
		return { file, line: lineAt(text, node?.parent?.offset ?? 0), message };
	});
	const own = folderSettings(parsed.settings, path.dirname(file));
	const folder = "exclude" in input ? own : { settings: parsed.settings, excludes: base.excludes };
	return { folder, problems };
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split("\n").length;
}
