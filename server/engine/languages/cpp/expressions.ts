/** Calls, literals and lists of C and C++. */
import { buildCall } from "../../outline/build-calls";
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { asList, buildList } from "../../outline/build-lists";
import { newAssign, newCall, newList, newMember, newRef, newStr } from "../../outline/nodes";
import type { Call, Expr, Node, Range } from "../../outline/schema";

/** Methods that give what they are called on, in another type. */
const conversions = new Set(["c_str", "data", "dump", "str", "string", "toUtf8", "toLatin1", "toStdString", "value"]);
/** Functions that give their argument in another type. */
const makers =
	/^(std::(string|string_view|move|to_string)|string|QString|QByteArray|QUrl|QLatin1String|QStringLiteral|QString::fromUtf8)$/;

export function buildCppCall(cx: BuildContext, node: number): Node {
	const callee = pickNode(cx, node, "function");
	const args = pickNode(cx, node, "arguments");
	const given = args === undefined ? [] : contentChildren(cx, args);
	const [only] = given;
	if (callee !== undefined && args !== undefined) {
		if (typeOf(cx, callee) === "field_expression" && given.length === 0) {
			const object = pickNode(cx, callee, "argument");
			const name = pickNode(cx, callee, "field");
			if (object !== undefined && name !== undefined && conversions.has(sourceOf(cx, name))) return cx.node(object);
		}
		const source = sourceOf(cx, callee);
		if (only !== undefined && given.length === 1 && makers.test(source)) return cx.node(only);
		if (/^(std::)?sn?printf$/.test(source)) return printed(cx, node, callee, given) ?? plainCall(cx, node);
	}
	return plainCall(cx, node);
}

function plainCall(cx: BuildContext, node: number): Expr {
	return buildCall(cx, node, { is: "call", callee: "function", args: "arguments" });
}

/** `snprintf(buf, n, "Bearer %s", key)` gives `buf` that text. */
function printed(cx: BuildContext, node: number, callee: number, given: readonly number[]): Node | undefined {
	const [buffer] = given;
	const values = given.slice(sourceOf(cx, callee).endsWith("snprintf") ? 2 : 1);
	const [first] = values;
	const last = values.at(-1);
	if (buffer === undefined || first === undefined || last === undefined) return undefined;
	const range: Range = [rangeOf(cx, first)[0], rangeOf(cx, last)[1]];
	const items = values.map((value) => asList(cx, value, "args").items[0]).filter((item) => item !== undefined);
	const text = newCall(range, rangeOf(cx, callee), {
		path: "sprintf",
		name: "sprintf",
		args: newList(range, "args", items),
	});
	return newAssign(rangeOf(cx, node), cx.expr(buffer), text);
}

/** `cpr::Url{"…"}` is a call with arguments, `cpr::Header{{"A", "b"}}` one with entries. */
export function buildMade(cx: BuildContext, node: number): Node | undefined {
	const type = pickNode(cx, node, "type");
	const value = pickNode(cx, node, "value");
	return type === undefined || value === undefined ? undefined : madeOf(cx, rangeOf(cx, node), type, value);
}

/** @param value the list in braces or parentheses behind the type, or behind the name that is declared with it */
export function madeOf(cx: BuildContext, range: Range, type: number, value: number): Node {
	const path = sourceOf(cx, type)
		.replace(/<[\s\S]*$/, "")
		.replaceAll("::", ".");
	const children = contentChildren(cx, value);
	if (children.length === 1 && makers.test(sourceOf(cx, type))) return cx.node(children[0] ?? value);
	const isPairs = children.length > 0 && children.every((child) => typeOf(cx, child) === "initializer_list");
	const { items, inner, range: whole } = buildList(cx, value, isPairs ? "seq" : "args");
	const list = newList(whole, isPairs ? "seq" : "args", items, inner);
	const [start, end] = rangeOf(cx, type);
	const made: Partial<Call> = { path, name: path.slice(path.lastIndexOf(".") + 1), isNew: true };
	return newCall(range, [start, end], isPairs ? { ...made, init: list } : { ...made, args: list });
}

/** `std::getenv`, `Class::field`. */
export function buildQualified(cx: BuildContext, node: number): Node | undefined {
	const scope = pickNode(cx, node, "scope");
	const name = pickNode(cx, node, "name");
	if (name === undefined) return undefined;
	const inner = cx.expr(name);
	if (scope === undefined || (inner.kind !== "ref" && inner.kind !== "member")) return inner;
	const object = newRef(rangeOf(cx, scope), sourceOf(cx, scope));
	// `a::b::c` nests to the right.
	return inner.kind === "ref"
		? newMember(rangeOf(cx, node), object, inner.name, inner.nameRange)
		: newMember(
				rangeOf(cx, node),
				newMember(inner.object.range, object, firstName(inner.object), inner.object.range),
				inner.name,
				inner.nameRange,
			);
}

function firstName(expr: Expr): string {
	return expr.kind === "ref" ? expr.name : expr.kind === "member" ? expr.name : "";
}

/** `R"json({"a": 1})json"`: the delimiter is part of both ends. */
export function buildRaw(cx: BuildContext, node: number): Node {
	const [start, end] = rangeOf(cx, node);
	const [open = "", delimiter = ""] = /^(?:u8|[uUL])?R"([^\s()\\"]*)\(/.exec(cx.text.slice(start, end)) ?? [];
	const closer = `)${delimiter}"`;
	const isClosed = end - closer.length >= start + open.length && cx.text.startsWith(closer, end - closer.length);
	const content: Range = [start + open.length, isClosed ? end - closer.length : end];
	return newStr([start, end], { content, open, close: isClosed ? closer : "", raw: true, form: "quoted" });
}

/** `#define URL "…"`: the grammar does not read what a macro stands for. */
export function buildDefine(cx: BuildContext, node: number): Node | undefined {
	const name = pickNode(cx, node, "name");
	const value = pickNode(cx, node, "value");
	const text = value === undefined ? "" : sourceOf(cx, value);
	const match = /^(\s*)"((?:[^"\\\n]|\\.)*)"/.exec(text);
	if (name === undefined || value === undefined || match === null) return undefined;
	const start = rangeOf(cx, value)[0] + (match[1] ?? "").length;
	const content: Range = [start + 1, start + 1 + (match[2] ?? "").length];
	const str = newStr([start, content[1] + 1], {
		content,
		open: '"',
		close: '"',
		hasEscapes: (match[2] ?? "").includes("\\"),
		form: "quoted",
	});
	const target = newRef(rangeOf(cx, name), sourceOf(cx, name));
	return newAssign([rangeOf(cx, node)[0], str.range[1]], target, str, "=", "const");
}
