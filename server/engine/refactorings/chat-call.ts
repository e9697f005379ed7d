/** Chat completion requests of clients that talk to Concentrate. */
import type { Client } from "../facts/client";
import type { Facts } from "../facts/facts";
import { filled } from "../facts/slot";
import { contentOf } from "../outline/questions";
import type { Call, Member, Outline, Str } from "../outline/schema";

export type ChatCall =
	/** `chat` and `completions` of `client.chat.completions.create(…)`; undefined when another method than `create` is called. */
	| {
			readonly kind: "sdk";
			readonly client: Client;
			readonly call: Call;
			readonly resource: readonly [Member, Member] | undefined;
	  }
	/** A curl command, with the string that its address ends in. */
	| { readonly kind: "curl"; readonly client: Client; readonly call: Call; readonly address: Str };

const endpoint = "/chat/completions";

/** In document order. */
export function chatCalls({ outline, calls, clients }: Facts): readonly ChatCall[] {
	const found: ChatCall[] = [];
	for (const { call, client } of calls)
		if (/(^|\.)chat\.completions\./.test(call.path) && isOnConcentrate(client) && hasResponses(client))
			found.push({ kind: "sdk", client, call, resource: resourceOf(call) });
	for (const client of clients) {
		const address = client.call && client.row.id === "curl-shell" ? addressOf(outline, client) : undefined;
		if (client.call && address && isOnConcentrate(client))
			found.push({ kind: "curl", client, call: client.call, address });
	}
	return found.sort((a, b) => a.call.range[0] - b.call.range[0]);
}

function isOnConcentrate({ gateway }: Client): boolean {
	return gateway.kind === "concentrate";
}

/** The SDK has `responses`, and sends them where Concentrate takes them. */
function hasResponses({ row }: Client): boolean {
	return (
		row.base?.endsWith("/v1") === true &&
		row.calls?.some(({ methods }) => methods.includes("responses.create")) === true
	);
}

function resourceOf({ name, receiver }: Call): readonly [Member, Member] | undefined {
	if (name !== "create" || receiver?.kind !== "member" || receiver.name !== "completions") return undefined;
	const chat = receiver.object;
	if (chat.kind !== "member" || chat.name !== "chat") return undefined;
	const isBeta = chat.object.kind === "member" && chat.object.name === "beta";
	return isBeta ? undefined : [chat, receiver];
}

function addressOf(outline: Outline, { call, row }: Client): Str | undefined {
	const value = call && filled(outline, call, row.slots.address)?.value;
	const last = value?.kind === "concat" ? value.parts.at(-1) : value;
	return last?.kind === "string" && contentOf(outline, last).endsWith(endpoint) ? last : undefined;
}

/** Offsets of the endpoint's path at the end of an address. */
export function endpointIn({ content }: Str): readonly [number, number] {
	return [content[1] - endpoint.length, content[1]];
}
