/**
 * R2: how far each item of a list reaches. Separators come from the gaps between items, never from the grammar,
 * which is why one module serves every language.
 */
import type { Item, List, Outline, Range } from "../outline/schema";
import { commentsOf } from "./comments";
import { extentOf, innerOf } from "./extent";
import { endsLine, isNewline, lineEnd, lineStart, skipBlanks, skipBlanksLeft, skipSpace, startsLine } from "./lines";

/** One item with what belongs to it. `lead <= start < end <= sepEnd <= tail`. */
export interface Place {
	readonly item: Item;
	/** `start` moved left over the comments that stand directly before the item on its line. */
	readonly lead: number;
	readonly start: number;
	readonly end: number;
	/** The `,` or `;` behind the item; undefined where it has none. */
	readonly separator: Range | undefined;
	/** Behind the separator; `end` without one. */
	readonly sepEnd: number;
	/** `sepEnd` moved right over a trailing comment, which belongs to the last item of its line. */
	readonly tail: number;
}

export interface Layout {
	readonly outline: Outline;
	readonly list: List;
	/** Between the delimiters. */
	readonly inner: Range;
	readonly places: readonly Place[];
	/** A shell command: no separators, and `\`+newline is white space. */
	readonly isWords: boolean;
}

export function layoutOf(outline: Outline, list: List): Layout {
	const isWords = list.role === "words";
	const inner = innerOf(outline, list);
	const places: Place[] = [];
	for (const [index, item] of list.items.entries()) {
		const floor = places.at(-1)?.sepEnd ?? inner[0];
		places.push(placeOf(outline, { list, inner }, item, floor, list.items[index + 1]));
	}
	return { outline, list, inner, places, isWords };
}

function placeOf(
	outline: Outline,
	{ list, inner }: Pick<Layout, "list" | "inner">,
	item: Item,
	floor: number,
	next: Item | undefined,
): Place {
	const [start, end] = extentOf(outline, item);
	if (list.role === "words") return { item, lead: start, start, end, separator: undefined, sepEnd: end, tail: end };
	const limit = next?.range[0] ?? (list.delimited ? inner[1] : lastLimit(outline, list, end));
	const separator = separatorIn(outline, end, limit);
	const sepEnd = separator?.[1] ?? end;
	return {
		item,
		lead: directiveAbove(outline, leadOf(outline, start, floor), floor),
		start,
		end,
		separator,
		sepEnd,
		tail: tailOf(outline, sepEnd, next === undefined && list.delimited ? inner[1] : undefined),
	};
}

/** How far the separator of the last item may be. Behind a list without a closer it may belong to something else. */
function lastLimit(outline: Outline, list: List, end: number): number {
	return list.role === "block" ? lineEnd(outline.text, end) : Math.max(end, list.inner[1]);
}

function separatorIn(outline: Outline, from: number, limit: number): Range | undefined {
	const at = skipSpaceAndComments(outline, from, limit);
	const character = outline.text[at];
	if (at >= limit || (character !== "," && character !== ";")) return undefined;
	const isDouble = character === ";" && outline.text[at + 1] === ";"; // the end of a shell's `case` branch
	return isDouble ? undefined : [at, at + 1];
}

function skipSpaceAndComments(outline: Outline, from: number, limit: number): number {
	const { startingAt } = commentsOf(outline);
	let at = skipSpace(outline.text, from);
	for (let comment = startingAt.get(at); comment && at < limit; comment = startingAt.get(at)) {
		at = skipSpace(outline.text, comment[1]);
	}
	return at;
}

function leadOf(outline: Outline, start: number, floor: number): number {
	const { endingAt } = commentsOf(outline);
	let lead = start;
	for (;;) {
		const comment = endingAt.get(skipBlanksLeft(outline.text, lead));
		if (!comment || comment[0] < floor || comment[0] < lineStart(outline.text, lead)) return lead;
		lead = comment[0];
	}
}

/** Comments that speak to a tool of the next line alone: without it they are wrong, `@ts-expect-error` even an error. */
const directives =
	/@ts-(expect-error|ignore)|eslint-disable-next-line|biome-ignore|prettier-ignore|pylint: disable-next|fmt: skip/;

function directiveAbove(outline: Outline, lead: number, floor: number): number {
	const { text } = outline;
	const line = lineStart(text, lead);
	if (line === 0 || skipBlanks(text, line) !== lead) return lead;
	const comment = commentsOf(outline).endingAt.get(skipBlanksLeft(text, lineEnd(text, lineStart(text, line - 1))));
	if (!comment || comment[0] < floor || !startsLine(text, comment[0])) return lead;
	return directives.test(text.slice(...comment)) ? comment[0] : lead;
}

/** @param listEnd where the list's closer stands, if the item is the last one: a comment may stand before it */
function tailOf(outline: Outline, sepEnd: number, listEnd: number | undefined): number {
	const { startingAt } = commentsOf(outline);
	let at = sepEnd;
	for (let comment = startingAt.get(skipBlanks(outline.text, at)); comment; ) {
		at = comment[1];
		comment = startingAt.get(skipBlanks(outline.text, at));
	}
	const isLast = endsLine(outline.text, at) || skipBlanks(outline.text, at) === listEnd;
	return isLast && lineEnd(outline.text, sepEnd) >= at ? at : sepEnd;
}

/** The item begins its line. */
export function beginsLine({ outline }: Layout, place: Place): boolean {
	return skipBlanksLeft(outline.text, place.lead) <= lineStart(outline.text, place.lead);
}

/** Nothing follows the item on its line; for a shell's words a `\` may. */
export function closesLine({ outline, isWords }: Layout, place: Place): boolean {
	if (endsLine(outline.text, place.tail)) return true;
	const at = skipBlanks(outline.text, place.tail);
	return isWords && outline.text[at] === "\\" && isNewline(outline.text[at + 1]);
}

/** Where the gap before an item starts: behind the item before it, or behind the list's opener. */
export function gapStart({ places, inner }: Layout, index: number): number {
	return places[index - 1]?.end ?? inner[0];
}
