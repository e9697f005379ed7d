/** Counts syntax errors with the grammar itself, not with the engine's Outline: a second opinion. */
import type { Grammars } from "../../server/engine/outline/grammars";

const grammars: Readonly<Record<string, string>> = {
	python: "tree-sitter-python.wasm",
	typescript: "tree-sitter-typescript.wasm",
	tsx: "tree-sitter-tsx.wasm",
	javascript: "tree-sitter-javascript.wasm",
	shell: "tree-sitter-bash.wasm",
	go: "tree-sitter-go.wasm",
	csharp: "tree-sitter-c-sharp.wasm",
	java: "tree-sitter-java.wasm",
};

/** Number of ERROR and MISSING nodes; 0 for a language that has no grammar or whose grammar is not loaded. */
export function countBroken(language: string, text: string, loaded: Grammars): number {
	const wasm = grammars[language];
	const tree = wasm === undefined ? undefined : loaded.parse(wasm, text);
	if (tree === undefined) return 0;
	let count = 0;
	const pending = [tree.rootNode];
	for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
		if (node.isError || node.isMissing) count++;
		if (node.hasError) pending.push(...node.children.filter((child) => child !== null));
	}
	tree.delete();
	return count;
}
