/** Maps of headers, and functions that give one, for other files to send. */
import type { Facts } from "../facts/facts";
import type { Header } from "../facts/header";
import { carrierRange } from "../moves/carrier";
import { contains, functionOf, within } from "../outline/questions";
import type { Expr, List, Outline } from "../outline/schema";

export interface GivenHeaders {
	/** Those of Helicone's. */
	readonly headers: readonly Header[];
	/** It holds nothing else, and a function does nothing else. */
	readonly isAll: boolean;
}

/** @returns undefined when no header of Helicone's stands there */
export function givenHeaders(outline: Outline, facts: Facts, value: Expr): GivenHeaders | undefined {
	const headers = facts.headers.filter(
		(header) =>
			header.place === "request" &&
			header.carrier &&
			contains(value.range, header.range) &&
			!isSentInside(facts, value, header),
	);
	if (headers.length === 0 || facts.clients.some((client) => contains(value.range, client.range))) return undefined;
	if (value.kind === "list") return { headers, isAll: isAllOf(value, headers) };
	if (value.kind !== "fn" || !givesMap(outline, value)) return undefined;
	const body = value.body;
	const only = body?.kind === "list" && body.role === "map" ? body : onlyResult(body);
	return { headers, isAll: only !== undefined && isAllOf(only, headers) };
}

/** A request of the function's own sends it: whoever calls the function gets the answer. */
function isSentInside({ calls }: Facts, value: Expr, { carrier }: Header): boolean {
	const start = carrier && carrierRange(carrier)[0];
	return calls.some(
		({ call, headers }) =>
			contains(value.range, call.range) && headers.some((entry) => carrierRange(entry.carrier)[0] === start),
	);
}

/** Every entry is a header that goes without a decision. */
function isAllOf(list: List, headers: readonly Header[]): boolean {
	return list.items.every((item) =>
		headers.some(
			({ carrier, request }) =>
				carrier?.kind === "item" && carrier.item === item && request !== undefined && request.role !== "behaviour",
		),
	);
}

/** The map of a function whose only statement gives it. */
function onlyResult(body: Expr | undefined): List | undefined {
	if (body?.kind !== "list" || body.role !== "block" || body.items.length !== 1) return undefined;
	const value = body.items[0]?.value;
	const given = value?.kind === "opaque" && value.type.startsWith("return") ? value.children[0] : value;
	return given?.kind === "list" && given.role === "map" ? given : undefined;
}

/** A map stands in it that is not an argument of a call made there. */
function givesMap(outline: Outline, fn: Expr): boolean {
	return within(outline.lists, fn.range).some(
		(list) => list.role === "map" && functionOf(list) === fn && list.parent?.kind !== "call",
	);
}
