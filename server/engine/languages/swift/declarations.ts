/** Swift's declarations. */
import {
	type BuildContext,
	childNodes,
	childrenInField,
	contentChildren,
	hasToken,
	isToken,
	noAmbient,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { addAsides, keepTelling } from "../../outline/build-expressions";
import { newAssign, newFn, newImport, newItem, newList, newOpaque } from "../../outline/nodes";
import type { Assign, Item, List, Node, Range } from "../../outline/schema";
import { statementsIn } from "./blocks";
import { childOf } from "./expressions";

/** `let a = b`, `var a: T { b }`, `let a = 1, b = 2`. */
export function buildProperty(cx: BuildContext, node: number): Node | undefined {
	const { declares: ambient } = cx.ambient;
	cx.ambient = noAmbient;
	const names = childrenInField(cx, node, "name");
	const binding = childOf(cx, node, "value_binding_pattern");
	const declares = ambient ?? (binding !== undefined && sourceOf(cx, binding) === "let" ? "const" : "var");
	const assigns = names.map((name, index) => {
		const value = valueBehind(cx, node, name, names[index + 1]);
		const end = index + 1 < names.length && value !== undefined ? rangeOf(cx, value)[1] : rangeOf(cx, node)[1];
		const start = index === 0 ? rangeOf(cx, node)[0] : rangeOf(cx, name)[0];
		return newAssign([start, end], cx.expr(name), value === undefined ? undefined : cx.expr(value), "=", declares);
	});
	const [only, ...more] = assigns;
	if (only === undefined) return undefined;
	const built = more.length === 0 ? only : newOpaque(rangeOf(cx, node), typeOf(cx, node), assigns);
	const computed = childOf(cx, node, "computed_property");
	if (computed !== undefined && only.value === undefined) addAsides(cx, built, [computed]);
	addAsides(
		cx,
		built,
		contentChildren(cx, node).filter((child) =>
			/^(modifiers|type_annotation|willset_didset_block)$/.test(typeOf(cx, child)),
		),
	);
	return built;
}

function valueBehind(cx: BuildContext, node: number, name: number, next: number | undefined): number | undefined {
	const own = childrenInField(cx, node, "value").find((child) => child > name && (next === undefined || child < next));
	if (own !== undefined) return own;
	const computed = childOf(cx, node, "computed_property");
	const statements = computed === undefined ? undefined : childOf(cx, computed, "statements");
	const [only, ...more] = statements === undefined ? [] : contentChildren(cx, statements);
	if (only === undefined || more.length > 0) return undefined;
	return typeOf(cx, only) === "control_transfer_statement" ? pickNode(cx, only, "result") : only;
}

/** `func`, `init`: parameters and their defaults are children of the function itself. */
export function buildFunction(cx: BuildContext, node: number): Node {
	cx.ambient = noAmbient;
	const name = childNodes(cx, node).find((child) => /^(init|simple_identifier)$/.test(typeOf(cx, child)));
	const body = childOf(cx, node, "function_body");
	const others = contentChildren(cx, node).filter((child) => /^(modifiers|attribute)$/.test(typeOf(cx, child)));
	return newFn(rangeOf(cx, node), {
		form: "function",
		name: name === undefined ? undefined : sourceOf(cx, name),
		params: buildParameters(cx, node),
		body: body === undefined ? undefined : statementsIn(cx, body),
		children: keepTelling(others.map((child) => cx.node(child))),
	});
}

function buildParameters(cx: BuildContext, node: number): List | undefined {
	const children = childNodes(cx, node);
	const token = (text: string) => children.find((child) => isToken(cx, child) && sourceOf(cx, child) === text);
	const open = token("(");
	const close = token(")");
	if (open === undefined || close === undefined) return undefined;
	const inside = contentChildren(cx, node).filter((child) => child > open && child < close);
	const items = inside.flatMap((child, index): Item[] => {
		const name = typeOf(cx, child) === "parameter" ? pickNode(cx, child, "name") : undefined;
		if (name === undefined) return [];
		const after = inside[index + 1];
		const value = after !== undefined && typeOf(cx, after) !== "parameter" ? after : undefined;
		const range: Range = [rangeOf(cx, child)[0], rangeOf(cx, value ?? child)[1]];
		const target = cx.expr(name);
		return [
			newItem(range, "value", value === undefined ? target : newAssign(range, target, cx.expr(value), "=", "var")),
		];
	});
	return newList([rangeOf(cx, open)[0], rangeOf(cx, close)[1]], "names", items, [
		rangeOf(cx, open)[1],
		rangeOf(cx, close)[0],
	]);
}

export function buildAssignment(cx: BuildContext, node: number): Node | undefined {
	const target = pickNode(cx, node, "target");
	const value = pickNode(cx, node, "result");
	if (target === undefined || value === undefined) return undefined;
	const operator = childNodes(cx, node).find((child) => isToken(cx, child));
	const op: Assign["op"] = operator === undefined ? "=" : sourceOf(cx, operator);
	return newAssign(rangeOf(cx, node), cx.expr(target), cx.expr(value), op);
}

/** `return x`; `throw` and `break` say nothing. */
export function buildTransfer(cx: BuildContext, node: number): Node {
	const type = hasToken(cx, node, "return") ? "return_statement" : "control_transfer_statement";
	return newOpaque(rangeOf(cx, node), type, keepTelling(contentChildren(cx, node).map((child) => cx.node(child))));
}

/** `import OpenAI`, `import class OpenAI.Client`. */
export function buildImport(cx: BuildContext, node: number): Node | undefined {
	const named = childOf(cx, node, "identifier");
	if (named === undefined) return undefined;
	const range = rangeOf(cx, named);
	const module = sourceOf(cx, named).split(".")[0] ?? "";
	return newImport(
		rangeOf(cx, node),
		module,
		[range[0], range[0] + module.length],
		[{ range, name: "*", local: module }],
	);
}
