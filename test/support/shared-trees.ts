/**
 * Grammars for the laws: they look at the same text many times over, and each text is parsed and read once. What they
 * get is what the engine makes of the text alone, as in an editor that asks twice about the same version.
 */
import type { Tree } from "web-tree-sitter";
import { buildOutline } from "../../server/engine/outline/build";
import type { Grammars } from "../../server/engine/outline/grammars";
import type { Outline } from "../../server/engine/outline/schema";

export interface SharedTrees extends Grammars {
	/** Forgets every text, and gives the trees' memory back. */
	forget(): void;
}

export function shareTrees(grammars: Grammars): SharedTrees {
	const trees = new Map<string, Tree>();
	const outlines = new Map<string, Outline>();
	const treeOf = (wasm: string, text: string): Tree | undefined => {
		const name = `${wasm} ${text}`;
		const tree = trees.get(name) ?? grammars.parse(wasm, text);
		if (tree) trees.set(name, tree);
		return tree;
	};
	return {
		parse: (wasm, text, previous) => (previous ? grammars.parse(wasm, text, previous) : treeOf(wasm, text)?.copy()),
		remembered(_uri, { id, reading }, text) {
			if (reading.kind !== "grammar") return undefined;
			const name = `${id} ${text}`;
			const tree = outlines.has(name) ? undefined : treeOf(reading.wasm, text);
			if (tree) outlines.set(name, buildOutline(id, reading.table, tree, text));
			return outlines.get(name);
		},
		forget() {
			for (const tree of trees.values()) tree.delete();
			trees.clear();
			outlines.clear();
		},
	};
}
