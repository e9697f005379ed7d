/** Scala's definitions, conditions and imports. */
import {
	type BuildContext,
	contentChildren,
	noAmbient,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { buildAssign } from "../../outline/build-declarations";
import { asList } from "../../outline/build-lists";
import { newEither, newGuard, newImport, newList } from "../../outline/nodes";
import type { Expr, Guard, ImportedName, List, Node, Range } from "../../outline/schema";

/** `val a = b`, `lazy val a: T = b`, `var a = b`. */
export function buildValue(cx: BuildContext, node: number): Node {
	const { ambient } = cx;
	cx.ambient = noAmbient;
	const fixed = typeOf(cx, node) === "val_definition" ? "const" : "var";
	const declares = ambient.declares ?? fixed;
	return buildAssign(cx, node, { is: "assign", target: "pattern", value: "value", declares }, ambient);
}

/** Parents below which an `if` is a statement. */
const statementPlaces = new Set([
	"block",
	"case_clause",
	"compilation_unit",
	"for_expression",
	"indented_block",
	"template_body",
	"while_expression",
]);

export function buildIf(cx: BuildContext, node: number): Node | undefined {
	const test = pickNode(cx, node, "condition");
	const then = pickNode(cx, node, "consequence");
	const otherwise = pickNode(cx, node, "alternative");
	if (test === undefined) return undefined;
	const range = rangeOf(cx, node);
	if (then !== undefined && otherwise !== undefined && isValue(cx, node))
		return newEither(range, "ternary", branchValue(cx, then), branchValue(cx, otherwise), cx.expr(test));
	const block = then === undefined ? newList([range[1], range[1]], "block", []) : asList(cx, then, "block");
	return newGuard(range, "if", cx.expr(test), block, otherwise === undefined ? undefined : elseOf(cx, otherwise));
}

function elseOf(cx: BuildContext, node: number): List | Guard {
	const built = typeOf(cx, node) === "if_expression" ? cx.node(node) : undefined;
	return built?.kind === "guard" ? built : asList(cx, node, "block");
}

function isValue(cx: BuildContext, node: number): boolean {
	let above = cx.flat.parent[node] ?? 0;
	while (typeOf(cx, above) === "if_expression") above = cx.flat.parent[above] ?? 0;
	return !statementPlaces.has(typeOf(cx, above));
}

function branchValue(cx: BuildContext, node: number): Expr {
	const [only, ...more] = /block$/.test(typeOf(cx, node)) ? contentChildren(cx, node) : [node];
	return only === undefined || more.length > 0 ? cx.expr(node) : cx.expr(only);
}

/** `import a.b._`, `import a.b.C`, `import a.b.{C, D => E}`. */
export function buildImport(cx: BuildContext, node: number): Node | undefined {
	const children = contentChildren(cx, node);
	const last = children.at(-1);
	const [first] = children;
	if (first === undefined || last === undefined) return undefined;
	const type = typeOf(cx, last);
	const path = type === "identifier" ? children.slice(0, children.length > 1 ? -1 : 1) : children.slice(0, -1);
	const end = path.at(-1) ?? first;
	const moduleRange: Range = [rangeOf(cx, first)[0], rangeOf(cx, end)[1]];
	const module = cx.text.slice(...moduleRange);
	return newImport(rangeOf(cx, node), module, moduleRange, namesOf(cx, last));
}

function namesOf(cx: BuildContext, last: number): ImportedName[] {
	const range = rangeOf(cx, last);
	if (typeOf(cx, last) === "identifier") return [{ range, name: sourceOf(cx, last), local: sourceOf(cx, last) }];
	if (typeOf(cx, last) !== "namespace_selectors") return [{ range, name: "*", local: "*" }];
	return contentChildren(cx, last).map((child) => {
		const name = sourceOf(cx, pickNode(cx, child, "name") ?? child);
		const alias = pickNode(cx, child, "alias");
		return { range: rangeOf(cx, child), name, local: alias === undefined ? name : sourceOf(cx, alias) };
	});
}
