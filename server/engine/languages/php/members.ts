/** Constants and properties of a class, under the names that its methods use for them. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { newAssign, newMember, newRef } from "../../outline/nodes";
import type { Expr, Node } from "../../outline/schema";

/** `self::KEY`, `static::KEY`: one class for all that a file can tell. */
export function buildSelf(cx: BuildContext, node: number): Node {
	const word = sourceOf(cx, node);
	return newRef(rangeOf(cx, node), word === "static" ? "self" : word);
}

/** `const KEY = 'x'` of a class is what its methods call `self::KEY`. Only a private one is nobody else's. */
export function buildConstant(cx: BuildContext, node: number): Node | undefined {
	const [name, value] = contentChildren(cx, node);
	if (name === undefined) return undefined;
	const isField = isInClass(cx, node);
	const target: Expr = isField
		? owned(cx, name, "self", sourceOf(cx, name))
		: newRef(rangeOf(cx, name), sourceOf(cx, name));
	const declares = isField ? "field" : "const";
	const isOwn = isField && hasWord(cx, node, "private");
	return newAssign(rangeOf(cx, node), target, value === undefined ? undefined : cx.expr(value), "=", declares, !isOwn);
}

function hasWord(cx: BuildContext, node: number, word: string): boolean {
	return childNodes(cx, cx.flat.parent[node] ?? 0).some((child) => sourceOf(cx, child) === word);
}

/** `private $base = 'x'` is what methods call `$this->base`. */
export function buildProperty(cx: BuildContext, node: number): Node | undefined {
	const name = pickNode(cx, node, "name");
	if (name === undefined) return undefined;
	const value = pickNode(cx, node, "default_value");
	const source = sourceOf(cx, name);
	const target = hasWord(cx, node, "static")
		? owned(cx, name, "self", source)
		: owned(cx, name, "this", source.replace(/^\$/, ""));
	return newAssign(rangeOf(cx, node), target, value === undefined ? undefined : cx.expr(value), "=", "field");
}

function owned(cx: BuildContext, node: number, owner: string, name: string): Expr {
	const [start, end] = rangeOf(cx, node);
	return newMember([start, end], newRef([start, start], owner), name, [end - name.length, end]);
}

function isInClass(cx: BuildContext, node: number): boolean {
	const declaration = cx.flat.parent[node] ?? 0;
	return typeOf(cx, cx.flat.parent[declaration] ?? 0).endsWith("declaration_list");
}
