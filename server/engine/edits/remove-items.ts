/**
 * R1–R5 and R7: takes a set of items out of one list, jointly.
 *
 * R1 joint: removing two neighbours is not the sum of two removals (the last comma, the emptied line).
 * R3 works on maximal runs of neighbours: whole lines if the run owns them, else from item to item.
 * R4 a shell's words have no separators, R5 key and value of `Map.of(k, v)` are two positions.
 */
import type { Item, List, Outline } from "../outline/schema";
import { blankLines } from "./blank-lines";
import { commentsWithin } from "./comments";
import { lineStart, nextLine, skipBlanksLeft, skipSpace, skipSpaceLeft, startsLine } from "./lines";
import { beginsLine, closesLine, gapStart, type Layout, layoutOf, type Place } from "./list-layout";
import { cut, insertion, type Piece, text } from "./piece";

/** Positions `first` to `last`, both included, all of which go. */
export interface Run {
	readonly first: number;
	readonly last: number;
	/** The last position before it that stays; -1 when none does. */
	readonly before: number;
}

/**
 * @param removed items to take out; those of other lists are ignored
 * @returns the pieces to delete, against the outline's text
 */
export function removeItems(outline: Outline, list: List, removed: ReadonlySet<Item>): readonly Piece[] {
	const layout = layoutOf(outline, list);
	const runs = runsOf(layout, removed);
	if (isBranchOfElement(list) && runs.length > 0) return [text(list.range, "...{}")];
	const owned = runs.flatMap((run) => ownedText(layout, run));
	// Swift's empty dictionary is `[:]`.
	const isDictionary = outline.language === "swift" && list.role === "map";
	if (
		isDictionary &&
		list.delimited &&
		removed.size >= list.items.length &&
		list.items.every((one) => removed.has(one))
	)
		return [text(layout.inner, ":")];
	if (canBeBare(layout, runs)) return [cut(...layout.inner), ...owned];
	return [...runs.flatMap((run) => cutRun(layout, run)), ...owned, ...tupleComma(layout, removed)];
}

/**
 * Runs of removed neighbours; R5: of a list with stride 2 both positions of a pair go. A comment on a line of its own ends
 * a run and stays: whether its neighbours go together or one after the other must make no difference.
 */
export function runsOf(layout: Layout, removed: ReadonlySet<Item>): readonly Run[] {
	const { list } = layout;
	const goes = list.items.map((item) => removed.has(item));
	const runs: Run[] = [];
	for (const index of list.items.keys()) {
		const pair = list.stride === 2 ? index - (index % 2) : index;
		if (!goes[index] && !(list.stride === 2 && (goes[pair] || goes[pair + 1]))) continue;
		const run = runs.at(-1);
		const follows = run?.last === index - 1;
		if (run && follows && !hasOwnLineComment(layout, index)) runs[runs.length - 1] = { ...run, last: index };
		else runs.push({ first: index, last: index, before: run && follows ? run.before : index - 1 });
	}
	return runs;
}

/** Dart's `if (a) 'b': c else 'd': e` in a map: a branch must say something. */
function isBranchOfElement({ delimited, parent, role }: List): boolean {
	return role === "map" && !delimited && parent?.kind === "either";
}

function hasOwnLineComment({ outline, places }: Layout, index: number): boolean {
	const before = places[index - 1];
	const place = places[index];
	if (!before || !place) return false;
	return commentsWithin(outline, before.tail, place.lead).some(([start]) => startsLine(outline.text, start));
}

/** R3 (1): everything goes and no comment of somebody else is inside. */
function canBeBare({ outline, list, inner, places }: Layout, runs: readonly Run[]): boolean {
	const first = places[0];
	const last = places.at(-1);
	if (!list.delimited || !first || !last || runs.length !== 1) return false;
	if (runs[0]?.first !== 0 || runs[0].last !== places.length - 1) return false;
	const own = commentsWithin(outline, first.lead, last.tail).length;
	return commentsWithin(outline, ...inner).length === own;
}

function cutRun(layout: Layout, run: Run): readonly Piece[] {
	const p = layout.places[run.first];
	const q = layout.places[run.last];
	if (!p || !q) return [];
	const next = layout.places[run.last + 1];
	if (next) return [cutBefore(layout, run, p, q, next)];
	return layout.isWords ? cutLastWords(layout, p, q) : cutLast(layout, run, p, q);
}

/** R3 (2): a kept item follows. */
function cutBefore(layout: Layout, run: Run, p: Place, q: Place, next: Place): Piece {
	if (!closesLine(layout, q)) return cut(p.lead, next.lead);
	if (beginsLine(layout, p)) return cutLines(layout, run, p, q);
	const before = layout.places[run.first - 1];
	if (layout.isWords) return cut(before?.end ?? skipSpaceLeft(layout.outline.text, p.start), q.tail);
	// A block list without a prior item starts on the line of something else: `- name: X` of YAML.
	if (!before && !layout.list.delimited) return cut(p.lead, next.lead);
	return cut(before?.sepEnd ?? layout.inner[0], q.tail);
}

/** R3 (3): the run reaches the end of the list. */
function cutLast(layout: Layout, run: Run, p: Place, q: Place): readonly Piece[] {
	const before = layout.places[run.before];
	const comma = q.separator || !before?.separator || isTuple(layout, run) ? [] : [cut(...before.separator)];
	if (beginsLine(layout, p) && closesLine(layout, q)) return [cutLines(layout, run, p, q), ...comma];
	const comment = commentsWithin(layout.outline, gapStart(layout, run.first), p.lead).at(-1);
	if (comment) {
		// Behind a line comment the line must end, or the list's closer would join the comment.
		const isSameLine = lineStart(layout.outline.text, p.lead) <= comment[0];
		return [cut(isSameLine ? comment[1] : p.lead, q.tail), ...comma];
	}
	if (!before) return [cut(startWithout(layout, p), q.tail)];
	return [cut(q.separator || isTuple(layout, run) ? before.sepEnd : before.end, q.tail)];
}

/** Nothing is left of the list: its space goes, for attributes (`<A b />`) the space before the first one. */
function startWithout(layout: Layout, p: Place): number {
	if (layout.list.delimited) return layout.inner[0];
	return beginsLine(layout, p) ? p.lead : skipBlanksLeft(layout.outline.text, p.lead);
}

/** R4: a run at the end takes the dangling continuation before it. Words before the command's name go with the space. */
function cutLastWords({ outline, list, places }: Layout, p: Place, q: Place): readonly Piece[] {
	const before = places[places.indexOf(p) - 1];
	const isPrefix = list.parent?.kind === "call" && list.parent.init === list;
	if (isPrefix) return [cut(p.start, skipSpace(outline.text, q.end))];
	return [cut(before?.end ?? skipSpaceLeft(outline.text, p.start), q.end)];
}

function cutLines(layout: Layout, run: Run, p: Place, q: Place): Piece {
	const { text } = layout.outline;
	const start = lineStart(text, p.lead);
	const end = nextLine(text, q.tail);
	if (layout.isWords) return cut(start, end);
	const isFirst = run.first === 0;
	const isLast = run.last === layout.places.length - 1;
	return cut(...blankLines(layout.outline, [start, end], isFirst, isLast));
}

/** Text elsewhere that belongs to the items of a run: the lines of a heredoc's body. */
function ownedText({ outline: { text }, places }: Layout, { first, last }: Run): readonly Piece[] {
	return places
		.slice(first, last + 1)
		.flatMap(({ item }) => (item.owns ? [cut(lineStart(text, item.owns[0]), endOfOwned(text, item.owns[1]))] : []));
}

function endOfOwned(text: string, end: number): number {
	return text[end - 1] === "\n" ? end : nextLine(text, end);
}

/** `(a, b)` of Python without `b` is `(a,)`, or it is no tuple any more. */
function isTuple({ outline, list, places }: Layout, run: Run): boolean {
	if (run.first !== 1 || run.last !== places.length - 1) return false;
	return isPythonTuple(outline, list);
}

function tupleComma({ outline, list, places }: Layout, removed: ReadonlySet<Item>): readonly Piece[] {
	const kept = places.filter((place) => !removed.has(place.item));
	const only = kept[0];
	if (!only || only.separator || kept.length !== 1 || places.length < 2 || !isPythonTuple(outline, list)) return [];
	return [insertion(only.end, ",")];
}

function isPythonTuple(outline: Outline, list: List): boolean {
	return outline.language === "python" && list.role === "seq" && outline.text[list.range[0]] === "(";
}
