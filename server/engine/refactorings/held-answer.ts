/** The places that an answer gets to by its name: every one is found, or the name is not followed. */
import { namesOf } from "../outline/names";
import { ancestors, contains, functionOf, pathOf } from "../outline/questions";
import type { Assign, Expr, Item, List, Node, Outline, Range, Ref } from "../outline/schema";

/**
 * Uses of what `assign` gives. A name that is given several values is followed along its blocks: a use belongs to the last
 * value before it in the innermost block that gives one.
 * @returns undefined when some use may mean another value
 */
export function usesOf(outline: Outline, assign: Assign): readonly Expr[] | undefined {
	const names = namesOf(outline);
	const all = names.definitions(assign.target);
	if (!all.includes(assign)) return undefined;
	if (all.length === 1) return names.uses(assign);
	const isTarget = (use: Expr) => all.some((one) => contains(one.target.range, use.range));
	const uses = new Set(all.flatMap((one) => names.uses(one)).filter((use) => !isTarget(use)));
	const mine: Expr[] = [];
	for (const use of uses) {
		const giver = giverOf(all, use);
		if (!giver) return undefined;
		if (giver === assign) mine.push(use);
	}
	return mine;
}

function giverOf(all: readonly Assign[], use: Expr): Assign | undefined {
	if (all.some((one) => functionOf(one) !== functionOf(use))) return undefined;
	const around = new Set<Node>(ancestors(use));
	const seen = all.filter((one) => around.has(blockOf(one) ?? one));
	const innermost = seen.reduce<List | undefined>((best, one) => smaller(best, blockOf(one)), undefined);
	const giver = seen.findLast((one) => blockOf(one) === innermost && one.range[1] <= use.range[0]);
	if (!giver) return undefined;
	const between = (one: Assign) => giver.range[1] <= one.range[0] && one.range[0] < use.range[0];
	return all.some((one) => one !== giver && between(one)) ? undefined : giver;
}

function smaller(one: List | undefined, other: List | undefined): List | undefined {
	if (!one || !other) return one ?? other;
	return contains(one.range, other.range) ? other : one;
}

function blockOf(node: Node): List | undefined {
	for (const up of ancestors(node)) if (up.kind === "list" && up.role === "block") return up;
	return undefined;
}

/** Refs to a name that a loop, a parameter or a pattern gives, in `within`; undefined when it is given another value there. */
export function refsIn(outline: Outline, name: string, within: Range): readonly Ref[] | undefined {
	if (outline.assigns.some((one) => contains(within, one.range) && pathOf(one.target) === name)) return undefined;
	return outline.refs.filter((ref) => ref.name === name && contains(within, ref.range) && !isKey(ref));
}

function isKey(ref: Ref): boolean {
	const item = ref.parent;
	return item?.kind === "item" && item.form === "entry" && item.key === ref && item.value !== ref && !item.computed;
}

/** Where a name of a pattern can be seen: to the end of the block that it stands in. */
export function restOfBlock(assign: Assign): Range | undefined {
	const block = blockOf(assign);
	return block && [assign.range[1], block.range[1]];
}

/** How many patterns, parameters and assignments of the file give this name. */
export function countGivers(outline: Outline, name: string): number {
	const inPatterns = outline.lists.filter(
		({ role, items }) => role === "names" && items.some((item) => givesName(item, name)),
	);
	return inPatterns.length + outline.assigns.filter(({ target }) => pathOf(target) === name).length;
}

function givesName(item: Item, name: string): boolean {
	const { key, value } = item;
	if (value?.kind === "ref") return value.name === name;
	return !value && key?.kind === "ref" && key.name === name;
}
