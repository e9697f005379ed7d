/** Counts syntax errors with the grammar itself, not with the engine's Outline: a second opinion. */
import { languageById } from "../../server/engine/languages";
import type { Grammars } from "../../server/engine/outline/grammars";

/** Number of ERROR and MISSING nodes; 0 for a language that has no grammar or whose grammar is not loaded. */
export function countBroken(language: string, text: string, loaded: Grammars): number {
	const reading = languageById(language)?.reading;
	const tree = reading?.kind === "grammar" ? loaded.parse(reading.wasm, text) : undefined;
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
