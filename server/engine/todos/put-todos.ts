/**
 * Puts a comment at each thing that no fix settles. Where a comment may stand is not known beforehand (a string over
 * several lines, a shell's continuation), so each place is tried: it counts only if the result reads as before, with
 * a comment more.
 */
import type { AnalyzeOptions } from "../analyze";
import { applyChanges } from "../edits/apply";
import { composeChanges } from "../edits/compose-changes";
import { lineBreakAt } from "../edits/lines";
import { type Inspection, inspect } from "../inspect";
import { languageById, regionsOf } from "../languages";
import type { Change, Document, Finding } from "../model";
import { matchTodos, todosOf, todoText } from "./todo-comment";

/** How many lines above a finding a comment may stand. */
const mostLines = 12;

/** Documentation is for readers, and a notebook's cells are text inside JSON. */
const without = new Set(["markdown", "notebook", "json"]);

/**
 * @param only the findings that a person asked for; all without a fix when it is not given
 * @returns changes that insert whole lines. A finding that has its comment gets no second one.
 */
export function putTodos(
	document: Document,
	options: AnalyzeOptions,
	only: (finding: Finding) => boolean = () => true,
): readonly Change[] {
	if (without.has(document.language)) return [];
	let now = inspect(document, options);
	let changes: readonly Change[] = [];
	const wanted = now.analysis.findings.filter((finding) => isManual(finding) && only(finding));
	// From the end, so that what is still to be done keeps its place.
	for (const finding of wanted.toReversed()) {
		if (hasTodo(now, finding)) continue;
		const put = place(now, finding, options);
		if (!put) continue;
		changes = composeChanges(changes, [put.change]);
		now = put.after;
	}
	return changes;
}

/** What stands before the finding has not changed since it was found. */
function hasTodo(now: Inspection, { rule, range }: Finding): boolean {
	const matched = [...matchTodos(todosOf(now), now.analysis.findings).keys()];
	return matched.some((one) => one.rule === rule && one.range[0] === range[0]);
}

function isManual({ fix, severity }: Finding): boolean {
	return !fix && severity !== "hint";
}

interface Put {
	readonly change: Change;
	readonly after: Inspection;
}

function place(now: Inspection, finding: Finding, options: AnalyzeOptions): Put | undefined {
	const { text } = now.analysis.document;
	let start = text.lastIndexOf("\n", finding.range[0] - 1) + 1;
	for (let line = 0; line < mostLines; line++) {
		for (const opener of openers(now)) {
			const change = commentAt(text, start, opener, finding);
			const after = change && read(now, change, options);
			if (change && after) return { change, after };
		}
		if (start === 0) return undefined;
		start = text.lastIndexOf("\n", start - 2) + 1;
	}
	return undefined;
}

/** The host's own, then those of the languages that stand in it. */
function openers({ outline, language, analysis: { document } }: Inspection): ReadonlySet<string> {
	const regions = language && outline ? regionsOf(language, outline, document.uri) : [];
	const all = [language, ...regions.map((region) => languageById(region.language))];
	return new Set(all.flatMap((one) => one?.writer.lineComment || []));
}

/** Behind a backslash the line goes on: a comment would end the command. */
function commentAt(text: string, start: number, opener: string, finding: Finding): Change | undefined {
	if (/\\\r?\n$/.test(text.slice(0, start)) || text.startsWith("#!", start)) return undefined;
	const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
	const newText = indent + opener + todoText(finding) + lineBreakAt(text, start);
	return { range: [start, start], newText };
}

/** Undefined unless everything is found as before and the new line is a comment. */
function read(before: Inspection, change: Change, options: AnalyzeOptions): Inspection | undefined {
	const { document, findings } = before.analysis;
	const after = inspect({ ...document, text: applyChanges(document.text, [change]) }, options);
	if (after.broken > before.broken) return undefined;
	const at = change.range[0];
	const isComment = after.comments.some(
		(range) => range[0] >= at && range[1] <= at + change.newText.length && range[0] < at + change.newText.length,
	);
	const moved = (offset: number) => (offset < at ? offset : offset + change.newText.length);
	const then = findings.map((one) => `${one.rule} ${one.subject} ${moved(one.range[0])}`);
	const now = after.analysis.findings.map((one) => `${one.rule} ${one.subject} ${one.range[0]}`);
	return isComment && then.join("\n") === now.join("\n") ? after : undefined;
}
