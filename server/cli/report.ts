/** `migrate-helicone report`: what was, what changed, what is left and why, as Markdown for a pull request. */
import * as fs from "node:fs/promises";
import * as path from "node:path";
import type { Selection } from "../engine/plan";
import { gapReport } from "../engine/report/gap-report";
import type { MigrationRecord } from "../engine/report/migration-record";
import { renderReport } from "../engine/report/render-report";
import { catalogueIn } from "../host/connection/saved-catalogue";
import { fixAll } from "../host/fix-rounds";
import { textsAt } from "../host/git-texts";
import { migrationRecord, recordBetween } from "../host/migration-record";
import type { CliEnvironment, ExitCode } from "./environment";
import { type Opened, open } from "./open";
import { displayPath } from "./paths";
import { UsageError } from "./usage-error";

export interface ReportOptions {
	readonly selection: Selection;
	/** File to write, relative to the working directory; standard output without it. */
	readonly out?: string;
	/** What to compare with; the last commit without it. */
	readonly since?: string;
	/** A text for support instead: what had no equivalent, in counts. */
	readonly gaps?: boolean;
}

export async function report(
	paths: readonly string[],
	options: ReportOptions,
	environment: CliEnvironment,
): Promise<ExitCode> {
	const old = await textsAt(environment.workingDirectory, options.since ?? "HEAD");
	if (options.since !== undefined && old === undefined) {
		throw new UsageError(`git does not know what the files were at ${options.since}`);
	}
	const now = await open(paths, environment);
	try {
		const record = await recordOf(paths, now, old ?? new Map(), options, environment);
		if (options.gaps) return await putGaps(record, options, environment);
		await putReport(renderReport(record), options.out, environment);
		return record.left.length > 0 ? 1 : 0;
	} finally {
		await now.close();
	}
}

async function putGaps(
	{ before }: MigrationRecord,
	{ out }: ReportOptions,
	environment: CliEnvironment,
): Promise<ExitCode> {
	const { date } = catalogueIn(environment.cacheDirectory).catalogue;
	const { markdown } = gapReport(before, { version: environment.version, catalogueDate: date });
	await putReport(markdown, out, environment);
	return 0;
}

/** Where nothing has been migrated yet, the report says what a run would do. */
async function recordOf(
	paths: readonly string[],
	now: Opened,
	old: ReadonlyMap<string, string>,
	{ selection, since }: ReportOptions,
	environment: CliEnvironment,
): Promise<MigrationRecord> {
	const nameOf = (file: string) => displayPath(file, environment);
	const before = old.size > 0 ? await open(paths, environment, old) : undefined;
	try {
		const done = before && (await recordBetween(before, now, nameOf));
		if (done && (since !== undefined || done.applied.length > 0)) return done;
	} finally {
		await before?.close();
	}
	const fixed = await fixAll(now, selection);
	return migrationRecord(now, fixed, { isPlanned: true, texts: fixed.texts, nameOf, asksGit: true });
}

/** @param out as typed */
export async function putReport(text: string, out: string | undefined, environment: CliEnvironment): Promise<void> {
	if (out === undefined) return environment.print(text);
	try {
		await fs.writeFile(path.resolve(environment.workingDirectory, out), text);
	} catch (error) {
		throw new UsageError(`the report cannot be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}
