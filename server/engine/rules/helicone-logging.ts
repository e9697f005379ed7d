import type { Operation } from "../edits/operation";
import { isRealtime, isTestOnHost } from "../facts/address-test";
import { isConfig } from "../facts/environment";
import type { Context } from "../moves/context";
import { contentOf, keyName, listOf } from "../outline/questions";
import type { Str } from "../outline/schema";
import { alone, type Hit, type Rule } from "./rule";

/** Helicone's own API: logging, feedback, scores, exports. It has no counterpart at an address of Concentrate's. */
export const heliconeLogging: Rule = {
	id: "helicone-logging",
	find: (context) => [...interfaces(context), ...callbacks(context)],
};

function interfaces({ facts }: Context): Hit[] {
	return facts.addresses
		.filter(
			(address) =>
				address.row?.mode === "control" && address.place !== "prose" && !isRealtime(address) && !isTestOnHost(address),
		)
		.map((address) => ({
			range: address.range,
			message: `${address.host} is Helicone's own interface: Concentrate has none like it.`,
			subject: address.host,
			row: `hosts/${address.row?.id}`,
			advice: address.row?.advice,
		}));
}

/** LiteLLM's `success_callback: ["helicone"]`: without it requests go the same way, unlogged. */
function callbacks({ facts: { outline } }: Context): Hit[] {
	if (!isConfig(outline)) return [];
	return outline.strings.flatMap((str) => {
		const item = str.parent;
		if (contentOf(outline, str) !== "helicone" || item?.kind !== "item" || item.form !== "value") return [];
		const holder = listOf(item)?.parent;
		const key = holder?.kind === "item" ? (keyName(outline, holder) ?? "") : "";
		if (!/^((success|failure|service)_callback|callbacks)$/.test(key)) return [];
		return [callback(str, key, { op: "remove", item })];
	});
}

function callback(str: Str, key: string, remove: Operation): Hit {
	return {
		range: str.content,
		message: `LiteLLM logs to Helicone here (\`${key}\`): Concentrate logs every request by itself.`,
		subject: key,
		advice: "Per-request logs, users and cost stand in Concentrate's dashboard.",
		proposal: alone("helicone-logging", str.content, "Remove the callback", "suggested", remove),
	};
}
