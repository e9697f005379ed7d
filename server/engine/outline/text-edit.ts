/** What changed between two texts, as the parser wants to hear it. */

/** UTF-16 offsets: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one. */
export interface TextEdit {
	readonly start: number;
	readonly oldEnd: number;
	readonly newEnd: number;
}

/** One edit that turns `before` into `after`: everything between what they begin and what they end with. */
export function editBetween(before: string, after: string): TextEdit {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	// The parser reads whole characters.
	if (isLowHalf(before, start) || isLowHalf(after, start)) start--;
	let same = 0;
	while (
		same < shorter - start &&
		before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
	)
		same++;
	if (isLowHalf(before, before.length - same) || isLowHalf(after, after.length - same)) same--;
	return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function isLowHalf(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/** @returns row and column of an offset, both counted from 0; a column is in UTF-16 code units */
export function pointAt(text: string, offset: number): { row: number; column: number } {
	let row = 0;
	let line = 0;
	for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
		row++;
		line = at + 1;
	}
	return { row, column: offset - line };
}
