/**
 * Operations in, changes out: everything a fix wants of one file, at once. Removals are joined per list (R1) and
 * cascade (R8) before anything is text; `put` knows what goes at the same time; R10 joins the rest.
 */
import type { Writer } from "../languages/language";
import type { Change } from "../model";
import { listOf } from "../outline/questions";
import type { Item, List, Node, Outline } from "../outline/schema";
import { isNearBroken } from "./broken";
import { cascade, type Removal } from "./cascade";
import { type CommentOut, commentOut } from "./comment-out";
import { compose } from "./compose";
import { insertLine } from "./insert-line";
import type { Operation } from "./operation";
import { isRefusal, type Piece, type Refusal, text } from "./piece";
import { type Insertion, renderInsertion, resolvePuts } from "./put";
import { removeDeclarators, resolveAssigns } from "./remove-assigns";
import { removeItems } from "./remove-items";
import { removeLink } from "./remove-link";
import { fillBlock, removeElse } from "./remove-statements";
import { unwrapGuard } from "./unwrap";

export type RenderResult =
	| { readonly ok: true; readonly changes: readonly Change[] }
	/** `reason` is a sentence for people. */
	| { readonly ok: false; readonly reason: string };

/**
 * @param operations about nodes of `outline`; in any order, the same one twice is one
 * @returns sorted, disjoint changes against the outline's text, or why nothing is done. Never throws.
 */
export function render(outline: Outline, operations: readonly Operation[], writer: Writer): RenderResult {
	const result = piecesOf(outline, operations, writer);
	const changes = isRefusal(result) ? result : compose(result);
	return isRefusal(changes) ? { ok: false, reason: changes.refused } : { ok: true, changes };
}

function piecesOf(outline: Outline, operations: readonly Operation[], writer: Writer): readonly Piece[] | Refusal {
	const assigns = resolveAssigns(pick(operations, "remove-assign").map((one) => one.assign));
	if (isRefusal(assigns)) return assigns;
	const asked = new Set([...pick(operations, "remove").map((one) => one.item), ...assigns.items]);
	const links = new Set(pick(operations, "remove-link").map((one) => one.call));
	const puts = resolvePuts(outline, pick(operations, "put"), asked, writer);
	if (isRefusal(puts)) return puts;
	const receiving = new Set(puts.insertions.map((one) => one.list));
	const removal = cascade(outline, asked, links, receiving);
	const refusal = brokenNear(outline, operations, removal, receiving) ?? putIntoRemoved(puts.insertions, removal);
	if (refusal) return refusal;
	const inserted = puts.insertions.map((one) => renderInsertion(outline, one, removal.items, writer));
	const replaced = new Set(inserted.flatMap((one) => one.replaced));
	return join([
		...inserted.map((one) => one.pieces),
		puts.replacements,
		removalPieces(outline, removal, replaced),
		[...assigns.parts].flatMap(([declaration, gone]) => removeDeclarators(outline, declaration, gone)),
		...simplePieces(outline, operations, writer),
	]);
}

function removalPieces(outline: Outline, removal: Removal, replaced: ReadonlySet<Item>): readonly Piece[] {
	const items = new Set([...removal.items].filter((item) => !replaced.has(item)));
	const lists = new Set([...items].flatMap((item) => listOf(item) ?? []));
	return [
		...[...lists]
			.filter((list) => !goesWithParent(list, removal))
			.flatMap((list) => fillBlock(outline, list, removal) ?? removeItems(outline, list, items)),
		...[...removal.links].filter((call) => !goesWithParent(call, removal)).flatMap((call) => removeLink(outline, call)),
		...[...removal.elses].flatMap((guard) => removeElse(outline, guard)),
	];
}

/** The node lies in an item or an `else` that goes as a whole: nothing inside needs an edit of its own. */
function goesWithParent(node: Node, removal: Removal): boolean {
	for (let inside = node, up = node.parent; up; inside = up, up = up.parent) {
		if (up.kind === "item" && removal.items.has(up)) return true;
		if (up.kind === "guard" && up.else === inside && removal.elses.has(up)) return true;
	}
	return false;
}

/** Operations that stand for themselves. */
function simplePieces(
	outline: Outline,
	operations: readonly Operation[],
	writer: Writer,
): readonly (readonly Piece[] | Refusal)[] {
	const comments: readonly CommentOut[] = pick(operations, "comment-out");
	const commented = new Set(comments.map((one) => one.item));
	return [
		[...pick(operations, "replace"), ...pick(operations, "rename")].map((one) => text(one.range, one.newText)),
		pick(operations, "insert-line").map((one) => insertLine(outline, one)),
		...uniqueBy(comments, (one) => one.item).map((one) => commentOut(outline, one, commented, writer)),
		...uniqueBy(pick(operations, "unwrap-guard"), (one) => one.guard).map((one) => unwrapGuard(outline, one.guard)),
	];
}

function join(parts: readonly (readonly Piece[] | Refusal)[]): readonly Piece[] | Refusal {
	const pieces: Piece[] = [];
	for (const part of parts) {
		if (isRefusal(part)) return part;
		pieces.push(...part);
	}
	return pieces;
}

/** Every list that changes its structure, the cascade's among them. */
function brokenNear(
	outline: Outline,
	operations: readonly Operation[],
	removal: Removal,
	receiving: ReadonlySet<List>,
): Refusal | undefined {
	const structural: Node[] = [...removal.items, ...removal.links];
	for (const one of pick(operations, "remove-assign")) structural.push(one.assign);
	for (const one of pick(operations, "comment-out")) structural.push(one.item);
	for (const one of pick(operations, "unwrap-guard")) structural.push(one.guard);
	const isNear =
		structural.some((node) => isNodeNearBroken(outline, node)) ||
		[...receiving].some((list) => isNearBroken(outline, list));
	return isNear ? { refused: "The code around here cannot be read without errors, so it is left alone." } : undefined;
}

function isNodeNearBroken(outline: Outline, node: Node): boolean {
	for (let up: Node | undefined = node; up; up = up.parent) {
		if (up.kind !== "item") continue;
		const list = listOf(up);
		return list !== undefined && isNearBroken(outline, list, up);
	}
	return false;
}

function putIntoRemoved(insertions: readonly Insertion[], removal: Removal): Refusal | undefined {
	for (const { list } of insertions) {
		for (let up: Node | undefined = list.parent; up; up = up.parent) {
			if (up.kind === "item" && removal.items.has(up)) {
				return { refused: "One fix puts a value into something that another one removes." };
			}
		}
	}
	return undefined;
}

function pick<K extends Operation["op"]>(operations: readonly Operation[], op: K): Extract<Operation, { op: K }>[] {
	return operations.filter((one): one is Extract<Operation, { op: K }> => one.op === op);
}

function uniqueBy<T>(all: readonly T[], key: (one: T) => unknown): readonly T[] {
	return [...new Map(all.map((one) => [key(one), one])).values()];
}
