/**
 * Google's Gen AI client becomes the OpenAI one where the file shows all that it is used for: text in by `generate_content`, text out by
 * `.text`. Whatever else is asked of it (chats, files, a config, streams) leaves it to a person.
 */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { hostedModel } from "../facts/hosted-model";
import type { ClientCall, ModelUse } from "../facts/model-use";
import { listForSlot } from "../facts/slot";
import { namesOf } from "../outline/names";
import { contains, keyName, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Import, Item, Outline } from "../outline/schema";
import { isTextual } from "./answer-text";
import { type ClassChange, importOf, refused, renamed } from "./class-change";
import { importRemoval } from "./import-removal";

interface Asker {
	readonly outline: Outline;
	readonly calls: readonly ClientCall[];
	readonly models: readonly ModelUse[];
}

interface Shape {
	readonly method: string;
	readonly options: string;
	readonly key: string;
	readonly address: string;
	/** Before and behind the text that is asked. */
	readonly ask: readonly [string, string];
	/** A message that tells the model something first, and an argument. */
	readonly told: (text: string) => string;
	readonly argument: (name: string, value: string) => string;
}

const shapes: Readonly<Record<string, Shape>> = {
	"gemini-js": {
		method: "models.generateContent",
		options: "httpOptions",
		key: "apiKey",
		address: "baseURL",
		ask: ['messages: [{ role: "user", content: ', " }]"],
		told: (text) => `{ role: "system", content: ${text} }, `,
		argument: (name, value) => `${name}: ${value}`,
	},
	"gemini-python": {
		method: "models.generate_content",
		options: "http_options",
		key: "api_key",
		address: "base_url",
		ask: ['messages=[{"role": "user", "content": ', "}]"],
		told: (text) => `{"role": "system", "content": ${text}}, `,
		argument: (name, value) => `${name}=${value}`,
	},
};

/** @returns undefined for another client */
export function geminiClass(asker: Asker, client: Client): ClassChange | undefined {
	const shape = shapes[client.row.id];
	const { call } = client;
	if (!shape || client.gateway.kind !== "helicone" || client.imported) return undefined;
	const parts = call && [
		changeImport(asker.outline, call),
		changeOptions(asker.outline, client, call, shape),
		changeRequests(asker, client, call, shape),
	];
	const operations = parts?.flatMap((part) => part ?? [undefined]);
	if (!operations?.every((one) => one !== undefined)) return refused(client.row.advice);
	const types = unusedTypes(asker.outline, operations);
	if (!types) return refused(client.row.advice);
	return {
		operations: [...operations, ...types, ...prefixed(asker, client)],
		reasons: ["Its class becomes `OpenAI` of `openai`: install that package."],
		blocked: false,
		movesAddress: true,
	};
}

/** `from google import genai`, said nowhere but in the client's callee; `import { GoogleGenAI } from "@google/genai"`. */
function changeImport(outline: Outline, call: Call): Operation[] | undefined {
	const from = importOf(outline, call);
	const [name, ...others] = from?.names ?? [];
	const isThere = outline.imports.some(({ names }) => names.some(({ local }) => local === "OpenAI"));
	if (!from || !name || others.length > 0 || isThere) return undefined;
	const uses = outline.refs.filter((ref) => ref.name === name.local && !contains(from.range, ref.range));
	if (outline.language !== "python") return uses.length > 1 ? undefined : asNamed(outline, from);
	const isCallee = uses.length === 1 && uses[0] !== undefined && contains(call.range, uses[0].range);
	return isCallee
		? [
				{ op: "replace", range: from.range, newText: "from openai import OpenAI" },
				{ op: "replace", range: [call.range[0], call.nameRange[1]], newText: "OpenAI" },
			]
		: undefined;
}

/** `import { GoogleGenAI } from "@google/genai"` → `import { OpenAI } from "openai"`, and every use of the name. */
export function asNamed(outline: Outline, from: Import): Operation[] | undefined {
	const renames = from.names.flatMap((one) => renamed(outline, one, "OpenAI"));
	return renames.length > 0 ? [{ op: "replace", range: from.moduleRange, newText: "openai" }, ...renames] : undefined;
}

/** Key and address; what the options say besides must be Helicone's. */
/** `from google.genai import types`, which only said what the options are; undefined where more is done with it. */
function unusedTypes(outline: Outline, operations: readonly Operation[]): Operation[] | undefined {
	const from = outline.imports.find(({ module }) => /^google\.genai(\.types)?$/.test(module));
	if (!from) return [];
	const ranges = operations.flatMap((one) =>
		one.op === "replace" ? [one.range] : one.op === "remove" ? [one.item.range] : [],
	);
	const locals = new Set(from.names.map(({ local }) => local));
	const isGone = outline.refs.every(
		({ name, range }) => !locals.has(name) || contains(from.range, range) || ranges.some((one) => contains(one, range)),
	);
	const removal = isGone ? importRemoval(outline, from, from.names) : undefined;
	return removal && [removal];
}

function changeOptions(outline: Outline, client: Client, call: Call, shape: Shape): Operation[] | undefined {
	const list = listForSlot(outline, call, client.row.slots.key[0] ?? "");
	const names = list?.items.map((item) => keyName(outline, item)) ?? [];
	const item = list?.items.find((one) => keyName(outline, one) === shape.options);
	const given = valueIn(item);
	// `types.HttpOptions(base_url=…, headers=…)`
	const options = given?.kind === "call" ? given.args : given;
	const isPlain = names.length === 2 && names.includes(shape.key) && names.includes(shape.options);
	if (!list || !item || !isPlain || options?.kind !== "list" || !options.items.every((one) => isOurs(outline, one)))
		return undefined;
	const value = `"${gateway.base}"`;
	return [
		{ op: "remove", item },
		{ op: "put", list, path: [shape.address], value, after: item },
	];
}

function isOurs(outline: Outline, item: Item): boolean {
	const name = keyName(outline, item) ?? "";
	if (/^(base_?url|api_?version)$/i.test(name)) return true;
	const headers = name === "headers" ? valueIn(item) : undefined;
	return (
		headers?.kind === "list" && headers.items.every((one) => /^helicone-/i.test(keyName(outline, one) ?? "nobody's"))
	);
}

/** Every use of the client is a request whose text is all that anybody looks at. */
function changeRequests(asker: Asker, client: Client, call: Call, shape: Shape): Operation[] | undefined {
	const { outline } = asker;
	const holder = call.parent?.kind === "assign" && call.parent.value === call ? call.parent : undefined;
	if (!holder || holder.exported || holder.target.kind !== "ref") return undefined;
	const requests = asker.calls.filter((one) => one.client === client);
	const uses = usesOf(outline, holder);
	if (uses.length === 0 || uses.length !== requests.length) return undefined;
	const operations: Operation[] = [];
	for (const { call: request, method } of requests) {
		const use = uses.find((one) => contains(request.range, one.range));
		const change =
			use && method.methods.includes(shape.method) && isNamed(outline, request, use, shape)
				? changeRequest(outline, request, use, shape)
				: undefined;
		if (!change) return undefined;
		operations.push(...change);
	}
	return operations;
}

function usesOf(outline: Outline, holder: Assign): readonly Expr[] {
	return namesOf(outline)
		.uses(holder)
		.filter((use) => use.kind === "ref");
}

/** The request is made on the client's own name, with nothing but a model and a text. */
function isNamed(outline: Outline, request: Call, use: Expr, shape: Shape): boolean {
	return outline.text.slice(use.range[1], request.nameRange[1]) === `.${shape.method}`;
}

function changeRequest(outline: Outline, request: Call, use: Expr, shape: Shape): Operation[] | undefined {
	const first = valueIn(request.args?.items[0]);
	const list = first?.kind === "list" && first.role === "map" && outline.language !== "python" ? first : request.args;
	const contents = list?.items.find((item) => keyName(outline, item) === "contents");
	const text = valueIn(contents);
	const config = list?.items.find((item) => keyName(outline, item) === "config");
	const isAll =
		list?.items.length === (config ? 3 : 2) && list.items.some((item) => keyName(outline, item) === "model");
	const answers = textsOf(outline, request);
	const settings = settingsOf(outline, config, shape);
	if (!contents || !text || !isTextual(outline, text) || !isAll || !answers || !settings) return undefined;
	const [before, behind] = shape.ask;
	const start = settings.told === undefined ? before : before.replace("[", () => `[${shape.told(settings.told ?? "")}`);
	return [
		{ op: "replace", range: [use.range[1], request.nameRange[1]], newText: ".chat.completions.create" },
		{ op: "replace", range: [contents.range[0], text.range[0]], newText: start },
		{ op: "replace", range: [text.range[1], text.range[1]], newText: behind },
		...settings.operations,
		...answers,
	];
}

/** Settings of a request, and what chat completions call them. */
const settingNames: Readonly<Record<string, string>> = {
	temperature: "temperature",
	max_output_tokens: "max_tokens",
	maxOutputTokens: "max_tokens",
	top_p: "top_p",
	topP: "top_p",
	stop_sequences: "stop",
	stopSequences: "stop",
};

interface Settings {
	readonly operations: Operation[];
	/** Source text of what the model is told first. */
	readonly told: string | undefined;
}

/** `config=types.GenerateContentConfig(temperature=0.2)`, `config: { temperature: 0.2 }`; undefined where it says more. */
function settingsOf(outline: Outline, item: Item | undefined, { argument }: Shape): Settings | undefined {
	if (!item) return { operations: [], told: undefined };
	const value = valueIn(item);
	const list = value?.kind === "call" && /(^|\.)GenerateContentConfig$/.test(value.path) ? value.args : value;
	if (list?.kind !== "list") return undefined;
	const texts: string[] = [];
	let told: string | undefined;
	for (const one of list.items) {
		const given = valueIn(one);
		const name = keyName(outline, one) ?? "";
		if (!given) return undefined;
		const text = outline.text.slice(...given.range);
		const known = settingNames[name];
		if (known !== undefined) texts.push(argument(known, text));
		else if (/^system_?instruction$/i.test(name) && isTextual(outline, given)) told = text;
		else return undefined;
	}
	if (texts.length === 0) return { operations: [{ op: "remove", item }], told };
	return { operations: [{ op: "replace", range: item.range, newText: texts.join(", ") }], told };
}

/** `.text` of the answer, wherever it is looked at; undefined where more is. */
function textsOf(outline: Outline, request: Call): Operation[] | undefined {
	const { parent } = request;
	if (parent?.kind === "member") return asContent(parent);
	if (parent?.kind !== "assign" || parent.value !== request || parent.target.kind !== "ref" || parent.exported)
		return undefined;
	const found = namesOf(outline)
		.uses(parent)
		.filter((use) => use.kind === "ref")
		.map((use) => (use.parent?.kind === "member" && use.parent.object === use ? asContent(use.parent) : undefined));
	return found.length > 0 && found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function asContent(member: Expr & { readonly kind: "member" }): Operation[] | undefined {
	const end = member.range[1];
	return member.name === "text"
		? [{ op: "replace", range: [end - "text".length, end], newText: "choices[0].message.content" }]
		: undefined;
}

function prefixed({ models }: Asker, client: Client): Operation[] {
	return models.flatMap(({ client: of, slug, range }): Operation[] => {
		const model = of === client && !slug.includes("/") ? hostedModel(slug) : undefined;
		return model === undefined ? [] : [{ op: "replace", range, newText: `ai-studio/${model}` }];
	});
}
