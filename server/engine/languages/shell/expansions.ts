/** `${X}`, `${X:-default}` and here-documents. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	rangeOf,
	sourceOf,
	tokenInField,
	typeOf,
} from "../../outline/build-context";
import { newEither, newRef, newStr } from "../../outline/nodes";
import type { Expr, Hole, Node, Range } from "../../outline/schema";

const holeTypes = new Set(["simple_expansion", "expansion", "command_substitution", "arithmetic_expansion"]);
const defaults = new Set([":-", "-", ":=", "="]);
const alternatives = new Set([":+", "+"]);

/** Everything but a plain name, a default and an alternative stays Opaque: `${#X}`, `${X//a/b}`, `${X[0]}`. */
export function buildExpansion(cx: BuildContext, node: number): Node | undefined {
	const name = contentChildren(cx, node).find((child) => typeOf(cx, child) === "variable_name");
	const operator = tokenInField(cx, node, "operator");
	if (name === undefined) return undefined;
	const range = rangeOf(cx, node);
	if (operator === undefined) {
		const isPlain = contentChildren(cx, node).length === 1;
		return isPlain ? newRef(range, sourceOf(cx, name), rangeOf(cx, name)) : undefined;
	}
	const op = sourceOf(cx, operator);
	if (rangeOf(cx, operator)[0] < rangeOf(cx, name)[1]) return undefined;
	if (!defaults.has(op) && !alternatives.has(op)) return undefined;
	const ref = newRef(rangeOf(cx, name), sourceOf(cx, name));
	const word = wordAfter(cx, node, operator);
	return defaults.has(op) ? newEither(range, "or", ref, word) : newEither(range, "and", word, undefined, ref);
}

/** The word behind the operator, up to the brace: several nodes of the grammar may be one word, or none an empty one. */
function wordAfter(cx: BuildContext, node: number, operator: number): Expr {
	const [, end] = rangeOf(cx, node);
	const closed = cx.text[end - 1] === "}";
	const range: Range = [rangeOf(cx, operator)[1], closed ? end - 1 : end];
	const inside = contentChildren(cx, node).filter((child) => (cx.flat.start[child] ?? 0) >= range[0]);
	const [only] = inside;
	if (inside.length === 1 && only !== undefined && coversExactly(cx, only, range)) return cx.expr(only);
	return newStr(range, { holes: holesAmong(cx, inside), hasEscapes: cx.text.slice(...range).includes("\\") });
}

function coversExactly(cx: BuildContext, node: number, [start, end]: Range): boolean {
	const covered = rangeOf(cx, node);
	return covered[0] === start && covered[1] === end;
}

function holesAmong(cx: BuildContext, nodes: readonly number[]): Hole[] {
	return nodes
		.filter((node) => holeTypes.has(typeOf(cx, node)))
		.map((node) => ({ range: rangeOf(cx, node), expr: cx.expr(node) }));
}

/** The text of a here-document: the grammar has no nodes for its plain parts. A quoted delimiter makes it raw. */
export function buildHeredocBody(cx: BuildContext, node: number): Node {
	const range = rangeOf(cx, node);
	const redirect = cx.flat.parent[node] ?? 0;
	const start = childNodes(cx, redirect).find((child) => typeOf(cx, child) === "heredoc_start");
	const raw = start !== undefined && /["'\\]/.test(sourceOf(cx, start));
	return newStr(range, {
		form: "heredoc",
		raw,
		hasEscapes: !raw && cx.text.slice(...range).includes("\\"),
		holes: raw ? [] : holesAmong(cx, contentChildren(cx, node)),
	});
}
