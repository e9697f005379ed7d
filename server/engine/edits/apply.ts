/** Changes as data: apply them, check them, join those of several fixes (R10). */
import type { Change } from "../model";

/**
 * @param changes sorted and disjoint changes against `text`
 * @returns the new text
 */
export function applyChanges(text: string, changes: readonly Change[]): string {
	let at = 0;
	let result = "";
	for (const { range, newText } of changes) {
		result += text.slice(at, range[0]) + newText;
		at = range[1];
	}
	return result + text.slice(at);
}

/** Each change starts where the one before ends or later, and no two insert at the same offset. */
export function isDisjointSorted(changes: readonly Change[]): boolean {
	return changes.every(({ range }, index) => {
		if (range[0] > range[1]) return false;
		const before = changes[index - 1];
		if (before === undefined) return true;
		return before.range[1] < range[0] || (before.range[1] === range[0] && !isSameInsertion(before, range[0]));
	});
}

/**
 * Joins the changes of several fixes of one text. The same change asked for twice is one; a change inside a
 * deletion disappears; deletions that overlap become one.
 * @returns sorted, disjoint changes, or undefined when two of them want different text in the same place
 */
export function mergeChanges(lists: readonly (readonly Change[])[]): readonly Change[] | undefined {
	const all = lists.flat();
	const cuts = joinRanges(all.filter((change) => change.newText === ""));
	const kept: Change[] = [];
	for (const change of dropTwins(all.filter((one) => one.newText !== ""))) {
		const clash = cuts.find((cut) => overlaps(cut, change));
		if (clash && !contains(clash, change) && !contains(change, clash)) return undefined;
		if (clash && contains(clash, change)) continue;
		if (kept.some((other) => overlaps(other, change) || isTwinPlace(other, change))) return undefined;
		kept.push(change);
	}
	const outside = cuts.filter((cut) => !kept.some((change) => overlaps(change, cut)));
	return [...outside, ...kept].sort(byPlace);
}

/** By start; an insertion comes before what starts at the same offset. */
export function byPlace(one: Change, other: Change): number {
	return one.range[0] - other.range[0] || one.range[1] - other.range[1];
}

/** The two share text, or one inserts strictly inside the other. */
export function overlaps(one: Change, other: Change): boolean {
	return one.range[0] < other.range[1] && other.range[0] < one.range[1];
}

export function contains(outer: Change, inner: Change): boolean {
	return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Overlapping and touching deletions as one, sorted. */
export function joinRanges(cuts: readonly Change[]): readonly Change[] {
	const joined: Change[] = [];
	for (const cut of [...cuts].sort(byPlace)) {
		if (cut.range[0] === cut.range[1]) continue;
		const last = joined.at(-1);
		if (last && cut.range[0] <= last.range[1]) {
			joined[joined.length - 1] = { range: [last.range[0], Math.max(last.range[1], cut.range[1])], newText: "" };
		} else joined.push({ range: cut.range, newText: "" });
	}
	return joined;
}

export function dropTwins<T extends Change>(changes: readonly T[]): readonly T[] {
	const seen = new Set<string>();
	return changes.filter(({ range, newText }) => {
		const key = `${range[0]}:${range[1]}:${newText}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function isTwinPlace(one: Change, other: Change): boolean {
	return one.range[0] === other.range[0] && one.range[1] === other.range[1];
}

function isSameInsertion(before: Change, start: number): boolean {
	return before.range[0] === before.range[1] && before.range[0] === start;
}
