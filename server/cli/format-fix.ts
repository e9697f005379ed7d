/** What `fix` did or would do, for people and programs. */
import { maskKey } from "../../shared/mask-key";
import { emptiedFiles } from "../engine/report/emptied-files";
import { type ChangedFile, patchOf } from "../engine/report/patch";
import { findingLines, skippedLines, styled, summaryLine } from "./format-text";
import type { ReportedFile, ReportedFinding } from "./result";
import { counted, summarise } from "./summary";

export interface FixReport {
	readonly isDryRun: boolean;
	/** What is left; ranges are of the new text. */
	readonly findings: readonly ReportedFinding[];
	/** What was fixed; ranges and edits are of the old text. */
	readonly applied: readonly ReportedFinding[];
	/** Fixes that were taken back, as their result would not have said what was meant. */
	readonly dropped: readonly { readonly finding: ReportedFinding; readonly reason: string }[];
	readonly files: readonly ReportedFile[];
	readonly changed: readonly ChangedFile[];
}

export function formatFix(report: FixReport, format: "text" | "json" | "diff", useColor: boolean): string {
	if (format === "diff") return patchOf(report.changed);
	return format === "json" ? asJson(report) : asText(report, useColor);
}

/** The same fields as `check` with what is left as `findings`, and `applied` and `dropped` beside them. */
function asJson({ findings, files, applied, dropped, changed, isDryRun }: FixReport): string {
	const summary = {
		...summarise(findings, files),
		applied: applied.length,
		dropped: dropped.length,
		changedFiles: changed.length,
		dryRun: isDryRun,
	};
	const reasons = dropped.map(({ finding, reason }) => ({ ...finding, reason: maskKey(reason) }));
	return `${JSON.stringify({ findings, files, summary, applied, dropped: reasons }, undefined, 2)}\n`;
}

function asText({ findings, files, applied, dropped, changed, isDryRun }: FixReport, useColor: boolean): string {
	const verb = isDryRun ? "Would fix" : "Fixed";
	const done = `${verb} ${counted(applied.length, "finding")} in ${counted(changed.length, "file")}.`;
	const parts = [
		applied.length > 0 ? `${styled(`${verb}:`, "green", useColor)}\n${findingLines(applied, useColor)}\n` : "",
		dropped.length > 0 ? `Fixes taken back:\n${dropped.map(droppedLine).join("")}\n` : "",
		findings.length > 0 ? `${isDryRun ? "Would be left" : "Left"}:\n${findingLines(findings, useColor)}\n` : "",
		emptiedLines(changed, isDryRun),
		`${done} ${findings.length > 0 ? summaryLine(summarise(findings, files), useColor) : "Nothing is left."}\n`,
		skippedLines(files, useColor),
	];
	return parts.join("");
}

function emptiedLines(changed: readonly ChangedFile[], isDryRun: boolean): string {
	const files = emptiedFiles(changed);
	const verb = isDryRun ? "Would hold" : "Hold";
	return files.length > 0
		? `${verb} nothing any more, delete them where nothing imports them:\n${files.map((file) => `${file}\n`).join("")}\n`
		: "";
}

function droppedLine({ finding, reason }: FixReport["dropped"][number]): string {
	const { line, character } = finding.range.start;
	return `${finding.path}:${line + 1}:${character + 1} ${finding.rule} ${maskKey(reason)}\n`;
}
