/**
 * Helicone's request history as JSON Lines, oldest first. It can be ended and begun again at any moment: the file's last row says
 * where to go on, so that no row is lost and none comes twice. Only one page is ever held in memory.
 */
import { ExportStopped, fetchBody, fetchPage, type HistorySource, tooLarge } from "./fetch-page";
import { type HistoryRow, instantOf, openHistory } from "./history-file";

export interface HistoryExport extends HistorySource {
	/** The file; made when missing, gone on with when it is there. */
	readonly file: string;
	/** Instants, ISO 8601; everything up to now without. */
	readonly from?: string | undefined;
	readonly to: string;
	/** Also the prompts and answers, where Helicone still has them. */
	readonly bodies: boolean;
	/** Rows of a page; 1,000 without, which is as many as Helicone gives. */
	readonly pageSize?: number;
	/** After each page. */
	onProgress?(progress: ExportProgress): void;
}

export interface ExportProgress {
	/** In the file by now, those of earlier runs included. */
	readonly rows: number;
	/** Instant of the last one; undefined before the first. */
	readonly until: string | undefined;
}

/** Bodies that are fetched at the same time. */
const together = 8;

/**
 * @returns what the file holds at the end
 * @throws ExportStopped, NotAHistory, the operating system's error, or the signal's reason; every row written until then stays
 */
export async function exportHistory(options: HistoryExport): Promise<ExportProgress> {
	const history = openHistory(options.file);
	try {
		let { rows, last } = history.progress;
		let seen: ReadonlySet<string> = history.progress.idsAtLast;
		let [offset, limit] = [0, options.pageSize ?? 1000];
		for (;;) {
			const page = await fetchPage(options, { from: fromOf(options.from, last), to: options.to, offset, limit });
			if (page === tooLarge) {
				if (limit === 1) throw new ExportStopped("One request of the history is larger than an answer may be.");
				limit = Math.ceil(limit / 2);
				continue;
			}
			const fresh = page.filter((row) => instantOf(row) !== last || !seen.has(row.request_id));
			if (fresh.length === 0) {
				if (page.length < limit) return progressOf(rows, last);
				// More requests of one instant than a page holds: the question does not move on by itself.
				offset += page.length;
				continue;
			}
			history.append(options.bodies ? await withBodies(fresh, options) : fresh.map(withoutAddress));
			rows += fresh.length;
			({ last, seen } = advance(fresh, last, seen));
			offset = 0;
			options.onProgress?.(progressOf(rows, last));
		}
	} finally {
		history.close();
	}
}

/** Rows come oldest first: the ids of the newest instant are what the next page may bring again. */
function advance(fresh: readonly HistoryRow[], last: number | undefined, seen: ReadonlySet<string>) {
	const newest = Math.max(...fresh.map(instantOf));
	const ids = fresh.filter((row) => instantOf(row) === newest).map((row) => row.request_id);
	return { last: newest, seen: new Set(newest === last ? [...seen, ...ids] : ids) };
}

function progressOf(rows: number, last: number | undefined): ExportProgress {
	return { rows, until: last === undefined ? undefined : new Date(last).toISOString() };
}

/** The instant of the last row is asked for again: others may share it. */
function fromOf(from: string | undefined, last: number | undefined): string | undefined {
	if (last === undefined || (from !== undefined && Date.parse(from) > last)) return from;
	return new Date(last).toISOString();
}

type RowWithAddress = HistoryRow & { readonly signed_body_url?: unknown };

/** A presigned address is a key to the body for as long as it lives: it does not go into a file. */
function withoutAddress({ signed_body_url: _, ...row }: RowWithAddress): HistoryRow {
	return row;
}

async function withBodies(rows: readonly RowWithAddress[], options: HistoryExport): Promise<readonly HistoryRow[]> {
	const full: HistoryRow[] = [];
	for (let start = 0; start < rows.length; start += together)
		full.push(...(await Promise.all(rows.slice(start, start + together).map((row) => withBody(row, options)))));
	return full;
}

async function withBody(row: RowWithAddress, options: HistoryExport): Promise<HistoryRow> {
	const plain = withoutAddress(row);
	if (typeof row.signed_body_url !== "string") return plain;
	try {
		const body = await fetchBody(options, row.signed_body_url);
		return body === tooLarge ? { ...plain, ...missing("too large") } : { ...plain, ...{ body } };
	} catch (problem) {
		// A body that Helicone has no more ends no export of a year.
		if (problem instanceof ExportStopped) return { ...plain, ...missing("not available") };
		throw problem;
	}
}

function missing(reason: string): { readonly body: null; readonly body_missing: string } {
	return { body: null, body_missing: reason };
}
