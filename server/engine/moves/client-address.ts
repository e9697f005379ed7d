/** What becomes of a client's address: Concentrate's base for its row, unless no address fits. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import { type Asker, targetOf } from "../facts/address-target";
import type { Client } from "../facts/client";
import type { SharedAddress } from "../names/meaning";
import { addressEdit } from "./address-edit";
import { sentence } from "./sentence";

/** What becomes of the addresses of clients that keep their class. */
export function addressOperations(clients: readonly Client[]): {
	operations: Operation[];
	reasons: string[];
	blocked: boolean;
} {
	const operations: Operation[] = [];
	const reasons: string[] = [];
	let blocked = false;
	for (const client of clients) {
		if (client.gateway.kind !== "helicone") continue;
		if (client.row.base === null) {
			blocked = true;
			reasons.push(client.row.advice);
			continue;
		}
		if (/azure/i.test(client.address?.entry?.name ?? "")) {
			blocked = true;
			reasons.push(
				"Azure's options stand here: give the client the plain ones, and a model slug such as `azure/gpt-4o`.",
			);
			continue;
		}
		for (const address of client.gateway.addresses) {
			const target = targetOf(address, askerOf(client, address));
			if (target.certainty === "unsure" && target.reason) reasons.push(sentence(target.reason));
			if (target.text === undefined) blocked = true;
			else operations.push(...addressEdit(address, target.text));
		}
	}
	return { operations, reasons, blocked };
}

export function askerOf(client: Client, address: SharedAddress): Asker {
	return { base: baseFor(client, address), isRequest: client.row.kind === "request" };
}

/**
 * What the client's row wants. A client that adds `/v1` itself gets none where it had none. LiteLLM and its like add what
 * the provider's protocol wants: `/v1/messages` for Anthropic's.
 */
function baseFor({ isGuess, row }: Client, address: SharedAddress): string | null | undefined {
	const isBare = address.path.replace(/^\//, "") === "" && address.rest === undefined;
	if (isGuess || (row.kind === "factory" && isBare)) return undefined;
	if (row.byProvider && address.row?.flavour === "anthropic") return gateway.origin;
	return row.addsVersion && isBare ? gateway.origin : row.base;
}

/** Two operations want different texts at one place. */
export function hasConflict(operations: readonly Operation[]): boolean {
	const wanted = new Map<string, string>();
	return operations.some((operation) => {
		if (operation.op !== "replace") return false;
		const at = operation.range.join("-");
		const text = wanted.get(at) ?? operation.newText;
		wanted.set(at, text);
		return text !== operation.newText;
	});
}
