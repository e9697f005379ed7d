/**
 * R7: blank lines around lines that go. Between two kept things the longer gap stays and the shorter goes; at the
 * start or the end of a block none stays. Where the block starts is told by the item's position, never by a `{`.
 */
import type { Outline, Range } from "../outline/schema";
import { commentsOf } from "./comments";
import { blankLinesAfter, blankLinesBefore, lineEnd, lineStart, skipBlanks, skipBlanksLeft } from "./lines";

/**
 * @param lines whole lines that go, from a line's start to another's start
 * @returns the same range with the blank lines that go too; without the last line's newline the one before goes
 */
export function blankLines(outline: Outline, lines: Range, isFirst: boolean, isLast: boolean): Range {
	const { text } = outline;
	const before = blankLinesBefore(text, lines[0]);
	const after = blankLinesAfter(text, lines[1]);
	const startsBlock = isFirst && !isCommentAbove(outline, lines[0]);
	const endsBlock = isLast && !isCommentBelow(outline, lines[1]);
	const shorter = Math.min(before.length, after.length);
	const onlyOne = startsBlock && endsBlock;
	if (startsBlock && !onlyOne) return finish(text, [lines[0], after.at(-1) ?? lines[1]]);
	if (endsBlock) return finish(text, [before[0] ?? lines[0], lines[1]]);
	return finish(text, [lines[0], after[shorter - 1] ?? lines[1]]);
}

/** The last line has no newline to delete: the one before goes instead, so the file still ends without one. */
function finish(text: string, [start, end]: Range): Range {
	if (end < text.length || text.endsWith("\n") || start === 0) return [start, end];
	if (text[start - 1] !== "\n") return [start, end];
	return [text[start - 2] === "\r" ? start - 2 : start - 1, end];
}

function isCommentAbove(outline: Outline, line: number): boolean {
	if (line === 0) return false;
	const end = skipBlanksLeft(outline.text, lineEnd(outline.text, lineStart(outline.text, line - 1)));
	const comment = commentsOf(outline).endingAt.get(end);
	return comment !== undefined && comment[0] <= skipBlanks(outline.text, lineStart(outline.text, comment[0]));
}

function isCommentBelow(outline: Outline, line: number): boolean {
	return commentsOf(outline).startingAt.has(skipBlanks(outline.text, line));
}
