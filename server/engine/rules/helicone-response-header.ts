import type { Header } from "../facts/header";
import { alone, type Hit, type Rule } from "./rule";

/** Headers that only Helicone sends back (guide step 3, second table), where a program reads them. */
export const heliconeResponseHeader: Rule = {
	id: "helicone-response-header",
	find: ({ facts, moves }) => {
		// Whoever cannot leave Helicone goes on reading its answers.
		const staying = moves.length > 0 && moves.every(({ applicability }) => applicability === "blocked");
		return facts.headers.filter((header) => header.place === "response").map((header) => hit(header, staying));
	},
};

function hit(header: Header, staying: boolean): Hit {
	const row = header.response;
	const replacement = row?.replacement && inCaseOf(header.name, row.replacement);
	const proposal =
		replacement === undefined || staying || header.node.kind !== "string"
			? undefined
			: alone("helicone-response-header", header.range, `Read ${replacement} instead`, "suggested", {
					op: "replace",
					range: header.range,
					newText: replacement,
				});
	return {
		range: header.range,
		message: `${header.name} is a response header of Helicone's: Concentrate does not send it.`,
		subject: header.name,
		row: row && `response-headers/${row.id}`,
		advice: row?.advice,
		proposal,
	};
}

/** `helicone-id` → `x-request-id`, `Helicone-Id` → `X-Request-Id`. */
function inCaseOf(name: string, replacement: string): string {
	return name === name.toLowerCase() ? replacement.toLowerCase() : replacement;
}
