/** Two rounds of changes as one. */
import type { Change } from "../model";

/** A stretch of a text: taken over from the text before, or inserted. */
type Stretch =
	| { readonly kind: "kept"; readonly start: number; readonly end: number }
	| { readonly kind: "new"; readonly text: string };

/**
 * @param first sorted, disjoint changes against a text
 * @param second sorted, disjoint changes against what the first ones made of it
 * @returns changes against the first text that give what both together give
 */
export function composeChanges(first: readonly Change[], second: readonly Change[]): readonly Change[] {
	if (first.length === 0) return second;
	if (second.length === 0) return first;
	let stretches = stretchesOf(first);
	for (const change of [...second].reverse()) stretches = replaced(stretches, change);
	return changesOf(stretches);
}

function stretchesOf(changes: readonly Change[]): Stretch[] {
	const found: Stretch[] = [];
	let at = 0;
	for (const { range, newText } of changes) {
		found.push({ kind: "kept", start: at, end: range[0] }, { kind: "new", text: newText });
		at = range[1];
	}
	return [...found, { kind: "kept", start: at, end: Number.POSITIVE_INFINITY }];
}

function replaced(stretches: readonly Stretch[], { range, newText }: Change): Stretch[] {
	return [
		...cut(stretches, 0, range[0]),
		{ kind: "new", text: newText },
		...cut(stretches, range[1], Number.POSITIVE_INFINITY),
	];
}

/** The stretches between two offsets of the text they make up. */
function cut(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
	const found: Stretch[] = [];
	let at = 0;
	for (const stretch of stretches) {
		const length = stretch.kind === "kept" ? stretch.end - stretch.start : stretch.text.length;
		const start = Math.max(from - at, 0);
		const end = Math.min(to - at, length);
		if (start < end) {
			found.push(
				stretch.kind === "kept"
					? { kind: "kept", start: stretch.start + start, end: stretch.start + end }
					: { kind: "new", text: stretch.text.slice(start, end) },
			);
		}
		at += length;
	}
	return found;
}

function changesOf(stretches: readonly Stretch[]): Change[] {
	const changes: Change[] = [];
	let at = 0;
	let text = "";
	for (const stretch of stretches) {
		if (stretch.kind === "new") {
			text += stretch.text;
			continue;
		}
		if (stretch.start > at || text !== "") changes.push({ range: [at, stretch.start], newText: text });
		at = stretch.end;
		text = "";
	}
	return changes;
}
