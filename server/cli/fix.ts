/** `migrate-helicone fix`: applies fixes, or says exactly what it would do. */
import type { Selection } from "../engine/plan";
import { renderReport } from "../engine/report/render-report";
import { putTodos } from "../engine/todos/put-todos";
import { type Fixed, fixAll } from "../host/fix-rounds";
import { gitState } from "../host/git-state";
import { analyseAll, migrationRecord } from "../host/migration-record";
import { type Scan, withTexts } from "../host/scan";
import { replaceFile } from "../host/write-file";
import type { CliEnvironment, ExitCode } from "./environment";
import { type FixReport, formatFix } from "./format-fix";
import { type Opened, open } from "./open";
import { displayPath } from "./paths";
import { putReport } from "./report";
import { reportFiles, reportFindings } from "./result";
import { UsageError } from "./usage-error";

export const fixFormats = ["text", "json", "diff"] as const;

export interface FixOptions {
	readonly selection: Selection;
	readonly format: (typeof fixFormats)[number];
	readonly isDryRun: boolean;
	readonly allowsDirty: boolean;
	/** Put a comment at each thing that is left without a fix. */
	readonly marksLeft: boolean;
	/** File for the migration report, relative to the working directory. */
	readonly report?: string;
}

export async function fix(
	paths: readonly string[],
	options: FixOptions,
	environment: CliEnvironment,
): Promise<ExitCode> {
	const opened = await open(paths, environment);
	try {
		const fixed = await fixAll(opened, options.selection, {
			lastly: options.marksLeft ? putTodos : undefined,
		});
		const files = [...fixed.texts.keys()];
		if (files.length > 0) await respectGit(files, options, environment);
		const failures = options.isDryRun ? new Map<string, string>() : await writeAll(opened.scan, fixed, environment);
		const report = await reportOf(opened, fixed, failures, options, environment);
		if (options.format === "diff" && report.changed.length > 0) {
			environment.warn("note: the patch holds the old lines as they are, with any key that stands in them");
		}
		if (options.report !== undefined) await writeReport(opened, fixed, failures, options, environment);
		environment.print(formatFix(report, options.format, environment.useColor));
		for (const [file, reason] of failures) environment.warn(`error: ${file} was not written: ${reason}`);
		if (failures.size > 0) return 2;
		return report.findings.length > 0 ? 1 : 0;
	} finally {
		await opened.close();
	}
}

async function writeReport(
	opened: Opened,
	fixed: Fixed,
	failures: ReadonlyMap<string, string>,
	{ isDryRun, report }: FixOptions,
	environment: CliEnvironment,
): Promise<void> {
	const nameOf = (file: string) => displayPath(file, environment);
	const texts = new Map([...fixed.texts].filter(([file]) => !failures.has(nameOf(file))));
	const record = await migrationRecord(opened, fixed, { isPlanned: isDryRun, texts, nameOf, asksGit: true });
	await putReport(renderReport(record), report, environment);
}

/** @throws UsageError when a run would mix its changes with ones that git does not hold yet */
async function respectGit(files: readonly string[], options: FixOptions, environment: CliEnvironment): Promise<void> {
	if (options.allowsDirty) return;
	const { dirty, ignored, unknown } = await gitState(files);
	const names = (some: readonly string[]) => some.map((file) => `\n  ${displayPath(file, environment)}`).join("");
	if (dirty.length > 0) {
		const message = `these files have changes that are not committed:${names(dirty)}\nCommit or stash them, or pass --allow-dirty`;
		if (!options.isDryRun) throw new UsageError(`${message}.`);
		environment.warn(`note: ${message} when it comes to writing.`);
	}
	if (unknown.length > 0) environment.warn(`note: git does not say whether these files have changes:${names(unknown)}`);
	// An `.env` is ignored in nearly every repository: a reason to say so, not to refuse.
	if (ignored.length > 0) environment.warn(`note: git keeps no version of:${names(ignored)}`);
}

/** @returns the files that could not be written, as shown to people, each with its reason */
async function writeAll(
	scan: Scan,
	{ texts }: Fixed,
	environment: CliEnvironment,
): Promise<ReadonlyMap<string, string>> {
	const failures = new Map<string, string>();
	for (const { path, text } of scan.files) {
		const newText = texts.get(path);
		if (newText === undefined) continue;
		try {
			await replaceFile(path, text, newText);
		} catch (error) {
			failures.set(displayPath(path, environment), error instanceof Error ? error.message : String(error));
		}
	}
	return failures;
}

/** What is left is what `check` would say of the written files: the same code looks at the same texts. */
async function reportOf(
	opened: Opened,
	fixed: Fixed,
	failures: ReadonlyMap<string, string>,
	options: FixOptions,
	environment: CliEnvironment,
): Promise<FixReport> {
	const isWritten = (file: string) => !failures.has(displayPath(file, environment));
	const texts = new Map([...fixed.texts].filter(([file]) => isWritten(file)));
	const project = await opened.project(withTexts(opened.scan, texts));
	const analysed = await analyseAll(project);
	const changed = opened.scan.files.flatMap(({ path, text }) => {
		const after = texts.get(path);
		return after === undefined ? [] : [{ path: displayPath(path, environment), before: text, after }];
	});
	return {
		isDryRun: options.isDryRun,
		findings: analysed.flatMap((file) => reportFindings(file, environment)),
		applied: fixed.applied.filter(({ path }) => isWritten(path)).flatMap((file) => reportFindings(file, environment)),
		dropped: fixed.dropped.flatMap((file) =>
			reportFindings(file, environment).map((finding, index) => ({ finding, reason: file.reasons[index] ?? "" })),
		),
		files: reportFiles(project, analysed, environment),
		changed,
	};
}
