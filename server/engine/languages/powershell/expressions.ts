/** Variables, types, assignments and conditions of PowerShell. */
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { buildGuard } from "../../outline/build-declarations";
import { keepTelling } from "../../outline/build-expressions";
import { newAssign, newItem, newList, newMember, newOpaque, newRef } from "../../outline/nodes";
import type { Item, Node, Range } from "../../outline/schema";

/** `$env:X` and `${env:X}` are members of the environment; `$x`, `${x}` and `@x` name one variable. */
export function buildVariable(cx: BuildContext, node: number): Node {
	const range = rangeOf(cx, node);
	const source = sourceOf(cx, node);
	const name = source.replace(/^[$@]\{?/, "").replace(/\}$/, "");
	const start = range[0] + source.indexOf(name);
	const scope = /^env:/i.exec(name)?.[0];
	if (scope === undefined) return newRef(range, name, [start, start + name.length]);
	const object = newRef([range[0], start + scope.length - 1], "$env");
	return newMember(range, object, name.slice(scope.length), [start + scope.length, start + name.length]);
}

/** `[System.Environment]` */
export function buildType(cx: BuildContext, node: number): Node {
	return newRef(rangeOf(cx, node), sourceOf(cx, node).replace(/^\[\s*|\s*\]$/g, ""));
}

/** `@{ a = 1; "b" = 2 }`: the grammar counts the semicolon to the entry before it. */
export function buildHash(cx: BuildContext, node: number): Node {
	const [start, end] = rangeOf(cx, node);
	const body = contentChildren(cx, node).find((child) => typeOf(cx, child) === "hash_literal_body");
	const entries = body === undefined ? [] : contentChildren(cx, body);
	const items = entries.flatMap((entry): Item[] => {
		const [key, value] = contentChildren(cx, entry);
		if (key === undefined || value === undefined) return [];
		const range: Range = [rangeOf(cx, key)[0], rangeOf(cx, value)[1]];
		return [newItem(range, "entry", cx.node(value), cx.expr(key))];
	});
	const isClosed = cx.text[end - 1] === "}";
	return newList([start, end], "map", items, [start + "@{".length, isClosed ? end - 1 : end]);
}

export function buildAssignment(cx: BuildContext, node: number): Node | undefined {
	const [target, ...rest] = contentChildren(cx, node);
	const operator = rest.find((child) => typeOf(cx, child) === "assignement_operator");
	const value = pickNode(cx, node, "value");
	if (target === undefined || value === undefined || operator === undefined) return undefined;
	return newAssign(rangeOf(cx, node), cx.expr(target), cx.expr(value), sourceOf(cx, operator));
}

/** With an `elseif` it stays as it is: nothing of it may go alone. */
export function buildIf(cx: BuildContext, node: number): Node | undefined {
	if (pickNode(cx, node, "elseif_clauses") !== undefined) return undefined;
	return buildGuard(cx, node, { is: "guard", form: "if", test: "condition", body: 1, else: "else_clause" });
}

/** `return …` gives a value; `break`, `throw` and the like do not. */
export function buildFlow(cx: BuildContext, node: number): Node {
	const type = /^return\b/i.test(sourceOf(cx, node)) ? "return_statement" : "flow_control_statement";
	return newOpaque(rangeOf(cx, node), type, keepTelling(contentChildren(cx, node).map((child) => cx.node(child))));
}
