/** Helicone's headers: where a program sends one, reads one, or only names one. */
import { clients, requestHeader, responseHeader } from "../../../shared/mappings";
import type { RequestHeader, ResponseHeader } from "../../../shared/mappings/schema";
import type { Around } from "../names/meaning";
import { takenAt } from "../names/taken";
import type { Carrier } from "../outline/entries";
import { formatted } from "../outline/formats";
import { isHeaderOfList, type LabelledHeader, labelledHeader } from "../outline/labelled-header";
import { namesOf } from "../outline/names";
import { contentOf, listOf, statementOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Item, Outline, Range, Str } from "../outline/schema";
import { isHeaderOfConfig } from "./config-header";
import { callOf, isConfig, isShell } from "./environment";
import { lineAppender } from "./handle";
import { carrierOfSetter } from "./link";

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
	"putAdditionalHeader",
	"putHeader",
	"add_header",
	"add_field",
	"header_up",
	"proxy_set_header",
	"grpc_set_header",
	"put_header",
	"put_new_header",
	"put_req_header",
	"insert",
	"Set",
	"Add",
	...clients.flatMap((row) => row.links?.header?.map((name) => name.slice(name.lastIndexOf(".") + 1)) ?? []),
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
	"getHeaderLine",
	"Get",
	"Values",
	"GetValues",
	"TryGetValues",
	"Contains",
	"firstValue",
	"allValues",
	"get_header",
	"get_resp_header",
	"keyfind",
	"headers",
]);

/** Every header of the file whose name stands in a string, in document order. */
export function headersIn(outline: Outline, { taken }: Around): Header[] {
	const found: Header[] = [];
	const modules = new Set(outline.imports.map(({ moduleRange }) => moduleRange[0]));
	for (const str of outline.strings) {
		// `gem "helicone-rb"` is a package.
		if (modules.has(str.content[0])) continue;
		const name = headerName(outline, str);
		if (name && isConfig(outline) && !isHeaderOfConfig(outline, str, name)) continue;
		if (name) found.push(headerAt(outline, str, name));
		else if (outline.language === "properties") found.push(...dottedHeader(outline, str));
	}
	return [...found, ...computedHeaders(outline, taken)].sort((a, b) => a.range[0] - b.range[0]);
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
	const isFormat = name.endsWith("-") && /^(%[svd]|\{\d*\})$/.test(rest);
	if (rest !== "" && !isFormat && !/^\s*:/.test(rest)) return undefined;
	if (rest === "" && str.holes.length > 0 && !name.endsWith("-")) return undefined;
	return name;
}

/** `spring.ai.openai.http-headers.Helicone-Auth=…`: the last part of a key. */
function dottedHeader(outline: Outline, str: Str): Header[] {
	const item = str.parent;
	const name = /\.((?:x-)?helicone-[a-z0-9_-]+)$/i.exec(contentOf(outline, str))?.[1];
	if (name === undefined || item?.kind !== "item" || item.key !== str) return [];
	return [describe(name, [str.content[1] - name.length, str.content[1]], str, keyPlace(item))];
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

/** The name with what is joined to it, by an operator or by a format: `fmt.Sprintf("Helicone-Property-%s", key)`. */
function wholeName(outline: Outline, str: Str): Expr {
	if (str.parent?.kind === "concat" && str.parent.parts[0] === str) return str.parent;
	const call = str.parent?.kind === "item" ? callOf(str.parent) : undefined;
	return call?.args?.items[0]?.value === str && formatted(outline, call) ? call : str;
}

function placeOf(outline: Outline, str: Str, name: string): Place {
	const outer = wholeName(outline, str);
	const parent = outer.parent;
	if (parent?.kind === "item")
		return parent.key === outer ? keyPlace(parent) : valuePlace(outline, parent, outer, name);
	if (parent?.kind === "index" && parent.key === outer) {
		const assign = parent.parent;
		if (assign?.kind === "assign" && assign.target === parent) return assignPlace(assign);
		if (parent.parent?.kind === "opaque" && /delete|^del|^unset/.test(parent.parent.type)) return onlyName;
		return { place: "response", carrier: undefined, value: undefined };
	}
	if (parent?.kind === "assign" && parent.value === outer && isAppend(parent) && hasColon(outline, outer))
		return assignPlace(parent);
	if (parent?.kind === "infix") return { place: "response", carrier: undefined, value: undefined };
	if (parent?.kind === "assign" && parent.value === outer) return linePlace(outline, parent, outer);
	return onlyName;
}

/** `export ANTHROPIC_CUSTOM_HEADERS="Helicone-Auth: …"`: a program reads it, no line of this script does. */
function linePlace(outline: Outline, assign: Assign, value: Expr): Place {
	const text = outline.text.slice(...value.range);
	const uses = namesOf(outline).uses(assign);
	const item = uses[0]?.parent?.kind === "item" ? uses[0].parent : undefined;
	const appender = item && callOf(item);
	if (uses.length === 1 && appender?.name === lineAppender && text.includes(":")) return appendedPlace(appender);
	const isOne = isShell(outline) && text.includes(":") && !/\n|\\n/.test(text);
	return isOne && namesOf(outline).uses(assign).length === 0 ? assignPlace(assign) : onlyName;
}

/** `headers = curl_slist_append(headers, "Name: value");` The first one, which declares the list, must stay. */
function appendedPlace(call: Call): Place {
	const assign = call.parent?.kind === "assign" ? call.parent : undefined;
	return assign?.declares === undefined && assign ? assignPlace(assign) : onlyName;
}

/** PHP's `$lines[] = 'Helicone-Auth: …'`. */
function isAppend({ target }: Assign): boolean {
	return target.kind === "opaque" && target.type === "subscript_expression";
}

function hasColon(outline: Outline, { range }: Expr): boolean {
	return outline.text.slice(...range).includes(":");
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
	const hasValue = hasColon(outline, node);
	if (list?.role === "words")
		return hasValue ? { place: "request", carrier: { kind: "item", item }, value: node } : onlyName;
	if (list?.role === "seq" && item.form === "entry")
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
	if (call.name === lineAppender && hasValue) return appendedPlace(call);
	const labelled = labelledHeader(outline, call);
	if (labelled?.name === node) return labelledPlace(call, labelled);
	const index = call.args?.items.indexOf(item) ?? -1;
	if (call.args?.stride === 2 && index % 2 === 0)
		return { place: "request", carrier: { kind: "item", item }, value: valueIn(call.args.items[index + 1]) };
	const entry =
		/^(entry|SimpleEntry|RawHeader)$/.test(call.name) && index === 0 && call.parent?.kind === "item"
			? call.parent
			: undefined;
	if (entry) return { place: "request", carrier: { kind: "item", item: entry }, value: valueIn(call.args?.items[1]) };
	const count = call.args?.items.length ?? 0;
	if (index === 0 && count === 2 && call.args?.items[1]?.form !== "entry" && isSetter(call)) {
		return { place: "request", carrier: carrierOfSetter(call), value: valueIn(call.args?.items[1]) };
	}
	if (index === subjectIndex(outline, call) && getters.has(call.name) && !/(^|\.)(cfg|config)\./.test(call.path))
		return { place: "response", carrier: undefined, value: undefined };
	if (
		/^(includes|startsWith|startswith|equals|indexOf)$/.test(call.name) &&
		responseHeader(name)?.id !== "helicone-other"
	)
		return { place: "response", carrier: undefined, value: undefined };
	return onlyName;
}

/** Where a reading call names what it reads: Elixir's functions take what they read from first, unless it is piped in. */
function subjectIndex({ language }: Outline, call: Call): number {
	return language === "elixir" && (call.args?.items.length ?? 0) > 1 ? 1 : 0;
}

function labelledPlace(call: Call, { value }: LabelledHeader): Place {
	if (!value) return { place: "response", carrier: undefined, value: undefined };
	const listed = isHeaderOfList(call) && call.parent?.kind === "item" ? call.parent : undefined;
	if (listed && listOf(listed)?.role === "seq")
		return { place: "request", carrier: { kind: "item", item: listed }, value };
	// `headers.add(HTTPHeader(name: n, value: v))`: the call around it goes.
	const around = listed ? callOf(listed) : call;
	return around ? { place: "request", carrier: carrierOfSetter(around), value } : onlyName;
}

/** `h.Set(AuthHeader, …)`: the call whose first of two arguments the item is. */
function setterOf(outline: Outline, item: Item): Call | undefined {
	const call = callOf(item);
	const items = call?.args?.items ?? [];
	const labelled = call && labelledHeader(outline, call);
	if (call && labelled?.value) return labelled.name === item.value && !isHeaderOfList(call) ? call : undefined;
	return call && items.length === 2 && items[0] === item && items[1]?.form !== "entry" && isSetter(call)
		? call
		: undefined;
}

function setterValue(outline: Outline, setter: Call): Expr | undefined {
	return labelledHeader(outline, setter)?.value ?? valueIn(setter.args?.items[1]);
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

/** The whole text names one. */
export function isHeaderName(text: string): boolean {
	return text.length >= 10 && shape.exec(text)?.[0] === text;
}

/** What a constant says, of this file or of another one. */
function constantAt(outline: Outline, expr: Expr, taken: Around["taken"]): string {
	const value = namesOf(outline).value(expr);
	if (value?.kind === "string") return contentOf(outline, value);
	const meaning = takenAt(outline, expr, taken)?.meaning;
	return meaning?.kind === "header-name" ? meaning.name : "";
}

/** `{ [AUTH_HEADER]: … }` and `headers[AUTH_HEADER] = …` where the constant is a Helicone header. */
function computedHeaders(outline: Outline, taken: Around["taken"]): Header[] {
	const found: Header[] = [];
	for (const ref of [...outline.refs, ...outline.members]) {
		const parent = ref.parent;
		const isKey =
			parent?.kind === "item" &&
			parent.key === ref &&
			parent.value !== ref &&
			(parent.computed || hasBareKeys(outline, parent));
		const isIndex = parent?.kind === "index" && parent.key === ref;
		const setter = parent?.kind === "item" && parent.value === ref ? setterOf(outline, parent) : undefined;
		if (!isKey && !isIndex && !setter) continue;
		if (isKey && listOf(parent)?.role === "args") continue;
		const name = constantAt(outline, ref, taken);
		if (shape.exec(name)?.[0] !== name) continue;
		const assign =
			isIndex && parent.parent?.kind === "assign" && parent.parent.target === parent ? parent.parent : undefined;
		const place = isKey
			? keyPlace(parent)
			: setter
				? ({ place: "request", carrier: carrierOfSetter(setter), value: setterValue(outline, setter) } as const)
				: assign
					? assignPlace(assign)
					: ({ place: "response", carrier: undefined, value: undefined } as const);
		found.push(describe(name, ref.range, ref, place));
	}
	return found;
}

/** A bare key is a variable: in Python's dicts, in Go's maps (their type stands before the braces) but not in its structs. */
function hasBareKeys(outline: Outline, item: Item): boolean {
	return outline.language === "python" || (outline.language === "go" && listOf(item)?.parent?.kind !== "call");
}
