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
import { type ClassChange, importOf, refused, renamed } from "./class-change";

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
}

const shapes: Readonly<Record<string, Shape>> = {
	"gemini-js": {
		method: "models.generateContent",
		options: "httpOptions",
		key: "apiKey",
		address: "baseURL",
		ask: ['messages: [{ role: "user", content: ', " }]"],
	},
	"gemini-python": {
		method: "models.generate_content",
		options: "http_options",
		key: "api_key",
		address: "base_url",
		ask: ['messages=[{"role": "user", "content": ', "}]"],
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
	return {
		operations: [...operations, ...prefixed(asker, client)],
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
function changeOptions(outline: Outline, client: Client, call: Call, shape: Shape): Operation[] | undefined {
	const list = listForSlot(outline, call, client.row.slots.key[0] ?? "");
	const names = list?.items.map((item) => keyName(outline, item)) ?? [];
	const item = list?.items.find((one) => keyName(outline, one) === shape.options);
	const options = valueIn(item);
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

function changeRequest(outline: Outline, request: Call, use: Expr, { ask }: Shape): Operation[] | undefined {
	const first = valueIn(request.args?.items[0]);
	const list = first?.kind === "list" && first.role === "map" && outline.language !== "python" ? first : request.args;
	const contents = list?.items.find((item) => keyName(outline, item) === "contents");
	const text = valueIn(contents);
	const isText =
		text?.kind === "string" || (text?.kind === "concat" && text.parts.some(({ kind }) => kind === "string"));
	const isAll = list?.items.length === 2 && list.items.some((item) => keyName(outline, item) === "model");
	const answers = textsOf(outline, request);
	if (!contents || !text || !isText || !isAll || !answers) return undefined;
	return [
		{ op: "replace", range: [use.range[1], request.nameRange[1]], newText: ".chat.completions.create" },
		{ op: "replace", range: [contents.range[0], text.range[0]], newText: ask[0] },
		{ op: "replace", range: [text.range[1], text.range[1]], newText: ask[1] },
		...answers,
	];
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
