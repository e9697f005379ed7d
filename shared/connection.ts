/** What a test of the connection found out, step by step: from the server to the client, and to the terminal as JSON. Holds no key. */

export type StepId = "address" | "health" | "catalogue" | "key" | "request";

export interface ConnectionStep {
	readonly id: StepId;
	/** `skipped`: nothing was tried, since a step before failed or there is no key. */
	readonly outcome: "passed" | "failed" | "skipped";
	/** What was seen, in a few words: `200, healthy`, `185 models`. */
	readonly says: string;
	/** Null where nothing was sent. */
	readonly milliseconds: number | null;
	/** HTTP status; null without an answer. */
	readonly status: number | null;
	/** `X-Request-Id` of the answer. */
	readonly requestId: string | null;
	/** Row of `troubleshooting.json` that explains a failure. */
	readonly trouble: string | null;
	/** What to do about a failure: one sentence. */
	readonly advice: string | null;
}

export interface ConnectionReport {
	/** Base URL that was asked, without a name or password in it. */
	readonly address: string;
	/** `unreachable`: there was no answer at all. `keyless`: all is well as far as it can be seen without a key. */
	readonly outcome: "passed" | "keyless" | "failed" | "unreachable" | "cancelled";
	readonly steps: readonly ConnectionStep[];
}

/** What each step is about, for people. */
export const stepTitles: Readonly<Record<StepId, string>> = {
	address: "Address",
	health: "Health",
	catalogue: "Model catalogue",
	key: "API key",
	request: "One small request",
};
