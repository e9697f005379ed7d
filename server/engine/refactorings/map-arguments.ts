/** The arguments of a chat completion request as arguments of the Responses API, by `chat-arguments.json`. */
import { chatArguments } from "../../../shared/mappings";
import type { ChatArgument } from "../../../shared/mappings/chat-schema";
import type { Writer } from "../languages/language";
import { keyName, textOf, valueIn } from "../outline/questions";
import type { Expr, Item, List, Outline } from "../outline/schema";
import { type Draft, refuse, replace } from "./draft";
import { mapMessages } from "./map-messages";
import { newFormat, newToolChoice, newTools } from "./map-shapes";
import { wrapped } from "./nested-map";

export interface Request {
	readonly outline: Outline;
	readonly writer: Writer;
	readonly draft: Draft;
}

/** What is known of the request afterwards. */
export interface Arguments {
	/** Undefined where only the running program knows. */
	readonly isStream: boolean | undefined;
}

const rows = new Map(chatArguments.flatMap((row) => row.names.map((name) => [name, row] as const)));
const off = /^(false|False|None|null|undefined)$/;
const on = /^(true|True)$/;

/** A name that stands twice: `text` holds the format and the verbosity. */
type Taken = Map<string, { item: Item; path: readonly string[]; value: string }[]>;

/** @param list named arguments of a call, an object, a JSON object */
export function mapArguments(request: Request, list: List): Arguments {
	const taken: Taken = new Map();
	const found = { isStream: false as boolean | undefined };
	mapItems(request, list, taken, found);
	for (const [name, all] of taken) writeShared(request, name, all);
	if (!taken.has("input") && request.draft.reasons.length === 0)
		refuse(request.draft, "The messages of this request are not given here.");
	return found;
}

function mapItems(request: Request, list: List, taken: Taken, found: { isStream: boolean | undefined }): undefined {
	const { outline, draft } = request;
	for (const item of list.items) {
		const value = valueIn(item);
		if (item.form === "spread" && value) {
			const inner = spreadMaps(value);
			if (inner.length === 0) refuse(draft, `What ${textOf(outline, item.range)} gives is not seen here.`);
			for (const map of inner) mapItems(request, map, taken, found);
			continue;
		}
		const name = item.form === "entry" ? keyName(outline, item) : undefined;
		if (name === undefined || !value) {
			refuse(draft, "The request has an argument whose name is not seen here.");
			continue;
		}
		const row = rows.get(name);
		if (!row) {
			refuse(draft, `The Responses API is not known to take ${name}.`);
			continue;
		}
		if (name === "stream") found.isStream = switchOf(textOf(outline, value.range));
		mapOne(request, item, value, row, taken);
	}
}

function switchOf(text: string): boolean | undefined {
	if (off.test(text)) return false;
	return on.test(text) ? true : undefined;
}

/** `...(x ? { a: 1 } : {})`, `...({ routing } as object)`: the maps that it may be. */
function spreadMaps(expr: Expr): readonly List[] {
	if (expr.kind === "list") return expr.role === "map" ? [expr] : [];
	if (expr.kind !== "either" || expr.form === "or") return [];
	const then = spreadMaps(expr.then);
	const otherwise = expr.else ? spreadMaps(expr.else) : [];
	return then.length === 0 || (expr.else && otherwise.length === 0) ? [] : [...then, ...otherwise];
}

function mapOne(request: Request, item: Item, value: Expr, row: ChatArgument, taken: Taken): undefined {
	const { outline, draft } = request;
	const text = textOf(outline, value.range);
	switch (row.value) {
		case "option":
			return;
		case "one":
			if (text !== "1") return refuse(draft, row.advice);
			draft.operations.push({ op: "remove", item });
			return;
		case "body":
			return checkBody(request, value);
		case "messages":
			mapMessages(outline, draft, value);
			return take(taken, item, row, undefined, text);
		case "tokens":
			if (row.least !== undefined && /^\d+$/.test(text) && Number(text) < row.least)
				return refuse(draft, `OpenAI's Responses API takes no max_output_tokens below ${row.least}.`);
			return take(taken, item, row, undefined, text);
		case "format":
			return take(taken, item, row, newFormat(request, value), text);
		case "tools":
			return take(taken, item, row, newTools(request, value), text);
		case "tool-choice":
			return take(taken, item, row, newToolChoice(request, value), text);
		case "same":
			return take(taken, item, row, undefined, text);
		default:
			refuse(draft, row.advice);
	}
}

function take(taken: Taken, item: Item, row: ChatArgument, changed: string | undefined, text: string): undefined {
	const [name = "", ...path] = row.becomes ?? [];
	const all = taken.get(name) ?? [];
	all.push({ item, path, value: changed ?? text });
	taken.set(name, all);
}

/** The Python SDK's `extra_body`: fields that both requests take under the same name. */
function checkBody({ outline, draft }: Request, value: Expr): undefined {
	if (value.kind !== "list" || value.role !== "map") return refuse(draft, "What extra_body holds is not seen here.");
	for (const item of value.items) {
		const name = item.form === "entry" ? keyName(outline, item) : undefined;
		const row = name === undefined ? undefined : rows.get(name);
		if (row?.value !== "same" || row.becomes?.join() !== name)
			refuse(draft, `The Responses API is not known to take ${name ?? "every field"} of extra_body.`);
	}
}

function writeShared(
	{ outline, writer, draft }: Request,
	name: string,
	all: Taken extends Map<string, infer T> ? T : never,
): undefined {
	const [first, ...others] = all;
	if (!first) return;
	if (others.length > 0 && all.some(({ path }) => path.length === 0))
		return refuse(draft, `Two arguments of this request would both become ${name}.`);
	for (const { item } of others) draft.operations.push({ op: "remove", item });
	const nested = all.map(({ path, value }) => [path[0] ?? "", value] as const);
	const value =
		first.path.length === 0
			? first.value
			: others.length === 0
				? wrapped(outline, writer, first.path, first.value)
				: writer.map(nested.map(([key, one]) => writer.entry(key, one, "map", quoteOf(outline, first.item))));
	writeEntry(outline, draft, first.item, name, value);
}

function quoteOf(outline: Outline, { key }: Item): '"' | "'" {
	return key && outline.text[key.range[0]] === "'" ? "'" : '"';
}

/** Only what differs is written: a value that stays is not touched. */
function writeEntry(outline: Outline, draft: Draft, item: Item, name: string, value: string): undefined {
	const { key } = item;
	const old = valueIn(item);
	if (!key || !old) return;
	if (key === old) {
		if (keyName(outline, item) !== name || textOf(outline, old.range) !== value)
			replace(draft, item.range[0], item.range[1], `${name}: ${value}`);
		return;
	}
	const range = key.kind === "string" ? key.content : key.range;
	if (textOf(outline, range) !== name) replace(draft, range[0], range[1], name);
	if (textOf(outline, old.range) !== value) replace(draft, old.range[0], old.range[1], value);
}
