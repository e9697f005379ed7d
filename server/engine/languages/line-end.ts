/**
 * Where a line ends for the readers written by hand. Unlike `edits/lines.ts` it takes a lone `\r` at the end of the text for the
 * half of a line break that is still to come.
 */

/** Without the line break, whose `\r` belongs to it. */
export function lineEnd(text: string, at: number): number {
	const newline = text.indexOf("\n", at);
	const end = newline < 0 ? text.length : newline;
	return end > at && text[end - 1] === "\r" ? end - 1 : end;
}
