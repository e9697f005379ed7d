/** The file that a history goes into: JSON Lines, only ever appended to, whole rows only. It says itself how far it got. */

import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { parseJson } from "../parse-json";

export interface HistoryRow {
	readonly request_id: string;
	/** ISO 8601, as Helicone wrote it. */
	readonly request_created_at: string;
}

/** Where an export goes on: the last instant in the file, and the requests of that very instant that are in it already. */
export interface Progress {
	readonly rows: number;
	/** Milliseconds since 1970. */
	readonly last: number | undefined;
	readonly idsAtLast: ReadonlySet<string>;
}

export interface HistoryFile {
	readonly progress: Progress;
	/** Appends whole rows and waits until they are on the disk. */
	append(rows: readonly HistoryRow[]): void;
	close(): void;
}

/** The file holds something else; nothing was changed. */
export class NotAHistory extends Error {}

const chunkSize = 1 << 16;

/**
 * Opens a file, or makes it. Half a row at its end, which a kill leaves, is taken off.
 * @throws NotAHistory when its last row is none of an export; the operating system's error when it cannot be opened
 */
export function openHistory(file: string): HistoryFile {
	const handle = openSync(file, "a+");
	try {
		const end = endOfLastRow(handle);
		const { rows, tail } = readRows(handle, end, file);
		if (end < fstatSync(handle).size) ftruncateSync(handle, end);
		const last = tail[0] && instantOf(tail[0]);
		return {
			progress: { rows, last, idsAtLast: new Set(tail.map((row) => row.request_id)) },
			append: (added) => {
				writeSync(handle, added.map((row) => `${JSON.stringify(row)}\n`).join(""));
				fsyncSync(handle);
			},
			close: () => closeSync(handle),
		};
	} catch (problem) {
		closeSync(handle);
		throw problem;
	}
}

/** @returns the offset behind the last line break, in bytes; 0 without one */
function endOfLastRow(handle: number): number {
	const chunk = Buffer.alloc(chunkSize);
	for (let end = fstatSync(handle).size; end > 0; ) {
		const start = Math.max(0, end - chunkSize);
		readSync(handle, chunk, 0, end - start, start);
		const at = chunk.subarray(0, end - start).lastIndexOf(10);
		if (at >= 0) return start + at + 1;
		end = start;
	}
	return 0;
}

/** Reads the file once, line by line. @returns how many rows it has, and those of its newest instant */
function readRows(handle: number, end: number, file: string): { rows: number; tail: readonly HistoryRow[] } {
	const chunk = Buffer.alloc(chunkSize);
	let [rows, rest] = [0, Buffer.alloc(0)];
	let tail: HistoryRow[] = [];
	for (let at = 0; at < end; ) {
		const read = readSync(handle, chunk, 0, Math.min(chunkSize, end - at), at);
		if (read === 0) break;
		at += read;
		let text = Buffer.concat([rest, chunk.subarray(0, read)]);
		for (let cut = text.indexOf(10); cut >= 0; cut = text.indexOf(10)) {
			const row = readRow(text.subarray(0, cut).toString("utf8"), ++rows, file);
			text = text.subarray(cut + 1);
			const newest = tail[0] ? instantOf(tail[0]) : Number.NEGATIVE_INFINITY;
			if (instantOf(row) > newest) tail = [];
			if (instantOf(row) >= newest) tail.push(row);
		}
		rest = text;
	}
	return { rows, tail };
}

function readRow(line: string, number: number, file: string): HistoryRow {
	const row = parseJson(line);
	if (!isRow(row))
		throw new NotAHistory(
			`${file}: line ${number} is no row of an export. Choose another file, or move this one away.`,
		);
	// The bodies of a row are not kept in memory.
	return { request_id: row.request_id, request_created_at: row.request_created_at };
}

/** Milliseconds since 1970: what is finer than that is not told apart. */
export function instantOf({ request_created_at: created }: HistoryRow): number {
	return Date.parse(created);
}

/** What an answer must have to be a row. */
export function isRow(value: unknown): value is HistoryRow {
	if (typeof value !== "object" || value === null) return false;
	const { request_id: id, request_created_at: created } = value as Partial<Record<keyof HistoryRow, unknown>>;
	return typeof id === "string" && typeof created === "string" && !Number.isNaN(Date.parse(created));
}
