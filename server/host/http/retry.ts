/** Which results are worth another attempt, and after how long. */
import type { HttpResult } from "./http-client";

/** The server is busy or between two lives; what was asked for is as right as before. */
const passing: readonly number[] = [429, 502, 503, 504];

/**
 * A request that costs money (`POST`) is repeated only when it certainly never arrived. A timeout is not repeated: whoever waited
 * for it once should not wait three times as long.
 */
export function isWorthRepeating(method: "GET" | "POST", result: HttpResult): boolean {
	if (result.kind === "answer") return result.status === 429 || (method === "GET" && passing.includes(result.status));
	if (result.reason === "refused") return true;
	return method === "GET" && result.reason === "dropped";
}

/** @returns milliseconds: what `Retry-After` says, else 200, 400, 800 … */
export function pauseBefore(attempt: number, result: HttpResult): number {
	const asked = result.kind === "answer" ? result.retryAfter : undefined;
	return asked === undefined ? 200 * 2 ** (attempt - 1) : asked * 1000;
}

/**
 * @param value seconds, or a date (RFC 9110, 10.2.3)
 * @param now milliseconds since 1970
 * @returns seconds, never negative; undefined for what is neither
 */
export function retryAfterOf(value: string | undefined, now: number): number | undefined {
	if (value === undefined || value.trim() === "") return undefined;
	if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value);
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
