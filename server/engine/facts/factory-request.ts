/** Requests made on what a factory built: `session.post("https://…", headers=…)` carries its own address and the session's headers. */

import type { Around } from "../names/meaning";
import { entriesOf } from "../outline/entries";
import type { Expr, Outline } from "../outline/schema";
import type { Address } from "./address";
import type { Client } from "./client";
import { type Gateway, gatewayOf } from "./gateway";
import { keyInHeaders } from "./key-in-headers";
import type { ClientCall } from "./model-use";
import { allFilled, filled } from "./slot";

/** @returns a client for each call on a factory's product that goes to Helicone or Concentrate, by its own URL or the factory's base */
export function requestsOn(outline: Outline, calls: readonly ClientCall[], around: Around): Client[] {
	const elsewhere = new Set(calls.filter((made) => goesElsewhere(outline, made, around)).map(({ client }) => client));
	return calls.flatMap((made) => {
		const request = requestOf(outline, made, around);
		if (!request || !elsewhere.has(made.client)) return request ?? [];
		return { ...request, gateway: mixed(request.gateway) };
	});
}

/** The session's own headers go to somebody else too: what suits Concentrate may not suit them. */
function mixed(gateway: Gateway): Gateway {
	return gateway.kind === "helicone" || gateway.kind === "concentrate" ? { ...gateway, isMixed: true } : gateway;
}

function goesElsewhere(outline: Outline, { call, client, method }: ClientCall, known: Around): boolean {
	if (client.row.kind !== "factory" || method.address === undefined || !keyInHeaders(client.headers)) return false;
	const address = filled(outline, call, [method.address]);
	return address !== undefined && gatewayOf(outline, client.row, address, known).kind === "other";
}

function requestOf(
	outline: Outline,
	{ call, client, method, headers }: ClientCall,
	around: Around,
): Client | undefined {
	if (client.row.kind !== "factory" || method.address === undefined) return undefined;
	const address = filled(outline, call, [method.address]);
	const gateway = behindBase(outline, client, address?.value) ?? gatewayOf(outline, client.row, address, around);
	if (gateway.kind !== "helicone" && gateway.kind !== "concentrate") return undefined;
	const sent = [...client.headers, ...headers];
	const body = method.body === undefined ? undefined : filled(outline, call, [method.body]);
	const model = method.model === undefined ? [] : allFilled(outline, call, [method.model]).map(({ value }) => value);
	return {
		row: {
			...client.row,
			kind: "request",
			slots: {
				address: [method.address],
				key: [],
				headers: [],
				model: [],
				body: method.body === undefined ? [] : [method.body],
			},
		},
		range: call.range,
		nameRange: call.nameRange,
		call,
		whole: call,
		list: call.args,
		address,
		key: keyInHeaders(sent) ?? client.key,
		headers: sent,
		models:
			model.length > 0
				? model
				: entriesOf(outline, body?.value).flatMap((entry) =>
						entry.name === "model" && entry.value ? [entry.value] : [],
					),
		gateway,
		isGuess: false,
	};
}

/** `client.post("/chat/completions")` goes to the base that the factory was given, with that path behind it. */
function behindBase(outline: Outline, { gateway }: Client, value: Expr | undefined): Gateway | undefined {
	if (gateway.kind !== "helicone" && gateway.kind !== "concentrate") return undefined;
	if (gateway.addresses.length === 0) return undefined;
	const text = value?.kind === "string" && value.holes.length === 0 ? outline.text.slice(...value.content) : undefined;
	if (text !== undefined && /^\w+:/.test(text)) return undefined;
	const addresses = gateway.addresses.map(
		(one): Address =>
			one.rest === undefined ? { ...one, rest: text === undefined ? "unknown" : { text: joint(one, text) } } : one,
	);
	return { ...gateway, addresses };
}

/** HTTP clients put one slash between base and path, whoever brings it. */
function joint(base: Address, path: string): string {
	const bare = path.replace(/^\//, "");
	return base.path.endsWith("/") ? bare : `/${bare}`;
}
