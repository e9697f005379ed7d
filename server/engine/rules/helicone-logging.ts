import { isRealtime, isTestOnHost } from "../facts/address-test";
import type { Rule } from "./rule";

/** Helicone's own API: logging, feedback, scores, exports. It has no counterpart at an address of Concentrate's. */
export const heliconeLogging: Rule = {
	id: "helicone-logging",
	find: ({ facts }) =>
		facts.addresses
			.filter(
				(address) =>
					address.row?.mode === "control" &&
					address.place !== "prose" &&
					!isRealtime(address) &&
					!isTestOnHost(address),
			)
			.map((address) => ({
				range: address.range,
				message: `${address.host} is Helicone's own interface: Concentrate has none like it.`,
				subject: address.host,
				row: `hosts/${address.row?.id}`,
				advice: address.row?.advice,
			})),
};
