/** Document → Outline, by the document's language. */
import { languageById } from "../languages";
import type { Document } from "../model";
import { buildOutline } from "./build";
import type { Grammars } from "./grammars";
import type { Outline } from "./schema";

/**
 * @returns undefined for a language the engine does not know, or whose grammar the host has not loaded. Never throws
 * on any text; the tree is deleted before it returns.
 */
export function outlineOf(
	document: Pick<Document, "language" | "text"> & Partial<Document>,
	grammars: Grammars,
): Outline | undefined {
	const { uri, text } = document;
	const language = languageById(document.language);
	if (language === undefined) return undefined;
	if (language.reading.kind === "reader") return language.reading.read(text);
	const remembered = uri === undefined ? undefined : grammars.remembered?.(uri, language, text);
	if (remembered) return remembered;
	const tree = grammars.parse(language.reading.wasm, text);
	if (tree === undefined) return undefined;
	try {
		return buildOutline(language.id, language.reading.table, tree, text);
	} finally {
		tree.delete();
	}
}
