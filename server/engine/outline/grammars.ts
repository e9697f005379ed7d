/** Parsers as the engine sees them: loaded by the host, used here, never fetched here. */
import type { Tree } from "web-tree-sitter";

export interface Grammars {
	/**
	 * Parses `text` with the grammar in the file `wasm` (`tree-sitter-python.wasm`).
	 * @returns undefined when that grammar is not loaded. The caller deletes the tree.
	 */
	parse(wasm: string, text: string): Tree | undefined;
}
