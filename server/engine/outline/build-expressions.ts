/** Names, literals and operators. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	pickNode,
	rangeOf,
	ruleOf,
	sourceOf,
	tokenInField,
	typeOf,
	unwrap,
} from "./build-context";
import type { Pick, Rule, StringRule } from "./node-table";
import { newConcat, newEither, newIndex, newInfix, newMember, newOpaque, newRef, newStr } from "./nodes";
import type { Expr, Hole, Node, Opaque, Range, Str } from "./schema";

type RuleFor<K extends Rule["is"]> = Extract<Rule, { is: K }>;

export function buildRef(cx: BuildContext, node: number, name: Pick | undefined): Expr {
	const named = pickNode(cx, node, name) ?? node;
	return newRef(rangeOf(cx, node), sourceOf(cx, named), rangeOf(cx, named));
}

/** The content is what the text has between the delimiters: grammars leave out parts of it (outline.md, gotcha 1). */
export function buildString(cx: BuildContext, node: number, rule: StringRule): Str {
	const range = rangeOf(cx, node);
	const { open, close } = delimiters(cx.text, range, rule);
	const content: Range = [range[0] + open.length, range[1] - close.length];
	const raw = rule.raw === true || (rule.raw?.test(open) ?? false);
	return newStr(range, {
		content,
		open,
		close,
		raw,
		holes: rule.holes === undefined ? [] : holesOf(cx, node, rule.holes),
		hasEscapes: !raw && cx.text.slice(content[0], content[1]).includes("\\"),
		form: rule.open === undefined ? "bare" : "quoted",
	});
}

function delimiters(text: string, [start, end]: Range, rule: StringRule): { open: string; close: string } {
	const match = rule.open?.exec(text.slice(start, Math.min(end, start + 40)));
	if (match?.index !== 0) return { open: "", close: "" };
	const open = match[0];
	const closer = rule.close?.(open) ?? match[1] ?? open;
	// An unfinished literal has no closer; its opener alone is not one.
	const closes = end - closer.length >= start + open.length && text.startsWith(closer, end - closer.length);
	return { open, close: closes ? closer : "" };
}

function holesOf(cx: BuildContext, node: number, types: readonly string[]): Hole[] {
	return contentChildren(cx, node)
		.filter((child) => types.includes(typeOf(cx, child)))
		.map((child) => ({ range: rangeOf(cx, child), expr: holeExpr(cx, child) }));
}

function holeExpr(cx: BuildContext, node: number): Expr | undefined {
	return unwrap(cx, node) === node && ruleOf(cx, node)?.is === "wrap" ? undefined : cx.expr(node);
}

export function buildConcat(cx: BuildContext, node: number): Expr {
	return newConcat(
		rangeOf(cx, node),
		contentChildren(cx, node).map((child) => cx.expr(child)),
	);
}

export function buildMember(cx: BuildContext, node: number, rule: RuleFor<"member">): Expr {
	const object = pickNode(cx, node, rule.object);
	const name = pickNode(cx, node, rule.name);
	if (object === undefined || name === undefined) return buildOpaque(cx, node);
	return newMember(rangeOf(cx, node), cx.expr(object), sourceOf(cx, name), rangeOf(cx, name));
}

export function buildIndex(cx: BuildContext, node: number, rule: RuleFor<"index">): Expr {
	const object = pickNode(cx, node, rule.object);
	const key = pickNode(cx, node, rule.key);
	if (object === undefined || key === undefined || object === key) return buildOpaque(cx, node);
	return newIndex(rangeOf(cx, node), cx.expr(object), cx.expr(key));
}

export function buildEither(cx: BuildContext, node: number, rule: RuleFor<"either">): Expr {
	const test = pickNode(cx, node, rule.test);
	const then = pickNode(cx, node, rule.yes);
	const otherwise = pickNode(cx, node, rule.no);
	if (test === undefined || then === undefined || otherwise === undefined) return buildOpaque(cx, node);
	return newEither(rangeOf(cx, node), rule.form, cx.expr(then), cx.expr(otherwise), cx.expr(test));
}

export function buildBinary(cx: BuildContext, node: number, rule: RuleFor<"binary">): Expr {
	const parts = operandsOf(cx, node, rule);
	if (parts === undefined) return buildOpaque(cx, node);
	const { operators } = cx.table;
	if (operators.concat.includes(parts.op)) return buildOperatorConcat(cx, node, rule);
	const range = rangeOf(cx, node);
	const left = cx.expr(parts.left);
	const right = cx.expr(parts.right);
	if (operators.and.includes(parts.op)) return newEither(range, "and", right, undefined, left);
	if (operators.or.includes(parts.op)) return newEither(range, "or", left, right);
	return newInfix(range, parts.op, left, right);
}

/** `a + b + c` nests to the left, in generated text a thousand times: walked, not recursed. */
function buildOperatorConcat(cx: BuildContext, node: number, rule: RuleFor<"binary">): Expr {
	const rights: number[] = [];
	let leftmost = node;
	for (;;) {
		const at = unwrap(cx, leftmost);
		const parts = ruleOf(cx, at) === rule ? operandsOf(cx, at, rule) : undefined;
		if (parts === undefined || !cx.table.operators.concat.includes(parts.op)) break;
		rights.push(parts.right);
		leftmost = parts.left;
	}
	const parts = [leftmost, ...rights.reverse()].map((part) => cx.expr(part));
	return newConcat(rangeOf(cx, node), parts);
}

interface Operands {
	readonly left: number;
	readonly op: string;
	readonly right: number;
}

function operandsOf(cx: BuildContext, node: number, rule: RuleFor<"binary">): Operands | undefined {
	const left = pickNode(cx, node, rule.left);
	const right = pickNode(cx, node, rule.right);
	if (left === undefined || right === undefined || left === right) return undefined;
	const op = typeof rule.op === "string" ? tokenInField(cx, node, rule.op) : firstToken(cx, node);
	return { left, op: op === undefined ? "" : sourceOf(cx, op), right };
}

function firstToken(cx: BuildContext, node: number): number | undefined {
	return childNodes(cx, node).find((child) => isToken(cx, child));
}

/** Children without anything inside (numbers, `pass`, type names) are left out: nobody asks for them. */
export function buildOpaque(cx: BuildContext, node: number): Opaque {
	const children = keepTelling(contentChildren(cx, node).map((child) => cx.node(child)));
	return newOpaque(rangeOf(cx, node), typeOf(cx, node), children);
}

/** Keeps what the Outline has no place for below `owner`: a declaration's type, a call's type arguments. */
export function addAsides(cx: BuildContext, owner: Node, nodes: readonly number[]): void {
	for (const node of keepTelling(nodes.map((one) => cx.node(one)))) cx.asides.push({ owner, node });
}

export function keepTelling(nodes: readonly Node[]): Node[] {
	return nodes.filter((node) => node.kind !== "opaque" || node.children.length > 0);
}
