/** Requests made on what a factory built: `session.post("https://…", headers=…)` carries its own address and the session's headers. */
import { entriesOf } from "../outline/entries";
import type { Outline } from "../outline/schema";
import { type Client, keyInHeaders } from "./client";
import { gatewayOf } from "./gateway";
import type { ClientCall } from "./model-use";
import { allFilled, filled } from "./slot";

/** @returns a client for each call on a factory's product whose full URL is Helicone's or Concentrate's */
export function requestsOn(
	outline: Outline,
	calls: readonly ClientCall[],
	heliconeAddresses: ReadonlySet<string>,
): Client[] {
	return calls.flatMap((made) => requestOf(outline, made, heliconeAddresses) ?? []);
}

function requestOf(
	outline: Outline,
	{ call, client, method, headers }: ClientCall,
	heliconeAddresses: ReadonlySet<string>,
): Client | undefined {
	if (client.row.kind !== "factory" || method.address === undefined) return undefined;
	const address = filled(outline, call, [method.address]);
	const gateway = gatewayOf(outline, client.row, address, heliconeAddresses);
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
		list: call.args,
		address,
		key: keyInHeaders(sent),
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
