/** The import that a new environment read wants. */
import type { Operation } from "../edits/operation";
import type { Language } from "../languages/language";
import type { Outline } from "../outline/schema";

/** Nothing when no read is written, or when the file can read the environment already. */
export function importOperation(language: Language, outline: Outline, writesRead: boolean): Operation[] {
	const line = writesRead ? language.writer.environmentImport(outline) : undefined;
	return line === undefined ? [] : [{ op: "insert-line", offset: language.importOffset?.(outline) ?? 0, text: line }];
}
