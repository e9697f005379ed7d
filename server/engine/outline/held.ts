/** How long a variable holds what it was given. */
import { namesOf } from "./names";
import type { Assign, Expr, Outline } from "./schema";

/** Uses of a variable behind `assign` that come before it is given something else. */
export function usesWhileHeld(outline: Outline, assign: Assign): readonly Expr[] {
	const uses = namesOf(outline).uses(assign);
	const end = redefinition(outline, assign);
	return uses.filter((use) => (use.range[0] < assign.range[0] ? end === Number.POSITIVE_INFINITY : use.range[0] < end));
}

/** Where the variable starts to hold something else: `req, err = …` a second time. `b = b.header(…)` is the same thing still. */
function redefinition(outline: Outline, assign: Assign): number {
	const names = namesOf(outline);
	const target = names.targetOf(assign);
	const name = target?.kind === "ref" ? target.name : undefined;
	if (!target || name === undefined) return Number.POSITIVE_INFINITY;
	const next = names
		.definitions(target)
		.find((other) => other.range[0] > assign.range[0] && !startsWith(other.value, name));
	return next?.range[0] ?? Number.POSITIVE_INFINITY;
}

function startsWith(value: Expr | undefined, name: string): boolean {
	let root = value;
	while (root?.kind === "call" && root.receiver) root = root.receiver;
	return root?.kind === "ref" && root.name === name;
}
