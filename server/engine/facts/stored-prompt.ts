/** Requests to Helicone's AI gateway that name a prompt which Helicone stores. */
import { entriesOf } from "../outline/entries";
import { namesOf } from "../outline/names";
import { keyName } from "../outline/questions";
import type { Call, Expr, Item, Outline, Range } from "../outline/schema";
import type { Client } from "./client";
import type { Facts } from "./facts";
import { bodyBehind, filled } from "./slot";

export interface StoredPrompt {
	readonly name: string;
	readonly range: Range;
	readonly client: Client;
}

/** Body field of the AI gateway; `inputs`, `environment` and `version_id` only say more about the prompt. */
const fields = /^(prompt_id|promptId)$/;

/** In document order. A client that has moved already is asked too: Concentrate does not know the fields. */
export function storedPrompts({
	outline,
	clients,
	calls,
}: Pick<Facts, "outline" | "clients" | "calls">): StoredPrompt[] {
	const requests = [
		...clients.flatMap((client) =>
			client.row.kind === "request" && client.call ? [{ client, call: client.call }] : [],
		),
		...calls,
	];
	const found = new Map<number, StoredPrompt>();
	for (const { client, call } of requests) {
		if (client.gateway.kind !== "helicone" && client.gateway.kind !== "concentrate") continue;
		for (const item of bodiesOf(outline, call).flat())
			if (fields.test(keyName(outline, item) ?? "")) note(outline, item, client, found);
	}
	return [...found.values()].sort((a, b) => a.range[0] - b.range[0]);
}

function note(outline: Outline, item: Item, client: Client, found: Map<number, StoredPrompt>): void {
	const key = item.key;
	if (!key) return;
	const range = key.kind === "string" ? key.content : key.range;
	found.set(range[0], { name: keyName(outline, item) ?? "", range, client });
}

/** Arguments, the maps among them, what `JSON.stringify` is given, and `extra_body`. */
function bodiesOf(outline: Outline, call: Call): Item[][] {
	const all: Item[][] = [[...(call.args?.items ?? [])]];
	for (const item of call.args?.items ?? []) {
		const value = item.value;
		if (value && value.kind !== "item" && value.kind !== "assign" && value.kind !== "guard" && value.kind !== "import")
			all.push(mapItems(outline, value));
	}
	for (const slot of ["extra_body", "@1.body", "body", "json", "data"]) {
		const value = filled(outline, call, [slot])?.value;
		if (value) all.push(mapItems(outline, value));
	}
	return all;
}

function mapItems(outline: Outline, value: Expr): Item[] {
	const body = bodyBehind(outline, value);
	const map = body.kind === "ref" ? namesOf(outline).value(body) : body;
	if (map?.kind !== "list" || map.role !== "map") return [];
	return entriesOf(outline, map).flatMap(({ carrier }) => (carrier.kind === "item" ? [carrier.item] : []));
}
