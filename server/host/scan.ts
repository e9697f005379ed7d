/** Crawl and look: which files of some folders matter, and what stands in them. */
import * as path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ConfigProblem, FolderSettings } from "./config";
import { type CrawlReport, crawl, type FoundFile, isLeftOut } from "./crawl";
import { isEnvironmentFile } from "./left-out";
import { hasMention } from "./mention";
import { FileReader, type Look, type LookOptions } from "./read-file";
import { lookAtAll, timeSlice } from "./scan-threads";

export interface ScanOptions {
	/** Absolute paths of folders and files that exist. */
	readonly roots: readonly string[];
	readonly base: FolderSettings;
	/** Text of unsaved documents by absolute path; it stands for what is on disk. */
	readonly overlay: ReadonlyMap<string, string>;
	readonly signal: AbortSignal | undefined;
	/** File of `scan-worker.js`, for a second thread. */
	readonly worker?: string | undefined;
}

export interface ScannedFile {
	/** Absolute, as the operating system spells it. */
	readonly path: string;
	readonly text: string;
	readonly folder: FolderSettings;
	readonly mention: boolean;
}

export interface SkippedFile {
	readonly path: string;
	/** A phrase for a person: `binary`, `larger than 2 MiB`. */
	readonly reason: string;
}

export interface Scan {
	/** With a mention, or named by the person, and readable; with a mention somewhere, environment files as well. */
	readonly files: readonly ScannedFile[];
	readonly skipped: readonly SkippedFile[];
	readonly problems: readonly ConfigProblem[];
	/** The rest: files without a mention, which nobody has decoded. */
	readonly others: readonly FoundFile[];
	/** What an edit made of some files, by path: it stands for what is on disk. */
	readonly edited?: ReadonlyMap<string, string>;
}

/** @throws the signal's reason when it is aborted; nothing else, as long as the roots exist */
export async function scan(options: ScanOptions): Promise<Scan> {
	const report: CrawlReport = { unreadable: [], problems: [] };
	const result = { files: [] as ScannedFile[], skipped: [] as SkippedFile[], others: [] as FoundFile[] };
	const reader = new FileReader();
	const found = await listAll(crawl(options.roots, options.base, report), options.signal);
	const onDisk = found.filter((file) => !options.overlay.has(file.path));
	const looks = await lookAtAll(onDisk, options.worker, options.signal);
	for (const [index, file] of onDisk.entries()) sort(file, looks[index] ?? { kind: "quiet" }, result);
	for (const file of found) {
		if (options.overlay.has(file.path))
			sort(file, lookAt(file, reader, options.overlay, { always: file.named }), result);
	}
	if (result.files.some((file) => file.mention)) addEnvironmentFiles(reader, options.overlay, result);
	return {
		files: result.files.sort(byPath),
		skipped: [...result.skipped, ...report.unreadable].sort(byPath),
		problems: report.problems,
		others: result.others,
	};
}

async function listAll(files: Iterable<FoundFile>, signal: AbortSignal | undefined): Promise<readonly FoundFile[]> {
	const all: FoundFile[] = [];
	let sliceEnd = performance.now() + timeSlice;
	for (const file of files) {
		all.push(file);
		if (performance.now() < sliceEnd) continue;
		await setImmediate();
		signal?.throwIfAborted();
		sliceEnd = performance.now() + timeSlice;
	}
	return all;
}

/**
 * The scan as it would be if some of its files held other texts.
 * @param texts new texts by path, of files of the scan
 */
export function withTexts(before: Scan, texts: ReadonlyMap<string, string>): Scan {
	if (texts.size === 0) return before;
	const files: ScannedFile[] = [];
	const others = [...before.others];
	for (const file of before.files) {
		const text = texts.get(file.path) ?? file.text;
		const mention = text === file.text ? file.mention : hasMention(Buffer.from(text));
		const stays = mention || !file.mention || isEnvironmentFile(path.basename(file.path));
		if (stays) files.push({ ...file, text, mention });
		else others.push({ path: file.path, folder: file.folder, named: false, rules: undefined });
	}
	return { ...before, files, others, edited: new Map([...(before.edited ?? []), ...texts]) };
}

type Sorting = { readonly files: ScannedFile[]; readonly skipped: SkippedFile[]; others: FoundFile[] };

function sort(found: FoundFile, look: Look, into: Sorting): void {
	if (look.kind === "quiet") into.others.push(found);
	else if (isLeftOut(found)) return;
	else if (look.kind === "skipped") into.skipped.push({ path: found.path, reason: look.reason });
	else into.files.push({ path: found.path, text: look.text, folder: found.folder, mention: look.mention });
}

/** The provider's key in an `.env` has no mention, but may have lost its last reader. */
function addEnvironmentFiles(reader: FileReader, overlay: ReadonlyMap<string, string>, into: Sorting): void {
	const rest = into.others;
	into.others = [];
	for (const found of rest) {
		const isWanted = isEnvironmentFile(path.basename(found.path)) && !isLeftOut(found);
		if (isWanted) sort(found, lookAt(found, reader, overlay, { always: true }), into);
		else into.others.push(found);
	}
}

/** Like `FileReader.look`, with an unsaved document's text in place of the file's. */
export function lookAt(
	found: FoundFile,
	reader: FileReader,
	overlay: ReadonlyMap<string, string>,
	wanted: Omit<LookOptions, "maxFileSize">,
): Look {
	const unsaved = overlay.get(found.path);
	if (unsaved === undefined) {
		return reader.look(found.path, { maxFileSize: found.folder.settings.maxFileSize, ...wanted });
	}
	const bytes = Buffer.from(unsaved);
	const mention = hasMention(bytes);
	const isWanted = mention || wanted.always || wanted.holding?.some((word) => bytes.includes(word));
	return isWanted ? { kind: "text", text: unsaved, mention } : { kind: "quiet" };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
	return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
