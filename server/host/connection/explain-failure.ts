/** From an answer or a failure to the row of the guide's troubleshooting that says what to do. */

import { rowById, tables } from "../../../shared/mappings";
import type { ConnectionFailure, Trouble } from "../../../shared/mappings/schema";
import { maskKey } from "../../../shared/mask-key";
import type { HttpAnswer, HttpFailure, HttpResult } from "../http/http-client";
import { parseJson } from "../parse-json";

const rows = new Map<ConnectionFailure, Trouble>(
	tables.troubleshooting.flatMap((row) => (row.failures ?? []).map((failure) => [failure, row] as const)),
);

export interface Explained {
	/** `troubleshooting/credits` */
	readonly trouble: string | null;
	readonly advice: string | null;
}

/** @param retryAfter seconds that the gateway asks to wait */
export function explainFailure(failure: ConnectionFailure | undefined, retryAfter?: number): Explained {
	const row = failure && rows.get(failure);
	if (!row || !rowById(`troubleshooting/${row.id}`)) return { trouble: null, advice: null };
	const wait = retryAfter === undefined ? "the time in Retry-After" : `${retryAfter} s (Retry-After)`;
	return { trouble: `troubleshooting/${row.id}`, advice: row.advice.replace("the time in Retry-After", wait) };
}

/** @returns undefined for 2xx */
export function failureOfStatus(status: number): ConnectionFailure | undefined {
	if (status >= 200 && status < 300) return undefined;
	const exact = String(status) as ConnectionFailure;
	if (rows.has(exact)) return exact;
	return status < 400 ? "3xx" : status < 500 ? "4xx" : "5xx";
}

/** @returns undefined when the person ended it */
export function failureOfReason({ reason }: HttpFailure): ConnectionFailure | undefined {
	if (reason === "cancelled") return undefined;
	if (reason === "unsendable") return "key-stray";
	return reason === "too-large" ? "garbage" : reason;
}

/**
 * What the gateway says of an error: `{"error": "…", "message"?: "…"}`, or `{"error": {"message": "…"}}` as OpenAI words it.
 * @returns one line of at most 200 characters, keys masked; empty when there is nothing to read
 */
export function errorText({ text }: HttpAnswer): string {
	const { error, message } = fieldsOf(parseJson(text));
	const words = [typeof error === "string" ? error : fieldsOf(error).message, message];
	const said = words.filter((one): one is string => typeof one === "string" && one !== "");
	return maskKey([...new Set(said)].join(": ").replace(/\s+/g, " ")).slice(0, 200);
}

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Why `GET /v1/models` gave no list, for a person. */
export function whyNoModels(result: HttpResult): { readonly says: string; readonly advice: string | null } {
	if (result.kind === "failure")
		return { says: `no answer (${result.code})`, advice: explainFailure(failureOfReason(result)).advice };
	const failure = failureOfStatus(result.status) ?? "garbage";
	const said = errorText(result);
	const says = said === "" ? String(result.status) : `${result.status}, ${said}`;
	return { says, advice: explainFailure(failure, result.retryAfter).advice };
}
