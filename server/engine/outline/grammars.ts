/** Parsers as the engine sees them: loaded by the host, used here, never fetched here. */
import type { Tree } from "web-tree-sitter";
import type { Language } from "../languages/language";
import type { Outline } from "./schema";

export interface Grammars {
	/**
	 * Parses `text` with the grammar in the file `wasm` (`tree-sitter-python.wasm`).
	 * @param previous the tree of an earlier text, already edited to match `text`: what did not change is not parsed
	 * again. It stays the caller's.
	 * @returns undefined when that grammar is not loaded. The caller deletes the tree.
	 */
	parse(wasm: string, text: string, previous?: Tree): Tree | undefined;
	/**
	 * The outline of an open document, made from that of its text before (`rememberOutlines`); equal to the one of the
	 * text alone. Undefined for any other text.
	 */
	remembered?(uri: string, language: Language, text: string): Outline | undefined;
}
