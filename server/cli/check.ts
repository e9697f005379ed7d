/** `migrate-helicone check`: says what is there, changes nothing. */
import { analyseAll } from "../host/migration-record";
import type { CliEnvironment, ExitCode } from "./environment";
import { githubLines } from "./format-github";
import { sarifLog } from "./format-sarif";
import { findingLines, skippedLines, summaryLine } from "./format-text";
import { open } from "./open";
import { type ReportedFile, type ReportedFinding, reportFiles, reportFindings } from "./result";
import { summarise } from "./summary";

export const checkFormats = ["text", "json", "sarif", "github"] as const;

/** From quiet to loud. */
export const severityLevels = ["hint", "information", "warning", "error"] as const;

export interface CheckOptions {
	readonly format: (typeof checkFormats)[number];
	/** The loudest severity that is still no failure; without it any finding is one. */
	readonly maxSeverity?: (typeof severityLevels)[number];
}

export async function check(
	paths: readonly string[],
	options: CheckOptions,
	environment: CliEnvironment,
): Promise<ExitCode> {
	const opened = await open(paths, environment);
	try {
		const project = await opened.project(opened.scan);
		const analysed = await analyseAll(project);
		const findings = analysed.flatMap((file) => reportFindings(file, environment));
		environment.print(formatted(findings, reportFiles(project, analysed, environment), options, environment));
		return findings.some(({ severity }) => isFailure(severity, options.maxSeverity)) ? 1 : 0;
	} finally {
		await opened.close();
	}
}

function formatted(
	findings: readonly ReportedFinding[],
	files: readonly ReportedFile[],
	{ format }: CheckOptions,
	{ useColor, version }: CliEnvironment,
): string {
	const summary = summarise(findings, files);
	if (format === "json") return json({ findings, files, summary });
	if (format === "sarif") return json(sarifLog(findings, files, version));
	if (format === "github") return githubLines(findings);
	const list = findingLines(findings, useColor);
	const gap = list === "" ? "" : "\n";
	return `${list}${gap}${summaryLine(summary, useColor)}\n${skippedLines(files, useColor)}`;
}

function isFailure(severity: ReportedFinding["severity"], accepted: CheckOptions["maxSeverity"]): boolean {
	return accepted === undefined || severityLevels.indexOf(severity) > severityLevels.indexOf(accepted);
}

function json(value: object): string {
	return `${JSON.stringify(value, undefined, 2)}\n`;
}
