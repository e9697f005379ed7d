/**
 * A region: text in one language that stands inside a file of another (a fence, the cells of a notebook). It is read as a
 * document of its own; an offset map leads back, so that a fix of a region changes bytes of that region and no others.
 *
 * Each character of a region's text comes from a range of the host's text (`\n` of a notebook's JSON is two characters there), or
 * from nowhere: what only joins two parts, and what hides a line that the language cannot read.
 */
import type { Change, Range } from "../model";

export interface Region {
	/** Id of the language that it is written in. */
	readonly language: string;
	/** Everything that the region's text comes from, first to last character. */
	readonly range: Range;
	readonly text: string;
	/** An example for people: it says nothing about the folder's programs. */
	readonly isExample: boolean;
	/** Somebody puts in values before it is read: nothing about it is safe. */
	readonly isUncertain: boolean;
	/** Names that the host uses beside the region: they stay, whatever becomes of the region's own uses. */
	readonly names: ReadonlySet<string>;
	/** A range of the host holds some of the region's text. */
	covers(range: Range): boolean;
	/** A range of the host is text of its own inside the region: what it feeds, the host cannot see. */
	hides(range: Range): boolean;
	/** Where a range of the region stands in the host; undefined where it comes from nowhere. */
	place(range: Range): Range | undefined;
	/** A change of the region as one of the host; undefined where it cannot be said there. */
	change(change: Change): Change | undefined;
}

export interface RegionParts {
	readonly language: string;
	readonly isExample: boolean;
	/** New text as the host spells it: lines indented, characters escaped; undefined where it cannot be said. `at` is where it goes in the host. */
	encode(newText: string, at: number): string | undefined;
	readonly isUncertain?: boolean;
	/** None without it. */
	names?(): ReadonlySet<string>;
}

/** Collects a region's text, first to last. */
export interface RegionBuilder {
	/** Text that stands in the host as it is. */
	copy(host: string, range: Range): void;
	/** A few characters that the host writes in another way, as a whole. */
	decoded(text: string, range: Range): void;
	/** Text of the host's own (`${{ secrets.X }}` in a script) that reads as `text`, as long as it is, here; the host speaks of it. */
	hidden(text: string, range: Range): void;
	/** Text that the host does not hold. */
	virtual(text: string): void;
	/** Undefined for a region without any text of the host's. */
	finish(parts: RegionParts): Region | undefined;
}

/**
 * A reference of the host's (`${{ secrets.NAME }}`, `$(NAME)`) as the shell's `${NAME}`: whoever changes the name changes it in place. The host
 * puts it into single quotes too, where the shell would not.
 */
export function copyReference(
	builder: RegionBuilder,
	text: string,
	[start, end]: Range,
	name: string,
	isInSingleQuotes: boolean,
): void {
	const at = start + text.slice(start, end).lastIndexOf(name);
	builder.decoded(isInSingleQuotes ? "'\"${" : "${", [start, at]);
	builder.copy(text, [at, at + name.length]);
	builder.decoded(isInSingleQuotes ? "}\"'" : "}", [at + name.length, end]);
}

/** Inside what the host writes in another way: it goes or stays as a whole. */
const inside = -2;
const nowhere = -1;

export function newRegion(): RegionBuilder {
	const pieces: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const hidden: Range[] = [];
	const add = (text: string, start: (index: number) => number, end: (index: number) => number) => {
		pieces.push(text);
		for (let index = 0; index < text.length; index++) {
			starts.push(start(index));
			ends.push(end(index));
		}
	};
	return {
		copy: (host, [from, to]) =>
			add(
				host.slice(from, to),
				(index) => from + index,
				(index) => from + index + 1,
			),
		decoded: (text, [from, to]) =>
			add(
				text,
				(index) => (index === 0 ? from : inside),
				(index) => (index === text.length - 1 ? to : inside),
			),
		hidden: (text, [from, to]) => {
			hidden.push([from, to]);
			add(
				text,
				(index) => from + index,
				(index) => from + index + 1,
			);
		},
		virtual: (text) =>
			add(
				text,
				() => nowhere,
				() => nowhere,
			),
		finish: (parts) => {
			const first = starts.find((start) => start !== nowhere);
			const last = ends.findLast((end) => end !== nowhere);
			if (first === undefined || last === undefined) return undefined;
			const text = pieces.join("");
			const map: OffsetMap = { text, starts, ends };
			let names: ReadonlySet<string> | undefined;
			return {
				language: parts.language,
				isExample: parts.isExample,
				isUncertain: parts.isUncertain ?? false,
				get names() {
					names ??= parts.names?.() ?? new Set();
					return names;
				},
				range: [first, last],
				text,
				covers: ([from, to]) => starts.some((start) => from <= start && start < to) && !hides(hidden, [from, to]),
				hides: (range) => hides(hidden, range),
				place: (range) => place(map, range),
				change: (change) => changeOf(map, parts, change),
			};
		},
	};
}

function hides(hidden: readonly Range[], [from, to]: Range): boolean {
	return hidden.some(([start, end]) => start <= from && to <= end);
}

/** By character of the region: where it starts and ends in the host. */
interface OffsetMap {
	readonly text: string;
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

function place(map: OffsetMap, [start, end]: Range): Range | undefined {
	if (start === end) {
		const at = insertionAt(map, start);
		return at === undefined ? undefined : [at, at];
	}
	// What begins or ends inside such characters is all of them.
	let first = start;
	while (map.starts[first] === inside) first--;
	let last = end - 1;
	while (map.ends[last] === inside) last++;
	const from = known(map.starts[first]);
	const to = known(map.ends[last]);
	return from === undefined || to === undefined ? undefined : [from, to];
}

/** What is deleted must come from the host as a whole. */
function changeOf(map: OffsetMap, parts: RegionParts, change: Change): Change | undefined {
	const {
		range: [start, end],
		newText,
	} = withoutJoint(map, change);
	if (start === end) {
		const at = insertionAt(map, start);
		return at === undefined ? undefined : encoded(parts, [at, at], newText);
	}
	for (let index = start; index < end; index++) if (isVirtual(map, index)) return undefined;
	const from = known(map.starts[start]);
	// The end of a line is the start of the next one, behind its indentation or the quotes between two strings.
	const to = known(map.starts[end]) ?? known(map.ends[end - 1]);
	return from === undefined || to === undefined ? undefined : encoded(parts, [from, to], newText);
}

function encoded(parts: RegionParts, range: Range, newText: string): Change | undefined {
	const text = parts.encode(newText, range[0]);
	return text === undefined ? undefined : { range, newText: text };
}

/**
 * The last lines of a part end with the line break that only joins it to the next part: a deletion takes the line break before
 * them instead, and new lines do without their last.
 */
function withoutJoint(map: OffsetMap, change: Change): Change {
	const { range, newText } = change;
	const [start, end] = range;
	if (end - start < 2 || !isVirtual(map, end - 1) || isVirtual(map, end - 2)) return change;
	if (newText.endsWith("\n")) return { range: [start, end - 1], newText: newText.slice(0, -1) };
	if (newText !== "") return change;
	const isLineBefore = start > 0 && map.text[start - 1] === "\n" && !isVirtual(map, start - 1);
	return { range: [isLineBefore ? start - 1 : start, end - 1], newText };
}

function isVirtual({ starts, ends }: OffsetMap, at: number): boolean {
	return starts[at] === nowhere && ends[at] === nowhere;
}

function insertionAt(map: OffsetMap, at: number): number | undefined {
	return known(map.starts[at]) ?? known(map.ends[at - 1]);
}

function known(offset: number | undefined): number | undefined {
	return offset === undefined || offset < 0 ? undefined : offset;
}
