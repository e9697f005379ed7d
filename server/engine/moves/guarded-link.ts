/**
 * A branch that gives a builder its address, where the builder had a key before: the branch gives it Concentrate's as well. Of two
 * calls of a setter the later one counts.
 */
import { lineStart } from "../edits/lines";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { Link } from "../facts/link";
import type { Item, Outline } from "../outline/schema";

/** @param read what gives Concentrate's key; @returns undefined where address or key are no links, or no condition decides */
export function keyInLink(outline: Outline, client: Client, read: string): Operation[] | undefined {
	const address = client.address?.link;
	const key = client.key?.link;
	if (!address?.guarded || !key || key.guarded || key.call.args?.items.length !== 1) return undefined;
	if (key.call.range[0] > address.call.range[0]) return undefined;
	return address.carrier.kind === "item"
		? asOption(outline, address.carrier.item, key, read)
		: asLink(outline, address, key, read);
}

/** `b = b.baseUrl(…)`, `$factory->withBaseUri(…)`. */
function asLink(outline: Outline, address: Link, key: Link, read: string): Operation[] | undefined {
	const { receiver, nameRange } = address.call;
	const between = receiver ? outline.text.slice(receiver.range[1], nameRange[0]) : "";
	if (!/^\s*(\.|->|\?->)\s*$/.test(between) || key.carrier.kind === "item") return undefined;
	const newText = `${outline.text.slice(...key.call.nameRange)}(${read})${between}`;
	return [{ op: "replace", range: [nameRange[0], nameRange[0]], newText }];
}

/** Go's `opts = append(opts, option.WithBaseURL(…))`. */
function asOption(outline: Outline, { range: [at] }: Item, key: Link, read: string): Operation[] | undefined {
	if (key.carrier.kind !== "item") return undefined;
	const start = lineStart(outline.text, at);
	const before = outline.text.slice(start, at);
	const lineEnd = outline.text.slice(0, start).endsWith("\r\n") ? "\r\n" : "\n";
	const gap = before.trim() === "" ? `${lineEnd}${before}` : " ";
	const newText = `${outline.text.slice(key.call.range[0], key.call.nameRange[1])}(${read}),${gap}`;
	return [{ op: "replace", range: [at, at], newText }];
}
