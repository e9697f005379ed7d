/**
 * Suppression comments: `migrate-helicone-ignore` on its own line for the next one, behind code for its own line,
 * `migrate-helicone-ignore-file` for the whole text. Rule ids may follow; without one every rule is meant.
 */
import { todoMark } from "../../shared/protocol";
import type { Comment, Outline, Range } from "./outline/schema";

interface Suppression {
	/** Everything from the start of a line to its end; the whole text for a file. */
	readonly range: Range;
	readonly rules: readonly string[];
}

const marker = /migrate-helicone-ignore(-file|-next-line|-line)?\b[: \t]*([a-z0-9, \t-]*)/;

/** @returns whether a finding of that rule at that range is wanted by nobody */
export function suppressions(outline: Outline): (rule: string, range: Range) => boolean {
	const all = outline.comments.flatMap((comment) => suppression(outline, comment) ?? []);
	return (rule, range) =>
		all.some(
			(one) =>
				one.range[0] <= range[0] && range[0] < one.range[1] && (one.rules.length === 0 || one.rules.includes(rule)),
		);
}

function suppression(outline: Outline, comment: Comment): Suppression | undefined {
	const text = outline.text.slice(...comment.range);
	// It speaks of what is found below it: that is no finding of its own.
	if (text.includes(todoMark)) return { range: comment.range, rules: [] };
	const match = marker.exec(text);
	if (!match) return undefined;
	const rules = (match[2] ?? "").split(/[\s,]+/).filter((one) => /^(helicone|concentrate)-/.test(one));
	if (match[1] === "-file") return { range: [0, Number.POSITIVE_INFINITY], rules };
	const line = lineAt(outline.text, comment.range[0]);
	const isAlone = outline.text.slice(line[0], comment.range[0]).trim() === "";
	const isNext = match[1] === "-next-line" || (match[1] === undefined && isAlone);
	return { range: isNext ? lineAt(outline.text, lineAt(outline.text, comment.range[1])[1]) : line, rules };
}

/** The line that holds `offset`, its newline included. */
function lineAt(text: string, offset: number): Range {
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	const end = text.indexOf("\n", Math.max(offset, start));
	return [start, end < 0 ? text.length + 1 : end + 1];
}
