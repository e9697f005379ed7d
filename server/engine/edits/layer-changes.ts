/** A second layer of changes as changes against the first text, so that a person may take the first layer alone or both. */
import type { Change } from "../model";
import { applyChanges, byPlace, isDisjointSorted } from "./apply";

export interface Layers<Second extends Change> {
	/** Alone they give the text between. */
	readonly first: readonly Change[];
	/** Together with the first they give the last text. */
	readonly second: readonly Second[];
}

/** A stretch of the text between: taken over from `start` of the first text, or inserted. */
interface Stretch {
	readonly at: number;
	readonly length: number;
	readonly start: number | undefined;
}

/**
 * @param text the first text
 * @param first sorted, disjoint changes against it
 * @param second sorted, disjoint changes against what `first` makes of it
 * @returns undefined where a change of the second layer touches what the first one wrote: then they cannot be told apart
 */
export function layerChanges<Second extends Change>(
	text: string,
	first: readonly Change[],
	second: readonly Second[],
): Layers<Second> | undefined {
	const between = applyChanges(text, first);
	const stretches = stretchesOf(first, text.length);
	const placed: Second[] = [];
	for (const change of second) {
		const parts = placeBack(stretches, change);
		if (!parts) return undefined;
		placed.push(...parts);
	}
	const all = [...first, ...placed].sort(byPlace);
	const isSame = isDisjointSorted(all) && applyChanges(text, all) === applyChanges(between, second);
	return isSame ? { first, second: placed } : undefined;
}

function stretchesOf(changes: readonly Change[], length: number): readonly Stretch[] {
	const stretches: Stretch[] = [];
	let from = 0;
	let at = 0;
	const add = (size: number, start: number | undefined) => {
		if (size > 0) stretches.push({ at, length: size, start });
		at += size;
	};
	for (const { range, newText } of changes) {
		add(range[0] - from, from);
		add(newText.length, undefined);
		from = range[1];
	}
	add(length - from, from);
	return stretches;
}

/** What a change deletes may lie around text that the first layer deleted: then it becomes several. */
function placeBack<Second extends Change>(stretches: readonly Stretch[], change: Second): Second[] | undefined {
	const [from, to] = change.range;
	if (from === to) {
		const at = offsetBack(stretches, from);
		return at === undefined ? undefined : [{ ...change, range: [at, at] }];
	}
	const parts: Second[] = [];
	for (const { at, length, start } of stretches) {
		const [low, high] = [Math.max(from, at), Math.min(to, at + length)];
		if (low >= high) continue;
		if (start === undefined) return undefined;
		const newText = parts.length === 0 ? change.newText : "";
		parts.push({ ...change, range: [start + low - at, start + high - at], newText });
	}
	return parts;
}

/** Where an insertion goes: behind kept text or before it, never inside of what is new. */
function offsetBack(stretches: readonly Stretch[], offset: number): number | undefined {
	if (stretches.length === 0) return offset === 0 ? 0 : undefined;
	for (const { at, length, start } of stretches) {
		if (start !== undefined && at <= offset && offset <= at + length) return start + offset - at;
	}
	return undefined;
}
