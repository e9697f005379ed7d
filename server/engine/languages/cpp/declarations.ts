/** Declarations of C and C++: the name lies below pointers, references and brackets. */
import {
	type BuildContext,
	contentChildren,
	noAmbient,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { addAsides, keepTelling } from "../../outline/build-expressions";
import { asList } from "../../outline/build-lists";
import { newAssign, newFn, newImport, newItem, newList, newOpaque } from "../../outline/nodes";
import type { Assign, List, Node, Range } from "../../outline/schema";
import { madeOf } from "./expressions";

/** `T a = b;`, `T a("x");`, `T a{…}, *c = d;` */
export function buildDeclaration(cx: BuildContext, node: number): Node {
	const { declares: ambient } = cx.ambient;
	cx.ambient = noAmbient;
	const declares: Assign["declares"] = ambient ?? (/\bconst(expr)?\b/.test(headOf(cx, node)) ? "const" : "var");
	const type = pickNode(cx, node, "type");
	const children = contentChildren(cx, node);
	const made = children.filter((child) => typeOf(cx, child) === "init_declarator");
	const assigns = made.flatMap((child) => initialised(cx, node, child, type, declares, made.length === 1) ?? []);
	const own = assigns.length === 0 ? conditionOf(cx, node, declares) : undefined;
	const [only, ...more] = own ? [own] : assigns;
	if (only === undefined) return newOpaque(rangeOf(cx, node), typeOf(cx, node), []);
	const built = more.length === 0 ? only : newOpaque(rangeOf(cx, node), typeOf(cx, node), assigns);
	addAsides(cx, built, type === undefined ? [] : [type]);
	return built;
}

function headOf(cx: BuildContext, node: number): string {
	return cx.text.slice(rangeOf(cx, node)[0], rangeOf(cx, node)[0] + 80).split(/[=({]/)[0] ?? "";
}

function initialised(
	cx: BuildContext,
	node: number,
	declarator: number,
	type: number | undefined,
	declares: Assign["declares"],
	isOnly: boolean,
): Assign | undefined {
	const target = pickNode(cx, declarator, "declarator");
	const value = pickNode(cx, declarator, "value");
	if (target === undefined || value === undefined) return undefined;
	const range: Range = isOnly ? rangeOf(cx, node) : rangeOf(cx, declarator);
	return newAssign(range, cx.expr(target), valueOfType(cx, value, type), "=", declares);
}

/** `Client cli("…")` and `Url u{"…"}` make a value of their type; `= {…}` is the list itself. */
function valueOfType(cx: BuildContext, value: number, type: number | undefined) {
	const isList = /^(argument_list|initializer_list)$/.test(typeOf(cx, value));
	const isCall = isList && cx.text.slice(0, rangeOf(cx, value)[0]).trimEnd().at(-1) !== "=";
	if (!isCall || type === undefined) return cx.expr(value);
	const made = madeOf(cx, [rangeOf(cx, value)[0], rangeOf(cx, value)[1]], type, value);
	return made.kind === "call" || made.kind === "string" || made.kind === "concat" || made.kind === "ref"
		? made
		: cx.expr(value);
}

/** `if (const char* k = std::getenv("K"))` */
function conditionOf(cx: BuildContext, node: number, declares: Assign["declares"]): Assign | undefined {
	const target = pickNode(cx, node, "declarator");
	const value = pickNode(cx, node, "value") ?? pickNode(cx, node, "default_value");
	if (target === undefined || value === undefined) return undefined;
	return newAssign(rangeOf(cx, node), cx.expr(target), cx.expr(value), "=", declares);
}

export function buildFunction(cx: BuildContext, node: number): Node {
	cx.ambient = noAmbient;
	const body = pickNode(cx, node, "body");
	const declarator = functionDeclarator(cx, pickNode(cx, node, "declarator"));
	const name = declarator === undefined ? undefined : pickNode(cx, declarator, "declarator");
	const params = declarator === undefined ? undefined : pickNode(cx, declarator, "parameters");
	const others = contentChildren(cx, node).filter((child) => typeOf(cx, child) === "field_initializer_list");
	return newFn(rangeOf(cx, node), {
		form: "function",
		name: name === undefined ? undefined : sourceOf(cx, name).split("::").at(-1),
		params: params === undefined ? undefined : parametersOf(cx, params),
		body: body === undefined ? undefined : asList(cx, body, "block"),
		children: keepTelling(others.map((child) => cx.node(child))),
	});
}

function functionDeclarator(cx: BuildContext, node: number | undefined): number | undefined {
	let at = node;
	while (at !== undefined && !/^(abstract_)?function_declarator$/.test(typeOf(cx, at)))
		at = pickNode(cx, at, ["declarator", 0]);
	return at;
}

function parametersOf(cx: BuildContext, params: number): List {
	const items = contentChildren(cx, params).flatMap((param) => {
		const declarator = pickNode(cx, param, "declarator");
		if (declarator === undefined) return [];
		const value = pickNode(cx, param, "default_value");
		const target = cx.expr(declarator);
		const range = rangeOf(cx, param);
		return [
			newItem(range, "value", value === undefined ? target : newAssign(range, target, cx.expr(value), "=", "var")),
		];
	});
	const [start, end] = rangeOf(cx, params);
	return newList([start, end], "names", items, [start + 1, Math.max(start + 1, end - 1)]);
}

/** `#include <a/b.h>` */
export function buildInclude(cx: BuildContext, node: number): Node | undefined {
	const path = pickNode(cx, node, "path");
	if (path === undefined) return undefined;
	const [start, end] = rangeOf(cx, path);
	const module = cx.text.slice(start + 1, Math.max(start + 1, end - 1));
	return newImport(
		rangeOf(cx, node),
		module,
		[start + 1, start + 1 + module.length],
		[{ range: [start, end], name: "*", local: module }],
	);
}
