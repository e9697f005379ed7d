/** Where a new import goes. */
import type { Item, Outline } from "../../outline/schema";

/**
 * Offset of the start of the line that a new `import` line goes before: after the shebang, the encoding, the docstring
 * and `from __future__ import …`, before the first other statement. The text's length if there is none.
 */
export function importOffset(outline: Outline): number {
	const items = outline.root.items;
	const next = items.find((item, index) => !isDocstring(item, index) && !isFutureImport(item));
	const offset = next === undefined ? outline.text.length : lineStart(outline.text, next.range[0]);
	const previous = items[items.indexOf(next ?? (items.at(-1) as Item)) - 1];
	// `"""doc"""; import x` on one line: behind that line would be too late, before it too early; take the statement's line.
	if (previous !== undefined && previous.range[1] > offset) return lineEnd(outline.text, previous.range[1]);
	return offset;
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

function lineEnd(text: string, offset: number): number {
	const newline = text.indexOf("\n", offset);
	return newline < 0 ? text.length : newline + 1;
}
