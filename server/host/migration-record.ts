/** A run over a project as the report tells it: what was there, what was settled, what is left. */
import * as path from "node:path";
import { analyze } from "../engine/analyze";
import { isLockFile, type MigrationRecord, reportItem } from "../engine/report/migration-record";
import { countTodos } from "../engine/todos/todo-comment";
import type { Analysed, Fixed, Planned } from "./fix-rounds";
import { gitState } from "./git-state";
import { namingFile } from "./naming-file";
import type { Project } from "./project";
import { type Scan, type SkippedFile, withTexts } from "./scan";

export interface RunOfRecord {
	readonly isPlanned: boolean;
	/** Texts that stand in the files now, or would; those of `fixed` that were written. */
	readonly texts: ReadonlyMap<string, string>;
	/** A file's name for people. @param file absolute path */
	nameOf(file: string): string;
	/** Whether git may be asked whose files these are: not in a folder that nobody trusts. */
	readonly asksGit: boolean;
}

/**
 * @param pause between two files; what it throws ends the work
 * @returns the findings of each file that has a reader; in the order of the project's files
 */
export async function analyseAll(
	{ files }: Project,
	pause: () => Promise<unknown> = async () => {},
): Promise<readonly Analysed[]> {
	const all: Analysed[] = [];
	for (const { path: file, document, options } of files) {
		await pause();
		const { findings, unread } = namingFile(file, () => analyze(document, options));
		all.push({ path: file, document, findings, ...(unread === undefined ? {} : { unread }) });
	}
	return all;
}

/** Files that were found and not read, each with its reason. */
export function unreadFiles(project: Project, analysed: readonly Analysed[]): readonly SkippedFile[] {
	const unread = analysed.flatMap(({ path: file, unread: reason }) =>
		reason === undefined ? [] : [{ path: file, reason }],
	);
	return [...project.skipped, ...unread];
}

/** @param fixed a run over `planned` that has been written, or could be */
export async function migrationRecord(planned: Planned, fixed: Fixed, run: RunOfRecord): Promise<MigrationRecord> {
	const before = await planned.project(planned.scan);
	const after = await planned.project(withTexts(planned.scan, run.texts));
	const left = await analyseAll(after);
	const itemsOf = ({ path: file, document, findings }: Analysed) =>
		findings.map((finding) => reportItem(run.nameOf(file), document, finding));
	const files = [...run.texts.keys()];
	return {
		isPlanned: run.isPlanned,
		before: (await analyseAll(before)).flatMap(itemsOf),
		applied: fixed.applied.filter((one) => run.texts.has(one.path)).flatMap(itemsOf),
		left: left.flatMap(itemsOf),
		dropped: fixed.dropped.flatMap((one) =>
			itemsOf(one).map((item, index) => ({ item, reason: one.reasons[index] ?? "" })),
		),
		todos: todosIn(after),
		changed: planned.scan.files.flatMap(({ path: file, text }) => {
			const newText = run.texts.get(file);
			return newText === undefined ? [] : [{ path: run.nameOf(file), before: text, after: newText }];
		}),
		skipped: unreadFiles(after, left).map(({ path: file, reason }) => ({ path: run.nameOf(file), reason })),
		lockFiles: lockFilesIn(planned.scan).map(run.nameOf),
		wantsReversePatch: run.asksGit && files.length > 0 && (await gitState(files)).outside.length > 0,
	};
}

function todosIn({ files }: Project): number {
	return files.reduce((sum, { document }) => sum + countTodos(document.text), 0);
}

/** What has changed between two states of the same files, whoever changed it. */
export async function recordBetween(
	before: Planned,
	after: Planned,
	nameOf: (file: string) => string,
): Promise<MigrationRecord> {
	const itemsOf = ({ path: file, document, findings }: Analysed) =>
		findings.map((finding) => reportItem(nameOf(file), document, finding));
	const then = (await analyseAll(await before.project(before.scan))).flatMap(itemsOf);
	const project = await after.project(after.scan);
	const analysed = await analyseAll(project);
	const now = analysed.flatMap(itemsOf);
	const texts = new Map(after.scan.files.map(({ path: file, text }) => [file, text]));
	return {
		isPlanned: false,
		before: then,
		applied: withoutThoseLeft(then, now),
		left: now,
		dropped: [],
		todos: todosIn(project),
		changed: before.scan.files.flatMap(({ path: file, text }) => {
			const newText = texts.get(file) ?? text;
			return newText === text ? [] : [{ path: nameOf(file), before: text, after: newText }];
		}),
		skipped: unreadFiles(project, analysed).map(({ path: file, reason }) => ({ path: nameOf(file), reason })),
		lockFiles: lockFilesIn(after.scan).map(nameOf),
		wantsReversePatch: false,
	};
}

/** Fixes of a run that were taken back, where they stand among what is left now; what is gone meanwhile is nobody's worry. */
export function takenBack(
	dropped: Fixed["dropped"],
	left: MigrationRecord["left"],
	nameOf: (file: string) => string,
): MigrationRecord["dropped"] {
	const seen = new Set<MigrationRecord["left"][number]>();
	return dropped.flatMap(({ path: file, findings, reasons }) =>
		findings.flatMap(({ rule, subject }, index) => {
			const item = left.find(
				(one) => !seen.has(one) && one.path === nameOf(file) && one.rule === rule && one.subject === subject,
			);
			if (!item) return [];
			seen.add(item);
			return [{ item, reason: reasons[index] ?? "" }];
		}),
	);
}

/** Findings that say the same of the same file stand for each other, one by one: their lines may have moved. */
function withoutThoseLeft<T extends { path: string; rule: string; subject: string }>(
	then: readonly T[],
	now: readonly T[],
): readonly T[] {
	const left = new Map<string, number>();
	const key = ({ path: file, rule, subject }: T) => `${file}\n${rule}\n${subject}`;
	for (const one of now) left.set(key(one), (left.get(key(one)) ?? 0) + 1);
	return then.filter((one) => {
		const count = left.get(key(one)) ?? 0;
		if (count > 0) left.set(key(one), count - 1);
		return count === 0;
	});
}

/** A lock file with a mention, read or too large to be. */
function lockFilesIn({ files, skipped }: Scan): readonly string[] {
	const all = [...files.filter((file) => file.mention), ...skipped].map((file) => file.path);
	return all.filter((file) => isLockFile(path.basename(file))).sort();
}

/** Several folders in one report. */
export function joinRecords(records: readonly MigrationRecord[]): MigrationRecord {
	return {
		isPlanned: records.length > 0 && records.every(({ isPlanned }) => isPlanned),
		before: records.flatMap(({ before }) => before),
		applied: records.flatMap(({ applied }) => applied),
		left: records.flatMap(({ left }) => left),
		dropped: records.flatMap(({ dropped }) => dropped),
		todos: records.reduce((sum, { todos }) => sum + todos, 0),
		changed: records.flatMap(({ changed }) => changed),
		skipped: records.flatMap(({ skipped }) => skipped),
		lockFiles: records.flatMap(({ lockFiles }) => lockFiles),
		wantsReversePatch: records.some(({ wantsReversePatch }) => wantsReversePatch),
	};
}
