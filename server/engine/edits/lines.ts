/**
 * Lines of a text: where they start and end, what ends them, how they are indented. Offsets are UTF-16 code units.
 * A byte order mark is never part of a line, so nothing is ever written before it or deleted with it.
 */
import type { Range } from "../outline/schema";

const bom = "\uFEFF";

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
	const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
	return start === 0 && text.startsWith(bom) ? bom.length : start;
}

/** Offset behind the last character of the line that holds `offset`, its `\r\n` or `\n` left out. */
export function lineEnd(text: string, offset: number): number {
	const newline = text.indexOf("\n", offset);
	if (newline < 0) return text.length;
	return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Offset of the line after the one that holds `offset`; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
	const newline = text.indexOf("\n", offset);
	return newline < 0 ? text.length : newline + 1;
}

/** The white space that the line of `offset` begins with. */
export function indentation(text: string, offset: number): string {
	const start = lineStart(text, offset);
	return text.slice(start, skipBlanks(text, start));
}

/** What ends the line of `offset`; on the last line what ends the one before; `\n` in a text of one line. */
export function lineBreakAt(text: string, offset: number): "\n" | "\r\n" {
	const after = text.indexOf("\n", offset);
	const newline = after < 0 ? text.lastIndexOf("\n") : after;
	return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

/** Offset of the first character at or after `offset` that is no space or tab. */
export function skipBlanks(text: string, offset: number): number {
	let at = offset;
	while (isBlank(text[at])) at++;
	return at;
}

/** Offset behind the last character before `offset` that is no space or tab. */
export function skipBlanksLeft(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && isBlank(text[at - 1])) at--;
	return at;
}

/** Offset behind the last character before `offset` that is no white space; newlines and a shell's `\`+newline are. */
export function skipSpaceLeft(text: string, offset: number): number {
	let at = offset;
	for (;;) {
		if (at > 0 && isSpace(text[at - 1])) at--;
		else if (at > 0 && text[at - 1] === "\\" && isNewline(text[at])) at--;
		else return at;
	}
}

/** Offset of the first character at or after `offset` that is no white space, a shell's `\`+newline included. */
export function skipSpace(text: string, offset: number): number {
	let at = offset;
	for (;;) {
		if (isSpace(text[at])) at++;
		else if (text[at] === "\\" && isNewline(text[at + 1])) at++;
		else return at;
	}
}

/** Nothing but white space stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
	return skipBlanksLeft(text, offset) <= lineStart(text, offset);
}

/** Nothing but white space follows `offset` on its line. */
export function endsLine(text: string, offset: number): boolean {
	const at = skipBlanks(text, offset);
	return at >= text.length || isNewline(text[at]);
}

/** `range` without white space at its end: some grammars count the newline to a statement or a comment. */
export function trimEnd(text: string, range: Range): Range {
	let end = range[1];
	while (end > range[0] && isSpace(text[end - 1])) end--;
	return [range[0], end];
}

/** How many lines of nothing but white space stand directly before the line start `offset`, and where the first begins. */
export function blankLinesBefore(text: string, offset: number): readonly number[] {
	const starts: number[] = [];
	let at = offset;
	while (at > lineStart(text, 0)) {
		const start = lineStart(text, at - 1);
		if (!endsLine(text, start)) break;
		starts.unshift(start);
		at = start;
	}
	return starts;
}

/** Ends (newline included) of the blank lines that follow the line start `offset`, nearest first. */
export function blankLinesAfter(text: string, offset: number): readonly number[] {
	const ends: number[] = [];
	let at = offset;
	while (at < text.length && endsLine(text, at)) {
		at = nextLine(text, at);
		ends.push(at);
	}
	return ends;
}

function isBlank(character: string | undefined): boolean {
	return character === " " || character === "\t" || character === "\f";
}

export function isNewline(character: string | undefined): boolean {
	return character === "\n" || character === "\r";
}

function isSpace(character: string | undefined): boolean {
	return isBlank(character) || isNewline(character);
}
