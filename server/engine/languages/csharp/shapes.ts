/** C#'s shapes that a table cannot say: `this.x`, `a?.B`, `new() { … }`, `new { a = 1, b }`. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { asList } from "../../outline/build-lists";
import { newCall, newImport, newItem, newList, newMember, newRef } from "../../outline/nodes";
import type { Item, Node, Range } from "../../outline/schema";

/** `this` and `base` are no nodes of their own; a name's type arguments are left out. */
export function buildMember(cx: BuildContext, node: number): Node | undefined {
	const name = pickNode(cx, node, "name");
	const first = childNodes(cx, node)[0];
	if (name === undefined || first === undefined) return undefined;
	const object = isToken(cx, first) ? newRef(rangeOf(cx, first), sourceOf(cx, first)) : cx.expr(first);
	return member(cx, node, object, name);
}

function member(cx: BuildContext, node: number, object: Parameters<typeof newMember>[1], name: number): Node {
	const written = sourceOf(cx, name);
	const plain = written.replace(/\s*<[\s\S]*$/, "");
	const [start] = rangeOf(cx, name);
	return newMember(rangeOf(cx, node), object, plain, [start, start + plain.length]);
}

export function buildConditionalMember(cx: BuildContext, node: number): Node | undefined {
	const object = pickNode(cx, node, "condition");
	const binding = contentChildren(cx, node).find((child) => typeOf(cx, child) === "member_binding_expression");
	const name = binding === undefined ? undefined : pickNode(cx, binding, "name");
	return object === undefined || name === undefined ? undefined : member(cx, node, cx.expr(object), name);
}

/** `new() { … }` is of the type that its declaration names. */
export function buildImplicitNew(cx: BuildContext, node: number): Node {
	const children = contentChildren(cx, node);
	const args = children.find((child) => typeOf(cx, child) === "argument_list");
	const init = children.find((child) => typeOf(cx, child) === "initializer_expression");
	const path = declaredType(cx, node);
	const [start] = rangeOf(cx, node);
	return newCall(rangeOf(cx, node), [start, start + "new".length], {
		path,
		name: path.slice(path.lastIndexOf(".") + 1),
		receiver: undefined,
		args: args === undefined ? undefined : asList(cx, args, "args"),
		init: init === undefined ? undefined : asList(cx, init, "map"),
		body: undefined,
		isNew: true,
		isMacro: false,
	});
}

function declaredType(cx: BuildContext, node: number): string {
	let at = node;
	for (let up = 0; up < 3; up++) {
		at = cx.flat.parent[at] ?? 0;
		const type = pickNode(cx, at, "type");
		if (type !== undefined) return sourceOf(cx, type).replace(/[<?][\s\S]*$/, "");
	}
	return "";
}

/** Names, `=` and values stand side by side; `new { a }` is `new { a = a }`. */
export function buildAnonymous(cx: BuildContext, node: number): Node {
	const children = childNodes(cx, node);
	const open = children.find((child) => sourceOf(cx, child) === "{");
	const close = children.findLast((child) => sourceOf(cx, child) === "}");
	const range = rangeOf(cx, node);
	const inner: Range = [
		open === undefined ? range[0] : rangeOf(cx, open)[1],
		close === undefined ? range[1] : rangeOf(cx, close)[0],
	];
	const items: Item[] = [];
	let part: number[] = [];
	for (const child of [...children, -1]) {
		if (child >= 0 && !(isToken(cx, child) && /^[,}]$/.test(sourceOf(cx, child)))) {
			if (child !== open && rangeOf(cx, child)[0] >= inner[0]) part.push(child);
			continue;
		}
		const item = anonymousItem(cx, part);
		if (item) items.push(item);
		part = [];
	}
	return newList(range, "map", items, inner);
}

function anonymousItem(cx: BuildContext, part: readonly number[]): Item | undefined {
	const named = part.filter((child) => !isToken(cx, child) && typeOf(cx, child) !== "comment");
	const [key] = named;
	const value = named.at(-1);
	if (key === undefined || value === undefined) return undefined;
	const range: Range = [rangeOf(cx, key)[0], rangeOf(cx, value)[1]];
	if (key !== value) return newItem(range, "entry", cx.node(value), cx.expr(key));
	const only = cx.expr(value);
	return newItem(range, "entry", only, only.kind === "ref" ? only : undefined);
}

/** `using A.B;`, `using X = A.B;`, `using static A.B;` */
export function buildUsing(cx: BuildContext, node: number): Node | undefined {
	const alias = pickNode(cx, node, "name");
	const named = contentChildren(cx, node).findLast((child) => child !== alias);
	if (named === undefined) return undefined;
	const local = alias === undefined ? "*" : sourceOf(cx, alias);
	const range = rangeOf(cx, named);
	return newImport(rangeOf(cx, node), sourceOf(cx, named), range, [{ range, name: "*", local }]);
}
