/** Swift's calls, subscripts, dictionaries and closures. */

import { dottedPath } from "../../outline/build-calls";
import {
	type BuildContext,
	childNodes,
	childrenInField,
	contentChildren,
	isToken,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { asList, buildList } from "../../outline/build-lists";
import { newCall, newFn, newIndex, newItem, newList, newMember, newOpaque } from "../../outline/nodes";
import type { Call, Expr, Item, List, Member, Node, Range } from "../../outline/schema";
import { statementsIn } from "./blocks";

/** `f(a)`, `a["b"]`, `f(a) { … }`, which the grammar reads as a call of `f(a)`. */
export function buildSwiftCall(cx: BuildContext, node: number): Node | undefined {
	const callee = contentChildren(cx, node)[0];
	const suffix = childOf(cx, node, "call_suffix");
	if (callee === undefined || suffix === undefined) return undefined;
	const args = childOf(cx, suffix, "value_arguments");
	const lambda = childOf(cx, suffix, "lambda_literal");
	if (args !== undefined && isSubscript(cx, args)) return buildSubscript(cx, node, callee, args);
	if (typeOf(cx, callee) === "lambda_literal") return onlyResult(cx, callee);
	const around = lambda !== undefined && args === undefined ? cx.expr(callee) : undefined;
	if (around?.kind === "call" && around.body === undefined && typeOf(cx, callee) === "call_expression")
		return newCall(rangeOf(cx, node), around.nameRange, { ...around, body: bodyOf(cx, lambda) });
	return newSwiftCall(cx, node, around ?? cx.expr(callee), args, lambda);
}

function newSwiftCall(
	cx: BuildContext,
	node: number,
	callee: Expr,
	args: number | undefined,
	lambda: number | undefined,
): Call {
	const named = nameOf(cx, node, callee);
	return newCall(rangeOf(cx, node), named.nameRange, {
		...named,
		args: args === undefined ? undefined : asList(cx, args, "args"),
		body: bodyOf(cx, lambda),
	});
}

function nameOf(cx: BuildContext, node: number, callee: Expr): Pick<Call, "path" | "name" | "nameRange" | "receiver"> {
	if (callee.kind === "ref")
		return { path: callee.name, name: callee.name, nameRange: callee.nameRange, receiver: undefined };
	if (callee.kind !== "member")
		return { path: "", name: "", nameRange: [callee.range[1], callee.range[1]], receiver: callee };
	const made = isImplicit(callee) && callee.name === "init" ? expectedType(cx, node) : undefined;
	if (made !== undefined)
		return {
			path: made,
			name: made.slice(made.lastIndexOf(".") + 1),
			nameRange: callee.nameRange,
			receiver: undefined,
		};
	const receiver = isImplicit(callee) ? undefined : callee.object;
	return { path: dottedPath(callee), name: callee.name, nameRange: callee.nameRange, receiver };
}

/** `.init(…)` is of the type that its variable is declared with; as `configuration:` of `OpenAI` it is an `OpenAI.Configuration`. */
function expectedType(cx: BuildContext, node: number): string | undefined {
	const above = cx.flat.parent[node];
	if (above === undefined) return undefined;
	const annotation = childOf(cx, above, "type_annotation");
	if (annotation !== undefined) return sourceOf(cx, annotation).replace(/^:\s*|[?!]$/g, "");
	const label = childOf(cx, above, "value_argument_label");
	const suffix = cx.flat.parent[cx.flat.parent[above] ?? 0];
	const call = suffix === undefined ? undefined : cx.flat.parent[suffix];
	const callee = call === undefined ? undefined : contentChildren(cx, call)[0];
	if (label === undefined || callee === undefined || typeOf(cx, callee) !== "simple_identifier") return undefined;
	const name = sourceOf(cx, label);
	return `${sourceOf(cx, callee)}.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function isSubscript(cx: BuildContext, args: number): boolean {
	return cx.text[rangeOf(cx, args)[0]] === "[";
}

function buildSubscript(cx: BuildContext, node: number, object: number, args: number): Node | undefined {
	const [first] = contentChildren(cx, args);
	const key = first === undefined ? undefined : pickNode(cx, first, "value");
	return key === undefined ? undefined : newIndex(rangeOf(cx, node), cx.expr(object), cx.expr(key));
}

/** `{ OpenAI(token: k) }()` is what the closure gives, where that is all it does. */
function onlyResult(cx: BuildContext, lambda: number): Node | undefined {
	const statements = childOf(cx, lambda, "statements");
	const [only, ...more] = statements === undefined ? [] : contentChildren(cx, statements);
	if (only === undefined || more.length > 0) return undefined;
	const result = typeOf(cx, only) === "control_transfer_statement" ? pickNode(cx, only, "result") : only;
	return result === undefined ? undefined : cx.node(result);
}

function bodyOf(cx: BuildContext, lambda: number | undefined): List | undefined {
	return lambda === undefined ? undefined : statementsIn(cx, lambda);
}

export function buildClosure(cx: BuildContext, node: number): Node {
	const type = childOf(cx, node, "lambda_function_type");
	const params = type === undefined ? undefined : childOf(cx, type, "lambda_function_type_parameters");
	return newFn(rangeOf(cx, node), {
		form: "function",
		params: params === undefined ? undefined : buildList(cx, params, "names"),
		body: statementsIn(cx, node),
	});
}

/** `a.b`, `a?.b`, `a!.b`. */
export function buildNavigation(cx: BuildContext, node: number): Node | undefined {
	const object = pickNode(cx, node, "target");
	const suffix = childOf(cx, node, "navigation_suffix");
	const name = suffix === undefined ? undefined : pickNode(cx, suffix, "suffix");
	if (object === undefined || name === undefined) return undefined;
	return newMember(rangeOf(cx, node), cx.expr(object), sourceOf(cx, name), rangeOf(cx, name));
}

const implicit = "implicit";

/** `.post`: a member of the type that is expected. Any other prefix makes something else of its operand. */
export function buildPrefixed(cx: BuildContext, node: number): Node | undefined {
	const [start] = rangeOf(cx, node);
	const name = pickNode(cx, node, "target");
	if (cx.text[start] !== "." || name === undefined || typeOf(cx, name) !== "simple_identifier") return undefined;
	return newMember(rangeOf(cx, node), newOpaque([start, start], implicit), sourceOf(cx, name), rangeOf(cx, name));
}

function isImplicit({ object }: Member): boolean {
	return object.kind === "opaque" && object.type === implicit;
}

/** Keys and values stand side by side in `["A": b, "C": d]`. */
export function buildDictionary(cx: BuildContext, node: number): Node {
	const keys = childrenInField(cx, node, "key");
	const values = childrenInField(cx, node, "value");
	const items = keys.flatMap((key, index): Item[] => {
		const value = values[index];
		if (value === undefined) return [];
		const built = cx.expr(key);
		const computed = built.kind !== "string" && built.kind !== "opaque";
		return [newItem([rangeOf(cx, key)[0], rangeOf(cx, value)[1]], "entry", cx.node(value), built, computed)];
	});
	return newList(rangeOf(cx, node), "map", items, innerOf(cx, node));
}

function innerOf(cx: BuildContext, node: number): Range {
	const [start, end] = rangeOf(cx, node);
	const last = childNodes(cx, node).findLast((child) => isToken(cx, child) && sourceOf(cx, child) === "]");
	return [start + 1, last === undefined ? end : rangeOf(cx, last)[0]];
}

export function childOf(cx: BuildContext, node: number, type: string): number | undefined {
	return contentChildren(cx, node).find((child) => typeOf(cx, child) === type);
}
