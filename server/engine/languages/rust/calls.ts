/** Rust's calls: the many that only change a type are looked through. */
import { buildCall } from "../../outline/build-calls";
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import type { CallRule } from "../../outline/node-table";
import { newEither, newMember, newRef } from "../../outline/nodes";
import type { Node } from "../../outline/schema";

const call: CallRule = { is: "call", callee: "function", args: "arguments" };

/** Methods that give what they are called on: in another type, or unpacked. */
const conversions = new Set([
	"as_bytes",
	"as_deref",
	"as_ref",
	"as_str",
	"clone",
	"cloned",
	"context",
	"expect",
	"into",
	"ok",
	"parse",
	"to_owned",
	"to_str",
	"to_string",
	"trim",
	"unwrap",
	"unwrap_or_default",
]);
/** Methods that give something else where there is nothing: a value, or what a closure gives. */
const fallbacks = new Set(["unwrap_or", "unwrap_or_else", "or", "or_else"]);
/** Functions that give their argument in another type. `HeaderValue::from_static` is none: it wants a literal. */
const makers =
	/(^|::)(String::from|HeaderName::from_static|HeaderValue::from_str|Url::parse|Some|Ok|Box::new|Arc::new|SecretString::from|SecretString::new|Secret::new|Cow::from|Into::into)$/;

export function buildRustCall(cx: BuildContext, node: number): Node | undefined {
	const callee = pickNode(cx, node, "function");
	const args = pickNode(cx, node, "arguments");
	if (callee === undefined || args === undefined) return undefined;
	const given = contentChildren(cx, args);
	const method = methodOf(cx, callee);
	if (method && conversions.has(method.name)) return cx.node(method.receiver);
	const [only] = given;
	if (only === undefined || given.length !== 1) return buildCall(cx, node, call);
	if (method && fallbacks.has(method.name)) {
		return newEither(rangeOf(cx, node), "or", cx.expr(method.receiver), cx.expr(closureBody(cx, only)));
	}
	if (method === undefined && makers.test(sourceOf(cx, callee))) return cx.node(only);
	return buildCall(cx, node, call);
}

/** `x.parse::<T>` names the method `parse`. */
function methodOf(cx: BuildContext, callee: number): { receiver: number; name: string } | undefined {
	const inner = typeOf(cx, callee) === "generic_function" ? pickNode(cx, callee, "function") : callee;
	if (inner === undefined || typeOf(cx, inner) !== "field_expression") return undefined;
	const receiver = pickNode(cx, inner, "value");
	const name = pickNode(cx, inner, "field");
	return receiver === undefined || name === undefined ? undefined : { receiver, name: sourceOf(cx, name) };
}

function closureBody(cx: BuildContext, node: number): number {
	return typeOf(cx, node) === "closure_expression" ? (pickNode(cx, node, "body") ?? node) : node;
}

/** `std::env::var`, `::reqwest`. */
export function buildScopedName(cx: BuildContext, node: number): Node | undefined {
	const path = pickNode(cx, node, "path");
	const name = pickNode(cx, node, "name");
	if (name === undefined) return undefined;
	if (path === undefined) return newRef(rangeOf(cx, node), sourceOf(cx, name), rangeOf(cx, name));
	return newMember(rangeOf(cx, node), cx.expr(path), sourceOf(cx, name), rangeOf(cx, name));
}
