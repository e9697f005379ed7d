/** Where a new import goes. */
import { nextLine } from "../../edits/lines";
import type { Item, Outline } from "../../outline/schema";

/**
 * Offset of the start of the line that a new `import` line goes before: after the shebang, the encoding, the docstring
 * and `from __future__ import …`, before the first other statement. The text's length if there is none.
 */
export function importOffset(outline: Outline): number {
	const { text, root } = outline;
	const index = root.items.findIndex((item, position) => !isDocstring(item, position) && !isFutureImport(item));
	const next = root.items[index];
	if (next === undefined) return text.length;
	const offset = lineStart(text, next.range[0]);
	const previous = root.items[index - 1];
	// `"""doc"""; run()` on one line: the import goes below both, not above the docstring.
	return previous !== undefined && previous.range[1] > offset ? nextLine(text, next.range[1]) : offset;
}

function isDocstring(item: Item, index: number): boolean {
	return index === 0 && (item.value?.kind === "string" || item.value?.kind === "concat");
}

function isFutureImport(item: Item): boolean {
	return item.value?.kind === "import" && item.value.module === "__future__";
}

function lineStart(text: string, offset: number): number {
	// A byte order mark stays in front of everything.
	return Math.max(text.lastIndexOf("\n", offset - 1) + 1, text.startsWith("\uFEFF") ? 1 : 0);
}
