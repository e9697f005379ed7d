/** A key that travels in a header. */
import { type Entry, lastEntry } from "../outline/entries";
import type { Filled } from "./slot";

/** `Authorization`, `x-api-key`: the key of a request, or of a client that was given its headers alone. */
export function keyInHeaders(headers: readonly Entry[]): Filled | undefined {
	const entry = lastEntry(headers, "authorization") ?? lastEntry(headers, "x-api-key") ?? lastEntry(headers, "api-key");
	return (
		entry?.value && { value: entry.value, item: entry.carrier.kind === "item" ? entry.carrier.item : undefined, entry }
	);
}
