/**
 * "Ignore on this line" and "Ignore in this file": a comment `migrate-helicone-ignore`, in the language's own syntax.
 * Where a comment may stand is not known beforehand (a string over several lines, a shell's continuation), so each place
 * is tried on the text and analysed again: it is offered only if it silences what it should and nothing else.
 */
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { suppressionWord } from "../../shared/protocol";
import { analyze } from "../engine/analyze";
import type { Change, Finding } from "../engine/model";
import type { Analysed } from "./analyses";
import { diagnosticOf } from "./diagnostics";
import { workspaceEdit } from "./edits";
import type { Session } from "./session";

/** @returns at most one action for the line and one for the file, per rule under the caret */
export function suppressions(session: Session, analysed: Analysed, findings: readonly Finding[]): CodeAction[] {
	const opener = session.lineComment(analysed.analysis.document.language);
	if (opener === undefined) return [];
	const firstOfRule = new Map(findings.toReversed().map((finding) => [finding.rule, finding]));
	return [...firstOfRule.values()].toReversed().flatMap((finding) => {
		const inLine = [commentAbove, commentBehind].map((place) => place(analysed, finding, opener));
		const candidates = [
			{
				title: `Ignore ${finding.rule} on this line`,
				change: inLine.find((change) => silences(analysed, finding, change)),
			},
			{ title: `Ignore ${finding.rule} in this file`, change: commentOnTop(analysed, finding, opener) },
		];
		return candidates.flatMap(({ title, change }) =>
			change === undefined || !silences(analysed, finding, change)
				? []
				: [actionOf(session, analysed, finding, title, change)],
		);
	});
}

function actionOf(session: Session, analysed: Analysed, finding: Finding, title: string, change: Change): CodeAction {
	return {
		title,
		kind: CodeActionKind.QuickFix,
		diagnostics: [diagnosticOf(analysed.document, finding)],
		edit: workspaceEdit(session, analysed, [change]),
	};
}

function commentAbove({ analysis }: Analysed, finding: Finding, opener: string): Change {
	const { text } = analysis.document;
	const start = lineStart(text, finding.range[0]);
	const indent = /^[ \t]*/.exec(text.slice(start, finding.range[0]))?.[0] ?? "";
	const comment = `${indent}${opener}${suppressionWord} ${finding.rule}${lineEnding(text)}`;
	return { range: [start, start], newText: comment };
}

function commentBehind({ analysis }: Analysed, finding: Finding, opener: string): Change {
	const { text } = analysis.document;
	const end = lineEnd(text, finding.range[0]);
	return { range: [end, end], newText: ` ${opener}${suppressionWord} ${finding.rule}` };
}

/** Below a `#!` line and Python's coding line, which only count at the very top. */
function commentOnTop({ analysis }: Analysed, finding: Finding, opener: string): Change {
	const { text } = analysis.document;
	const head = /^\uFEFF?(#!.*(\r?\n|$))?(#.*coding[:=].*(\r?\n|$))?/.exec(text)?.[0].length ?? 0;
	const comment = `${opener}${suppressionWord}-file ${finding.rule}${lineEnding(text)}`;
	return { range: [head, head], newText: comment };
}

/** Whether the finding is gone with the comment, and everything else that stands on other lines is still found. */
function silences({ analysis, options }: Analysed, finding: Finding, change: Change): boolean {
	const { text } = analysis.document;
	const newText = text.slice(0, change.range[0]) + change.newText + text.slice(change.range[1]);
	const after = analyze({ ...analysis.document, text: newText }, options);
	const moved = (offset: number) => (offset < change.range[0] ? offset : offset + change.newText.length);
	const left = new Set(after.findings.map((one) => `${one.rule} ${one.range[0]}`));
	const key = (one: Finding) => `${one.rule} ${moved(one.range[0])}`;
	const others = analysis.findings.filter((one) => one.rule !== finding.rule);
	return !left.has(key(finding)) && others.every((one) => left.has(key(one))) && !breaksLine(text, change);
}

/** A comment behind or below a backslash ends the command that goes on there. */
function breaksLine(text: string, change: Change): boolean {
	return /\\\r?\n?$/.test(text.slice(0, change.range[0]));
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
	const newline = text.indexOf("\n", offset);
	if (newline < 0) return text.length;
	return text[newline - 1] === "\r" ? newline - 1 : newline;
}

function lineEnding(text: string): string {
	return text.includes("\r\n") ? "\r\n" : "\n";
}
