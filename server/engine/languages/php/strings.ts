/** Strings that interpolate. The braces of `{$a['k']}` stand outside of what the grammar calls the expression. */
import { type BuildContext, childNodes, contentChildren, rangeOf, typeOf } from "../../outline/build-context";
import { newStr } from "../../outline/nodes";
import type { Hole, Node, Range } from "../../outline/schema";

const plain = new Set(["string_content", "escape_sequence", "nowdoc_string"]);

export function buildTemplate(cx: BuildContext, node: number): Node {
	const [start, end] = rangeOf(cx, node);
	const open = /^[bB]?"/.exec(cx.text.slice(start, start + 2))?.[0] ?? "";
	const isClosed = end - 1 >= start + open.length && cx.text[end - 1] === '"';
	const content: Range = [start + open.length, isClosed ? end - 1 : end];
	return newStr([start, end], {
		content,
		open,
		close: isClosed ? '"' : "",
		holes: holesOf(cx, node),
		hasEscapes: cx.text.slice(...content).includes("\\"),
		form: "quoted",
	});
}

/** `<<<EOT` and `<<<'EOT'`: opener and closer are whole lines. */
export function buildHeredoc(cx: BuildContext, node: number): Node {
	const range = rangeOf(cx, node);
	const children = childNodes(cx, node);
	const body = children.find((child) => /_body$/.test(typeOf(cx, child)));
	const closer = children.find((child) => typeOf(cx, child) === "heredoc_end");
	const end = closer === undefined ? range[1] : rangeOf(cx, closer)[0];
	const start = body === undefined ? end : rangeOf(cx, body)[0];
	const content: Range = [start, Math.max(start, body === undefined ? end : rangeOf(cx, body)[1])];
	return newStr(range, {
		content,
		open: cx.text.slice(range[0], content[0]),
		close: cx.text.slice(content[1], range[1]),
		holes: body === undefined || typeOf(cx, node) === "nowdoc" ? [] : holesOf(cx, body),
		raw: typeOf(cx, node) === "nowdoc",
		form: "heredoc",
	});
}

function holesOf(cx: BuildContext, node: number): Hole[] {
	return contentChildren(cx, node)
		.filter((child) => !plain.has(typeOf(cx, child)))
		.map((child) => ({ range: withBraces(cx, rangeOf(cx, child)), expr: cx.expr(child) }));
}

function withBraces(cx: BuildContext, [start, end]: Range): Range {
	return cx.text[start - 1] === "{" && cx.text[end] === "}" ? [start - 1, end + 1] : [start, end];
}
