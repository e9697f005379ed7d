import { isConfig, isShell } from "../facts/environment";
import { type Header, isOnlyAnswered } from "../facts/header";
import { listsPackages } from "../facts/manifest";
import type { SharedHeaders } from "../facts/shared-headers";
import { type ArgumentFix, argumentFixes } from "../moves/argument-fix";
import { planAssertion } from "../moves/assertion";
import type { Context, Proposal } from "../moves/context";
import { givenFixAt } from "../moves/given-fix";
import { planHeader } from "../moves/header-fix";
import { retirementOf, retiring } from "../moves/retirement";
import { type Hit, moveProposal, type Rule, withReasons } from "./rule";

/** Headers that only Helicone reads (guide step 3): sent, declared in a type, or named. */
export const heliconeRequestHeader: Rule = {
	id: "helicone-request-header",
	find: (context) => [
		...context.facts.headers
			.filter((header) => header.place !== "response" && !isPackageName(context, header))
			.map((header) => hit(context, header)),
		...context.facts.sharedHeaders.flatMap((shared) => sharedHit(context, shared)),
		...argumentFixes(context).flatMap(argumentHits),
	],
};

/** `ask(prompt, user.id)`, whose function puts it into a header of Helicone's and nothing else. */
function argumentHits({ callee, path, items, proposal }: ArgumentFix): Hit[] {
	return items.map(({ range }) => ({
		range,
		message: `${callee} puts this into headers of Helicone's and nothing else: it goes with them.`,
		subject: path,
		row: "request-headers/helicone-other",
		severity: "information",
		tags: ["unnecessary"],
		proposal,
	}));
}

/** `...heliconeHeaders(user)`: what another file makes goes there and here. */
function sharedHit(context: Context, { expr, item, isAll, clients }: SharedHeaders): Hit[] {
	const move = context.moves.find((one) => one.clients.some((client) => clients.includes(client)));
	if (!isAll || !item || !move) return [];
	const name = context.document.text.slice(...expr.range).replace(/\(.*$/s, "");
	return [
		{
			range: expr.range,
			message: `${name} holds nothing but headers of Helicone's: Concentrate does not read them.`,
			subject: name,
			row: "request-headers/helicone-other",
			advice: withReasons(undefined, move),
			proposal: moveProposal(move),
		},
	];
}

/** `helicone-tools` in a list of packages, in a command or as the name of a service: no header is called so. */
function isPackageName({ document, facts: { outline } }: Context, { name, place, request }: Header): boolean {
	if (request?.id !== "helicone-other" || name !== name.toLowerCase()) return false;
	if (listsPackages(document.uri)) return true;
	return place === "name" && (isConfig(outline) || isShell(outline));
}

/** What a test expects of a client that cannot move stays with it. */
function assertionFix(context: Context, header: Header): Proposal | undefined {
	return context.workspace.stuckNames.size > 0 ? undefined : planAssertion(context.facts.outline, header);
}

function hit(context: Context, header: Header): Hit {
	const row = header.request;
	// `{ "helicone-id": id }` in what Helicone's interface is sent.
	const answered = isOnlyAnswered(header.name) ? header.response : undefined;
	const move = context.moves.find((one) => one.headers.includes(header));
	const retired = retiring(retirementOf(context), header.range);
	const given = move || header.request?.role === "behaviour" ? undefined : givenFixAt(context, header.range);
	const isBlocked = given?.verdict.certainty === "blocked";
	const alone = () => (isBlocked ? undefined : (assertionFix(context, header) ?? planHeader(context, header)));
	const proposal = retired ?? (move ? moveProposal(move) : (given?.proposal ?? alone()));
	const nameOnly =
		header.place === "name" && !given?.proposal
			? "Only the name stands here: see what the program does with it."
			: undefined;
	return {
		range: header.range,
		message: row?.shared
			? `${header.name} spoke to Helicone here; Concentrate does not read it.`
			: `${header.name} is a header of Helicone's: Concentrate does not read it.`,
		subject: header.name,
		row: answered ? `response-headers/${answered.id}` : row && `request-headers/${row.id}`,
		advice: withReasons(
			[nameOnly, given?.advice, (answered ?? row)?.advice].filter((one) => one !== undefined).join(" ") || undefined,
			move,
		),
		tags: header.place === "request" && !move ? ["unnecessary"] : [],
		proposal,
	};
}
