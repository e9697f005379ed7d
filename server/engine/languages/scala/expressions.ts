/** Scala's calls, pairs and interpolated strings. */
import { buildCall } from "../../outline/build-calls";
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { buildList } from "../../outline/build-lists";
import { newAssign, newIndex, newItem, newList, newMember, newStr } from "../../outline/nodes";
import type { Expr, Hole, ListRole, Node, Range } from "../../outline/schema";

/** Methods that give what they are called on, trimmed or unpacked. */
const conversions = new Set(["get", "getBytes", "orNull", "stripMargin", "toString", "trim"]);
const collections: Readonly<Record<string, ListRole>> = {
	Array: "seq",
	HashMap: "map",
	List: "seq",
	ListMap: "map",
	Map: "map",
	Seq: "seq",
	Vector: "seq",
	"mutable.Map": "map",
};

export function buildScalaCall(cx: BuildContext, node: number): Node {
	const callee = pickNode(cx, node, "function");
	const args = pickNode(cx, node, "arguments");
	if (callee !== undefined && args !== undefined && typeOf(cx, args) === "arguments") {
		const source = sourceOf(cx, callee).replace(/\[[\s\S]*$/, "");
		const role = Object.hasOwn(collections, source) ? collections[source] : undefined;
		if (role !== undefined) {
			const list = buildList(cx, args, role);
			return newList(rangeOf(cx, node), role, list.items, list.inner);
		}
		const [only] = contentChildren(cx, args);
		if (only === undefined && typeOf(cx, callee) === "field_expression") {
			const object = pickNode(cx, callee, "value");
			const name = pickNode(cx, callee, "field");
			if (object !== undefined && name !== undefined && conversions.has(sourceOf(cx, name))) return cx.node(object);
		}
	}
	return buildCall(cx, node, { is: "call", callee: "function", args: "arguments" });
}

/** `a.b`; `"…".stripMargin` needs no parentheses. */
export function buildField(cx: BuildContext, node: number): Node | undefined {
	const object = pickNode(cx, node, "value");
	const name = pickNode(cx, node, "field");
	if (object === undefined || name === undefined) return undefined;
	// In `requests.get(url)` it is the method's name.
	const above = cx.flat.parent[node] ?? 0;
	const isCallee =
		/^(call_expression|generic_function)$/.test(typeOf(cx, above)) && pickNode(cx, above, "function") === node;
	if (!isCallee && conversions.has(sourceOf(cx, name))) return cx.node(object);
	return newMember(rangeOf(cx, node), cx.expr(object), sourceOf(cx, name), rangeOf(cx, name));
}

/** `"A" -> b` outside of arguments. */
export function buildPair(cx: BuildContext, node: number): Node | undefined {
	const left = pickNode(cx, node, "left");
	const right = pickNode(cx, node, "right");
	if (left === undefined || right === undefined) return undefined;
	const items = [left, right].map((part) => newItem(rangeOf(cx, part), "value", cx.expr(part)));
	return newList(rangeOf(cx, node), "seq", items);
}

/** `h += ("A" -> b)` puts it into a map. */
export function buildPut(cx: BuildContext, node: number): Node | undefined {
	const left = pickNode(cx, node, "left");
	const right = pickNode(cx, node, "right");
	if (left === undefined || right === undefined) return undefined;
	const value = cx.expr(right);
	const [key, given] = value.kind === "list" && value.items.length === 2 ? value.items : [];
	const range = rangeOf(cx, node);
	if (key?.value?.kind !== "string" || !given?.value) return newAssign(range, cx.expr(left), value, "+=");
	const target = newIndex([range[0], key.range[1]], cx.expr(left), key.value);
	return newAssign(range, target, given.value as Expr);
}

/** `h("A") = b` is `h.update("A", b)`. */
export function buildAssignment(cx: BuildContext, node: number): Node | undefined {
	const left = pickNode(cx, node, "left");
	const right = pickNode(cx, node, "right");
	if (left === undefined || right === undefined) return undefined;
	const args = typeOf(cx, left) === "call_expression" ? pickNode(cx, left, "arguments") : undefined;
	const object = args === undefined ? undefined : pickNode(cx, left, "function");
	const [key, ...more] = args === undefined ? [] : contentChildren(cx, args);
	const isPlace = object !== undefined && key !== undefined && more.length === 0;
	const target = isPlace ? newIndex(rangeOf(cx, left), cx.expr(object), cx.expr(key)) : cx.expr(left);
	return newAssign(rangeOf(cx, node), target, cx.expr(right));
}

/** `s"Bearer $key"`, `uri"$base/chat"`: the interpolator's name is part of the opener. */
export function buildInterpolated(cx: BuildContext, node: number): Node {
	const [start, end] = rangeOf(cx, node);
	const [open = "", closer = ""] = /^\w*("""|")/.exec(cx.text.slice(start, Math.min(end, start + 40))) ?? [];
	const isClosed = end - closer.length >= start + open.length && cx.text.startsWith(closer, end - closer.length);
	const content: Range = [start + open.length, isClosed ? end - closer.length : end];
	const inner = contentChildren(cx, node).find((child) => typeOf(cx, child) === "interpolated_string") ?? node;
	const raw = closer === '"""';
	return newStr([start, end], {
		content,
		open,
		close: isClosed ? closer : "",
		holes: holesOf(cx, inner),
		raw,
		hasEscapes: !raw && cx.text.slice(...content).includes("\\"),
		form: "quoted",
	});
}

function holesOf(cx: BuildContext, node: number): Hole[] {
	return contentChildren(cx, node)
		.filter((child) => typeOf(cx, child) === "interpolation")
		.map((child) => {
			const [value] = contentChildren(cx, child);
			const block = value !== undefined && typeOf(cx, value) === "block" ? contentChildren(cx, value) : [];
			const only = block.length === 1 ? block[0] : value;
			return { range: rangeOf(cx, child), expr: only === undefined ? undefined : cx.expr(only) };
		});
}
