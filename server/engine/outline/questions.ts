/** Small questions about an Outline. All pure; none walks the whole tree. */
import type { Call, Expr, Fn, Item, List, Node, Outline, Range, Str } from "./schema";

export function textOf(outline: Outline, range: Range): string {
	return outline.text.slice(range[0], range[1]);
}

/** The text between a string's quotes, escapes left as written. */
export function contentOf(outline: Outline, str: Str): string {
	return textOf(outline, str.content);
}

export function contains(outer: Range, inner: Range): boolean {
	return outer[0] <= inner[0] && inner[1] <= outer[1];
}

export function overlaps(a: Range, b: Range): boolean {
	return a[0] < b[1] && b[0] < a[1];
}

/** The nodes of one kind that lie inside `range`. `nodes` is in document order, as an Outline's arrays are. */
export function within<T extends { readonly range: Range }>(nodes: readonly T[], range: Range): readonly T[] {
	let low = 0;
	let high = nodes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((nodes[middle]?.range[0] ?? 0) < range[0]) low = middle + 1;
		else high = middle;
	}
	const found: T[] = [];
	for (let at = low; at < nodes.length; at++) {
		const node = nodes[at];
		if (!node || node.range[0] >= range[1]) break;
		if (node.range[1] <= range[1]) found.push(node);
	}
	return found;
}

/** The nodes above, nearest first. */
export function* ancestors(node: Node): Generator<Node> {
	for (let up = node.parent; up; up = up.parent) yield up;
}

export function listOf(item: Item): List | undefined {
	return item.parent?.kind === "list" ? item.parent : undefined;
}

/** The nearest statement around a node: an Item of a block. */
export function statementOf(node: Node): Item | undefined {
	if (node.kind === "item" && node.form === "statement") return node;
	for (const up of ancestors(node)) if (up.kind === "item" && up.form === "statement") return up;
	return undefined;
}

/** The function around a node; undefined at the top of the file. Classes do not count: their names are fields. */
export function functionOf(node: Node): Fn | undefined {
	for (const up of ancestors(node)) if (up.kind === "fn" && up.form === "function") return up;
	return undefined;
}

/** A name without quotes: of a keyword, a property, a constant string key. Undefined for computed and interpolated keys. */
export function keyName(outline: Outline, item: Item): string | undefined {
	if (item.computed && item.key?.kind !== "string") return undefined;
	return item.key && literalOrName(outline, item.key);
}

function literalOrName(outline: Outline, expr: Expr): string | undefined {
	if (expr.kind === "ref") return expr.name;
	if (expr.kind === "string" && expr.holes.length === 0) return contentOf(outline, expr);
	return undefined;
}

/** The dotted path of a chain of names: `self.client`, `process.env`; undefined for anything else. */
export function pathOf(expr: Expr): string | undefined {
	if (expr.kind === "ref") return expr.name;
	if (expr.kind === "member") {
		const object = pathOf(expr.object);
		return object === undefined ? undefined : `${object}.${expr.name}`;
	}
	return undefined;
}

/** The n-th positional argument, named ones and spreads left out. */
export function positional(call: Call, index: number): Item | undefined {
	return call.args?.items.filter((item) => item.form === "value")[index];
}

/** The value of an item if it is an expression. */
export function valueIn(item: Item | undefined): Expr | undefined {
	const value = item?.value;
	if (!value || value.kind === "item" || value.kind === "assign" || value.kind === "guard" || value.kind === "import")
		return undefined;
	return value;
}

/** An entry of a map or argument list by its name. The last one wins, as it does in every language here. */
export function entryNamed(outline: Outline, list: List, name: string): Item | undefined {
	return list.items.findLast((item) => item.form === "entry" && keyName(outline, item) === name);
}

/** True when no string opens or closes around this one as a sentence: a statement of its own is a docstring. */
export function isDocstring(str: Str): boolean {
	return str.parent?.kind === "item" && str.parent.form === "statement";
}
