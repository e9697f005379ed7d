/** Model strings of clients, and the calls that are made on them. */
import { parseTree } from "jsonc-parser";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import { type Entry, entriesOf } from "../outline/entries";
import { namesOf } from "../outline/names";
import { ancestors, contains, contentOf, functionOf, pathOf, valueIn, within } from "../outline/questions";
import type { Call, Concat, Expr, List, Node, Outline, Range, Str } from "../outline/schema";
import { type Client, clientBehind, isJsonText } from "./client";
import { type LitePrefix, liteSlug } from "./lite-model";
import { allFilled, filled, listForSlot } from "./slot";

/** Names are followed this far and no further. */
const deepest = 8;

type Method = NonNullable<ClientRow["calls"]>[number];

/** A request made on a client: `client.chat.completions.create(…)`, `openai("gpt-4o")`. */
export interface ClientCall {
	readonly call: Call;
	readonly client: Client;
	readonly method: Method;
	readonly headers: readonly Entry[];
}

export interface ModelUse {
	readonly slug: string;
	/** Just the slug, inside its string. */
	readonly range: Range;
	readonly client: Client;
	/** The call or constructor that the model is passed to, where body fields can be added. */
	readonly bodyList: List | undefined;
	readonly bodyPath: readonly string[];
	/** LiteLLM's word in front of the slug. */
	readonly prefix?: LitePrefix;
}

/** Every call made on a client of the file. */
export function clientCalls(outline: Outline, all: readonly Client[]): ClientCall[] {
	const found: ClientCall[] = [];
	for (const call of outline.calls) {
		const hit = clientCall(outline, call, all);
		if (hit) found.push(hit);
	}
	return found;
}

function clientCall(outline: Outline, call: Call, all: readonly Client[]): ClientCall | undefined {
	// `session.post(…)` looks like a request of its own until it is known what `session` is.
	if (all.some((client) => client.call === call && client.row.kind !== "request")) return undefined;
	for (const { client, segments } of receivers(outline, call, all)) {
		const path = segments.join(".");
		const method = client.row.calls?.find((one) => one.methods.includes(path));
		if (!method) continue;
		const headers =
			method.headers === undefined
				? []
				: allFilled(outline, call, [method.headers]).flatMap(({ value }) => entriesOf(outline, value));
		return { call, client, method, headers };
	}
	return undefined;
}

/** @returns the client that a call is made on, and the path from it to the call: `audio.transcriptions.create` */
export function madeOn(
	outline: Outline,
	call: Call,
	all: readonly Client[],
): { readonly client: Client; readonly path: string } | undefined {
	const [first] = receivers(outline, call, all);
	return first && { client: first.client, path: first.segments.join(".") };
}

/** The client a call is made on, with the path between them: peels members off the receiver until a client is left. */
function receivers(outline: Outline, call: Call, all: readonly Client[]): { client: Client; segments: string[] }[] {
	const found: { client: Client; segments: string[] }[] = [];
	const segments = [call.name];
	if (!call.receiver) {
		const callee = namesOf(outline).valueOfName(call.path, call);
		const client = callee && clientBehind(outline, callee, all);
		return client ? [{ client, segments: [""] }] : moduleOf(call, all);
	}
	for (let expr: Expr | undefined = call.receiver; expr; ) {
		const client = clientBehind(outline, expr, all);
		if (client) found.push({ client, segments: [...segments] });
		const inner: Expr | undefined = insideOf(expr);
		if (!inner || (expr.kind !== "member" && expr.kind !== "call")) break;
		segments.unshift(expr.name);
		expr = inner;
	}
	return found.length > 0 ? found : moduleOf(call, all);
}

/** `client.chat` and PHP's `$client->chat()` are parts of the client. */
function insideOf(expr: Expr): Expr | undefined {
	if (expr.kind === "member") return expr.object;
	return expr.kind === "call" && (expr.args?.items.length ?? 0) === 0 ? expr.receiver : undefined;
}

/** `openai.ChatCompletion.create(…)` is made on the module whose settings are a client. */
function moduleOf(call: Call, all: readonly Client[]): { client: Client; segments: string[] }[] {
	if (!all.some((one) => one.row.kind === "module")) return [];
	const [first = "", ...rest] = call.path.split(".");
	const client = all.find((one) => one.row.kind === "module" && one.row.callees.includes(first));
	return client && rest.length > 0 ? [{ client, segments: rest }] : [];
}

/** Every model string of every client, in document order. */
export function modelUses(outline: Outline, all: readonly Client[], calls: readonly ClientCall[]): ModelUse[] {
	const found: ModelUse[] = [];
	for (const client of all) {
		const extra = client.row.slots.extra?.[0] ?? client.row.slots.body?.[0];
		const owner = wrappedBy(outline, client, all) ?? client;
		for (const model of client.models) found.push(...strings(outline, model, owner, client.call, extra));
	}
	for (const { call, client, method } of calls) {
		const model = method.model === undefined ? undefined : filled(outline, call, [method.model]);
		if (model) found.push(...strings(outline, model.value, client, call, method.extra ?? method.body));
	}
	const seen = new Set<number>();
	return found.filter(({ range }) => !seen.has(range[0]) && seen.add(range[0])).sort((a, b) => a.range[0] - b.range[0]);
}

/** What stands where a client, or a request on it, takes its model. */
export function modelExpressions(
	outline: Outline,
	all: readonly Client[],
	calls: readonly ClientCall[],
): { readonly expr: Expr; readonly client: Client }[] {
	const own = all.flatMap((client) =>
		client.models.map((expr) => ({ expr, client: wrappedBy(outline, client, all) ?? client })),
	);
	const called = calls.flatMap(({ call, client, method }) => {
		const model = method.model === undefined ? undefined : filled(outline, call, [method.model]);
		return model ? [{ expr: model.value, client }] : [];
	});
	return [...own, ...called];
}

/** `OpenAIChatCompletionsModel(model="…", openai_client=client)`: the models are asked of that client. */
function wrappedBy(outline: Outline, { call, row }: Client, all: readonly Client[]): Client | undefined {
	const inner = call && row.wraps && filled(outline, call, row.wraps)?.value;
	return inner && clientBehind(outline, inner, all);
}

function strings(
	outline: Outline,
	expr: Expr,
	client: Client,
	call: Call | undefined,
	slot: string | undefined,
): ModelUse[] {
	const place = call && slot !== undefined ? bodyPlace(outline, call, slot) : { bodyList: undefined, bodyPath: [] };
	return literals(outline, expr).flatMap((str) =>
		slugsIn(outline, str).map((one) => ({ ...one, ...liteSlug(client.row, one.slug, one.range), client, ...place })),
	);
}

/** Where a body field goes: the list to put into and the path below it. */
export function bodyPlace(outline: Outline, call: Call, slot: string): Pick<ModelUse, "bodyList" | "bodyPath"> {
	if (slot === "") return { bodyList: call.args, bodyPath: [] };
	if (!slot.startsWith("@")) return { bodyList: call.args, bodyPath: slot.split(".") };
	return { bodyList: listForSlot(outline, call, `${slot}.x`), bodyPath: [] };
}

/** The string literals that an expression may be: itself, branches, defaults, what a name stands for. */
function literals(outline: Outline, expr: Expr, depth = 0): Str[] {
	// `this.model = fields.model ?? this.model` comes back to itself.
	if (depth > deepest) return [];
	if (expr.kind === "string")
		return expr.holes.length === 0 ? [expr] : expr.form === "quoted" && isJsonText(outline, expr) ? [expr] : [];
	if (expr.kind === "concat") return inJoinedJson(outline, expr, depth);
	if (expr.kind === "either")
		return [...literals(outline, expr.then, depth + 1), ...(expr.else ? literals(outline, expr.else, depth + 1) : [])];
	if (expr.kind === "ref" || expr.kind === "member") {
		const value = namesOf(outline).value(expr) ?? parameterDefault(outline, expr);
		return value && value !== expr ? literals(outline, value, depth + 1) : [];
	}
	if (expr.kind === "index") {
		// `MODELS["fast"]` is one of them, `MODELS[kind]` may be any.
		const value = namesOf(outline).value(expr);
		if (value && value !== expr) return literals(outline, value, depth + 1);
		const all = expr.key.kind === "string" ? [] : valuesOf(outline, expr.object);
		return all.flatMap((one) => literals(outline, one, depth + 1));
	}
	if (expr.kind === "call" && /^(getenv|get)$/.test(expr.name)) {
		const fallback = expr.args?.items[1]?.value;
		return fallback?.kind === "string" ? [fallback] : [];
	}
	return [];
}

/** The values of a map of this file: `{"fast": "gpt-4o-mini", …}`. */
function valuesOf(outline: Outline, expr: Expr): Expr[] {
	const map = namesOf(outline).value(expr);
	if (map?.kind !== "list" || map.role !== "map") return [];
	return map.items.flatMap((item) => (item.form === "entry" ? (valueIn(item) ?? []) : []));
}

/** `def ask(model="gpt-4o")`: what the parameter is when nobody gives it. */
function parameterDefault(outline: Outline, expr: Expr): Expr | undefined {
	if (expr.kind !== "ref") return undefined;
	for (let fn = functionOf(expr); fn; fn = functionOf(fn)) {
		const { params } = fn;
		const own = params && within(outline.assigns, params.range).find((one) => pathOf(one.target) === expr.name);
		if (own) return own.value;
	}
	return undefined;
}

function slugsIn(outline: Outline, str: Str): { slug: string; range: Range }[] {
	const text = contentOf(outline, str);
	if (!isJsonText(outline, str)) return [{ slug: text, range: str.content }];
	// A JSON body in a string. `\"` is read as ` "`: same length, so offsets stay.
	const node = parseTree(text.replace(/\\"/g, ' "'))?.children?.find(
		(one) => String(one.children?.[0]?.value).trim() === "model",
	)?.children?.[1];
	if (node?.type !== "string") return [];
	const slug = String(node.value).trim();
	const at = str.content[0] + node.offset + text.slice(node.offset, node.offset + node.length).indexOf(slug);
	const range: Range = [at, at + slug.length];
	const hole = str.holes.find((one) => isSame(one.range, range));
	if (hole) return hole.expr ? literals(outline, hole.expr).flatMap((one) => slugsIn(outline, one)) : [];
	return slug === "" ? [] : [{ slug, range }];
}

/** A JSON body that leaves its quotes for a variable: `'{"model": "'"$MODEL"'", …}'`. */
function inJoinedJson(outline: Outline, { parts }: Concat, depth: number): Str[] {
	const [first] = parts;
	if (first?.kind !== "string" || !isJsonText(outline, first)) return [];
	const before = parts.findIndex((part) => part.kind === "string" && /"model"\s*:\s*"$/.test(contentOf(outline, part)));
	const model = before < 0 ? undefined : parts[before + 1];
	const hole = model?.kind === "string" ? model.holes.find(({ range }) => isSame(range, model.content)) : undefined;
	const value = hole ? hole.expr : model;
	return [...literals(outline, first, depth + 1), ...(value ? literals(outline, value, depth + 1) : [])];
}

/**
 * The request that an option belongs to: the innermost call around it that is made on a client, or that takes one made in the
 * same function (`generateText({ model: openai("gpt-4o"), headers: {…} })`).
 */
export function clientAround(node: Node, calls: readonly ClientCall[]): ClientCall | undefined {
	for (const around of ancestors(node)) {
		if (around.kind === "fn") return undefined;
		if (around.kind !== "call") continue;
		const hit = calls.find((one) => one.call === around) ?? calls.find((one) => contains(around.range, one.call.range));
		if (hit) return hit;
	}
	return undefined;
}

function isSame(one: Range, other: Range): boolean {
	return one[0] === other[0] && one[1] === other[1];
}
