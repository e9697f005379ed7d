/** Headers that another file makes, where this file sends them: `...heliconeHeaders(user)`, `defaultHeaders: HEADERS`. */
import type { Around } from "../names/meaning";
import { usesOfTaken } from "../names/taken";
import { namesOf } from "../outline/names";
import { ancestors, contains, listOf } from "../outline/questions";
import type { Expr, Item, Outline } from "../outline/schema";
import type { Client } from "./client";
import type { ClientCall } from "./model-use";

export interface SharedHeaders {
	readonly id: string;
	readonly expr: Expr;
	/** The spread or entry that sends them, and nothing else. */
	readonly item: Item | undefined;
	readonly isAll: boolean;
	/** Who sends them; empty when nobody can say. */
	readonly clients: readonly Client[];
}

export function sharedHeaders(
	outline: Outline,
	{ taken }: Around,
	clients: readonly Client[],
	calls: readonly ClientCall[],
): SharedHeaders[] {
	return usesOfTaken(outline, taken).flatMap(({ expr, taken: { id, meaning } }): SharedHeaders[] => {
		if (meaning.kind !== "headers") return [];
		// A function that nobody calls here is handed on.
		const isSent = !meaning.isCall || expr.kind === "call" || outline.language === "ruby";
		const senders = isSent ? sendersOf(outline, expr, clients, calls) : [];
		return [{ id, expr, item: carrierOf(expr), isAll: meaning.isAll, clients: senders }];
	});
}

function carrierOf(expr: Expr): Item | undefined {
	const item = expr.parent;
	if (item?.kind !== "item" || item.value !== expr || (item.form !== "spread" && item.form !== "entry"))
		return undefined;
	const role = listOf(item)?.role;
	return role === "map" || role === "args" ? item : undefined;
}

/** The clients and requests around it, or around every use of the variable that holds it. */
function sendersOf(
	outline: Outline,
	expr: Expr,
	clients: readonly Client[],
	calls: readonly ClientCall[],
	depth = 0,
): readonly Client[] {
	const around = clients.filter((client) => !client.imported && contains(client.range, expr.range));
	const requests = calls.filter(({ call }) => contains(call.range, expr.range)).map(({ client }) => client);
	if (around.length > 0 || requests.length > 0) return [...new Set([...around, ...requests])];
	const holder = [...ancestors(expr)].find((up) => up.kind === "assign" || up.kind === "fn");
	if (holder?.kind !== "assign" || holder.target.kind !== "ref" || depth > 2) return [];
	const uses = namesOf(outline).uses(holder);
	const senders = uses.map((use) => sendersOf(outline, use, clients, calls, depth + 1));
	return senders.every((one) => one.length > 0) ? [...new Set(senders.flat())] : [];
}
