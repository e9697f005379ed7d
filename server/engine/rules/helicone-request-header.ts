import { isConfig, isShell } from "../facts/environment";
import type { Header } from "../facts/header";
import { listsPackages } from "../facts/manifest";
import type { Context } from "../moves/context";
import { planHeader } from "../moves/header-fix";
import { retirementOf, retiring } from "../moves/retirement";
import { type Hit, moveProposal, type Rule, withReasons } from "./rule";

/** Headers that only Helicone reads (guide step 3): sent, declared in a type, or named. */
export const heliconeRequestHeader: Rule = {
	id: "helicone-request-header",
	find: (context) =>
		context.facts.headers
			.filter((header) => header.place !== "response" && !isPackageName(context, header))
			.map((header) => hit(context, header)),
};

/** `helicone-tools` in a list of packages, in a command or as the name of a service: no header is called so. */
function isPackageName({ document, facts: { outline } }: Context, { name, place, request }: Header): boolean {
	if (request?.id !== "helicone-other" || name !== name.toLowerCase()) return false;
	if (listsPackages(document.uri)) return true;
	return place === "name" && (isConfig(outline) || isShell(outline));
}

function hit(context: Context, header: Header): Hit {
	const row = header.request;
	const move = context.moves.find((one) => one.headers.includes(header));
	const retired = retiring(retirementOf(context), header.range);
	const proposal = retired ?? (move ? moveProposal(move) : planHeader(context, header));
	const nameOnly =
		header.place === "name" ? "Only the name stands here: see what the program does with it." : undefined;
	return {
		range: header.range,
		message: row?.shared
			? `${header.name} spoke to Helicone here; Concentrate does not read it.`
			: `${header.name} is a header of Helicone's: Concentrate does not read it.`,
		subject: header.name,
		row: row && `request-headers/${row.id}`,
		advice: withReasons([nameOnly, row?.advice].filter((one) => one !== undefined).join(" ") || undefined, move),
		tags: header.place === "request" && !move ? ["unnecessary"] : [],
		proposal,
	};
}
