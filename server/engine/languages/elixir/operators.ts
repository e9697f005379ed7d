/** Matches, pipes and module attributes of Elixir. */

import { dottedPath } from "../../outline/build-calls";
import {
	type BuildContext,
	contentChildren,
	pickNode,
	rangeOf,
	sourceOf,
	tokenInField,
	typeOf,
} from "../../outline/build-context";
import { buildBinary } from "../../outline/build-expressions";
import { newAssign, newCall, newConcat, newRef } from "../../outline/nodes";
import type { Node } from "../../outline/schema";

export function buildOperator(cx: BuildContext, node: number): Node | undefined {
	const left = pickNode(cx, node, "left");
	const right = pickNode(cx, node, "right");
	const operator = tokenInField(cx, node, "operator");
	if (left === undefined || right === undefined || operator === undefined) return undefined;
	switch (sourceOf(cx, operator)) {
		case "=":
			return newAssign(rangeOf(cx, node), cx.expr(left), cx.expr(right));
		case "\\\\":
			return newAssign(rangeOf(cx, node), cx.expr(left), cx.expr(right), "=", "var");
		case "<>":
			return newConcat(rangeOf(cx, node), [cx.expr(left), cx.expr(right)]);
		case "|>":
			return buildPipe(cx, node, left, right);
		default:
			return buildBinary(cx, node, { is: "binary", left: "left", op: "operator", right: "right" });
	}
}

/** `a |> f(b)` is a link of a chain, as `a.f(b)` is elsewhere. */
function buildPipe(cx: BuildContext, node: number, left: number, right: number): Node {
	const receiver = cx.expr(left);
	const call = cx.expr(right);
	if (call.kind !== "call")
		return buildBinary(cx, node, { is: "binary", left: "left", op: "operator", right: "right" });
	const before = dottedPath(receiver);
	const path = before === "" ? call.path : `${before}.${call.path}`;
	const { name, nameRange, args, body, isNew, isMacro } = call;
	return newCall(rangeOf(cx, node), nameRange, { path, name, args, body, isNew, isMacro, receiver });
}

const docs = /^(moduledoc|doc|typedoc|shortdoc|spec|type|typep|callback)$/;

/** `@base "https://…"` gives a module's constant, `@base` reads it. What documents is prose. */
export function buildUnary(cx: BuildContext, node: number): Node | undefined {
	const operator = tokenInField(cx, node, "operator");
	const operand = pickNode(cx, node, "operand");
	if (operator === undefined || operand === undefined || sourceOf(cx, operator) !== "@") return undefined;
	const range = rangeOf(cx, node);
	if (typeOf(cx, operand) === "identifier") return newRef(range, `@${sourceOf(cx, operand)}`);
	const target = pickNode(cx, operand, "target");
	const args = contentChildren(cx, operand).find((child) => typeOf(cx, child) === "arguments");
	const value = args === undefined ? undefined : contentChildren(cx, args)[0];
	if (target === undefined || value === undefined || docs.test(sourceOf(cx, target))) return undefined;
	const [start, end] = [range[0], rangeOf(cx, target)[1]];
	return newAssign(range, newRef([start, end], cx.text.slice(start, end)), cx.expr(value), "=", "const");
}
