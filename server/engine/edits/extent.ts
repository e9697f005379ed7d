/**
 * Where items and lists really end. Grammars let a node run on over what follows it: newlines, and where JavaScript
 * may insert a semicolon (`() => { … } // why`) or Python's block ends, the trailing comment as well.
 */
import type { Item, List, Outline, Range } from "../outline/schema";
import { commentsOf } from "./comments";
import { indentation, skipBlanks, startsLine, trimEnd } from "./lines";

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The item's range without white space and comments at its end. A comment indented deeper belongs to it. */
export function extentOf(outline: Outline, item: Item): Range {
	return withoutComments(outline, item.range);
}

/** What is between the delimiters; for a list without any its range. */
export function innerOf(outline: Outline, list: List): Range {
	const { inner, range } = list;
	if (!list.delimited || inner[1] < range[1]) return inner;
	const [, end] = withoutComments(outline, range);
	const closer = closers[outline.text[inner[0] - 1] ?? ""];
	return closer !== undefined && outline.text[end - 1] === closer && end > inner[0] ? [inner[0], end - 1] : inner;
}

function withoutComments(outline: Outline, range: Range): Range {
	const { endingAt } = commentsOf(outline);
	let trimmed = trimEnd(outline.text, range);
	for (let comment = endingAt.get(trimmed[1]); comment && isOutside(outline, comment, range); ) {
		trimmed = trimEnd(outline.text, [range[0], comment[0]]);
		comment = endingAt.get(trimmed[1]);
	}
	return trimmed;
}

function isOutside({ text }: Outline, comment: Range, range: Range): boolean {
	if (comment[0] <= range[0]) return false;
	if (!startsLine(text, comment[0])) return true;
	return indentation(text, comment[0]).length <= indentation(text, skipBlanks(text, range[0])).length;
}
