/** Here-documents: their lines stand behind the line that opens them, even between two arguments (outline.md, gotcha 3). */
import { type BuildContext, childNodes, rangeOf, typeOf } from "../../outline/build-context";
import type { FlatTree } from "../../outline/flat-tree";
import { newOpaque, newStr } from "../../outline/nodes";
import type { Hole, Node, Range, Str } from "../../outline/schema";

interface Heredoc {
	readonly opener: number;
	readonly body: number;
}

const known = new WeakMap<FlatTree, readonly Heredoc[]>();

/** Bodies come in the order of their openers. */
function heredocsOf(cx: BuildContext): readonly Heredoc[] {
	const found = known.get(cx.flat);
	if (found) return found;
	const openers: number[] = [];
	const bodies: number[] = [];
	for (let node = 0; node < cx.flat.count; node++) {
		const type = typeOf(cx, node);
		if (type === "heredoc_beginning") openers.push(node);
		else if (type === "heredoc_body") bodies.push(node);
	}
	const heredocs = openers.flatMap((opener, index) => {
		const body = bodies[index];
		return body === undefined ? [] : [{ opener, body }];
	});
	known.set(cx.flat, heredocs);
	return heredocs;
}

/** `<<~TEXT` itself; its lines hang below it without being inside. */
export function buildHeredoc(cx: BuildContext, node: number): Node {
	const opener = newOpaque(rangeOf(cx, node), "heredoc");
	const body = heredocsOf(cx).find((one) => one.opener === node)?.body;
	if (body !== undefined) cx.asides.push({ owner: opener, node: linesOf(cx, body) });
	return opener;
}

function linesOf(cx: BuildContext, body: number): Str {
	const [start, end] = rangeOf(cx, body);
	const children = childNodes(cx, body);
	const closer = children.find((child) => typeOf(cx, child) === "heredoc_end");
	const content: Range = [start, closer === undefined ? end : rangeOf(cx, closer)[0]];
	const holes: Hole[] = children
		.filter((child) => typeOf(cx, child) === "interpolation")
		.map((child) => ({ range: rangeOf(cx, child), expr: cx.expr(child) }));
	const close = cx.text.slice(content[1], end);
	const hasEscapes = cx.text.slice(...content).includes("\\");
	return newStr([start, end], { content, close, holes, hasEscapes, form: "heredoc" });
}

/** The lines, behind the item, of what is opened in it. */
export function heredocLines(cx: BuildContext, [start, end]: Range): Range | undefined {
	const bodies = heredocsOf(cx)
		.filter(({ opener }) => start <= rangeOf(cx, opener)[0] && rangeOf(cx, opener)[1] <= end)
		.map(({ body }) => rangeOf(cx, body))
		.filter((range) => range[0] >= end);
	const first = bodies[0];
	const last = bodies.at(-1);
	return first && last ? [first[0], last[1]] : undefined;
}
