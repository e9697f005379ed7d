/** Source text of maps that are taken apart: an entry's map spread into the map around it, or a value wrapped into one. */
import type { Writer } from "../languages/language";
import { usualQuote } from "../languages/quoting";
import { contains, textOf } from "../outline/questions";
import type { Item, List, Outline } from "../outline/schema";

/** `{"effort": "low"}` for a path below the first name: what stands around a value. */
export function wrapped(outline: Outline, writer: Writer, path: readonly string[], value: string): string {
	return path.reduceRight((inner, key) => writer.map([writer.entry(key, inner, "map", usualQuote(outline))]), value);
}

/**
 * @param entry an entry of `outer` whose value is the map `inner`
 * @param extra an entry more, behind those of `inner`
 * @returns text of `outer` with the entries of `inner` in the entry's place; undefined where a comment would be lost
 */
export function flattened(
	outline: Outline,
	outer: List,
	entry: Item,
	inner: List,
	extra: string | undefined,
): string | undefined {
	const { text } = outline;
	const first = inner.items[0];
	const last = inner.items.at(-1);
	if (!first || !last) return undefined;
	const kept = [first.range[0], last.range[1]] as const;
	const isLost = ({ range }: { readonly range: readonly [number, number] }) =>
		contains(entry.range, range) && !contains(kept, range);
	if (outline.comments.some(isLost)) return undefined;
	const isTall = text.slice(entry.range[0], kept[0]).includes("\n");
	const indent = indentAt(text, entry.range[0]);
	const body = isTall ? dedented(outline, kept, indentAt(text, kept[0]).length - indent.length) : textOf(outline, kept);
	const gap = isTall ? `${lineEnd(text)}${indent}` : " ";
	const added = extra === undefined ? "" : `,${gap}${extra}`;
	return text.slice(outer.range[0], entry.range[0]) + body + added + text.slice(entry.range[1], outer.range[1]);
}

/** Lines behind the first one lose `count` characters of their indentation, except within a string. */
function dedented(outline: Outline, range: readonly [number, number], count: number): string {
	const { text } = outline;
	if (count <= 0) return textOf(outline, range);
	let result = "";
	let at = range[0];
	for (let next = text.indexOf("\n", at); next >= 0 && next < range[1]; next = text.indexOf("\n", at)) {
		const start = next + 1;
		const isInside = outline.strings.some((one) => one.range[0] < start && start < one.range[1]);
		const blank = /^[ \t]*/.exec(text.slice(start, start + count))?.[0].length ?? 0;
		result += text.slice(at, start);
		at = isInside ? start : start + blank;
	}
	return result + text.slice(at, range[1]);
}

function indentAt(text: string, offset: number): string {
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

function lineEnd(text: string): string {
	return text.includes("\r\n") ? "\r\n" : "\n";
}
