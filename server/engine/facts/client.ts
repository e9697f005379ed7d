/** Clients: a constructor, a request or a block of settings with its address, key, headers and models together. */
import { clients } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Around } from "../names/meaning";
import { isImportedAs } from "../names/taken";
import { type Entry, entriesCascaded, entriesOf, entriesPutInto, lastEntry } from "../outline/entries";
import { namesOf } from "../outline/names";
import { ancestors, pathOf, valueIn, within } from "../outline/questions";
import type { Assign, Call, Expr, Item, List, Outline, Range } from "../outline/schema";
import { blockClients } from "./block-client";
import { rowOf } from "./client-row";
import { type Gateway, gatewayByModel, gatewayOf } from "./gateway";
import { givenClients } from "./given-client";
import { guessedClients } from "./guessed-client";
import { handled } from "./handle";
import { type Imported, importedClients } from "./imported-client";
import { keyInHeaders } from "./key-in-headers";
import { givenTo, linked, linkedHeaders, setTo } from "./link";
import { allFilled, bodyBehind, type Filled, filled } from "./slot";

export interface Client {
	readonly row: ClientRow;
	/** The call, or the list of options, or the first setting of a module. */
	readonly range: Range;
	/** The callee's name, for a finding about something that is missing. */
	readonly nameRange: Range;
	readonly call: Call | undefined;
	/** The call with the links of its chain: what a variable holds. */
	readonly whole: Expr | undefined;
	/** Where a missing argument would go. */
	readonly list: List | undefined;
	readonly address: Filled | undefined;
	readonly key: Filled | undefined;
	readonly headers: readonly Entry[];
	readonly models: readonly Expr[];
	readonly gateway: Gateway;
	/** It is not known which callee takes these options: everything about it is for a person to look at. */
	readonly isGuess: boolean;
	/** Why a person should look although the library is known. */
	readonly doubt?: string;
	/** Another file makes it. */
	readonly imported?: Imported;
}

/** Every client of the file that talks, or may talk, to Helicone or Concentrate; and the SDK clients and sessions that do not. */
export function clientsIn(outline: Outline, around: Around): Client[] {
	const found: Client[] = [];
	for (const call of outline.calls) {
		const row = rowOf(outline, call);
		// A request that names no address is made on somebody else's client: `generateText({ model: openai(…), headers })`.
		if (row && row.kind === "request" && row.slots.address.length === 0 && !row.links?.address && !row.handle) continue;
		if (row && !sendsRequest(outline, call, row)) found.push(fromCall(outline, call, row, around));
	}
	found.push(...moduleClients(outline, around));
	found.push(...blockClients(outline, around));
	found.push(...importedClients(outline, around));
	found.push(...givenClients(outline, around, found));
	found.push(...guessedClients(outline, around, found));
	return found
		.filter((client) => client.row.kind === "factory" || isOfInterest(client))
		.filter((client) => !isPartOfAnother(client, found))
		.sort((a, b) => a.range[0] - b.range[0]);
}

/** `urlopen(request)` sends what was made somewhere else: that is the client. */
function sendsRequest(outline: Outline, call: Call, row: ClientRow): boolean {
	const value = row.kind === "request" ? filled(outline, call, row.slots.address)?.value : undefined;
	const made = value && namesOf(outline).value(value);
	return made?.kind === "call" && rowOf(outline, made)?.kind === "request";
}

/** Requests to anyone are calls like any other, and so are sessions; only those with something of Helicone's or Concentrate's count. */
export function isOfInterest(client: Client): boolean {
	if (client.row.kind === "constructor" || client.row.kind === "module") return true;
	return (
		client.gateway.kind === "helicone" || client.gateway.kind === "concentrate" || client.headers.some(isHeliconeEntry)
	);
}

/** The options that another client takes: their address is that client's. */
function isPartOfAnother(client: Client, all: readonly Client[]): boolean {
	if (client.row.slots.key.length > 0 || client.row.links?.key || !client.address) return false;
	return all.some((other) => other !== client && !other.isGuess && other.address?.value === client.address?.value);
}

function isHeliconeEntry(entry: Entry): boolean {
	return /^(x-)?helicone-/i.test(entry.name ?? "");
}

function fromCall(outline: Outline, call: Call, row: ClientRow, around: Around): Client {
	const { slots } = row;
	const set = handled(outline, call, row);
	const address = filled(outline, call, slots.address) ?? linked(outline, call, row, "address") ?? set.address;
	const headers =
		call.args?.role === "words"
			? commandHeaders(outline, call, slots.headers)
			: unique([...headersOf(outline, call, row), ...linkedHeaders(outline, call, row), ...set.headers]);
	const { whole } = givenTo(outline, call);
	const models = modelsOf(outline, call, row);
	const own = gatewayOf(outline, row, address, around);
	return {
		row,
		range: [Math.min(call.range[0], whole.range[0]), Math.max(call.range[1], whole.range[1])],
		nameRange: call.nameRange,
		call,
		whole,
		list: call.args,
		address,
		key: filled(outline, call, slots.key) ?? linked(outline, call, row, "key") ?? keyInHeaders(headers),
		headers,
		models,
		gateway: address ? own : gatewayByModel(own, outline, row, models),
		isGuess: false,
	};
}

function headersOf(outline: Outline, call: Call, { slots, indexed }: ClientRow): Entry[] {
	const holder = call.parent?.kind === "assign" && call.parent.value === call ? call.parent : undefined;
	const fields = indexed ? ["", ...headerFields] : headerFields;
	const later = holder ? fields.flatMap((field) => entriesPutInto(outline, holder, field)) : [];
	const cascaded = headerFields.flatMap((field) => entriesCascaded(outline, givenTo(outline, call).whole, field));
	const set = ["Header"]
		.flatMap((field) => setTo(outline, call, field) ?? [])
		.flatMap(({ value }) => entriesOf(outline, value));
	return [
		...allFilled(outline, call, slots.headers).flatMap(({ value }) => entriesOf(outline, value)),
		...set,
		...cascaded,
		...later,
	];
}

/** Fields of a client that keep its headers: sessions of `requests` and `httpx`, instances of `axios`. */
const headerFields = [
	"headers",
	"Header",
	"options.headers",
	"defaults.headers",
	"defaults.headers.common",
	"allHTTPHeaderFields",
];

/** A command's `-H "Name: value"` words as entries: name before the colon, the whole word as value. */
function commandHeaders(outline: Outline, call: Call, slots: readonly string[]): Entry[] {
	// HTTPie takes headers as words of their own: its slot is the list of words itself.
	const words = allFilled(outline, call, slots).flatMap((one) =>
		one.value === call.args ? plainWords(call.args) : [one],
	);
	return words.flatMap(({ value, item }) => {
		const text = outline.text.slice(value.range[0], value.range[1]);
		const name = /^["'$]*\s*([\w-]+)\s*:/.exec(text)?.[1];
		return item && name
			? [{ name, key: undefined, value, carrier: { kind: "item", item }, guarded: false, via: [] } as const]
			: [];
	});
}

function plainWords(words: List): Filled[] {
	return words.items.flatMap((item) => {
		const value = item.form === "value" ? valueIn(item) : undefined;
		return value ? [{ value, item, entry: undefined }] : [];
	});
}

function modelsOf(outline: Outline, call: Call, row: ClientRow): Expr[] {
	const own = [...allFilled(outline, call, row.slots.model), ...listOf(linked(outline, call, row, "model"))];
	if (own.length > 0) return own.map(({ value }) => value);
	const given = [...allFilled(outline, call, row.slots.body ?? []), ...listOf(linked(outline, call, row, "body"))];
	const set = handled(outline, call, row).body;
	const bodies = [...given.map(({ value }) => value), ...listOf(set)].map((value) => bodyBehind(outline, value));
	return bodies.flatMap(
		(body) => lastEntry(entriesOf(outline, body), "model")?.value ?? (isJsonText(outline, body) ? [body] : []),
	);
}

function listOf<T>(one: T | undefined): readonly T[] {
	return one === undefined ? [] : [one];
}

/** The same header found in two ways is one. */
function unique(entries: readonly Entry[]): Entry[] {
	const node = ({ carrier }: Entry) => (carrier.kind === "item" ? carrier.item : carrier.call);
	return entries.filter((entry, index) => entries.findIndex((other) => node(other) === node(entry)) === index);
}

/** A string, or pieces joined to one, that begins as a JSON object does. */
export function isJsonText(outline: Outline, body: Expr): boolean {
	const first = body.kind === "concat" ? body.parts[0] : body;
	return first?.kind === "string" && /^\s*\{/.test(outline.text.slice(...first.content));
}

/** `openai.api_base = "…"; openai.api_key = "…"`: the assignments of a module's settings make one client. */
function moduleClients(outline: Outline, around: Around): Client[] {
	const found: Client[] = [];
	for (const row of clients) {
		if (row.kind !== "module" || !row.languages.includes(outline.language)) continue;
		for (const callee of row.callees) {
			const client = moduleClient(outline, row, callee, around);
			if (client) found.push(client);
		}
	}
	return found;
}

function moduleClient(outline: Outline, row: ClientRow, module: string, around: Around): Client | undefined {
	const setting = (slots: readonly string[]): Assign | undefined =>
		outline.assigns.findLast(
			({ target }) => target.kind === "member" && slots.some((slot) => pathOf(target) === `${module}.${slot}`),
		);
	const fill = (assign: Assign | undefined): Filled | undefined =>
		assign?.value && {
			value: assign.value,
			item: itemAround(assign),
			entry: undefined,
			guarded: isConditional(assign),
		};
	const address = setting(row.slots.address);
	const headers = setting(row.slots.headers);
	const anchor = address ?? headers;
	if (!anchor) return undefined;
	const filledAddress = fill(address);
	return {
		row,
		range: anchor.range,
		nameRange: anchor.target.range,
		call: undefined,
		whole: undefined,
		list: undefined,
		address: filledAddress,
		key: fill(setting(row.slots.key)) ?? keyOfCalls(outline, row, module),
		headers: entriesOf(outline, headers?.value),
		models: outline.assigns
			.filter((assign) => row.slots.model.some((slot) => pathOf(assign.target) === `${module}.${slot}`))
			.flatMap((assign) => assign.value ?? []),
		gateway: gatewayOf(outline, row, filledAddress, around),
		isGuess: false,
	};
}

/** `litellm.completion(…, api_key=…)`: the key of requests whose address is a setting of the module. */
function keyOfCalls(outline: Outline, { calls = [] }: ClientRow, module: string): Filled | undefined {
	for (const call of outline.calls) {
		const method = calls.find(({ methods }) => methods.some((name) => call.path === `${module}.${name}`));
		const key = method?.key === undefined ? undefined : filled(outline, call, [method.key]);
		if (key) return key;
	}
	return undefined;
}

/** A branch of the function decides whether it happens. */
function isConditional(assign: Assign): boolean {
	for (const up of ancestors(assign)) {
		if (up.kind === "guard") return true;
		if (up.kind === "fn" && up.form === "function") return false;
	}
	return false;
}

function itemAround(assign: Assign): Item | undefined {
	return assign.parent?.kind === "item" ? assign.parent : undefined;
}

/** `openai.NewClientWithConfig(config)` is the client that `config` was made for. */
function isConfigured(client: Client, call: Call, outline: Outline, configuration: Expr): boolean {
	if (!client.row.configures?.some((name) => call.path === name || call.name === name.split(".").at(-1))) return false;
	const value = namesOf(outline).value(configuration);
	return value !== undefined && (client.call === value || client.whole === value);
}

/** The client that a receiver expression is: through names, fields, and functions that return one. */
export function clientBehind(outline: Outline, expr: Expr, all: readonly Client[]): Client | undefined {
	const value = namesOf(outline).value(expr) ?? expr;
	const direct = all.find((client) =>
		client.imported
			? isImportedAs(outline, value, client.imported.path)
			: client.call !== undefined && (client.call === value || client.whole === value),
	);
	if (direct || value.kind !== "call") return direct;
	const configuration = valueIn(value.args?.items[0]);
	const wrapped = configuration && wrappers.test(value.name) ? clientIn(outline, configuration, all) : undefined;
	if (wrapped) return wrapped;
	const configured = configuration && all.find((client) => isConfigured(client, value, outline, configuration));
	if (configured) return configured;
	const fn = namesOf(outline).fn(value.name);
	const inside = fn?.body ? all.filter((client) => client.call && within([client], fn.range).length > 0) : [];
	return inside.length === 1 ? inside[0] : undefined;
}

/** instructor, LangSmith, Langfuse and Braintrust give a client back that is used as the one they are given. */
const wrappers = /^(from_openai|from_anthropic|wrap_openai|wrap_anthropic|wrapOpenAI|observeOpenAI|patch|Instructor)$/;

function clientIn(outline: Outline, given: Expr, all: readonly Client[]): Client | undefined {
	const option = given.kind === "list" ? lastEntry(entriesOf(outline, given), "client")?.value : given;
	return option && option.kind !== "list" ? clientBehind(outline, option, all) : undefined;
}
