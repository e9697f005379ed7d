/**
 * Clients that somebody else makes and this code sets up: `services.AddHttpClient("a", c => { c.BaseAddress = …; })`, a typed client's
 * `http.BaseAddress = …`. What one function does to one name is one client.
 */
import { clients } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Around } from "../names/meaning";
import type { Entry } from "../outline/entries";
import { unwrapMaker } from "../outline/makers";
import { contentOf, functionOf, pathOf, positional, statementOf, valueIn, within } from "../outline/questions";
import type { Assign, Outline } from "../outline/schema";
import type { Client } from "./client";
import { gatewayOf } from "./gateway";
import { keyInHeaders } from "./key-in-headers";
import type { Filled } from "./slot";

/** By language: the row whose fields say what is set. */
const rows: Readonly<Record<string, ClientRow | undefined>> = {
	csharp: clients.find(({ id }) => id === "http-client-csharp"),
};

/** @param known clients whose constructor is seen: what is set on them is theirs */
export function givenClients(outline: Outline, around: Around, known: readonly Client[]): Client[] {
	const row = rows[outline.language];
	if (!row) return [];
	return outline.assigns.flatMap((assign) => clientOf(outline, around, row, known, assign) ?? []);
}

function clientOf(
	outline: Outline,
	around: Around,
	row: ClientRow,
	known: readonly Client[],
	assign: Assign,
): Client | undefined {
	const { target } = assign;
	if (target.kind !== "member" || !row.slots.address.includes(target.name)) return undefined;
	const owner = pathOf(target.object);
	const address = owner === undefined ? undefined : filledBy(assign);
	if (owner === undefined || !address || known.some((one) => one.address?.value === address.value)) return undefined;
	const gateway = gatewayOf(outline, row, address, around);
	if (gateway.kind !== "helicone" && gateway.kind !== "concentrate") return undefined;
	const scope = functionOf(assign)?.range ?? outline.root.range;
	const headers = headersPut(outline, row, owner, scope);
	const key = within(outline.assigns, scope).findLast((one) =>
		row.slots.key.some((slot) => pathOf(one.target) === `${owner}.${slot}`),
	);
	return {
		row,
		range: assign.range,
		nameRange: target.nameRange,
		call: undefined,
		whole: undefined,
		list: undefined,
		address,
		key: (key && filledBy(key)) ?? keyInHeaders(headers),
		headers,
		models: [],
		gateway,
		isGuess: false,
	};
}

function filledBy(assign: Assign): Filled | undefined {
	const item = statementOf(assign);
	return assign.value && { value: unwrapMaker(assign.value), item, entry: undefined };
}

function headersPut(outline: Outline, row: ClientRow, owner: string, scope: readonly [number, number]): Entry[] {
	const setters = (row.links?.header ?? []).map((name) => `${owner}.${name}`);
	return within(outline.calls, scope).flatMap((call): Entry[] => {
		const key = setters.includes(call.path) ? valueIn(positional(call, 0)) : undefined;
		if (key?.kind !== "string") return [];
		const value = valueIn(positional(call, 1));
		return [{ name: contentOf(outline, key), key, value, carrier: { kind: "call", call }, guarded: false, via: [] }];
	});
}
