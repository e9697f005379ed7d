/**
 * Macros are token trees: `format!`, `json!`, `vec!`, `env!` and the like are read here, by their commas, colons and
 * brackets. What is not understood keeps its strings and names.
 */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { newCall, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Expr, Hole, Item, List, ListRole, Node, Range, Str } from "../../outline/schema";
import { parseTokens } from "./tokens";

/** Their first string has placeholders, and names in them. */
const formatting =
	/^(format|format_args|print|println|eprint|eprintln|write|writeln|panic|bail|anyhow|ensure|concat|info|debug|warn|error|trace)$/;
/** They are the value that is written in them. */
const literal = /^(json|vec|hashmap|btreemap|indexmap)$/;

export function buildMacro(cx: BuildContext, node: number): Node | undefined {
	const named = pickNode(cx, node, "macro");
	const tree = contentChildren(cx, node).at(-1);
	if (named === undefined || tree === undefined || typeOf(cx, tree) !== "token_tree") return undefined;
	const path = sourceOf(cx, named).replaceAll("::", ".");
	const name = path.slice(path.lastIndexOf(".") + 1);
	const items = itemsOf(cx, tree, formatting.test(name));
	const [only] = items;
	const value = only?.value;
	if (items.length === 1 && only?.form === "value" && value) {
		if (name === "json" || (name === "format" && value.kind === "string")) return value;
	}
	if (literal.test(name)) return listOf(cx, tree, name === "vec" ? "seq" : "map", items);
	const nameRange: Range = rangeOf(cx, named);
	return newCall(rangeOf(cx, node), nameRange, { path, name, args: listOf(cx, tree, "args", items), isMacro: true });
}

function listOf(cx: BuildContext, tree: number, role: ListRole, items: readonly Item[]): List {
	return newList(rangeOf(cx, tree), role, items, innerOf(cx, tree));
}

function innerOf(cx: BuildContext, tree: number): Range {
	const [start, end] = rangeOf(cx, tree);
	const isClosed = /[)\]}]/.test(cx.text[end - 1] ?? "") && end - 1 > start;
	return [start + 1, isClosed ? end - 1 : end];
}

/** Split at commas; each part at its colon or arrow. */
function itemsOf(cx: BuildContext, tree: number, isFormat: boolean): Item[] {
	const inside = childNodes(cx, tree).filter((child) => !isBracket(cx, tree, child) && isSignificant(cx, child));
	const parts: number[][] = [[]];
	for (const child of inside) {
		if (isToken(cx, child) && typeOf(cx, child) === ",") parts.push([]);
		else parts.at(-1)?.push(child);
	}
	return parts.filter((part) => part.length > 0).map((part) => itemOf(cx, part, isFormat));
}

function isSignificant(cx: BuildContext, child: number): boolean {
	return isToken(cx, child) || (cx.isContent[cx.flat.type[child] ?? 0] === 1 && cx.flat.missing[child] === 0);
}

function isBracket(cx: BuildContext, tree: number, child: number): boolean {
	const [start, end] = rangeOf(cx, child);
	const [treeStart, treeEnd] = rangeOf(cx, tree);
	return isToken(cx, child) && /^[([{)\]}]$/.test(typeOf(cx, child)) && (start === treeStart || end === treeEnd);
}

function itemOf(cx: BuildContext, part: readonly number[], isFormat: boolean): Item {
	const range = spanOf(cx, part);
	const split = part.findIndex((child) => isToken(cx, child) && /^(:|=>)$/.test(typeOf(cx, child)));
	const value = (nodes: readonly number[]): Expr => exprOf(cx, nodes, isFormat);
	if (split <= 0 || split === part.length - 1) return newItem(range, "value", value(part));
	return newItem(
		range,
		"entry",
		value(part.slice(split + 1)),
		value(part.slice(0, split)),
		part.length > 0 && isName(cx, part[0]),
	);
}

/** `json!({ KEY: 1 })` reads a constant; a bare word is no name there. */
function isName(cx: BuildContext, node: number | undefined): boolean {
	return node !== undefined && typeOf(cx, node) === "identifier";
}

function spanOf(cx: BuildContext, part: readonly number[]): Range {
	const first = part[0];
	const last = part.at(-1);
	return first === undefined || last === undefined ? [0, 0] : [rangeOf(cx, first)[0], rangeOf(cx, last)[1]];
}

function exprOf(cx: BuildContext, part: readonly number[], isFormat: boolean): Expr {
	const [only] = part;
	if (part.length === 1 && only !== undefined) {
		if (typeOf(cx, only) === "token_tree") return bracketed(cx, only);
		const expr = cx.expr(only);
		return isFormat && expr.kind === "string" ? withCaptures(cx, expr) : expr;
	}
	return parseTokens(cx, part) ?? kept(cx, part);
}

function bracketed(cx: BuildContext, tree: number): Expr {
	const bracket = cx.text[rangeOf(cx, tree)[0]];
	const items = itemsOf(cx, tree, false);
	const [only] = items;
	if (bracket === "(" && items.length === 1 && only?.form === "value" && only.value && isExpr(only.value))
		return only.value;
	return listOf(cx, tree, bracket === "{" ? "map" : "seq", items);
}

function isExpr(node: Node): node is Expr {
	return node.kind !== "item" && node.kind !== "assign" && node.kind !== "guard" && node.kind !== "import";
}

/** Strings and names of what is not understood. */
function kept(cx: BuildContext, part: readonly number[]): Expr {
	const children = part.filter((child) => !isToken(cx, child)).map((child) => cx.node(child));
	return newOpaque(spanOf(cx, part), "tokens", children);
}

/** `{name}` and `{name:?}` of a format stand for the variable. */
function withCaptures(cx: BuildContext, str: Str): Str {
	const holes: Hole[] = [];
	const text = cx.text.slice(...str.content);
	for (const { 0: mark, 1: name = "", index } of text.matchAll(/\{\{|\{([A-Za-z_]\w*)(?::[^{}]*)?\}/g)) {
		if (mark === "{{") continue;
		const start = str.content[0] + index;
		const range: Range = [start, start + mark.length];
		holes.push({ range, expr: newRef([start + 1, start + 1 + name.length], name) });
	}
	return holes.length === 0 ? str : newStr(str.range, { ...str, holes });
}
