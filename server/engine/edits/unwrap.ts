/**
 * R9: takes the guard away from around its `then` branch. Over several lines the body moves left by what it was
 * indented; lines that begin inside a multi-line string keep every character. On one line only the body stays.
 */
import type { Guard, Outline } from "../outline/schema";
import { commentsWithin } from "./comments";
import { indentation, lineStart, nextLine, startsLine } from "./lines";
import { layoutOf, type Place } from "./list-layout";
import { cut, type Piece, type Refusal } from "./piece";

/** @returns refused for an empty branch and for an `else if`, whose `if` would be left without a body */
export function unwrapGuard(outline: Outline, guard: Guard): readonly Piece[] | Refusal {
	const { text } = outline;
	const { places } = layoutOf(outline, guard.then);
	const first = places[0];
	const last = places.at(-1);
	if (!first || !last) return { refused: "The branch to keep is empty." };
	if (guard.parent?.kind === "guard") return { refused: "An `else if` cannot lose its test on its own." };
	const isOneLine = guard.form === "modifier" || lineStart(text, first.start) <= guard.range[0];
	if (isOneLine || !startsLine(text, guard.range[0])) {
		return [cut(guard.range[0], first.start), cut(last.end, guard.range[1])];
	}
	return unwrapLines(outline, guard, first, last);
}

function unwrapLines(outline: Outline, guard: Guard, first: Place, last: Place): readonly Piece[] {
	const { text } = outline;
	const body = firstBodyLine(outline, guard, first);
	const surplus = indentation(text, first.start).length - indentation(text, guard.range[0]).length;
	const pieces: Piece[] = [cut(lineStart(text, guard.range[0]), body)];
	for (let line = body; line < last.tail; line = nextLine(text, line)) {
		const width = Math.min(surplus, indentation(text, line).length);
		if (width > 0 && !isInsideString(outline, line)) pieces.push(cut(line, line + width));
	}
	return [...pieces, cut(last.tail, guard.range[1])];
}

/** A comment between the header and the first statement belongs to the body (in Python it is the `if`'s child). */
function firstBodyLine(outline: Outline, guard: Guard, first: Place): number {
	const headerEnd = nextLine(outline.text, guard.test.range[1]);
	const comment = commentsWithin(outline, headerEnd, first.start)[0];
	return lineStart(outline.text, comment?.[0] ?? first.start);
}

function isInsideString(outline: Outline, line: number): boolean {
	return outline.strings.some(({ content: [start, end] }) => start < line && line <= end);
}
