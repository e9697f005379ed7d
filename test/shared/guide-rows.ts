/** The migration guide's tables, read off its text. Its cells run together, so a row is a line and its first cell a prefix. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const guideText = readFileSync(join(__dirname, "../facts/migration-guide.txt"), "utf8");

/** Lines between the line `head` and the first later line that starts with `end`. Throws when the guide has no such head. */
export function guideRows(head: string, end: string): string[] {
	const lines = guideText.split(/\r?\n/);
	const start = lines.indexOf(head);
	if (start < 0) throw new Error(`The guide has no line “${head}”`);
	const stop = lines.findIndex((line, index) => index > start && line.startsWith(end));
	return lines.slice(start + 1, stop).filter((line) => line.trim() !== "");
}

/** The names that step 1 of the guide exports, old and new. */
export function guideVariables(): string[] {
	return [...guideText.matchAll(/^export ([A-Z_]+)=/gm)].flatMap((match) => match[1] ?? []);
}

/** Which rows no mapping row carries: the longest `guide` that begins the line counts, and each line wants its own. */
export function uncovered(lines: readonly string[], guides: readonly (string | undefined)[]): string[] {
	const known = [...new Set(guides.filter((guide) => guide !== undefined))].sort((a, b) => b.length - a.length);
	return lines.filter((line) => {
		const guide = known.find((one) => line.startsWith(one));
		return guide === undefined || !startsSecondCell(line.slice(guide.length));
	});
}

/** A second cell starts with a capital or a code word; a first cell that goes on does so with `-`, `,` or a blank. */
function startsSecondCell(rest: string): boolean {
	return /^[A-Za-z]/.test(rest);
}
