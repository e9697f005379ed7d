/** Kotlin's calls: trailing lambdas, `mapOf`, and the many that only change a type. */
import { buildCall } from "../../outline/build-calls";
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
import { asItem, buildList } from "../../outline/build-lists";
import { newCall, newFn, newItem, newList } from "../../outline/nodes";
import type { Call, Expr, List, ListRole, Node, Range } from "../../outline/schema";

/** Methods that give what they are called on, in another type or trimmed. */
const conversions = new Set([
	"asRequestBody",
	"encodeToByteArray",
	"orEmpty",
	"toByteArray",
	"toCharArray",
	"toHttpUrl",
	"toHttpUrlOrNull",
	"toRequestBody",
	"toString",
	"toUri",
	"trim",
	"trimIndent",
	"trimMargin",
]);
/** Functions that give their argument. */
const makers = new Set(["checkNotNull", "requireNotNull"]);
const collections: Readonly<Record<string, ListRole>> = {
	arrayListOf: "seq",
	arrayOf: "seq",
	hashMapOf: "map",
	linkedMapOf: "map",
	listOf: "seq",
	mapOf: "map",
	mutableListOf: "seq",
	mutableMapOf: "map",
	setOf: "seq",
	sortedMapOf: "map",
};

/** `f(a)`, `f(a) { … }`, which the grammar reads as a call of `f(a)`, and `f { … }`. */
export function buildKotlinCall(cx: BuildContext, node: number): Node | undefined {
	const callee = pickNode(cx, node, 0);
	const lambda = childOf(cx, node, "annotated_lambda");
	if (callee === undefined) return undefined;
	const inner = lambda !== undefined && isPlainCall(cx, callee) ? callee : node;
	const args = childOf(cx, inner, "value_arguments");
	const name = pickNode(cx, inner, 0) ?? callee;
	if (lambda === undefined && args !== undefined) {
		const short = shortened(cx, node, name, args);
		if (short) return short;
	}
	// OkHttp's `Headers.headersOf("A", b, "C", d)`
	const pairs = /(^|\.)headersOf$/;
	const built = buildCall(cx, inner, { is: "call", callee: 0, pairs, ...(args === undefined ? {} : { args: -1 }) });
	return built.kind === "call" && lambda !== undefined ? withBody(cx, node, built, lambda) : built;
}

/** `f(a)` that a lambda follows belongs to one call with it. */
function isPlainCall(cx: BuildContext, callee: number): boolean {
	return typeOf(cx, callee) === "call_expression" && childOf(cx, callee, "annotated_lambda") === undefined;
}

/** What is no call to us: a collection, a conversion. */
function shortened(cx: BuildContext, node: number, callee: number, args: number): Node | undefined {
	const source = sourceOf(cx, callee);
	const role = Object.hasOwn(collections, source) ? collections[source] : undefined;
	if (role !== undefined) {
		const list = buildList(cx, args, role);
		return newList(rangeOf(cx, node), role, list.items, list.inner);
	}
	const [only] = contentChildren(cx, args);
	if (makers.has(source) && only !== undefined) return cx.node(only);
	if (typeOf(cx, callee) !== "navigation_expression") return undefined;
	const receiver = pickNode(cx, callee, 0);
	const name = pickNode(cx, callee, -1);
	return receiver !== undefined && name !== undefined && conversions.has(sourceOf(cx, name))
		? cx.node(receiver)
		: undefined;
}

function withBody(cx: BuildContext, node: number, call: Call, lambda: number): Call {
	const literal = childOf(cx, lambda, "lambda_literal");
	const body = literal === undefined ? undefined : statementsOf(cx, literal);
	return newCall(rangeOf(cx, node), call.nameRange, { ...call, body });
}

/** `{ a, b -> … }` in an expression's place. */
export function buildLambda(cx: BuildContext, node: number): Node {
	const params = childNodes(cx, node).find((child) => typeOf(cx, child) === "lambda_parameters");
	return newFn(rangeOf(cx, node), {
		form: "function",
		params: params === undefined ? undefined : buildList(cx, params, "names"),
		body: statementsOf(cx, node),
	});
}

/** A lambda's statements; its parameters stand before them, inside the same braces. */
function statementsOf(cx: BuildContext, literal: number): List {
	const tokens = childNodes(cx, literal).filter((child) => isToken(cx, child));
	const [start, end] = rangeOf(cx, literal);
	const opener = tokens.find((child) => sourceOf(cx, child) === "->") ?? tokens[0];
	const closer = tokens.findLast((child) => sourceOf(cx, child) === "}");
	const inner: Range = [
		opener === undefined ? start : rangeOf(cx, opener)[1],
		closer === undefined ? end : rangeOf(cx, closer)[0],
	];
	return newList(
		[start, end],
		"block",
		contentChildren(cx, literal).map((child) => asItem(cx, child, "block")),
		inner,
	);
}

/** `"A" to b` as an argument is an entry of what takes it; anywhere else it is a pair. */
export function buildPair(cx: BuildContext, node: number): Node | undefined {
	const [left, name, right] = contentChildren(cx, node);
	if (left === undefined || name === undefined || right === undefined) return undefined;
	const range = rangeOf(cx, node);
	if (sourceOf(cx, name) !== "to") return undefined;
	const pair = [left, right].map((part): [number, Expr] => [part, cx.expr(part)]);
	return newList(
		range,
		"seq",
		pair.map(([part, value]) => newItem(rangeOf(cx, part), "value", value)),
	);
}

/** Skipped types count: what stands for nothing by itself (a trailing lambda) is asked for by name. */
export function childOf(cx: BuildContext, node: number, type: string): number | undefined {
	return childNodes(cx, node).find((child) => typeOf(cx, child) === type);
}
