/** Kotlin's declarations: the grammar names hardly any of their parts. */
import {
	type BuildContext,
	childNodes,
	contentChildren,
	isToken,
	noAmbient,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { addAsides, keepTelling } from "../../outline/build-expressions";
import { asList, buildList } from "../../outline/build-lists";
import { newAssign, newEither, newFn, newGuard, newIndex, newItem, newList } from "../../outline/nodes";
import type { Assign, Expr, Guard, Item, List, Node } from "../../outline/schema";
import { childOf } from "./calls";

/** `val a = b`, `val a by lazy { b }`, `val a get() = b`: what the name stands for. */
export function buildProperty(cx: BuildContext, node: number): Node | undefined {
	const { declares: ambient } = cx.ambient;
	cx.ambient = noAmbient;
	const children = contentChildren(cx, node);
	const target = children.find((child) => /^(multi_)?variable_declaration$/.test(typeOf(cx, child)));
	if (target === undefined) return undefined;
	const value = givenValue(cx, node);
	const isFixed = childNodes(cx, node).some((child) => isToken(cx, child) && sourceOf(cx, child) === "val");
	const declares: Assign["declares"] = ambient ?? (isFixed ? "const" : "var");
	const built = value === undefined ? undefined : cx.expr(value);
	const assign = newAssign(rangeOf(cx, node), targetOf(cx, target), built, "=", declares);
	const others = children.filter((child) => child !== target && child !== value && !isAbove(cx, child, value));
	addAsides(cx, assign, others);
	return assign;
}

function targetOf(cx: BuildContext, target: number): Expr {
	if (typeOf(cx, target) === "multi_variable_declaration") return buildList(cx, target, "names");
	return cx.expr(target);
}

function givenValue(cx: BuildContext, node: number): number | undefined {
	const behind = behindToken(cx, node, "=");
	if (behind !== undefined) return behind;
	const delegate = childOf(cx, node, "property_delegate");
	const lazy = delegate === undefined ? undefined : childOf(cx, delegate, "call_expression");
	if (lazy !== undefined && /^lazy\b/.test(sourceOf(cx, lazy))) return onlyStatement(cx, lazy);
	const getter = childOf(cx, node, "getter");
	const body = getter === undefined ? undefined : childOf(cx, getter, "function_body");
	return body === undefined ? undefined : behindToken(cx, body, "=");
}

/** The one expression of `lazy { … }`. */
function onlyStatement(cx: BuildContext, call: number): number | undefined {
	const lambda = childOf(cx, call, "annotated_lambda");
	const literal = lambda === undefined ? undefined : childOf(cx, lambda, "lambda_literal");
	const statements = literal === undefined ? [] : contentChildren(cx, literal);
	return statements.length === 1 ? statements[0] : undefined;
}

/** The value stands somewhere in this child, which is no aside then. */
function isAbove(cx: BuildContext, child: number, value: number | undefined): boolean {
	for (let at = value; at !== undefined && at > 0; at = cx.flat.parent[at]) if (at === child) return true;
	return false;
}

function behindToken(cx: BuildContext, node: number, token: string): number | undefined {
	const children = childNodes(cx, node);
	const at = children.findIndex((child) => isToken(cx, child) && sourceOf(cx, child) === token);
	const content = new Set(contentChildren(cx, node));
	return at < 0 ? undefined : children.slice(at + 1).find((child) => content.has(child));
}

/** `fun`, `constructor`, `get()`, an anonymous function. */
export function buildFunction(cx: BuildContext, node: number): Node {
	cx.ambient = noAmbient;
	const name = pickNode(cx, node, "name");
	const params = childOf(cx, node, "function_value_parameters");
	const body = childOf(cx, node, "function_body") ?? childOf(cx, node, "block");
	const others = contentChildren(cx, node).filter((child) => child !== name && child !== params && child !== body);
	return newFn(rangeOf(cx, node), {
		form: "function",
		name: name === undefined ? undefined : sourceOf(cx, name),
		params: params === undefined ? undefined : buildParameters(cx, params),
		body: body === undefined ? undefined : bodyOf(cx, body),
		children: keepTelling(others.map((child) => cx.node(child))),
	});
}

function bodyOf(cx: BuildContext, body: number): List | Expr {
	const block = typeOf(cx, body) === "block" ? body : childOf(cx, body, "block");
	return block === undefined ? cx.expr(body) : asList(cx, block, "block");
}

/** A default value stands beside its parameter. */
function buildParameters(cx: BuildContext, node: number): List {
	const items: Item[] = [];
	let awaitsDefault = false;
	for (const child of childNodes(cx, node)) {
		if (isToken(cx, child)) {
			awaitsDefault = sourceOf(cx, child) === "=";
			continue;
		}
		const last = items.at(-1);
		if (awaitsDefault && last?.value?.kind === "ref") {
			const assign = newAssign([last.range[0], rangeOf(cx, child)[1]], last.value, cx.expr(child), "=", "var");
			items[items.length - 1] = newItem(assign.range, "value", assign);
		} else if (typeOf(cx, child) === "parameter") items.push(newItem(rangeOf(cx, child), "value", cx.node(child)));
		awaitsDefault = false;
	}
	const range = rangeOf(cx, node);
	const isClosed = cx.text[range[1] - 1] === ")";
	return newList(range, "names", items, [range[0] + 1, isClosed ? range[1] - 1 : range[1]]);
}

/** `class`, `interface`, `object`, and a companion, whose members are reached by its class's name. */
export function buildClass(cx: BuildContext, node: number): Node {
	cx.ambient = noAmbient;
	const name = pickNode(cx, node, "name") ?? nameAround(cx, node);
	const body = childOf(cx, node, "class_body") ?? childOf(cx, node, "enum_class_body");
	const head = childOf(cx, node, "primary_constructor");
	const params = head === undefined ? undefined : childOf(cx, head, "class_parameters");
	const others = contentChildren(cx, node).filter((child) => child !== name && child !== body && child !== head);
	return newFn(rangeOf(cx, node), {
		form: "class",
		name: name === undefined ? undefined : sourceOf(cx, name),
		params: params === undefined ? undefined : buildList(cx, params, "names"),
		body: body === undefined ? undefined : classBody(cx, body),
		children: keepTelling(others.map((child) => cx.node(child))),
	});
}

function classBody(cx: BuildContext, body: number): List {
	if (typeOf(cx, body) === "enum_class_body") return buildList(cx, body, "members");
	return buildList(cx, body, "block", undefined, { declares: "field", exported: false });
}

function nameAround(cx: BuildContext, node: number): number | undefined {
	const body = cx.flat.parent[node];
	const owner = body === undefined ? undefined : cx.flat.parent[body];
	return owner === undefined ? undefined : pickNode(cx, owner, "name");
}

/** `private val key: String = "…"` in a class's head is a field with a default. */
export function buildClassParameter(cx: BuildContext, node: number): Node | undefined {
	const name = childOf(cx, node, "identifier");
	if (name === undefined) return undefined;
	const value = behindToken(cx, node, "=");
	const others = contentChildren(cx, node).filter((child) => child !== name && child !== value);
	if (value === undefined) {
		const ref = cx.node(name);
		addAsides(cx, ref, others);
		return ref;
	}
	const assign = newAssign(rangeOf(cx, node), cx.expr(name), cx.expr(value), "=", "var");
	addAsides(cx, assign, others);
	return assign;
}

/** `h["A"] = b`, `h += "A" to b`, which puts the same into a map. */
export function buildAssignment(cx: BuildContext, node: number): Node | undefined {
	const left = pickNode(cx, node, "left");
	const right = pickNode(cx, node, "right");
	if (left === undefined || right === undefined) return undefined;
	const range = rangeOf(cx, node);
	const token = childNodes(cx, node).find((child) => child > left && child < right && isToken(cx, child));
	const op = token === undefined ? "=" : sourceOf(cx, token);
	const value = cx.expr(right);
	const [key, given] = value.kind === "list" && isPair(cx, right) ? value.items : [];
	if (op === "+=" && key?.value && given?.value) {
		const target = newIndex([range[0], key.range[1]], cx.expr(left), key.value as Expr);
		return newAssign(range, target, given.value as Expr);
	}
	return newAssign(range, cx.expr(left), value, op);
}

function isPair(cx: BuildContext, node: number): boolean {
	return typeOf(cx, node) === "infix_expression";
}

/** Where a value is wanted `if` chooses one; as a statement it is a guard. */
export function buildIf(cx: BuildContext, node: number): Node | undefined {
	const test = pickNode(cx, node, "condition");
	const [then, otherwise] = contentChildren(cx, node).filter((child) => child !== test);
	if (test === undefined) return undefined;
	const range = rangeOf(cx, node);
	if (then !== undefined && otherwise !== undefined && isValue(cx, node)) {
		return newEither(range, "ternary", branchValue(cx, then), branchValue(cx, otherwise), cx.expr(test));
	}
	const thenList = then === undefined ? newList([range[1], range[1]], "block", []) : asList(cx, then, "block");
	return newGuard(range, "if", cx.expr(test), thenList, otherwise === undefined ? undefined : elseOf(cx, otherwise));
}

function elseOf(cx: BuildContext, node: number): List | Guard {
	const built = typeOf(cx, node) === "if_expression" ? cx.node(node) : undefined;
	return built?.kind === "guard" ? built : asList(cx, node, "block");
}

/** Parents below which an `if` is a statement. */
const statementPlaces = new Set([
	"block",
	"do_while_statement",
	"ERROR",
	"for_statement",
	"lambda_literal",
	"source_file",
	"when_entry",
	"while_statement",
]);

function isValue(cx: BuildContext, node: number): boolean {
	let above = cx.flat.parent[node] ?? 0;
	// `else if`, and `if (a) if (b) …`: as the outermost one is.
	while (typeOf(cx, above) === "if_expression") above = cx.flat.parent[above] ?? 0;
	return !statementPlaces.has(typeOf(cx, above));
}

function branchValue(cx: BuildContext, node: number): Expr {
	if (typeOf(cx, node) !== "block") return cx.expr(node);
	const [only, ...more] = contentChildren(cx, node);
	return only === undefined || more.length > 0 ? cx.expr(node) : cx.expr(only);
}
