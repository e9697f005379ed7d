/** Comments of an outline by where they start and end, newlines trimmed (Rust's `///` counts its newline). */
import type { Outline, Range } from "../outline/schema";
import { trimEnd } from "./lines";

export interface CommentIndex {
	readonly startingAt: ReadonlyMap<number, Range>;
	readonly endingAt: ReadonlyMap<number, Range>;
	readonly ranges: readonly Range[];
}

const cache = new WeakMap<Outline, CommentIndex>();

export function commentsOf(outline: Outline): CommentIndex {
	const known = cache.get(outline);
	if (known) return known;
	const ranges = outline.comments.map((comment) => trimEnd(outline.text, comment.range));
	const index: CommentIndex = {
		startingAt: new Map(ranges.map((range) => [range[0], range])),
		endingAt: new Map(ranges.map((range) => [range[1], range])),
		ranges,
	};
	cache.set(outline, index);
	return index;
}

/** The comments that lie in `[start, end)`, in order. */
export function commentsWithin(outline: Outline, start: number, end: number): readonly Range[] {
	return commentsOf(outline).ranges.filter((range) => range[0] >= start && range[1] <= end);
}
