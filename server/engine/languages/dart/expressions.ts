/** Dart's strings, collections, arguments and operators. */

import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { newConcat, newEither, newInfix, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import { valueIn } from "../../outline/questions";
import type { Expr, Hole, Item, List, ListRole, Node, Range, Str } from "../../outline/schema";
import { fixedText } from "../quoting";
import { buildParts, type DartRun, foldRun, innerOf, nodeOfRun, rangeOfRun, runsAmong, runsOf } from "./chains";

/** Literals side by side are one string: the grammar has them as one node with many quotes. */
export function buildString(cx: BuildContext, node: number): Node | undefined {
	const built: Str[] = [];
	let open: number | undefined;
	let holes: Hole[] = [];
	for (const child of childNodes(cx, node)) {
		if (typeOf(cx, child) === "template_substitution") holes.push(holeOf(cx, child));
		if (!isToken(cx, child)) continue;
		const text = sourceOf(cx, child);
		if (open === undefined) {
			if (/^r?("""|'''|"|')$/.test(text)) open = child;
		} else if (text === sourceOf(cx, open).replace("r", "")) {
			built.push(strOf(cx, open, child, holes));
			open = undefined;
			holes = [];
		}
	}
	const [only, ...more] = built;
	if (only === undefined || open !== undefined) return undefined;
	return more.length === 0 ? only : newConcat(rangeOf(cx, node), built);
}

function strOf(cx: BuildContext, opener: number, closer: number, holes: readonly Hole[]): Str {
	const open = sourceOf(cx, opener);
	const content: Range = [rangeOf(cx, opener)[1], rangeOf(cx, closer)[0]];
	const raw = open.startsWith("r");
	return newStr([rangeOf(cx, opener)[0], rangeOf(cx, closer)[1]], {
		content,
		open,
		close: sourceOf(cx, closer),
		raw,
		holes,
		hasEscapes: !raw && fixedText(cx.text, content, holes).includes("\\"),
		form: "quoted",
	});
}

/** `$name`, `${…}`. */
function holeOf(cx: BuildContext, node: number): Hole {
	const [only] = runsOf(cx, node);
	return { range: rangeOf(cx, node), expr: only === undefined ? undefined : foldRun(cx, only) };
}

export function buildArguments(cx: BuildContext, node: number): Node {
	return listBetween(
		cx,
		node,
		"args",
		runsOf(cx, node).map((run) => argumentOf(cx, run)),
	);
}

function argumentOf(cx: BuildContext, run: DartRun): Item {
	const range = rangeOfRun(cx, run);
	const [label, ...rest] = typeOf(cx, run[0]) === "named_argument" ? contentChildren(cx, run[0]) : [];
	const name = label === undefined ? undefined : contentChildren(cx, label)[0];
	const [value] = runsAmong(cx, rest);
	if (name === undefined || value === undefined) return newItem(range, "value", nodeOfRun(cx, run));
	return newItem(range, "entry", nodeOfRun(cx, value), newRef(rangeOf(cx, name), sourceOf(cx, name)));
}

export function buildSeq(cx: BuildContext, node: number): Node {
	return listBetween(
		cx,
		node,
		"seq",
		runsOf(cx, node).map((run) => elementOf(cx, run)),
	);
}

/** `{a: b}`; without any pair a set, unless it is empty. */
export function buildBraces(cx: BuildContext, node: number): Node {
	const items = runsOf(cx, node).map((run) => elementOf(cx, run));
	const isMap = items.length === 0 || items.some(({ form }) => form === "entry") || hasPairs(cx, node);
	return listBetween(cx, node, isMap || items.every(({ form }) => form === "spread") ? "map" : "seq", items);
}

function hasPairs(cx: BuildContext, node: number): boolean {
	return contentChildren(cx, node).some((child) => {
		const type = typeOf(cx, child);
		return type === "pair" || (/^(if|for)_element$/.test(type) && hasPairs(cx, child));
	});
}

function elementOf(cx: BuildContext, run: DartRun): Item {
	const range = rangeOfRun(cx, run);
	switch (typeOf(cx, run[0])) {
		case "pair":
			return pairOf(cx, run[0], range) ?? newItem(range, "value", buildParts(cx, run[0]));
		case "spread_element": {
			const [operand] = runsOf(cx, run[0]);
			return newItem(range, "spread", operand === undefined ? undefined : nodeOfRun(cx, operand));
		}
		case "if_element":
		case "for_element":
			return (
				conditionalOf(cx, run[0], range) ??
				eitherOf(cx, run[0], range) ??
				newItem(range, "value", buildParts(cx, run[0]))
			);
		default:
			return newItem(range, "value", nodeOfRun(cx, run));
	}
}

function pairOf(cx: BuildContext, node: number, range: Range): Item | undefined {
	const [first, second, ...more] = runsOf(cx, node);
	if (first === undefined || second === undefined || more.length > 0) return undefined;
	const key = foldRun(cx, first);
	return newItem(range, "entry", nodeOfRun(cx, second), key, key.kind !== "string");
}

/** `if (a) 'b': c`, `for (…) …m` are an entry, or a spread, that goes with its condition; with an `else` it is a choice. */
function conditionalOf(cx: BuildContext, node: number, range: Range): Item | undefined {
	const given = contentChildren(cx, node).find((child) => isGiven(cx, child));
	const built = given === undefined || hasElse(cx, node) ? undefined : elementOf(cx, [given]);
	if (built === undefined) return undefined;
	const item = newItem(range, built.form, built.value, built.key, built.computed);
	const tests = contentChildren(cx, node).filter((child) => child !== given);
	for (const test of runsAmong(cx, tests)) cx.asides.push({ owner: item, node: nodeOfRun(cx, test) });
	return item;
}

/** `if (a) 'b': c else 'd': e` is a spread of one map or another, both without braces. */
function eitherOf(cx: BuildContext, node: number, range: Range): Item | undefined {
	const given = contentChildren(cx, node).filter((child) => isGiven(cx, child));
	const [then, otherwise] = given.map((child) => branchOf(cx, child));
	const [test, ...more] = runsAmong(
		cx,
		contentChildren(cx, node).filter((child) => !given.includes(child)),
	);
	if (!then || !otherwise || !test || more.length > 0) return undefined;
	return newItem(range, "spread", newEither(range, "ternary", then, otherwise, foldRun(cx, test)));
}

/** A pair is a map of it alone, without braces; of a spread what it spreads. */
function branchOf(cx: BuildContext, node: number): Expr {
	const item = elementOf(cx, [node]);
	const spread = item.form === "spread" ? valueIn(item) : undefined;
	return spread ?? newList(rangeOf(cx, node), "map", [item]);
}

function hasElse(cx: BuildContext, node: number): boolean {
	return childNodes(cx, node).some((child) => isToken(cx, child) && sourceOf(cx, child) === "else");
}

function isGiven(cx: BuildContext, node: number): boolean {
	return /^(pair|spread_element)$/.test(typeOf(cx, node));
}

function listBetween(cx: BuildContext, node: number, role: ListRole, items: readonly Item[]): List {
	return newList(rangeOf(cx, node), role, items, innerOf(cx, node));
}

/** `a ? b : c`. */
export function buildTernary(cx: BuildContext, node: number): Node {
	const [test, yes, no, ...more] = runsOf(cx, node);
	if (test === undefined || yes === undefined || no === undefined || more.length > 0) return buildParts(cx, node);
	return newEither(rangeOf(cx, node), "ternary", foldRun(cx, yes), foldRun(cx, no), foldRun(cx, test));
}

/** `a + b`, `a ?? b`, `a == b`: operands with operators between them, however many. */
export function buildOperators(cx: BuildContext, node: number): Node {
	const runs = runsOf(cx, node);
	const operators = childNodes(cx, node)
		.filter((child) => isToken(cx, child) || /_operator$/.test(typeOf(cx, child)))
		.map((child) => sourceOf(cx, child));
	const [first, ...rest] = runs;
	if (first === undefined || rest.length === 0 || operators.length !== rest.length) return buildParts(cx, node);
	if (operators.every((operator) => operator === "+"))
		return newConcat(
			rangeOf(cx, node),
			runs.map((run) => foldRun(cx, run)),
		);
	return rest.reduce((left: Expr, run, at) => joined(left, operators[at] ?? "", foldRun(cx, run)), foldRun(cx, first));
}

function joined(left: Expr, operator: string, right: Expr): Expr {
	const range: Range = [left.range[0], right.range[1]];
	if (operator === "&&") return newEither(range, "and", right, undefined, left);
	if (operator === "||" || operator === "??") return newEither(range, "or", left, right);
	return operator === "" ? newOpaque(range, "operators", [left, right]) : newInfix(range, operator, left, right);
}
