/** What crosses the wire, as the emulated gateways see it and as the tests read it afterwards. */

export interface Received {
	/** From the `Host` header, without port. */
	readonly host: string;
	readonly method: string;
	/** Path without query. */
	readonly path: string;
	readonly query: string;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** The parsed JSON; the text when it is none; null when there was none. */
	readonly body: unknown;
}

export interface Recorded extends Received {
	readonly status: number;
	/** Why it was refused; absent when it was answered. */
	readonly refusal?: string;
}

export interface Reply {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** A value becomes JSON, a list of events a stream, a text goes out as it is. */
	readonly body:
		| { readonly json: unknown }
		| { readonly events: readonly ServerSentEvent[] }
		| { readonly text: string };
	readonly refusal?: string;
}

export interface ServerSentEvent {
	readonly event?: string;
	/** A string goes out as it is (`[DONE]`). */
	readonly data: unknown;
}

/** How the gateway is feeling. Whatever is not said here is as it should be. */
export interface Behaviour {
	/** Milliseconds before anything is answered. */
	readonly delay?: number;
	/** `drop` closes the connection without a word; `garbage` answers 200 with a page of HTML; `hang` never answers. */
	readonly fault?: "drop" | "garbage" | "hang";
	/** Answers this status with the gateway's error body (402, 424, 429, 503 …). */
	readonly status?: number;
	/** Seconds, sent with a 429. */
	readonly retryAfter?: number;
	/** The fault or status hits only this many requests, then all is well. */
	readonly times?: number;
	/** The delay, fault or status hits only requests of this method. */
	readonly only?: "GET" | "POST";
	/** Shape of Concentrate's `GET /v1/models`: `data` was seen in 2026-09, `bare` in 2026-02. */
	readonly models?: "data" | "bare";
}

/** The body as an object; empty when it is anything else. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
	return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
}

/** `Authorization: Bearer …` without its scheme, else `x-api-key`: bearer wins when both are sent. */
export function keyOf({ headers }: Received): string | undefined {
	const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
	return bearer ?? headers["x-api-key"];
}
