/** Which language a file is written in, by its name alone: the same for editor and command line. */
import * as path from "node:path";
import picomatch from "picomatch";
import { languages } from "../engine/languages/index";
import type { Language } from "../engine/languages/language";

/** For a file of a kind that the engine has no reader for. */
export const unknownLanguage = "plaintext";

const byName = languages
	.filter((language) => language.fileNames.length > 0)
	.map((language) => ({ language, matches: picomatch([...language.fileNames], { dot: true, nocase: true }) }));
const byExtension = new Map(
	languages.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)),
);

/**
 * @param file a path; a whole name (`Dockerfile`, `.env.local`) counts before an ending, a longer ending (`.d.ts`)
 * before a shorter one
 * @returns undefined when no language of the engine has that name
 */
export function languageOf(file: string): Language | undefined {
	const name = path.basename(file);
	const named = byName.find((one) => one.matches(name));
	if (named) return named.language;
	const lower = name.toLowerCase();
	for (let dot = lower.indexOf("."); dot >= 0; dot = lower.indexOf(".", dot + 1)) {
		const language = byExtension.get(lower.slice(dot));
		if (language) return language;
	}
	return undefined;
}

/** File names of the grammars that a set of files needs; all of them when a file may hold code of any language. */
export function grammarsFor(files: Iterable<string>): readonly string[] {
	const needed = new Set<string>();
	for (const file of files) {
		const language = languageOf(file);
		// A reader takes a file apart by itself; what is embedded in it (a fence, a cell) may be any language.
		if (language?.reading.kind === "reader" && language.id !== "dotenv") return allGrammars();
		if (language?.reading.kind === "grammar") needed.add(language.reading.wasm);
	}
	return [...needed];
}

/** File names of all grammars that some language reads with. */
export function allGrammars(): readonly string[] {
	return [...new Set(languages.flatMap(({ reading }) => (reading.kind === "grammar" ? [reading.wasm] : [])))];
}
