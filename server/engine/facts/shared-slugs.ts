/** Models that another file names, where a client of this one asks for them: `model: MODELS.fast`, `model: models[tier]`. */
import type { Around } from "../names/meaning";
import { sharedPath, takenAt } from "../names/taken";
import { namesOf } from "../outline/names";
import type { Expr, Outline } from "../outline/schema";
import type { Client } from "./client";
import { type ClientCall, modelExpressions } from "./model-use";

export interface SharedSlug {
	readonly id: string;
	readonly slug: string;
	readonly client: Client;
}

/** Names of this file are followed this far. */
const deepest = 4;

export function sharedSlugs(
	outline: Outline,
	{ taken }: Around,
	clients: readonly Client[],
	calls: readonly ClientCall[],
): SharedSlug[] {
	if (!Object.values(taken).some(({ meaning }) => meaning.kind === "slug")) return [];
	return modelExpressions(outline, clients, calls).flatMap(({ expr, client }) =>
		slugsBehind(outline, expr, taken, 0).map((one) => ({ ...one, client })),
	);
}

function slugsBehind(
	outline: Outline,
	expr: Expr,
	taken: Around["taken"],
	depth: number,
): Pick<SharedSlug, "id" | "slug">[] {
	if (depth > deepest) return [];
	if (expr.kind === "either")
		return [expr.then, ...(expr.else ? [expr.else] : [])].flatMap((one) => slugsBehind(outline, one, taken, depth + 1));
	const one = takenAt(outline, expr, taken);
	if (one) return one.meaning.kind === "slug" ? [{ id: one.id, slug: one.meaning.slug }] : [];
	if (expr.kind === "index" && expr.key.kind !== "string") return slugsIn(outline, expr.object, taken);
	const made = expr.kind === "ref" ? namesOf(outline).definition(expr)?.value : undefined;
	return made ? slugsBehind(outline, made, taken, depth + 1) : [];
}

/** `models[tier]` may be any of them. */
function slugsIn(outline: Outline, object: Expr, taken: Around["taken"]): Pick<SharedSlug, "id" | "slug">[] {
	const path = sharedPath(outline, object);
	return Object.entries(taken).flatMap(([name, { id, meaning }]) =>
		path !== undefined && name.startsWith(`${path}.`) && meaning.kind === "slug" ? [{ id, slug: meaning.slug }] : [],
	);
}
