/**
 * R10: pieces of all operations become one sorted, disjoint list of changes. What lies inside a deletion disappears,
 * deletions inside a replacement too; whatever else overlaps is refused.
 */
import type { Change } from "../model";
import { byPlace, contains, dropTwins, joinRanges, overlaps } from "./apply";
import type { Piece, Refusal } from "./piece";

/** @returns the changes in order, or why the pieces cannot be carried out together */
export function compose(pieces: readonly Piece[]): readonly Change[] | Refusal {
	const cuts = joinRanges(pieces.filter((piece) => piece.kind === "cut"));
	const lines = dropTwins(pieces.filter((piece) => piece.kind === "line")).map((line) => outOfCuts(line, cuts));
	const texts = dropTwins(pieces.filter((piece) => piece.kind === "text" && !isNothing(piece)));
	const kept = texts.filter((piece) => !cuts.some((one) => swallows(one, piece)));
	const outside = cuts.filter((one) => !kept.some((piece) => contains(piece, one)));
	const refusal = clashOf(kept, outside, lines);
	return refusal ?? joinTouching([...outside, ...lines, ...kept].sort(byPlace));
}

/** An insertion at either end of a deletion stays. */
function swallows(cut: Change, piece: Change): boolean {
	return contains(cut, piece) && (overlaps(cut, piece) || piece.range[0] !== piece.range[1]);
}

function isNothing({ range, newText }: Change): boolean {
	return range[0] === range[1] && newText === "";
}

/** Lines that were to be inserted where text goes are inserted before it. */
function outOfCuts(line: Piece, cuts: readonly Change[]): Piece {
	const around = cuts.find((one) => overlaps(one, line));
	return around ? { ...line, range: [around.range[0], around.range[0]] } : line;
}

function clashOf(texts: readonly Piece[], cuts: readonly Change[], lines: readonly Piece[]): Refusal | undefined {
	const sorted = [...texts].sort(byPlace);
	for (const [index, piece] of sorted.entries()) {
		const next = sorted[index + 1];
		const isSamePlace = next?.range[0] === piece.range[0] && next.range[1] === piece.range[1];
		const isInsertion = piece.range[0] === piece.range[1];
		if (next && (overlaps(piece, next) || (isSamePlace && !isInsertion))) {
			return { refused: "Two fixes want different text in the same place." };
		}
		if (cuts.some((one) => overlaps(one, piece))) {
			return { refused: "One fix changes text that another one removes in part." };
		}
		if (lines.some((line) => overlaps(piece, line))) {
			return { refused: "One fix inserts a line inside text that another one replaces." };
		}
	}
	return undefined;
}

function joinTouching(sorted: readonly Change[]): readonly Change[] {
	const joined: Change[] = [];
	for (const { range, newText } of sorted) {
		const last = joined.at(-1);
		if (last && last.range[1] === range[0]) {
			joined[joined.length - 1] = { range: [last.range[0], range[1]], newText: last.newText + newText };
		} else joined.push({ range, newText });
	}
	return joined;
}
