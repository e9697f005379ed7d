/**
 * Where new entries of a list go and how they are laid out: on lines of their own among such items, on the same line
 * otherwise, with the trailing comma if the list has one. Where the item before or at the place goes away at the same
 * time, the entries take its place and its separator, so removals and insertions never fight over a comma.
 */
import type { Writer } from "../languages/language";
import type { Item, List, Outline } from "../outline/schema";
import { innerOf } from "./extent";
import { endsLine, indentation, lineBreakAt } from "./lines";
import { beginsLine, type Layout, layoutOf, type Place } from "./list-layout";
import { cut, insertion, type Piece, text } from "./piece";
import { type Run, runsOf } from "./remove-items";

export interface NewEntry {
	readonly text: string;
	/** Right behind this item; at the end without it. */
	readonly after: Item | undefined;
}

export interface Placed {
	readonly pieces: readonly Piece[];
	/** Removed items whose place is taken: they need no further removal. */
	readonly replaced: readonly Item[];
}

export function placeEntries(
	outline: Outline,
	list: List,
	entries: readonly NewEntry[],
	removed: ReadonlySet<Item>,
	writer: Writer,
): Placed {
	const layout = layoutOf(outline, list);
	if (layout.places.length === 0) return { pieces: fillEmpty(outline, list, entries, writer), replaced: [] };
	const runs = runsOf(layout, removed);
	const placed = [...groupByPlace(layout, entries, runs)].map(([place, texts]) =>
		typeof place === "number" ? putBehind(layout, place, texts) : putInstead(layout, place, texts),
	);
	return {
		pieces: placed.flatMap((one) => one.pieces),
		replaced: placed.flatMap((one) => one.replaced),
	};
}

/** A run that goes at the place or right behind it, else the position of the item in front. */
function groupByPlace(layout: Layout, entries: readonly NewEntry[], runs: readonly Run[]): Map<number | Run, string[]> {
	const groups = new Map<number | Run, string[]>();
	for (const entry of entries) {
		const last = layout.places.length - 1;
		const index = entry.after ? layout.places.findIndex((place) => place.item === entry.after) : last;
		const run = runs.find((one) => one.first <= index + 1 && index <= one.last);
		const place = run ?? index;
		groups.set(place, [...(groups.get(place) ?? []), entry.text]);
	}
	return groups;
}

function putInstead(layout: Layout, run: Run, texts: readonly string[]): Placed {
	const p = layout.places[run.first];
	const q = layout.places[run.last];
	if (!p || !q) return { pieces: [], replaced: [] };
	const glue = glueOf(layout, p, beginsLine(layout, p));
	return {
		pieces: [text([p.lead, q.end], texts.join(separatorOf(layout) + glue)), cut(q.sepEnd, q.tail)],
		replaced: layout.list.items.slice(run.first, run.last + 1),
	};
}

function putBehind(layout: Layout, index: number, texts: readonly string[]): Placed {
	const anchor = layout.places[index];
	if (!anchor) return { pieces: [], replaced: [] };
	const isLast = index === layout.places.length - 1;
	const ownLine = beginsLine(layout, anchor) && (isLast || endsLine(layout.outline.text, anchor.tail));
	const separator = separatorOf(layout);
	const glue = glueOf(layout, anchor, ownLine);
	const added = glue + texts.join(separator + glue);
	const at = ownLine ? anchor.tail : anchor.sepEnd;
	if (anchor.separator) return { pieces: [insertion(at, added + separator)], replaced: [] };
	// Without a separator of its own the anchor is the last item, or the list has none (YAML).
	if (at === anchor.end) return { pieces: [insertion(at, separator + added)], replaced: [] };
	const comma = separator === "" ? [] : [insertion(anchor.end, separator)];
	return { pieces: [...comma, insertion(at, added)], replaced: [] };
}

function glueOf({ outline }: Layout, place: Place, ownLine: boolean): string {
	if (!ownLine) return " ";
	return lineBreakAt(outline.text, place.start) + indentation(outline.text, place.start);
}

/** Lists that are told by indentation or newlines alone have none. */
function separatorOf({ list, places }: Layout): string {
	if (!list.delimited && list.role !== "args") return "";
	const inner = places.slice(0, -1);
	return inner.length > 0 && inner.every((place) => place.separator === undefined) ? "" : ",";
}

function fillEmpty(outline: Outline, list: List, entries: readonly NewEntry[], writer: Writer): readonly Piece[] {
	const range = innerOf(outline, list);
	const joined = entries.map((entry) => entry.text).join(", ");
	// A comment stands there already; it may reach to the end of its line.
	if (outline.text.slice(...range).trim() !== "") return [insertion(range[0], ` ${joined},`)];
	return [text(range, spacedAs(outline, list, writer, entries, joined))];
}

/** What the language's own map literal has between its braces (`{ a: 1 }`), if this list has the same braces. */
function spacedAs(outline: Outline, list: List, writer: Writer, entries: readonly NewEntry[], joined: string): string {
	const literal = writer.map(entries.map((entry) => entry.text));
	const isSame =
		list.role === "map" && literal[0] === outline.text[list.range[0]] && list.inner[0] === list.range[0] + 1;
	return isSame ? literal.slice(1, -1) : joined;
}
