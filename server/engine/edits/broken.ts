/**
 * Where the text is broken, nothing structural is done: items next to an error can be missing from the Outline.
 * Looked at are the list, the statement around it, and of each statement further out what is not inside another
 * statement: an error in a far-away function does not matter. Replacing inside a string stays allowed.
 */
import type { Item, List, Node, Outline, Range } from "../outline/schema";

/** @returns true when an edit of `list` (at `item`, if it is about one) must not be made */
export function isNearBroken(outline: Outline, list: List, item?: Item): boolean {
	if (outline.broken.length === 0) return false;
	const regions = [...regionsOf(list, item)];
	return outline.broken.some((broken) => regions.some((region) => touches(region, broken)));
}

function* regionsOf(list: List, item: Item | undefined): Generator<Range> {
	if (item && list.role === "block") yield* aroundStatement(list, item);
	else yield list.range;
	let inside: Node = list;
	for (let up: Node | undefined = list.parent; up; up = up.parent) {
		if (up.kind === "list" && up.role === "block" && inside.kind === "item") yield* aroundStatement(up, inside);
		else if (up.kind === "item" && up.form === "statement") yield* outsideOf(up, inside);
		if (up.kind === "item" || (up.kind === "list" && up.role === "block")) inside = up;
	}
}

/** A statement from the end of the one before to the start of the one behind. */
function* aroundStatement(block: List, item: Item): Generator<Range> {
	const index = block.items.indexOf(item);
	yield [block.items[index - 1]?.range[1] ?? block.range[0], block.items[index + 1]?.range[0] ?? block.range[1]];
}

/** What a statement holds besides the block that was climbed out of: the header of a function, its other branch. */
function* outsideOf(statement: Item, inside: Node): Generator<Range> {
	if (inside.kind !== "list" || inside.role !== "block") return yield statement.range;
	yield [statement.range[0], inside.range[0]];
	yield [inside.range[1], statement.range[1]];
}

/** A missing token is an empty range: it counts at either end. */
function touches(region: Range, broken: Range): boolean {
	if (broken[0] === broken[1]) return region[0] <= broken[0] && broken[0] <= region[1];
	return region[0] < broken[1] && broken[0] < region[1];
}
