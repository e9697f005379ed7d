/** Go's composite literals: `map[string]string{…}` is a map, `[]T{…}` a sequence, `http.Client{…}` a constructor. */

import { buildCall } from "../../outline/build-calls";
import { type BuildContext, contentChildren, pickNode, rangeOf, typeOf } from "../../outline/build-context";
import { buildItems, buildList } from "../../outline/build-lists";
import type { CallRule } from "../../outline/node-table";
import { newList } from "../../outline/nodes";
import type { ListRole, Node } from "../../outline/schema";

const maker: CallRule = { is: "call", callee: "type", init: "body", isNew: true };

const roles: Readonly<Record<string, ListRole>> = {
	map_type: "map",
	slice_type: "seq",
	array_type: "seq",
	implicit_length_array_type: "seq",
};

/** A list keeps the type before its braces in its range: both go together. */
export function buildComposite(cx: BuildContext, node: number): Node | undefined {
	const type = pickNode(cx, node, "type");
	const body = pickNode(cx, node, "body");
	if (type === undefined || body === undefined) return undefined;
	const role = roles[typeOf(cx, type)];
	if (role === undefined) return buildCall(cx, node, maker);
	const { inner } = buildList(cx, body, role);
	return newList(rangeOf(cx, node), role, buildItems(cx, body, role), inner);
}

/** `{"a", "b"}` without a type, inside another literal. */
export function buildNested(cx: BuildContext, node: number): Node {
	const isKeyed = contentChildren(cx, node).some((child) => typeOf(cx, child) === "keyed_element");
	return buildList(cx, node, isKeyed ? "map" : "seq");
}
