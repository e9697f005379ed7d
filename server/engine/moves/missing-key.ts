/** A client that gives no key: its SDK reads the provider's variable, so one of Concentrate's is written. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { listForSlot } from "../facts/slot";
import { listOf } from "../outline/questions";
import type { List, Outline } from "../outline/schema";
import { unsure } from "./key-outcome";
import { keySlot } from "./key-place";
import type { KeyAsker, KeyPlan } from "./key-plan";
import { linkedKey } from "./linked-key";

export function missingKey(asker: KeyAsker, client: Client): KeyPlan {
	const slot = keySlot(client);
	const range = client.nameRange;
	const linked = linkedKey(asker.outline, asker.writer, client);
	if (linked) return added(client, linked);
	if (client.row.kind !== "constructor" || slot === undefined || !client.call || client.isGuess)
		return unsure(range, "no key", "No key stands here: make sure that requests carry a key of Concentrate's.");
	const list = keyList(asker.outline, client, slot);
	const name = slot.split(".").at(-1) ?? "";
	if (!list || name.startsWith("@") || hasSpread(list))
		return unsure(
			range,
			"no key",
			`Give the client \`${name}\` from \`${gateway.keyVariable}\`: its SDK reads the provider's variable otherwise.`,
		);
	const value = asker.writer.environment(gateway.keyVariable, asker.outline);
	const after = client.address?.item && listOf(client.address.item) === list ? client.address.item : undefined;
	return added(client, { op: "put", list, path: [name], value, ...(after ? { after } : {}) });
}

function added(client: Client, operation: Operation): KeyPlan {
	return {
		range: client.nameRange,
		subject: "no key",
		operations: [operation],
		certainty: "sure",
		reason: undefined,
		via: undefined,
		variable: client.row.environment?.key,
		writesRead: true,
	};
}

/** The options that the key joins: the call's own, else those that hold the address. */
function keyList(outline: Outline, client: Client, slot: string): List | undefined {
	const own = client.call && listForSlot(outline, client.call, slot);
	if (own?.role === "map") return own;
	const beside = client.address?.item && listOf(client.address.item);
	if (beside && (beside.role === "map" || beside.role === "args") && !slot.slice(3).includes(".")) return beside;
	return own;
}

function hasSpread(list: List): boolean {
	return list.items.some((item) => item.form === "spread");
}
