/**
 * HTTP for everything that a person asks to be sent: one request, one result, nothing thrown. Proxies and certificates as the
 * machine wants them, a deadline for each attempt, a bounded number of attempts, and an end as soon as the person wants it.
 */
import type { Dispatcher } from "undici";
import { authorities } from "./certificates";
import { codeOf, type FailureReason, reasonOf } from "./failure";
import { type ChosenProxy, type Network, proxyFor } from "./network";
import { isWorthRepeating, pauseBefore, retryAfterOf } from "./retry";

export interface HttpRequest {
	readonly method: "GET" | "POST";
	/** Absolute, `http:` or `https:`. */
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON; nothing is sent without it. */
	readonly body?: unknown;
}

export interface SendOptions {
	/** Milliseconds for each attempt, from the first byte to the last; 5,000 without. */
	readonly timeout?: number;
	/** Attempts after the first; 2 without. */
	readonly retries?: number;
	/** Milliseconds that `Retry-After` may ask to wait before the next attempt; with more there is none. 2,000 without. */
	readonly longestPause?: number;
	/** Bytes of an answer; 16 MB without. */
	readonly mostBytes?: number;
	readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
	readonly kind: "answer";
	readonly status: number;
	/** Lower-case names; of a header that came several times the last. */
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** `X-Request-Id`, which support can look up. */
	readonly requestId: string | undefined;
	/** Seconds that `Retry-After` asks for. */
	readonly retryAfter: number | undefined;
	/** Of the last attempt. */
	readonly milliseconds: number;
	readonly attempts: number;
}

export interface HttpFailure {
	readonly kind: "failure";
	readonly reason: FailureReason;
	/** Code of the error, such as `ENOTFOUND`: safe to show and to log. */
	readonly code: string;
	readonly milliseconds: number;
	readonly attempts: number;
}

export type HttpResult = HttpAnswer | HttpFailure;

export interface HttpClient {
	send(request: HttpRequest, options?: SendOptions): Promise<HttpResult>;
	/** Ends open connections. */
	close(): Promise<void>;
}

const defaults = { timeout: 5000, retries: 2, longestPause: 2000, mostBytes: 16 * 1024 * 1024 };

export function createHttpClient(network: Network): HttpClient {
	const dispatchers = new Map<string, Promise<Dispatcher>>();
	const dispatcherFor = (proxy: ChosenProxy | undefined): Promise<Dispatcher> => {
		const key = proxy?.url ?? "";
		const known = dispatchers.get(key) ?? newDispatcher(network, proxy);
		dispatchers.set(key, known);
		return known;
	};
	return {
		async send(request, options = {}) {
			const wanted = { ...defaults, ...options };
			const proxy = proxyFor(request.url, network);
			for (let attempt = 1; ; attempt++) {
				const result = await sendOnce(request, wanted, proxy, dispatcherFor, attempt);
				if (attempt > wanted.retries || !isWorthRepeating(request.method, result)) return result;
				const pause = pauseBefore(attempt, result);
				if (pause > wanted.longestPause) return result;
				if (!(await paused(pause, wanted.signal))) return { ...result, ...cancelled };
			}
		},
		async close() {
			// Not `close`, which waits for an answer that may never come.
			await Promise.allSettled([...dispatchers.values()].map(async (one) => (await one).destroy()));
		},
	};
}

const cancelled = { kind: "failure", reason: "cancelled", code: "ABORT_ERR" } as const;

/** undici is loaded with the first request: most sessions never send one. */
async function newDispatcher(network: Network, proxy: ChosenProxy | undefined): Promise<Dispatcher> {
	const { Agent, ProxyAgent } = await import("undici");
	const ca = [...authorities(network.variables)];
	if (proxy === undefined) return new Agent({ connect: { ca } });
	try {
		return new ProxyAgent({
			uri: proxy.url,
			requestTls: { ca },
			proxyTls: { ca, rejectUnauthorized: proxy.isStrict },
			...(proxy.authorization === undefined ? {} : { token: proxy.authorization }),
		});
	} catch (error) {
		throw new Error("the proxy's address cannot be used", { cause: error });
	}
}

async function sendOnce(
	{ method, url, headers, body }: HttpRequest,
	{ timeout, mostBytes, signal }: Required<Omit<SendOptions, "signal">> & Pick<SendOptions, "signal">,
	proxy: ChosenProxy | undefined,
	dispatcherFor: (proxy: ChosenProxy | undefined) => Promise<Dispatcher>,
	attempts: number,
): Promise<HttpResult> {
	const { request } = await import("undici");
	let start = performance.now();
	const elapsed = () => Math.round(performance.now() - start);
	let deadline: AbortSignal | undefined;
	try {
		const dispatcher = await dispatcherFor(proxy);
		// Loading undici and reading certificates is none of the gateway's time.
		start = performance.now();
		deadline = AbortSignal.timeout(timeout);
		const response = await request(url, {
			method,
			dispatcher,
			signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
			headers: { accept: "application/json", ...(body === undefined ? {} : jsonHeader), ...headers },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const read = lastOf(response.headers);
		const text = await textOf(response.body, mostBytes);
		if (text === undefined) return failed("too-large", "TOO_LARGE", elapsed(), attempts);
		return {
			kind: "answer",
			status: response.statusCode,
			headers: read,
			text,
			requestId: read["x-request-id"],
			retryAfter: retryAfterOf(read["retry-after"], Date.now()),
			milliseconds: elapsed(),
			attempts,
		};
	} catch (error) {
		if (signal?.aborted) return { ...cancelled, milliseconds: elapsed(), attempts };
		if (deadline?.aborted) return failed("timeout", "TIMEOUT", elapsed(), attempts);
		return failed(reasonOf(error, proxy !== undefined), codeOf(error), elapsed(), attempts);
	}
}

const jsonHeader = { "content-type": "application/json" };

function failed(reason: FailureReason, code: string, milliseconds: number, attempts: number): HttpFailure {
	return { kind: "failure", reason, code, milliseconds, attempts };
}

/** @returns undefined when there is more than `most` bytes */
async function textOf(body: AsyncIterable<Uint8Array>, most: number): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		// Leaving the loop ends the connection.
		if (size > most) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

function lastOf(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
	const entries = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** @returns false when the person ended it meanwhile */
function paused(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve(false);
		const wake = () => {
			clearTimeout(timer);
			resolve(false);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", wake);
			resolve(true);
		}, milliseconds);
		signal?.addEventListener("abort", wake, { once: true });
	});
}
