/** Helicone's headers: where a program sends one, reads one, or only names one. */
import { requestHeader, responseHeader } from "../../../shared/mappings";
import type { RequestHeader, ResponseHeader } from "../../../shared/mappings/schema";
import type { Carrier } from "../outline/entries";
import { namesOf } from "../outline/names";
import { contentOf, listOf, statementOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Item, Outline, Range, Str } from "../outline/schema";
import { callOf, isShell } from "./environment";

export interface Header {
	/** As written: `Helicone-Auth`, or its fixed beginning (`Helicone-Property-`). */
	readonly name: string;
	readonly range: Range;
	readonly node: Expr;
	/**
	 * `request`: sent, and `carrier` is what must go. `type`: declared in a type. `response`: read.
	 * `name`: stands in a list, a comparison or a constant; nobody can say what follows from it.
	 */
	readonly place: "request" | "type" | "response" | "name";
	readonly carrier: Carrier | undefined;
	readonly value: Expr | undefined;
	readonly request: RequestHeader | undefined;
	readonly response: ResponseHeader | undefined;
}

type Place = Pick<Header, "place" | "carrier" | "value">;

const shape = /^(?:__)?(?:x-)?helicone-[a-z0-9_-]*/i;
const setters = new Set([
	"set",
	"append",
	"add",
	"put",
	"header",
	"setdefault",
	"setHeader",
	"addHeader",
	"setRequestHeader",
	"withHeader",
	"with_header",
	"addheader",
	"putheader",
	"add_header",
	"insert",
]);
const getters = new Set([
	"get",
	"has",
	"getHeader",
	"getheader",
	"header",
	"pop",
	"getAll",
	"get_all",
	"getlist",
	"headerValue",
	"hasHeader",
]);

/** Every header of the file whose name stands in a string, in document order. */
export function headersIn(outline: Outline): Header[] {
	const found: Header[] = [];
	for (const str of outline.strings) {
		const name = headerName(outline, str);
		if (name) found.push(headerAt(outline, str, name));
	}
	return [...found, ...computedHeaders(outline)].sort((a, b) => a.range[0] - b.range[0]);
}

/** The header's name at the start of a string: alone, before a colon and its value, or before an interpolation. */
function headerName(outline: Outline, str: Str): string | undefined {
	// Most strings are none, and their first letter says so.
	if (!/[hx_]/i.test(outline.text.charAt(str.content[0]))) return undefined;
	const end = str.holes[0]?.range[0] ?? str.content[1];
	const text = outline.text.slice(str.content[0], end);
	const name = shape.exec(text)?.[0];
	if (!name || name.length < 10) return undefined;
	const rest = text.slice(name.length);
	if (rest !== "" && !/^\s*:/.test(rest)) return undefined;
	if (rest === "" && str.holes.length > 0 && !name.endsWith("-")) return undefined;
	return name;
}

function headerAt(outline: Outline, str: Str, name: string): Header {
	return describe(name, [str.content[0], str.content[0] + name.length], str, placeOf(outline, str, name));
}

function describe(name: string, range: Range, node: Expr, place: Place): Header {
	const lookup = name.endsWith("-") ? `${name}x` : name;
	const response = responseHeader(lookup);
	const answers = place.place === "response" && (response === undefined || response.id === "helicone-other");
	const settled: Place =
		answers && requestHeader(lookup)?.id !== "helicone-other" ? { ...place, place: "name" } : place;
	return { name, range, node, ...settled, request: requestHeader(lookup), response };
}

function placeOf(outline: Outline, str: Str, name: string): Place {
	const outer = str.parent?.kind === "concat" && str.parent.parts[0] === str ? str.parent : str;
	const parent = outer.parent;
	if (parent?.kind === "item")
		return parent.key === outer ? keyPlace(parent) : valuePlace(outline, parent, outer, name);
	if (parent?.kind === "index" && parent.key === outer) {
		const assign = parent.parent;
		if (assign?.kind === "assign" && assign.target === parent) return assignPlace(assign);
		if (parent.parent?.kind === "opaque" && /delete|^del/.test(parent.parent.type)) return onlyName;
		return { place: "response", carrier: undefined, value: undefined };
	}
	if (parent?.kind === "infix") return { place: "response", carrier: undefined, value: undefined };
	if (parent?.kind === "assign" && parent.value === outer) return linePlace(outline, parent, outer);
	return onlyName;
}

/** `export ANTHROPIC_CUSTOM_HEADERS="Helicone-Auth: …"`: a program reads it, no line of this script does. */
function linePlace(outline: Outline, assign: Assign, value: Expr): Place {
	const text = outline.text.slice(...value.range);
	const isOne = isShell(outline) && text.includes(":") && !/\n|\\n/.test(text);
	return isOne && namesOf(outline).uses(assign).length === 0 ? assignPlace(assign) : onlyName;
}

const onlyName: Place = { place: "name", carrier: undefined, value: undefined };

function assignPlace(assign: Assign): Place {
	const item = statementOf(assign);
	if (!item || item.value !== assign) return onlyName;
	return { place: "request", carrier: { kind: "item", item }, value: assign.value };
}

function keyPlace(item: Item): Place {
	switch (listOf(item)?.role) {
		case "members":
			return { place: "type", carrier: { kind: "item", item }, value: undefined };
		case "names":
			return { place: "response", carrier: undefined, value: undefined };
		case "map":
		case "args":
		case "words":
			return { place: "request", carrier: { kind: "item", item }, value: valueIn(item) };
		default:
			return onlyName;
	}
}

function valuePlace(outline: Outline, item: Item, node: Expr, name: string): Place {
	const list = listOf(item);
	const hasValue = outline.text.slice(node.range[0], node.range[1]).includes(":");
	if (list?.role === "words")
		return hasValue ? { place: "request", carrier: { kind: "item", item }, value: node } : onlyName;
	if (list?.role === "seq") {
		// Not what a function computes for each entry: `.map(([k, v]) => [`Helicone-Property-${k}`, v])`.
		const holder = list.parent?.kind === "item" && list.parent.value === list ? list.parent : undefined;
		const pair = list.items.length === 2 && list.items[0] === item ? holder : undefined;
		if (pair) return pairPlace(pair, valueIn(list.items[1]));
		return hasValue && node.kind !== "list"
			? { place: "request", carrier: { kind: "item", item }, value: node }
			: onlyName;
	}
	const call = callOf(item);
	if (!call) return onlyName;
	const index = call.args?.items.indexOf(item) ?? -1;
	const count = call.args?.items.length ?? 0;
	if (index === 0 && count === 2 && call.args?.items[1]?.form !== "entry" && isSetter(call)) {
		return { place: "request", carrier: { kind: "call", call }, value: valueIn(call.args?.items[1]) };
	}
	if (index === 0 && getters.has(call.name) && !/(^|\.)(cfg|config)\./.test(call.path))
		return { place: "response", carrier: undefined, value: undefined };
	if (
		/^(includes|startsWith|startswith|equals|indexOf)$/.test(call.name) &&
		responseHeader(name)?.id !== "helicone-other"
	)
		return { place: "response", carrier: undefined, value: undefined };
	return onlyName;
}

function isSetter(call: Call): boolean {
	return setters.has(call.name);
}

/** `("Helicone-Auth", "…")` inside a list, or as the argument of `.append(…)`. */
function pairPlace(pair: Item, value: Expr | undefined): Place {
	const around = listOf(pair);
	const call = callOf(pair);
	if (call && around?.items.length === 1 && /^(append|push|add|extend)$/.test(call.name))
		return { place: "request", carrier: { kind: "call", call }, value };
	if (around?.role === "seq" || call) return { place: "request", carrier: { kind: "item", item: pair }, value };
	return onlyName;
}

/** `{ [AUTH_HEADER]: … }` and `headers[AUTH_HEADER] = …` where the constant of this file is a Helicone header. */
function computedHeaders(outline: Outline): Header[] {
	const names = namesOf(outline);
	const found: Header[] = [];
	for (const ref of outline.refs) {
		const parent = ref.parent;
		const isKey =
			parent?.kind === "item" && parent.key === ref && parent.value !== ref && (parent.computed || isPython(outline));
		const isIndex = parent?.kind === "index" && parent.key === ref;
		if (!isKey && !isIndex) continue;
		if (isKey && listOf(parent)?.role === "args") continue;
		const value = names.value(ref);
		const name = value?.kind === "string" ? contentOf(outline, value) : "";
		if (shape.exec(name)?.[0] !== name) continue;
		const assign =
			isIndex && parent.parent?.kind === "assign" && parent.parent.target === parent ? parent.parent : undefined;
		const place = isKey
			? keyPlace(parent)
			: assign
				? assignPlace(assign)
				: ({ place: "response", carrier: undefined, value: undefined } as const);
		found.push(describe(name, ref.range, ref, place));
	}
	return found;
}

function isPython(outline: Outline): boolean {
	return outline.language === "python";
}
