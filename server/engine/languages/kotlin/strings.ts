/** Kotlin's strings. The grammar has no node for `$name`: it is read from the text. */
import { type BuildContext, contentChildren, rangeOf, typeOf } from "../../outline/build-context";
import { buildString } from "../../outline/build-expressions";
import type { StringRule } from "../../outline/node-table";
import { newRef } from "../../outline/nodes";
import type { Hole, Node, Range, Str } from "../../outline/schema";

const quoted: StringRule = { is: "string", open: /^("""|")/, raw: /"""/, holes: ["interpolation"] };

export function buildTemplate(cx: BuildContext, node: number): Node {
	const str = buildString(cx, node, quoted);
	const names = contentChildren(cx, node).some((child) => typeOf(cx, child) === "string_content");
	if (!names) return str;
	const holes = [...str.holes, ...namesIn(cx, node, str)];
	return { ...str, holes: holes.sort((a, b) => a.range[0] - b.range[0]) };
}

/** `$name` outside of `${…}`; in `"\$name"` the backslash makes it text. */
function namesIn(cx: BuildContext, node: number, str: Str): Hole[] {
	const taken = contentChildren(cx, node)
		.filter((child) => typeOf(cx, child) !== "string_content")
		.map((child) => rangeOf(cx, child));
	return [...cx.text.slice(...str.content).matchAll(/\$([A-Za-z_]\w*)/g)].flatMap((match) => {
		const start = str.content[0] + match.index;
		const range: Range = [start, start + match[0].length];
		if (taken.some(([from, to]) => from < range[1] && range[0] < to)) return [];
		return [{ range, expr: newRef([start + 1, range[1]], match[1] ?? "") }];
	});
}
