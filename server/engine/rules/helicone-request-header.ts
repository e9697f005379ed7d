import type { Operation } from "../edits/operation";
import { isOrphan } from "../facts/facts";
import type { Header } from "../facts/header";
import type { Applicability } from "../model";
import { bodyPut } from "../moves/body-put";
import { removalOf } from "../moves/carrier";
import { alone, type Context, type Hit, moveProposal, type Proposal, type Rule, withReasons } from "./rule";

/** Headers that only Helicone reads (guide step 3): sent, declared in a type, or named. */
export const heliconeRequestHeader: Rule = {
	id: "helicone-request-header",
	find: (context) =>
		context.facts.headers.filter((header) => header.place !== "response").map((header) => hit(context, header)),
};

function hit(context: Context, header: Header): Hit {
	const row = header.request;
	const move = context.moves.find((one) => one.headers.includes(header));
	const proposal = move ? moveProposal(move) : ownFix(context, header);
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

function ownFix(context: Context, header: Header): Proposal | undefined {
	const removal = header.carrier && removalOf(header.carrier);
	if (!removal || isBlocked(context, header)) return undefined;
	const put = bodyPut(context, header);
	const operations: Operation[] = put ? [removal, put.operation] : [removal];
	const title = put ? `Remove ${header.name}, set ${put.path.join(".")}` : `Remove ${header.name}`;
	return alone("helicone-request-header", header.range, title, applicabilityOf(context, header), ...operations);
}

/** A client that cannot move keeps its headers: without them it would stop working where it is. */
function isBlocked(context: Context, header: Header): boolean {
	const senders = context.facts.sendersOf.get(header) ?? [];
	return context.moves.some(
		(move) => move.applicability === "blocked" && move.clients.some((client) => senders.includes(client)),
	);
}

function applicabilityOf(context: Context, header: Header): Applicability {
	const role = header.request?.role;
	if (role === "behaviour" || role === undefined || header.place !== "request") return "suggested";
	const senders = context.facts.sendersOf.get(header) ?? [];
	if (isOrphan(context.facts, header)) return role === "logging" && everyClientMoves(context) ? "safe" : "suggested";
	const dead = senders.every(
		({ gateway }) => gateway.kind === "concentrate" || (gateway.kind === "other" && gateway.isProvider),
	);
	return dead ? "safe" : "suggested";
}

/** The file has clients, and none of them stays with Helicone after the safe fixes. */
function everyClientMoves(context: Context): boolean {
	const concerned = context.facts.clients.filter(
		({ gateway }) => gateway.kind === "helicone" || gateway.kind === "concentrate",
	);
	return concerned.length > 0 && context.moves.every((move) => move.applicability === "safe");
}
