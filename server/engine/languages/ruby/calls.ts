/** Ruby writes attributes as calls without arguments, and calls without parentheses as names. */

import { buildCall } from "../../outline/build-calls";
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { buildAssign } from "../../outline/build-declarations";
import type { AssignRule, CallRule } from "../../outline/node-table";
import { newMember, newRef } from "../../outline/nodes";
import type { Node } from "../../outline/schema";

const call: CallRule = { is: "call", receiver: "receiver", name: "method", args: "arguments" };
/** They give what they are called on, or nothing. */
const transparent = new Set([
	"freeze",
	"presence",
	"to_s",
	"to_str",
	"strip",
	"dup",
	"compact",
	"to_h",
	"stringify_keys",
	"symbolize_keys",
	"with_indifferent_access",
	"to_json",
]);
/** They give their argument, in another form. */
const wrappers = new Set(["URI", "URI.parse", "Addressable.URI.parse", "JSON.generate", "JSON.dump"]);

/** `config.access_token` is a member, `"…".freeze` the string, `X.new` a call with or without arguments. */
export function buildRubyCall(cx: BuildContext, node: number): Node | undefined {
	const receiver = pickNode(cx, node, "receiver");
	const name = pickNode(cx, node, "method");
	const isBare = pickNode(cx, node, "arguments") === undefined && pickNode(cx, node, "block") === undefined;
	const wrapped = isBare ? undefined : wrappedArgument(cx, node);
	if (wrapped !== undefined) return cx.node(wrapped);
	if (receiver === undefined || name === undefined || !isBare) return buildCall(cx, node, call);
	const word = sourceOf(cx, name);
	if (transparent.has(word)) return cx.node(receiver);
	if (word === "new") return buildCall(cx, node, call);
	return newMember(rangeOf(cx, node), cx.expr(receiver), word, rangeOf(cx, name));
}

/** The only argument of `URI("…")` and the like. */
function wrappedArgument(cx: BuildContext, node: number): number | undefined {
	const args = pickNode(cx, node, "arguments");
	const given = args === undefined ? [] : contentChildren(cx, args);
	const [start] = rangeOf(cx, node);
	const callee = args === undefined ? "" : cx.text.slice(start, rangeOf(cx, args)[0]).trim().replaceAll("::", ".");
	return given.length === 1 && wrappers.has(callee) ? given[0] : undefined;
}

/** `OpenAI::Client`, `::OpenAI`. */
export function buildScopedName(cx: BuildContext, node: number): Node | undefined {
	const scope = pickNode(cx, node, "scope");
	const name = pickNode(cx, node, "name");
	if (name === undefined) return undefined;
	if (scope === undefined) return newRef(rangeOf(cx, node), sourceOf(cx, name), rangeOf(cx, name));
	return newMember(rangeOf(cx, node), cx.expr(scope), sourceOf(cx, name), rangeOf(cx, name));
}

const assign: AssignRule = { is: "assign", target: "left", value: "right" };

/** Every file may read a constant. */
export function buildRubyAssign(cx: BuildContext, node: number): Node {
	const left = pickNode(cx, node, "left");
	const isConstant = left !== undefined && /^(constant|scope_resolution)$/.test(typeOf(cx, left));
	const declares = cx.ambient.declares;
	return buildAssign(cx, node, assign, {
		declares: isConstant ? (declares ?? "const") : declares,
		exported: isConstant,
	});
}
