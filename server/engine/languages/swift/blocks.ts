/** Swift's blocks: their braces are tokens of what they belong to, not of a node of their own. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { keepTelling } from "../../outline/build-expressions";
import { asItem } from "../../outline/build-lists";
import { newAssign, newGuard, newList, newOpaque } from "../../outline/nodes";
import type { Expr, Guard, List, Node, Range } from "../../outline/schema";

/** The statements between a node's own braces; those of a closure begin behind its `in`. */
export function statementsIn(cx: BuildContext, node: number): List {
	const tokens = childNodes(cx, node).filter((child) => isToken(cx, child));
	const open = tokens.find((child) => sourceOf(cx, child) === "{");
	const close = tokens.findLast((child) => sourceOf(cx, child) === "}");
	const head = tokens.find((child) => sourceOf(cx, child) === "in") ?? open;
	const statements = contentChildren(cx, node).find((child) => typeOf(cx, child) === "statements");
	return listOf(cx, statements, rangeOf(cx, node), [head, close]);
}

function listOf(
	cx: BuildContext,
	statements: number | undefined,
	whole: Range,
	[open, close]: readonly [number | undefined, number | undefined],
): List {
	const items =
		statements === undefined ? [] : contentChildren(cx, statements).map((child) => asItem(cx, child, "block"));
	const inner: Range = [
		open === undefined ? whole[0] : rangeOf(cx, open)[1],
		close === undefined ? whole[1] : rangeOf(cx, close)[0],
	];
	return newList(whole, "block", items, inner);
}

/** One pair of braces among a node's children, as a list. */
interface Braced {
	readonly list: List;
	/** Index of the closing brace among the children. */
	readonly end: number;
}

function bracedAt(cx: BuildContext, children: readonly number[], open: number): Braced {
	const rest = children.slice(open + 1);
	const offset = rest.findIndex((child) => isToken(cx, child) && sourceOf(cx, child) === "}");
	const end = offset < 0 ? children.length - 1 : open + 1 + offset;
	const statements = children.slice(open, end + 1).find((child) => typeOf(cx, child) === "statements");
	const first = children[open] ?? 0;
	const last = children[end] ?? first;
	const whole: Range = [rangeOf(cx, first)[0], rangeOf(cx, last)[1]];
	return { list: listOf(cx, statements, whole, [first, offset < 0 ? undefined : last]), end };
}

function isBrace(cx: BuildContext, child: number): boolean {
	return isToken(cx, child) && sourceOf(cx, child) === "{";
}

/** `for`, `while`, `repeat`, `do`, `catch`, `guard`: opaque, with their blocks as lists. */
export function buildBraced(cx: BuildContext, node: number): Node {
	const children = childNodes(cx, node);
	const content = new Set(contentChildren(cx, node));
	const open = children.findIndex((child) => isBrace(cx, child));
	const built: Node[] = conditionsOf(cx, open < 0 ? children : children.slice(0, open));
	for (let at = Math.max(open, 0); open >= 0 && at < children.length; at++) {
		const child = children[at] ?? 0;
		if (isBrace(cx, child)) {
			const { list, end } = bracedAt(cx, children, at);
			built.push(list);
			at = end;
		} else if (content.has(child)) built.push(cx.node(child));
	}
	return newOpaque(rangeOf(cx, node), typeOf(cx, node), keepTelling(built));
}

export function buildIf(cx: BuildContext, node: number): Node {
	const children = childNodes(cx, node);
	const open = children.findIndex((child) => isBrace(cx, child));
	if (open < 0) return buildBraced(cx, node);
	const { list, end } = bracedAt(cx, children, open);
	const test = testOf(cx, children.slice(0, open));
	const otherwise = elseOf(cx, children, end + 1);
	return newGuard(rangeOf(cx, node), "if", test, list, otherwise);
}

function elseOf(cx: BuildContext, children: readonly number[], from: number): List | Guard | undefined {
	for (let at = from; at < children.length; at++) {
		const child = children[at] ?? 0;
		if (isBrace(cx, child)) return bracedAt(cx, children, at).list;
		const built = typeOf(cx, child) === "if_statement" ? cx.node(child) : undefined;
		if (built?.kind === "guard") return built;
	}
	return undefined;
}

function testOf(cx: BuildContext, head: readonly number[]): Expr {
	const built = conditionsOf(cx, head);
	const [only, ...more] = built;
	const first = head[0] ?? 0;
	const last = head.at(-1) ?? first;
	const isExpr = only !== undefined && !/^(item|assign|guard|import)$/.test(only.kind);
	if (isExpr && more.length === 0) return only as Expr;
	return newOpaque([rangeOf(cx, first)[1], rangeOf(cx, last)[1]], "conditions", built);
}

/** `let k = v` in a condition gives a name its value. */
function conditionsOf(cx: BuildContext, head: readonly number[]): Node[] {
	const content = head.filter((child) => !isToken(cx, child) && typeOf(cx, child) !== "comment");
	const built: Node[] = [];
	for (let at = 0; at < content.length; at++) {
		const child = content[at] ?? 0;
		const name = content[at + 1];
		const value = content[at + 2];
		const isBinding = typeOf(cx, child) === "value_binding_pattern" && name !== undefined;
		if (isBinding && value !== undefined && bindsTo(cx, name, value)) {
			const range: Range = [rangeOf(cx, child)[0], rangeOf(cx, value)[1]];
			built.push(newAssign(range, cx.expr(name), cx.expr(value), "=", "const"));
			at += 2;
		} else if (typeOf(cx, child) !== "value_binding_pattern") built.push(cx.node(child));
	}
	return built;
}

function bindsTo(cx: BuildContext, name: number, value: number): boolean {
	return cx.text.slice(rangeOf(cx, name)[1], rangeOf(cx, value)[0]).trim() === "=";
}
