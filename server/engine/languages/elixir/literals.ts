/** Maps, tuples, keywords and sigils of Elixir. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	pickNode,
	rangeOf,
	sourceOf,
	tokenInField,
	typeOf,
} from "../../outline/build-context";
import { buildOpaque, buildString } from "../../outline/build-expressions";
import { asItem, buildList } from "../../outline/build-lists";
import { newCall, newItem, newList, newRef, newStr } from "../../outline/nodes";
import type { Item, Node, Range } from "../../outline/schema";

/** `headers: `: the grammar counts the colon and the space to the name. `"a b": ` is a quoted one. */
export function buildKeyword(cx: BuildContext, node: number): Node {
	const [start] = rangeOf(cx, node);
	const source = sourceOf(cx, node);
	const quote = source[0];
	if (quote !== '"' && quote !== "'") {
		const name = source.replace(/:\s*$/, "");
		return newRef([start, start + name.length], name);
	}
	const end = start + source.lastIndexOf(quote) + 1;
	const range: Range = [start, end];
	return newStr(range, { content: [start + 1, end - 1], open: quote, close: quote, form: "quoted" });
}

/** `%{"a" => 1, b: 2}`, `%Struct{…}`; `%{base | a: 1}` holds the base as a spread. */
export function buildMap(cx: BuildContext, node: number): Node {
	const brace = childNodes(cx, node).find((child) => typeOf(cx, child) === "{");
	const content = contentChildren(cx, node).find((child) => typeOf(cx, child) === "map_content");
	const range = rangeOf(cx, node);
	const start = brace === undefined ? range[0] : rangeOf(cx, brace)[1];
	const inner: Range = [start, cx.text[range[1] - 1] === "}" ? range[1] - 1 : range[1]];
	return newList(range, "map", content === undefined ? [] : entriesOf(cx, content), inner);
}

function entriesOf(cx: BuildContext, node: number): Item[] {
	return contentChildren(cx, node).flatMap((child) => {
		const type = typeOf(cx, child);
		if (type === "keywords" || type === "map_content") return entriesOf(cx, child);
		const left = pickNode(cx, child, "left");
		const right = pickNode(cx, child, "right");
		const operator = tokenInField(cx, child, "operator");
		const sign = operator === undefined ? "" : sourceOf(cx, operator);
		if (type !== "binary_operator" || left === undefined || right === undefined) return [asItem(cx, child, "map")];
		if (sign === "=>") {
			const key = cx.expr(left);
			return [newItem(rangeOf(cx, child), "entry", cx.expr(right), key, key.kind !== "string")];
		}
		if (sign !== "|") return [asItem(cx, child, "map")];
		const more = typeOf(cx, right) === "keywords" ? entriesOf(cx, right) : [asItem(cx, right, "map")];
		return [newItem(rangeOf(cx, left), "spread", cx.expr(left)), ...more];
	});
}

/** `[a: 1]` is a map by its look, any other list a sequence. */
export function buildSequence(cx: BuildContext, node: number): Node {
	const children = contentChildren(cx, node);
	const isKeywords = children.length > 0 && children.every((child) => typeOf(cx, child) === "keywords");
	return buildList(cx, node, isKeywords ? "map" : "seq");
}

/** `{:bearer, key}` is how Req and Tesla take a key; any other tuple is a sequence, `{"Name", "value"}` among them. */
export function buildTuple(cx: BuildContext, node: number): Node {
	const [first, second, ...more] = contentChildren(cx, node);
	const isKey = first !== undefined && second !== undefined && more.length === 0 && sourceOf(cx, first) === ":bearer";
	if (!isKey) return buildList(cx, node, "seq");
	const args = newList(rangeOf(cx, second), "args", [asItem(cx, second, "args")]);
	return newCall(rangeOf(cx, node), rangeOf(cx, first), { path: "bearer", name: "bearer", args });
}

const brackets: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** `~s(…)` and `~S"…"` are strings; the other sigils mean something else. */
export function buildSigil(cx: BuildContext, node: number): Node {
	if (!/^~[sS]/.test(sourceOf(cx, node))) return buildOpaque(cx, node);
	return buildString(cx, node, {
		is: "string",
		open: /^~[sS]("""|'''|[^\w\s])/,
		close: (open) => {
			const opener = open.slice(2);
			return brackets[opener] ?? opener;
		},
		raw: /^~S/,
		holes: ["interpolation"],
	});
}
