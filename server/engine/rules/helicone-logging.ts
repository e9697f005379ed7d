import { interfaceAt } from "../../../shared/mappings";
import type { Address } from "../facts/address";
import { isRealtime, isTestOnHost } from "../facts/address-test";
import type { Hit, Rule } from "./rule";

/** Helicone's own API: logging, feedback, scores, exports. It has no counterpart at an address of Concentrate's. */
export const heliconeLogging: Rule = {
	id: "helicone-logging",
	find: ({ facts }) => facts.addresses.filter(isInterface).map(hit),
};

function isInterface(address: Address): boolean {
	if (address.place === "prose" || isRealtime(address) || isTestOnHost(address)) return false;
	return address.row?.mode === "control" || isGraphQl(address);
}

/** The one interface that answers at the dashboard's host. */
export function isGraphQl({ owner, path }: Pick<Address, "owner" | "path">): boolean {
	return owner === "helicone" && /^\/api\/graphql\b/.test(path);
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
