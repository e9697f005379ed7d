/** PHP's arrays, names and the shapes that have no fields. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	hasToken,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { buildEither } from "../../outline/build-expressions";
import { asItem, buildItems } from "../../outline/build-lists";
import type { Rule } from "../../outline/node-table";
import { newEither, newList, newOpaque, newRef } from "../../outline/nodes";
import type { ListRole, Node, Range } from "../../outline/schema";

/** `['a' => 1]` is a map, `['a: 1', 'b']` a sequence, `[]` whatever is put into it. */
export function buildArray(cx: BuildContext, node: number): Node {
	const elements = contentChildren(cx, node);
	const isPlain = elements.length > 0 && !elements.some((element) => isPairOrSpread(cx, element));
	const role: ListRole = isPlain ? "seq" : "map";
	return newList(rangeOf(cx, node), role, buildItems(cx, node, role), innerOf(cx, node));
}

function isPairOrSpread(cx: BuildContext, element: number): boolean {
	return (
		hasToken(cx, element, "=>") || contentChildren(cx, element).some((one) => typeOf(cx, one) === "variadic_unpacking")
	);
}

/** `array(…)` begins with a word. */
function innerOf(cx: BuildContext, node: number): Range {
	const tokens = childNodes(cx, node);
	const open = tokens.find((token) => /^[[(]$/.test(typeOf(cx, token)));
	const close = tokens.findLast((token) => /^[\])]$/.test(typeOf(cx, token)));
	const [start, end] = rangeOf(cx, node);
	if (open === undefined) return [start, end];
	return [rangeOf(cx, open)[1], close === undefined ? end : rangeOf(cx, close)[0]];
}

/** `\GuzzleHttp\Client` reads as `GuzzleHttp.Client`. */
export function buildQualifiedName(cx: BuildContext, node: number): Node {
	return newRef(rangeOf(cx, node), sourceOf(cx, node).replace(/^\\/, "").replaceAll("\\", "."));
}

const ternary: Extract<Rule, { is: "either" }> = {
	is: "either",
	form: "ternary",
	test: "condition",
	yes: "body",
	no: "alternative",
};

/** `a ? b : c`, `a ?: c` */
export function buildConditional(cx: BuildContext, node: number): Node | undefined {
	if (pickNode(cx, node, "body") !== undefined) return buildEither(cx, node, ternary);
	const first = pickNode(cx, node, "condition");
	const second = pickNode(cx, node, "alternative");
	if (first === undefined || second === undefined) return undefined;
	return newEither(rangeOf(cx, node), "or", cx.expr(first), cx.expr(second));
}

/** The statements of a `case` stand beside its value. */
export function buildCase(cx: BuildContext, node: number): Node {
	const value = pickNode(cx, node, "value");
	const items = contentChildren(cx, node)
		.filter((child) => child !== value)
		.map((child) => asItem(cx, child, "block"));
	const first = items[0];
	const last = items.at(-1);
	const block = first && last ? [newList([first.range[0], last.range[1]], "block", items)] : [];
	return newOpaque(rangeOf(cx, node), typeOf(cx, node), [...(value === undefined ? [] : [cx.node(value)]), ...block]);
}
