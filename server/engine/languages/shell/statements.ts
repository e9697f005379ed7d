/** Shell statements whose parts stand between keywords instead of in a block of their own. */
import { type BuildContext, childNodes, isToken, rangeOf, typeOf } from "../../outline/build-context";
import { withElse } from "../../outline/build-declarations";
import { asItem } from "../../outline/build-lists";
import { newGuard, newList, newOpaque } from "../../outline/nodes";
import type { Expr, Guard, List, Node } from "../../outline/schema";

/** Statements as a list without delimiters; an empty one stands at `at`. */
function statements(cx: BuildContext, nodes: readonly number[], at: number): List {
	const items = nodes.map((node) => asItem(cx, node, "block"));
	const first = items[0];
	const last = items.at(-1);
	return newList(first && last ? [first.range[0], last.range[1]] : [at, at], "block", items);
}

interface Parts {
	readonly test: readonly number[];
	readonly then: readonly number[];
	/** `elif` and `else` clauses. */
	readonly branches: readonly number[];
	/** Where the body would start. */
	readonly bodyAt: number;
}

/** Splits `if test; then body; elif …; else …; fi` at `then`. */
function partsOf(cx: BuildContext, node: number): Parts {
	const test: number[] = [];
	const then: number[] = [];
	const branches: number[] = [];
	let bodyAt: number | undefined;
	for (const child of childNodes(cx, node)) {
		const type = typeOf(cx, child);
		if (isToken(cx, child)) {
			if (type === "then" || type === "else") bodyAt = rangeOf(cx, child)[1];
		} else if (type === "elif_clause" || type === "else_clause") branches.push(child);
		else if (isContent(cx, child)) (bodyAt === undefined ? test : then).push(child);
	}
	return { test, then, branches, bodyAt: bodyAt ?? rangeOf(cx, node)[1] };
}

function isContent(cx: BuildContext, node: number): boolean {
	return cx.isContent[cx.flat.type[node] ?? 0] === 1 && cx.flat.missing[node] === 0;
}

export function buildIf(cx: BuildContext, node: number): Guard {
	const parts = partsOf(cx, node);
	let otherwise: List | Guard | undefined;
	for (const branch of [...parts.branches].reverse()) {
		const inner = partsOf(cx, branch);
		const isElse = typeOf(cx, branch) === "else_clause";
		otherwise = isElse ? statements(cx, inner.then, inner.bodyAt) : guard(cx, branch, inner, otherwise);
	}
	return guard(cx, node, parts, otherwise);
}

function guard(cx: BuildContext, node: number, parts: Parts, otherwise: List | Guard | undefined): Guard {
	const test = testOf(cx, node, parts.test);
	return newGuard(
		withElse(rangeOf(cx, node), otherwise),
		"if",
		test,
		statements(cx, parts.then, parts.bodyAt),
		otherwise,
	);
}

function testOf(cx: BuildContext, node: number, nodes: readonly number[]): Expr {
	const [first] = nodes;
	if (nodes.length === 1 && first !== undefined) return cx.expr(first);
	const last = nodes.at(-1);
	const [start] = rangeOf(cx, first ?? node);
	const end = last === undefined ? start : rangeOf(cx, last)[1];
	return newOpaque(
		[start, end],
		"condition",
		nodes.map((one) => cx.node(one)),
	);
}

/** An `elif` or `else` that lost its `if` to an error. */
export function buildBranch(cx: BuildContext, node: number): Node {
	const { test, then, bodyAt } = partsOf(cx, node);
	const children = [...test.map((one) => cx.node(one)), statements(cx, then, bodyAt)];
	return newOpaque(rangeOf(cx, node), typeOf(cx, node), children);
}

/** `a|b) body ;;` */
export function buildCaseItem(cx: BuildContext, node: number): Node {
	const value = cx.flat.grammar.fieldIds.get("value");
	const children = childNodes(cx, node).filter((child) => isContent(cx, child));
	const patterns = children.filter((child) => cx.flat.field[child] === value);
	const body = children.filter((child) => cx.flat.field[child] !== value);
	const list = body.length === 0 ? [] : [statements(cx, body, rangeOf(cx, node)[1])];
	return newOpaque(rangeOf(cx, node), "case_item", [...patterns.map((one) => cx.node(one)), ...list]);
}

/** `$(…)` and back-ticks: what runs inside is a block, so that it has statements. */
export function buildSubstitution(cx: BuildContext, node: number): Node {
	const body = childNodes(cx, node).filter((child) => isContent(cx, child));
	const range = rangeOf(cx, node);
	return newOpaque(range, "command_substitution", body.length === 0 ? [] : [statements(cx, body, range[1])]);
}
