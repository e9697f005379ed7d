import { interfaceAt } from "../../../shared/mappings";
import type { Address } from "../facts/address";
import { isRealtime, isTestOnHost } from "../facts/address-test";
import { isGraphQl } from "../facts/helicone-interface";
import { patchedFields } from "../facts/patched-field";
import type { Context } from "../moves/context";
import { retirementOf, retiring } from "../moves/retirement";
import type { Hit, Rule } from "./rule";

/** Helicone's own API: logging, feedback, scores, exports. It has no counterpart at an address of Concentrate's. */
export const heliconeLogging: Rule = {
	id: "helicone-logging",
	find: (context) => [...context.facts.addresses.filter(isInterface).map(hit), ...loggers(context), ...fields(context)],
};

function isInterface(address: Address): boolean {
	if (address.place === "prose" || isRealtime(address) || isTestOnHost(address)) return false;
	return address.row?.mode === "control" || isGraphQl(address);
}

function hit(address: Address): Hit {
	const row = interfaceAt(address.path);
	return {
		range: address.range,
		message: `${address.host} is Helicone's own interface${row ? ` (${row.title})` : ""}: Concentrate has none like it.`,
		subject: address.host,
		row: row ? `interfaces/${row.id}` : `hosts/${address.row?.id}`,
		advice: row?.advice ?? address.row?.advice,
	};
}

/** Where the program makes a logger of Helicone's packages. */
function loggers(context: Context): Hit[] {
	const retirement = retirementOf(context);
	return (retirement?.calls ?? []).map((call) => ({
		range: call.nameRange,
		message: `${call.name} reports to Helicone what other clients do: Concentrate logs each request that goes through it.`,
		subject: call.name,
		row: "interfaces/logger",
		advice: [
			...(retirement?.kind === "kept" ? [retirement.reason] : []),
			"Without it the requests go the same way, unlogged: send them through Concentrate to see them in its dashboard.",
		].join(" "),
		proposal: retiring(retirement, call.nameRange),
	}));
}

/** `response.helicone.id` of the patched OpenAI modules. */
function fields({ facts }: Context): Hit[] {
	return patchedFields(facts.outline).map(({ nameRange }) => ({
		range: nameRange,
		message: "Helicone's OpenAI module adds this field: the openai package has none.",
		subject: "helicone",
		row: "interfaces/openai-response-field",
		advice: "Read the X-Request-Id header of the raw response for an id, and keep ratings in a database of your own.",
	}));
}
