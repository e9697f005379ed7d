/** One page of Helicone's request API (docs.helicone.ai/rest/request/post-v1requestquery-clickhouse), asked for until it comes. */

import { setTimeout } from "node:timers/promises";
import type { HttpClient, HttpResult, SendOptions } from "../http/http-client";
import { parseJson } from "../parse-json";
import { type HistoryRow, isRow } from "./history-file";

export interface PageQuery {
	/** Instants, ISO 8601: from the first on, before the second. */
	readonly from: string | undefined;
	readonly to: string;
	readonly offset: number;
	readonly limit: number;
}

export interface HistorySource {
	readonly http: HttpClient;
	/** Origin of the API: `https://api.helicone.ai`. */
	readonly origin: string;
	/** Helicone's key. It goes into the `Authorization` header of these requests and nowhere else. */
	readonly key: string;
	readonly signal?: AbortSignal | undefined;
	/** Milliseconds of the first pause between attempts, doubled each time; 500 without. */
	readonly pause?: number;
}

/** Helicone cannot be asked any further; the message says why and what to do, and holds no key. */
export class ExportStopped extends Error {}

/** The page is larger than an answer may be: ask for fewer rows. */
export const tooLarge = Symbol("too large");

const attempts = 8;
const sending: SendOptions = { timeout: 60_000, retries: 3, longestPause: 120_000, mostBytes: 64 * 1024 * 1024 };

/** @throws ExportStopped when the key is refused, or after many attempts; the signal's reason when it is cancelled */
export async function fetchPage(
	source: HistorySource,
	query: PageQuery,
): Promise<readonly HistoryRow[] | typeof tooLarge> {
	const request = {
		method: "POST",
		url: `${source.origin}/v1/request/query-clickhouse`,
		headers: { authorization: `Bearer ${source.key}` },
		body: bodyOf(query),
	} as const;
	return persist(source, () => source.http.send(request, { ...sending, signal: source.signal }), rowsOf);
}

/** @returns what a presigned address holds, or why not; such an address needs no key and is given none */
export async function fetchBody(source: HistorySource, url: string): Promise<unknown> {
	const request = { method: "GET", url } as const;
	return persist(
		source,
		() => source.http.send(request, { ...sending, signal: source.signal }),
		({ text }) => parseJson(text),
	);
}

/** Repeats what only reads, whatever stood in its way; what cannot be mended by waiting ends it at once. */
async function persist<Result>(
	{ signal, pause = 500 }: HistorySource,
	send: () => Promise<HttpResult>,
	read: (answer: { readonly text: string }) => Result | undefined,
): Promise<Result | typeof tooLarge> {
	let problem = "";
	for (let attempt = 0; attempt < attempts; attempt++) {
		signal?.throwIfAborted();
		const result = await send();
		signal?.throwIfAborted();
		if (result.kind === "failure") {
			if (result.reason === "too-large") return tooLarge;
			problem = `no answer (${result.reason}, ${result.code})`;
		} else if (result.status >= 200 && result.status < 300) {
			const value = read(result);
			if (value !== undefined) return value;
			problem = "an answer that is none of Helicone's request API";
		} else if (result.status === 429 || result.status >= 500) problem = `status ${result.status}`;
		else throw new ExportStopped(refusal(result.status));
		await setTimeout(Math.min(pause * 2 ** attempt, 30_000), undefined, { signal });
	}
	throw new ExportStopped(
		`Helicone gave ${problem}, ${attempts} times. Run the same again later: it goes on where it stopped.`,
	);
}

function refusal(status: number): string {
	if (status === 401 || status === 403)
		return `Helicone refused the key (status ${status}). It wants a key that may read (sk-helicone-…), of this region: try the other region.`;
	return `Helicone refused the question (status ${status}).`;
}

function bodyOf({ from, to, offset, limit }: PageQuery): unknown {
	const created = { ...(from === undefined ? {} : { gte: from }), lt: to };
	return {
		filter: { request_response_rmt: { request_created_at: created } },
		offset,
		limit,
		sort: { created_at: "asc" },
		isCached: false,
		includeInputs: false,
		isPartOfExperiment: false,
		isScored: false,
	};
}

function rowsOf({ text }: { readonly text: string }): readonly HistoryRow[] | undefined {
	const answer = parseJson(text);
	const rows = typeof answer === "object" && answer !== null && "data" in answer ? answer.data : undefined;
	return Array.isArray(rows) && rows.every(isRow) ? rows : undefined;
}
