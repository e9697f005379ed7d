/** Dart's declarations and statements. At the top of a file and in a class their parts stand side by side. */
import {
	type BuildContext,
	childNodes,
	childrenInField,
	contentChildren,
	isToken,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { keepTelling } from "../../outline/build-expressions";
import { asList } from "../../outline/build-lists";
import { newAssign, newFn, newGuard, newImport, newItem, newList, newOpaque, newRef } from "../../outline/nodes";
import type { Assign, Expr, Guard, Import, Item, List, Node, Range } from "../../outline/schema";
import { buildParts, foldRun, innerOf, nodeOfRun, runsAmong, runsOf } from "./chains";

/** A file, or a class's body: parts up to a `;`, a body, or a node that is whole by itself. */
export function buildMembers(cx: BuildContext, node: number): Node {
	const items: Item[] = [];
	let parts: number[] = [];
	const isClass = typeOf(cx, node) !== "program";
	for (const child of childNodes(cx, node)) {
		const token = isToken(cx, child) ? sourceOf(cx, child) : undefined;
		if (/^[{}]$/.test(token ?? "") || /comment$/.test(typeOf(cx, child))) continue;
		if (token === "," && parts.length === 0) continue;
		parts.push(child);
		if (token !== ";" && !isWhole(cx, child)) continue;
		items.push(memberOf(cx, parts, isClass));
		parts = [];
	}
	if (parts.length > 0) items.push(memberOf(cx, parts, isClass));
	return newList(rangeOf(cx, node), "block", items, isClass ? innerOf(cx, node) : rangeOf(cx, node));
}

const whole =
	/^(function_body|import_or_export|(class|extension|enum|mixin|extension_type)_(definition|declaration)|type_alias|library_name|part_directive|part_of_directive|mixin_application_class|enum_constant|ERROR)$/;

function isWhole(cx: BuildContext, node: number): boolean {
	return whole.test(typeOf(cx, node));
}

function memberOf(cx: BuildContext, group: readonly number[], isClass: boolean): Item {
	const first = group[0] ?? 0;
	const range: Range = [rangeOf(cx, first)[0], rangeOf(cx, group.at(-1) ?? first)[1]];
	return newItem(range, "statement", declarationOf(cx, group, range, isClass));
}

function declarationOf(cx: BuildContext, group: readonly number[], range: Range, isClass: boolean): Node {
	const parts = group.flatMap((part) =>
		/^(declaration|method_signature)$/.test(typeOf(cx, part)) ? childNodes(cx, part) : [part],
	);
	const list = parts.find((part) => /_(declaration|identifier)_list$/.test(typeOf(cx, part)));
	const isConst = parts.some((part) => /^(const|final)_builtin$/.test(typeOf(cx, part)));
	if (list !== undefined) return variablesOf(cx, list, range, isClass ? "field" : isConst ? "const" : "var");
	const signature = parts.find((part) => /_signature$/.test(typeOf(cx, part)));
	if (signature !== undefined) return functionOf(cx, signature, parts, range);
	const [only, ...more] = parts.filter((part) => !isToken(cx, part));
	if (only !== undefined && more.length === 0) return cx.node(only);
	const built = runsAmong(
		cx,
		parts.filter((part) => !isToken(cx, part)),
	).map((run) => nodeOfRun(cx, run));
	return newOpaque(range, "declaration", keepTelling(built));
}

function variablesOf(cx: BuildContext, list: number, range: Range, declares: Assign["declares"]): Node {
	const assigns = contentChildren(cx, list).map((child) => initializedOf(cx, child, declares));
	const [only, ...more] = assigns;
	if (only?.kind === "assign" && more.length === 0) return { ...only, range: withoutSemicolon(cx, range) };
	return newOpaque(range, "declaration", assigns);
}

function withoutSemicolon(cx: BuildContext, [start, end]: Range): Range {
	return cx.text[end - 1] === ";" ? [start, end - 1] : [start, end];
}

/** `a = b` of a list of them. */
function initializedOf(cx: BuildContext, node: number, declares: Assign["declares"]): Node {
	const [name, value] = runsOf(cx, node);
	if (name === undefined) return buildParts(cx, node);
	return newAssign(
		rangeOf(cx, node),
		foldRun(cx, name),
		value === undefined ? undefined : foldRun(cx, value),
		"=",
		declares,
	);
}

/** `final a = b, c = d;` in a block. */
export function buildLocal(cx: BuildContext, node: number): Node {
	const definition = contentChildren(cx, node)[0];
	if (definition === undefined || typeOf(cx, definition) !== "initialized_variable_definition")
		return buildParts(cx, node);
	const name = pickNode(cx, definition, "name");
	if (name === undefined) return buildParts(cx, node);
	const [value] = runsAmong(cx, childrenInField(cx, definition, "value"));
	const isConst = childNodes(cx, definition).some((child) => /^(const|final)_builtin$/.test(typeOf(cx, child)));
	const declares = isConst ? "const" : "var";
	const others = contentChildren(cx, definition).filter((child) => typeOf(cx, child) === "initialized_identifier");
	const range = others.length === 0 ? withoutSemicolon(cx, rangeOf(cx, node)) : rangeOf(cx, definition);
	const assign = newAssign(range, cx.expr(name), value === undefined ? undefined : foldRun(cx, value), "=", declares);
	if (others.length === 0) return assign;
	return newOpaque(range, "declaration", [assign, ...others.map((other) => initializedOf(cx, other, declares))]);
}

export function buildAssignment(cx: BuildContext, node: number): Node {
	const [target] = runsAmong(cx, childrenInField(cx, node, "left"));
	const [value] = runsAmong(cx, childrenInField(cx, node, "right"));
	const operator = childNodes(cx, node).find((child) => isToken(cx, child));
	if (target === undefined || value === undefined || operator === undefined) return buildParts(cx, node);
	return newAssign(rangeOf(cx, node), foldRun(cx, target), foldRun(cx, value), sourceOf(cx, operator));
}

function functionOf(cx: BuildContext, signature: number, parts: readonly number[], range: Range): Node {
	const type = typeOf(cx, signature);
	const names = childrenInField(cx, signature, "name");
	const name = (names.length > 0 ? names : identifiersOf(cx, signature)).at(-1);
	const body = parts.find((part) => typeOf(cx, part) === "function_body");
	const built = body === undefined ? undefined : bodyOf(cx, body);
	// A getter that only gives a value is a name for it.
	if (type === "getter_signature" && name !== undefined && built !== undefined && built.kind !== "list")
		return newAssign(range, newRef(rangeOf(cx, name), sourceOf(cx, name)), built, "=", "const");
	const params = contentChildren(cx, signature).find((child) => typeOf(cx, child) === "formal_parameter_list");
	const others = parts.filter((part) => part !== signature && part !== body && !isToken(cx, part));
	return newFn(range, {
		form: "function",
		name: name === undefined ? undefined : sourceOf(cx, name),
		params: params === undefined ? undefined : parametersOf(cx, params),
		body: built,
		children: keepTelling(runsAmong(cx, others).map((run) => nodeOfRun(cx, run))),
	});
}

function identifiersOf(cx: BuildContext, node: number): number[] {
	return childNodes(cx, node).filter((child) => typeOf(cx, child) === "identifier");
}

/** `{ … }` as a list, `=> a` as what it gives. */
function bodyOf(cx: BuildContext, node: number): List | Expr | undefined {
	const [only] = runsOf(cx, node);
	return only === undefined ? undefined : foldRun(cx, only);
}

function parametersOf(cx: BuildContext, node: number): List {
	const flat = childNodes(cx, node).flatMap((child) =>
		typeOf(cx, child) === "optional_formal_parameters" ? childNodes(cx, child) : [child],
	);
	const items = flat.flatMap((child, at): Item[] => {
		if (typeOf(cx, child) !== "formal_parameter") return [];
		const name = lastIdentifier(cx, child);
		if (name === undefined) return [];
		const target = newRef(rangeOf(cx, name), sourceOf(cx, name));
		const equals = flat[at + 1];
		const rest = flat.slice(at + 2);
		const stop = rest.findIndex((one) => isToken(cx, one));
		const [value] =
			equals !== undefined && isToken(cx, equals) && sourceOf(cx, equals) === "="
				? runsAmong(cx, stop < 0 ? rest : rest.slice(0, stop))
				: [];
		if (value === undefined) return [newItem(rangeOf(cx, child), "value", target)];
		const built = foldRun(cx, value);
		const range: Range = [rangeOf(cx, child)[0], built.range[1]];
		return [newItem(range, "value", newAssign(range, target, built, "=", "var"))];
	});
	return newList(rangeOf(cx, node), "names", items, innerOf(cx, node));
}

function lastIdentifier(cx: BuildContext, node: number): number | undefined {
	const param = childNodes(cx, node).find((child) => /_?(formal_parameter|constructor_param)$/.test(typeOf(cx, child)));
	return identifiersOf(cx, param ?? node).at(-1);
}

/** `(a) => b`, `() async { … }`. */
export function buildClosure(cx: BuildContext, node: number): Node {
	const params = pickNode(cx, node, "parameters");
	const body = pickNode(cx, node, "body");
	return newFn(rangeOf(cx, node), {
		form: "function",
		params:
			params === undefined || typeOf(cx, params) !== "formal_parameter_list" ? undefined : parametersOf(cx, params),
		body: body === undefined ? undefined : bodyOf(cx, body),
	});
}

/** A function inside a block. */
export function buildLocalFunction(cx: BuildContext, node: number): Node {
	const lambda = contentChildren(cx, node).find((child) => typeOf(cx, child) === "lambda_expression");
	const parts = lambda === undefined ? [] : childNodes(cx, lambda);
	const signature = parts.find((part) => /_signature$/.test(typeOf(cx, part)));
	return signature === undefined ? buildParts(cx, node) : functionOf(cx, signature, parts, rangeOf(cx, node));
}

export function buildIf(cx: BuildContext, node: number): Node {
	const consequence = pickNode(cx, node, "consequence");
	const alternative = pickNode(cx, node, "alternative");
	const before = contentChildren(cx, node).filter((child) => child < (consequence ?? 0));
	const runs = runsAmong(cx, before);
	const [test] = runs;
	if (consequence === undefined || test === undefined) return buildParts(cx, node);
	const asked =
		runs.length === 1
			? foldRun(cx, test)
			: newOpaque(
					[rangeOf(cx, test[0])[0], rangeOf(cx, before.at(-1) ?? test[0])[1]],
					"conditions",
					runs.map((run) => nodeOfRun(cx, run)),
				);
	return newGuard(rangeOf(cx, node), "if", asked, asList(cx, consequence, "block"), elseOf(cx, alternative));
}

function elseOf(cx: BuildContext, alternative: number | undefined): List | Guard | undefined {
	if (alternative === undefined) return undefined;
	const built = typeOf(cx, alternative) === "if_statement" ? cx.node(alternative) : undefined;
	return built?.kind === "guard" ? built : asList(cx, alternative, "block");
}

/** `import 'package:a/a.dart' as b show C;` */
export function buildImport(cx: BuildContext, node: number): Node {
	const found = /^import\s+(['"])([^'"]*)\1/.exec(sourceOf(cx, node));
	const range = rangeOf(cx, node);
	if (found === null) return newOpaque(range, "export");
	const module = found[2] ?? "";
	const start = range[0] + found[0].length - 1 - module.length;
	return newImport(range, module, [start, start + module.length], namesOf(sourceOf(cx, node), range, module));
}

function namesOf(text: string, range: Range, module: string): Import["names"] {
	const local = /\sas\s+(\w+)/.exec(text)?.[1] ?? module;
	const shown = /\sshow\s+([\w\s,$]+)/.exec(text)?.[1];
	if (shown === undefined) return [{ range, name: "*", local }];
	return shown
		.split(",")
		.map((name) => name.trim())
		.filter((name) => name !== "")
		.map((name) => ({ range, name, local: name }));
}
