/** Reads `&std::env::var("K").unwrap()` and `self.base` from the tokens of a macro. */

import { dottedPath } from "../../outline/build-calls";
import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { newCall, newIndex, newItem, newList, newMember, newRef } from "../../outline/nodes";
import type { Expr, Item, List } from "../../outline/schema";

const names = new Set([
	"identifier",
	"self",
	"crate",
	"super",
	"type_identifier",
	"field_identifier",
	"integer_literal",
]);
/** They give what they are called on. */
const conversions = new Set([
	"as_ref",
	"as_str",
	"clone",
	"expect",
	"into",
	"ok",
	"to_owned",
	"to_string",
	"trim",
	"unwrap",
]);

/** @returns undefined for anything but a chain of names and calls */
export function parseTokens(cx: BuildContext, part: readonly number[]): Expr | undefined {
	let at = 0;
	while (isOneOf(cx, part[at], "&", "*") || sourceIs(cx, part[at], "mut")) at++;
	const first = part[at];
	if (first === undefined || !names.has(typeOf(cx, first))) return undefined;
	const start = rangeOf(cx, first)[0];
	let expr: Expr = newRef(rangeOf(cx, first), sourceOf(cx, first));
	for (at++; at < part.length; ) {
		const token = part[at];
		const next = part[at + 1];
		if (isOneOf(cx, token, "?")) at++;
		else if (isOneOf(cx, token, ".", "::") && next !== undefined && names.has(typeOf(cx, next))) {
			expr = newMember([start, rangeOf(cx, next)[1]], expr, sourceOf(cx, next), rangeOf(cx, next));
			at += 2;
		} else if (token !== undefined && typeOf(cx, token) === "token_tree" && cx.text[rangeOf(cx, token)[0]] === "(") {
			const called = callOf(cx, start, expr, token);
			if (!called) return undefined;
			expr = called;
			at++;
		} else if (token !== undefined && typeOf(cx, token) === "token_tree" && cx.text[rangeOf(cx, token)[0]] === "[") {
			const [key, ...rest] = contentChildren(cx, token);
			if (key === undefined || rest.length > 0) return undefined;
			expr = newIndex([start, rangeOf(cx, token)[1]], expr, cx.expr(key));
			at++;
		} else return undefined;
	}
	return expr;
}

function callOf(cx: BuildContext, start: number, callee: Expr, tree: number): Expr | undefined {
	if (callee.kind === "member" && conversions.has(callee.name)) return callee.object;
	if (callee.kind !== "member" && callee.kind !== "ref") return undefined;
	const args = argumentsIn(cx, tree);
	return newCall([start, rangeOf(cx, tree)[1]], callee.nameRange, {
		path: dottedPath(callee),
		name: callee.name,
		receiver: callee.kind === "member" ? callee.object : undefined,
		args,
	});
}

function argumentsIn(cx: BuildContext, tree: number): List {
	const [start, end] = rangeOf(cx, tree);
	const items: Item[] = [];
	let part: number[] = [];
	const close = () => {
		const first = part[0];
		const last = part.at(-1);
		if (first !== undefined && last !== undefined) {
			const only = part.length === 1 ? cx.expr(first) : parseTokens(cx, part);
			items.push(newItem([rangeOf(cx, first)[0], rangeOf(cx, last)[1]], "value", only));
		}
		part = [];
	};
	for (const child of childNodes(cx, tree).slice(1, -1)) {
		if (isOneOf(cx, child, ",")) close();
		else if (isToken(cx, child) || cx.isContent[cx.flat.type[child] ?? 0] === 1) part.push(child);
	}
	close();
	return newList([start, end], "args", items, [start + 1, Math.max(start + 1, end - 1)]);
}

function isOneOf(cx: BuildContext, node: number | undefined, ...tokens: string[]): boolean {
	return node !== undefined && isToken(cx, node) && tokens.includes(typeOf(cx, node));
}

function sourceIs(cx: BuildContext, node: number | undefined, source: string): boolean {
	return node !== undefined && sourceOf(cx, node) === source;
}
