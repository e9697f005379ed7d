/** The fix of a header that does not travel with a move: taken out alone, its meaning put into the body where that can be. */
import type { Operation } from "../edits/operation";
import { isOrphan } from "../facts/facts";
import type { Header } from "../facts/header";
import { interfaceCalls } from "../facts/helicone-interface";
import { filled } from "../facts/slot";
import type { Applicability } from "../model";
import { contains } from "../outline/questions";
import { bodyPut } from "./body-put";
import { removalOf } from "./carrier";
import type { Context, Proposal } from "./context";

/** @returns undefined when it cannot be taken out, or when its client cannot move and would stop working without it */
export function planHeader(context: Context, header: Header): Proposal | undefined {
	const removal = header.carrier && removalOf(header.carrier);
	if (!removal || isBlocked(context, header)) return undefined;
	const put = bodyPut(context, header);
	const operations: Operation[] = put ? [removal, put.operation] : [removal];
	return {
		group: `header:${header.range[0]}`,
		title: put ? `Remove ${header.name}, set ${put.path.join(".")}` : `Remove ${header.name}`,
		applicability: applicabilityOf(context, header),
		operations,
	};
}

function isBlocked(context: Context, header: Header): boolean {
	const { facts } = context;
	if (interfaceCalls(facts.outline, facts.addresses).some((range) => contains(range, header.range))) return true;
	const senders = facts.sendersOf.get(header) ?? [];
	return context.moves.some(
		(move) => move.applicability === "blocked" && move.clients.some((client) => senders.includes(client)),
	);
}

function applicabilityOf(context: Context, header: Header): Applicability {
	const role = header.request?.role;
	if (header.place !== "request" || role === undefined) return "suggested";
	if (isDead(context, header)) return "safe";
	if (role === "behaviour") return "suggested";
	if (isOrphan(context.facts, header)) return role === "logging" && everyClientMoves(context) ? "safe" : "suggested";
	const senders = context.facts.sendersOf.get(header) ?? [];
	return senders.every(({ gateway }) => gateway.kind === "concentrate") ? "safe" : "suggested";
}

/** Sent to a provider's own host, not to an address of the request's own: nobody reads it there, so nothing changes without it. */
function isDead(context: Context, header: Header): boolean {
	const { facts } = context;
	const senders = facts.sendersOf.get(header) ?? [];
	const request = facts.callOf.get(header);
	const own = request?.method.address;
	if (request && own !== undefined && filled(facts.outline, request.call, [own])) return false;
	return senders.length > 0 && senders.every(({ gateway }) => gateway.kind === "other" && gateway.isProvider);
}

/** The file has clients, and none of them stays with Helicone after the safe fixes. */
function everyClientMoves(context: Context): boolean {
	const concerned = context.facts.clients.filter(
		({ gateway }) => gateway.kind === "helicone" || gateway.kind === "concentrate",
	);
	return concerned.length > 0 && context.moves.every((move) => move.applicability === "safe");
}
