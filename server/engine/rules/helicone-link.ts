import { dashboards } from "../../../shared/mappings";
import type { Address } from "../facts/address";
import { isTestOnHost } from "../facts/address-test";
import { isGraphQl } from "../facts/helicone-interface";
import type { Hit, Rule } from "./rule";

/** Dashboards and documentation (guide step 5). Where they lead now is a matter for people. */
export const heliconeLink: Rule = {
	id: "helicone-link",
	find: ({ facts }) => facts.addresses.filter(isLink).map(hit),
};

function isLink(address: Address): boolean {
	if (address.place === "prose" || isTestOnHost(address) || isGraphQl(address)) return false;
	return /^(site|docs)$/.test(address.row?.mode ?? "");
}

function hit(address: Address): Hit {
	const surface = dashboards.find((row) =>
		row.paths.some((path) => address.path === path || address.path.startsWith(`${path}/`)),
	);
	return {
		range: address.range,
		message: `This leads to Helicone's ${address.row?.mode === "docs" ? "documentation" : (surface?.title.toLowerCase() ?? "dashboard")}.`,
		subject: address.host + (surface ? address.path : ""),
		row: surface ? `dashboards/${surface.id}` : `hosts/${address.row?.id}`,
		advice: surface?.advice ?? address.row?.advice,
	};
}
