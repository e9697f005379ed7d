/** Which language a file is written in: the same for editor and command line. */
import { languageOfPath, languageOfText, languages } from "../engine/languages/index";
import type { Language } from "../engine/languages/language";

/** For a file of a kind that the engine has no reader for. */
export const unknownLanguage = "plaintext";

/**
 * @param file a path; its name decides
 * @param text for a name that says nothing: its first line may name an interpreter
 * @returns undefined when the engine has no reader for it
 */
export function languageOf(file: string, text = ""): Language | undefined {
	return languageOfPath(file) ?? languageOfText(file, text);
}

/** File names of all grammars that some language reads with. */
export function allGrammars(): readonly string[] {
	return [...new Set(languages.flatMap(({ reading }) => (reading.kind === "grammar" ? [reading.wasm] : [])))];
}
