/**
 * Dart's expressions. The grammar is flat: `a.b(c)` is a name with selectors beside it, in whatever holds the
 * expression. A run is such a first part with the selectors behind it; folding makes one expression of it.
 */
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
import { keepTelling } from "../../outline/build-expressions";
import { cascadedType, cascadeType } from "../../outline/cascaded";
import { newAssign, newCall, newIndex, newItem, newList, newMember, newOpaque } from "../../outline/nodes";
import type { Call, Expr, List, Node, Range } from "../../outline/schema";

export type DartRun = readonly [first: number, ...selectors: number[]];

const selectors = new Set([
	"selector",
	"cascade_section",
	"unconditional_assignable_selector",
	"conditional_assignable_selector",
	"argument_part",
]);

/** The expressions (and whatever else) among a node's children, each with its selectors. */
export function runsOf(cx: BuildContext, node: number): DartRun[] {
	return runsAmong(cx, contentChildren(cx, node));
}

export function runsAmong(cx: BuildContext, nodes: readonly number[]): DartRun[] {
	const runs: [number, ...number[]][] = [];
	for (const child of nodes) {
		const last = runs.at(-1);
		if (last !== undefined && selectors.has(typeOf(cx, child))) last.push(child);
		else runs.push([child]);
	}
	return runs;
}

export function rangeOfRun(cx: BuildContext, run: DartRun): Range {
	return [rangeOf(cx, run[0])[0], rangeOf(cx, run.at(-1) ?? run[0])[1]];
}

/** What stands between a node's brackets; of a node cut off, all behind the first. */
export function innerOf(cx: BuildContext, node: number): Range {
	const [start, end] = rangeOf(cx, node);
	const tokens = childNodes(cx, node).filter((child) => isToken(cx, child) && cx.flat.missing[child] === 0);
	const open = tokens.find((child) => /^[([{]$/.test(sourceOf(cx, child)));
	const close = tokens.findLast((child) => /^[)\]}]$/.test(sourceOf(cx, child)));
	if (open === undefined) return [start, end];
	return [rangeOf(cx, open)[1], close === undefined ? end : rangeOf(cx, close)[0]];
}

/** One expression of a run. */
export function foldRun(cx: BuildContext, [first, ...rest]: DartRun): Expr {
	const sections = rest.filter((selector) => typeOf(cx, selector) === "cascade_section");
	const value = rest
		.filter((selector) => typeOf(cx, selector) !== "cascade_section")
		.reduce((built, selector) => select(cx, built, selector), cx.expr(first));
	if (sections.length > 0) cx.asides.push({ owner: value, node: cascadeOf(cx, sections) });
	return value;
}

/** What a run says, be it a statement or a declaration. */
export function nodeOfRun(cx: BuildContext, run: DartRun): Node {
	return run.length === 1 ? cx.node(run[0]) : foldRun(cx, run);
}

/** What wraps one expression: `(a)`, `await a`, `a as T`, an argument. Opaque, if there are more. */
export function buildWrapped(cx: BuildContext, node: number): Node {
	const [only, ...more] = runsOf(cx, node);
	const isOperator = childNodes(cx, node).some((child) => typeOf(cx, child) === "prefix_operator");
	return only === undefined || more.length > 0 || isOperator ? buildParts(cx, node) : nodeOfRun(cx, only);
}

/** Opaque, with each expression in it as one. */
export function buildParts(cx: BuildContext, node: number): Node {
	const built = runsOf(cx, node).map((run) => nodeOfRun(cx, run));
	return newOpaque(rangeOf(cx, node), typeOf(cx, node), keepTelling(built));
}

function select(cx: BuildContext, object: Expr, selector: number): Expr {
	switch (typeOf(cx, selector)) {
		case "selector": {
			const [inner] = contentChildren(cx, selector);
			// `a!` is `a`.
			return inner === undefined ? object : select(cx, object, inner);
		}
		case "argument_part":
			return callOf(cx, object, selector);
		default:
			return partOf(cx, object, selector);
	}
}

/** `.name`, `[key]`. */
function partOf(cx: BuildContext, object: Expr, selector: number): Expr {
	const range: Range = [object.range[0], rangeOf(cx, selector)[1]];
	const [part] = contentChildren(cx, selector);
	if (part === undefined) return object;
	if (typeOf(cx, part) !== "index_selector") return newMember(range, object, sourceOf(cx, part), rangeOf(cx, part));
	const [key] = runsOf(cx, part);
	return key === undefined ? newOpaque(range, "index", [object]) : newIndex(range, object, foldRun(cx, key));
}

function callOf(cx: BuildContext, callee: Expr, part: number): Call {
	const range: Range = [callee.range[0], rangeOf(cx, part)[1]];
	const found = contentChildren(cx, part).find((child) => typeOf(cx, child) === "arguments");
	const args = found === undefined ? undefined : argumentsOf(cx, found);
	if (callee.kind === "ref") return newCall(range, callee.nameRange, { path: callee.name, name: callee.name, args });
	if (callee.kind === "member")
		return newCall(range, callee.nameRange, {
			path: dottedPath(callee),
			name: callee.name,
			receiver: callee.object,
			args,
		});
	return newCall(range, [callee.range[1], callee.range[1]], { receiver: callee, args });
}

function argumentsOf(cx: BuildContext, node: number): List | undefined {
	const built = cx.node(node);
	return built.kind === "list" ? built : undefined;
}

/** `..headers['a'] = b..add(c)`: of the value before it, beside which it is kept. */
function cascadeOf(cx: BuildContext, sections: readonly number[]): Node {
	const items = sections.map((section) => newItem(rangeOf(cx, section), "statement", sectionOf(cx, section)));
	const range: Range = [items[0]?.range[0] ?? 0, items.at(-1)?.range[1] ?? 0];
	return newOpaque(range, cascadeType, [newList(range, "words", items)]);
}

function sectionOf(cx: BuildContext, section: number): Node {
	const [start, end] = rangeOf(cx, section);
	const children = childNodes(cx, section);
	const operator = children.findIndex((child, at) => at > 0 && isToken(cx, child));
	const content = new Set(contentChildren(cx, section));
	const before = children.slice(0, operator < 0 ? undefined : operator).filter((child) => content.has(child));
	const object: Expr = newOpaque([start, start], cascadedType);
	const target = before.reduce((built: Expr, child) => select(cx, built, child), object);
	const behind = operator < 0 ? [] : children.slice(operator + 1).filter((child) => content.has(child));
	const [value] = runsAmong(cx, behind);
	const token = children[operator];
	if (value === undefined || token === undefined) return target;
	return newAssign([start, end], target, foldRun(cx, value), sourceOf(cx, token));
}

/** `new A(b)`, `const A.named(b)`, `const p.A(b)`. */
export function buildNew(cx: BuildContext, node: number): Node {
	const children = childNodes(cx, node);
	const names = children.filter((child) => /^(type_)?identifier$/.test(typeOf(cx, child)));
	const found = children.find((child) => typeOf(cx, child) === "arguments");
	const last = names.at(-1);
	if (last === undefined) return buildParts(cx, node);
	return newCall(rangeOf(cx, node), rangeOf(cx, last), {
		path: names.map((name) => sourceOf(cx, name)).join("."),
		name: sourceOf(cx, last),
		args: found === undefined ? undefined : argumentsOf(cx, found),
		isNew: true,
	});
}
