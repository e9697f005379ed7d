/** Calls and the dotted names of what they call. */
import { type BuildContext, besides, contentChildren, pickNode, rangeOf, sourceOf, unwrap } from "./build-context";
import { addAsides, buildOpaque } from "./build-expressions";
import { asList } from "./build-lists";
import type { CallRule } from "./node-table";
import { newCall, newList } from "./nodes";
import type { Expr, List, Range } from "./schema";

export function buildCall(cx: BuildContext, node: number, rule: CallRule): Expr {
	const callee = rule.callee === undefined ? separateCallee(cx, node, rule) : wholeCallee(cx, node, rule);
	if (callee === undefined) return buildOpaque(cx, node);
	const args = pickNode(cx, node, rule.args);
	const init = pickNode(cx, node, rule.init);
	const body = pickNode(cx, node, rule.body);
	const call = newCall(rangeOf(cx, node), callee.nameRange, {
		...callee,
		args: args === undefined ? undefined : argumentsOf(cx, args, rule.pairs?.test(callee.path) ?? false),
		init: init === undefined ? undefined : asList(cx, init, "map"),
		body: body === undefined ? undefined : asList(cx, body, "block"),
		isNew: rule.isNew ?? false,
		isMacro: rule.isMacro ?? false,
	});
	const known = [rule.callee, rule.receiver, rule.name].map((pick) => pickNode(cx, node, pick));
	const used = new Set([...known, args, init, body]);
	const whole = pickNode(cx, node, rule.callee);
	if (whole !== undefined) addAsides(cx, call, besides(cx, whole, unwrap(cx, whole)));
	addAsides(
		cx,
		call,
		contentChildren(cx, node).filter((child) => !used.has(child)),
	);
	return call;
}

function argumentsOf(cx: BuildContext, node: number, alternate: boolean): List {
	const list = asList(cx, node, "args");
	return alternate && list.items.length > 1 ? newList(list.range, "args", list.items, list.inner, 2) : list;
}

interface Callee {
	readonly path: string;
	readonly name: string;
	readonly nameRange: Range;
	readonly receiver: Expr | undefined;
}

function wholeCallee(cx: BuildContext, node: number, rule: CallRule): Callee | undefined {
	const wrapped = pickNode(cx, node, rule.callee);
	if (wrapped === undefined) return undefined;
	// The Ref of a plain name is dropped: what stands beside it (`Map<K, V>`) belongs to the call.
	const callee = unwrap(cx, wrapped);
	const expr = cx.expr(callee);
	if (expr.kind === "ref") return { path: expr.name, name: expr.name, nameRange: expr.nameRange, receiver: undefined };
	if (expr.kind === "member") {
		return { path: dottedPath(expr), name: expr.name, nameRange: expr.nameRange, receiver: expr.object };
	}
	// `(() => 1)()`, `f()()`, `table["x"]()`: what is called is kept as the receiver of a call without a name.
	return { path: "", name: "", nameRange: [expr.range[1], expr.range[1]], receiver: expr };
}

function separateCallee(cx: BuildContext, node: number, rule: CallRule): Callee | undefined {
	const named = pickNode(cx, node, rule.name);
	if (named === undefined) return undefined;
	const on = pickNode(cx, node, rule.receiver);
	const receiver = on === undefined ? undefined : cx.expr(on);
	const name = sourceOf(cx, named);
	const path = receiver === undefined ? name : `${dottedPath(receiver)}.${name}`;
	return { path, name, nameRange: rangeOf(cx, named), receiver };
}

/**
 * `client.chat.completions`, `b.url()` as `b.url`. The empty string for what has
 * no name, so that a method of it reads `.format`.
 */
export function dottedPath(expr: Expr): string {
	switch (expr.kind) {
		case "ref":
			return expr.name;
		case "member":
			return `${dottedPath(expr.object)}.${expr.name}`;
		case "call":
			return expr.path;
		default:
			return "";
	}
}
