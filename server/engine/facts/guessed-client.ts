/** Options that look like a client's, where no row of the table knows who takes them. */
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Around } from "../names/meaning";
import { entriesOf } from "../outline/entries";
import { keyName, within } from "../outline/questions";
import type { List, Outline } from "../outline/schema";
import type { Client } from "./client";
import { isConfig } from "./environment-spelling";
import { gatewayOf } from "./gateway";
import { isHeaderName } from "./header";
import { keyInHeaders } from "./key-in-headers";
import type { Filled } from "./slot";

/** Option names that any client takes, for callees that no row knows. */
const guess: ClientRow = {
	id: "options",
	source: "helicone.md 5",
	precision: "approximate",
	advice: "These look like the options of a client; check which library takes them before you migrate.",
	title: "client options",
	languages: [],
	kind: "constructor",
	callees: ["options"],
	flavour: "openai",
	base: "https://api.concentrate.ai/v1",
	slots: {
		address: [
			"baseURL",
			"BaseURL",
			"BaseUrl",
			"baseUrl",
			"base_url",
			"basePath",
			"base_path",
			"apiBase",
			"api_base",
			"openai_api_base",
			"anthropic_api_url",
			"endpoint",
			"url",
			"uri_base",
			"apiUrl",
			"api_url",
			"host",
		],
		key: [
			"apiKey",
			"APIKey",
			"ApiKey",
			"api_key",
			"openAIApiKey",
			"openai_api_key",
			"anthropicApiKey",
			"anthropic_api_key",
			"token",
			"access_token",
		],
		headers: [
			"headers",
			"Headers",
			"defaultHeaders",
			"default_headers",
			"customHeaders",
			"extraHeaders",
			"extra_headers",
		],
		model: ["model", "modelName", "model_name", "defaultModel"],
	},
};

const expectations =
	/^(assert_\w*(called|awaited|call)\w*|toHaveBeen\w*CalledWith|objectContaining|calledWith\w*|have_received)$/;

/** Maps and calls of unknown callees that hold a Helicone address under a name clients use. */
export function guessedClients(outline: Outline, around: Around, known: readonly Client[]): Client[] {
	const found: Client[] = [];
	for (const list of outline.lists) {
		if ((list.role !== "map" && list.role !== "args") || !list.items.some((item) => item.form === "entry")) continue;
		if (
			known.some(
				(client) =>
					client.range[0] <= list.range[0] && list.range[1] <= client.range[1] && client.gateway.kind === "helicone",
			)
		)
			continue;
		const entries = entriesOf(outline, list);
		const fill = (names: readonly string[]): Filled | undefined => {
			const entry = entries.find((one) => one.name !== undefined && names.includes(one.name));
			return (
				entry?.value && {
					value: entry.value,
					item: entry.carrier.kind === "item" ? entry.carrier.item : undefined,
					entry,
				}
			);
		};
		const address = fill(guess.slots.address);
		if (!address || isUsedByKnown(known, address) || namesHeaders(outline, list)) continue;
		const gateway = gatewayOf(outline, guess, address, around);
		if (gateway.kind !== "helicone" && gateway.kind !== "concentrate") continue;
		const headers = entriesOf(outline, fill(guess.slots.headers)?.value);
		const call = list.parent?.kind === "call" ? list.parent : undefined;
		found.push({
			row: { ...guess, flavour: gateway.addresses[0]?.row?.flavour ?? "openai" },
			range: list.range,
			nameRange: call?.nameRange ?? address.item?.key?.range ?? list.range,
			call: undefined,
			whole: undefined,
			list,
			address,
			key: fill(guess.slots.key) ?? keyInHeaders(headers),
			...(call && expectations.test(call.name) ? { isExpected: true as const } : {}),
			headers,
			models: [fill(guess.slots.model)?.value].flatMap((value) => value ?? []),
			gateway,
			isGuess: true,
		});
	}
	return found;
}

function isUsedByKnown(known: readonly Client[], address: Filled): boolean {
	return known.some((client) => client.address?.value === address.value);
}

/** `{ "url": …, "headers": [{ "name": "Helicone-Auth", "value": … }] }` of a workflow: nobody knows how its headers go. */
function namesHeaders(outline: Outline, { range }: List): boolean {
	if (!isConfig(outline)) return false;
	return within(outline.strings, range).some(({ content, parent }) => {
		const key = parent?.kind === "item" && parent.form === "entry" ? keyName(outline, parent) : undefined;
		return key === "name" && isHeaderName(outline.text.slice(...content));
	});
}
