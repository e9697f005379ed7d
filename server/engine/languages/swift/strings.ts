/** Swift's strings: what the grammar calls an interpolation lies inside `\(…)`, in a raw string inside `\#(…)`. */

import { type BuildContext, contentChildren, pickNode, rangeOf, typeOf } from "../../outline/build-context";
import { newStr } from "../../outline/nodes";
import type { Hole, Node, Range } from "../../outline/schema";
import { fixedText } from "../quoting";

export function buildTemplate(cx: BuildContext, node: number): Node {
	const [start, end] = rangeOf(cx, node);
	const open = /^#*"(?:"")?/.exec(cx.text.slice(start, Math.min(end, start + 16)))?.[0] ?? "";
	const hashes = open.replaceAll('"', "");
	const closer = open.slice(hashes.length) + hashes;
	const isClosed = end - closer.length >= start + open.length && cx.text.startsWith(closer, end - closer.length);
	const content: Range = [start + open.length, isClosed ? end - closer.length : end];
	const holes = holesOf(cx, node);
	const isRaw = hashes !== "";
	return newStr([start, end], {
		content,
		open,
		close: isClosed ? closer : "",
		holes,
		raw: isRaw,
		hasEscapes: !isRaw && fixedText(cx.text, content, holes).includes("\\"),
		form: "quoted",
	});
}

function holesOf(cx: BuildContext, node: number): Hole[] {
	return contentChildren(cx, node).flatMap((child): Hole[] => {
		const type = typeOf(cx, child);
		const wrapped = type === "raw_str_interpolation" ? pickNode(cx, child, "interpolation") : child;
		if (wrapped === undefined || !/interpol/.test(type)) return [];
		const [start, end] = rangeOf(cx, wrapped);
		const opener = /\\#*\($/.exec(cx.text.slice(Math.max(0, start - 8), start))?.[0] ?? "";
		const value = pickNode(cx, wrapped, "value");
		const range: Range = [start - opener.length, cx.text[end] === ")" ? end + 1 : end];
		return [{ range, expr: value === undefined ? undefined : cx.expr(value) }];
	});
}
