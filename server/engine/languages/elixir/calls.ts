/** Everything with arguments is a call in Elixir: definitions, modules, conditions and calls. */

import { buildCall } from "../../outline/build-calls";
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { keepTelling } from "../../outline/build-expressions";
import { asItem, asList } from "../../outline/build-lists";
import { newEither, newFn, newGuard, newList } from "../../outline/nodes";
import type { Expr, List, Node } from "../../outline/schema";

const definers = /^(def|defp|defmacro|defmacrop)$/;

interface Parts {
	readonly target: number;
	readonly args: number | undefined;
	readonly block: number | undefined;
}

export function buildElixirCall(cx: BuildContext, node: number): Node | undefined {
	const target = pickNode(cx, node, "target");
	if (target === undefined) return undefined;
	const children = contentChildren(cx, node);
	const ofType = (type: string) => children.find((child) => typeOf(cx, child) === type);
	const parts: Parts = { target, args: ofType("arguments"), block: ofType("do_block") };
	const word = typeOf(cx, target) === "identifier" ? sourceOf(cx, target) : "";
	if (definers.test(word)) return definition(cx, node, parts);
	if (word === "defmodule") return moduleOf(cx, node, parts);
	if (word === "if" || word === "unless") return condition(cx, node, parts, word) ?? plainCall(cx, node, parts);
	const isField = parts.args === undefined && parts.block === undefined && typeOf(cx, target) === "dot";
	return isField ? cx.node(target) : plainCall(cx, node, parts);
}

function plainCall(cx: BuildContext, node: number, { args, block }: Parts): Expr {
	const children = contentChildren(cx, node);
	return buildCall(cx, node, {
		is: "call",
		callee: "target",
		...(args === undefined ? {} : { args: children.indexOf(args) }),
		...(block === undefined ? {} : { body: children.indexOf(block) }),
	});
}

/** `def name(params) when guard do … end`, `def name(params), do: value`. */
function definition(cx: BuildContext, node: number, { args, block }: Parts): Node {
	const [head, ...more] = args === undefined ? [] : contentChildren(cx, args);
	const isGuarded = head !== undefined && typeOf(cx, head) === "binary_operator";
	const signature = isGuarded ? pickNode(cx, head, "left") : head;
	const named = signature === undefined ? undefined : (pickNode(cx, signature, "target") ?? signature);
	const params =
		signature === undefined
			? undefined
			: contentChildren(cx, signature).find((child) => typeOf(cx, child) === "arguments");
	const inline = more.flatMap((child) => keywordValue(cx, child, "do") ?? [])[0];
	const guard = isGuarded ? pickNode(cx, head, "right") : undefined;
	return newFn(rangeOf(cx, node), {
		form: "function",
		name: named === undefined ? undefined : sourceOf(cx, named),
		params: params === undefined ? undefined : asList(cx, params, "names"),
		body: block !== undefined ? asList(cx, block, "block") : inline === undefined ? undefined : cx.expr(inline),
		exported: true,
		children: keepTelling(guard === undefined ? [] : [cx.node(guard)]),
	});
}

function moduleOf(cx: BuildContext, node: number, { args, block }: Parts): Node {
	return newFn(rangeOf(cx, node), {
		form: "class",
		name: args === undefined ? undefined : sourceOf(cx, args),
		body: block === undefined ? undefined : asList(cx, block, "block"),
		exported: true,
	});
}

/** The value of `do:` or `else:` among keywords. */
function keywordValue(cx: BuildContext, keywords: number, name: string): number | undefined {
	if (typeOf(cx, keywords) !== "keywords") return undefined;
	const pair = contentChildren(cx, keywords).find((one) => {
		const key = pickNode(cx, one, "key");
		return key !== undefined && sourceOf(cx, key).trim() === `${name}:`;
	});
	return pair === undefined ? undefined : pickNode(cx, pair, "value");
}

/** `if a do … else … end`; `if a, do: b, else: c` is an expression. */
function condition(cx: BuildContext, node: number, { args, block }: Parts, word: string): Node | undefined {
	const [test, keywords] = args === undefined ? [] : contentChildren(cx, args);
	if (test === undefined) return undefined;
	if (block !== undefined) {
		const children = contentChildren(cx, block);
		const otherwise = children.find((child) => typeOf(cx, child) === "else_block");
		const then = children.filter((child) => child !== otherwise);
		const end = rangeOf(cx, block)[0] + "do".length;
		const elseList = otherwise === undefined ? undefined : asList(cx, otherwise, "block");
		return newGuard(rangeOf(cx, node), "if", cx.expr(test), statements(cx, then, end), elseList);
	}
	const yes = keywords === undefined ? undefined : keywordValue(cx, keywords, word === "if" ? "do" : "else");
	const no = keywords === undefined ? undefined : keywordValue(cx, keywords, word === "if" ? "else" : "do");
	if (yes === undefined) return undefined;
	const range = rangeOf(cx, node);
	if (no === undefined) return newEither(range, "and", cx.expr(yes), undefined, cx.expr(test));
	return newEither(range, "ternary", cx.expr(yes), cx.expr(no), cx.expr(test));
}

/** Statements between `do` and `else` or `end`; an empty list stands at `at`. */
function statements(cx: BuildContext, nodes: readonly number[], at: number): List {
	const items = nodes.map((node) => asItem(cx, node, "block"));
	const first = items[0];
	const last = items.at(-1);
	return newList(first && last ? [first.range[0], last.range[1]] : [at, at], "block", items);
}
