/**
 * The old Gemini SDKs and Vertex AI's make a model object and ask it: where each asks for nothing but a text, the OpenAI client
 * takes their place. `model.generate_content("…")` becomes `client.chat.completions.create(model="ai-studio/…", messages=[…])`.
 */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { namesOf } from "../outline/names";
import { contains, contentOf, functionOf, keyName, positional, statementOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Import, Item, Outline } from "../outline/schema";
import { answerTexts, isTextual, type Reading, readings } from "./answer-text";
import { type ClassChange, refused } from "./class-change";
import { importRemoval } from "./import-removal";
import { modelAt } from "./model-at";

interface Shape {
	/** Modules that everything comes from, the client's own first. */
	readonly modules: RegExp;
	/** What is taken out of them. */
	readonly names: RegExp;
	/** Path of the call that makes a model. */
	readonly maker: RegExp;
	readonly ask: RegExp;
	readonly provider: string;
	readonly readings: readonly Reading[];
	/** Options of the client that say nothing to Concentrate. */
	readonly drops: RegExp;
}

const python = { ask: /^generate_content$/, readings: readings.geminiPython };

const shapes: Readonly<Record<string, Shape>> = {
	"gemini-python-legacy": {
		...python,
		modules: /^google(\.generativeai)?$/,
		names: /^(\*|generativeai)$/,
		maker: /^\w+\.GenerativeModel$/,
		provider: "ai-studio",
		drops: /^(client_options|default_metadata|transport)$/,
	},
	"vertex-python": {
		...python,
		modules: /^vertexai(\.(preview\.)?generative_models)?$/,
		names: /^(\*|GenerativeModel)$/,
		maker: /(^|\.)GenerativeModel$/,
		provider: "vertex",
		drops: /^(project|location|api_endpoint|api_transport|request_metadata|credentials)$/,
	},
};

/** @returns undefined for another client */
export function generativeModel(outline: Outline, client: Client): ClassChange | undefined {
	const shape = shapes[client.row.id];
	if (!shape || client.gateway.kind !== "helicone" || client.imported) return undefined;
	const { call } = client;
	const found = call && changeAll(outline, client, call, shape);
	if (!found) return refused(client.row.advice);
	return {
		operations: found.operations,
		reasons: ["Its class becomes `OpenAI` of `openai`: install that package.", ...found.reasons],
		blocked: false,
		movesAddress: true,
	};
}

interface Found {
	readonly operations: Operation[];
	readonly reasons: readonly string[];
}

function changeAll(outline: Outline, client: Client, call: Call, shape: Shape): Found | undefined {
	const makers = outline.calls.filter((one) => shape.maker.test(one.path));
	const models = makers.map((maker) => modelOf(outline, call, maker));
	const name = freeName(outline);
	const imports = changeImports(outline, [call, ...makers], shape);
	const setup = changeSetup(outline, client, call, shape, name);
	if (models.length === 0 || !imports || !setup) return undefined;
	const asked = models.map((model) => model && askedOf(outline, model, shape, name));
	if (!asked.every((one) => one !== undefined)) return undefined;
	const reasons = models.flatMap((model) => model?.reasons ?? []);
	return { operations: [...imports, ...setup, ...asked.flat()], reasons };
}

function freeName({ assigns, refs }: Outline): string {
	const taken = (name: string) =>
		refs.some((ref) => ref.name === name) ||
		assigns.some(({ target }) => target.kind === "ref" && target.name === name);
	return taken("client") ? "openai_client" : "client";
}

interface Model {
	readonly holder: Assign;
	readonly statement: Item;
	readonly slug: string;
	readonly reasons: readonly string[];
	/** Source text of what the model is told first. */
	readonly system: string | undefined;
}

/** `model = genai.GenerativeModel("gemini-2.5-flash")`, where the client is at hand too. */
function modelOf(outline: Outline, client: Call, maker: Call): Model | undefined {
	const holder = maker.parent;
	const statement = statementOf(maker);
	const around = functionOf(client);
	if (holder?.kind !== "assign" || holder.value !== maker || statement?.value !== holder) return undefined;
	if (holder.target.kind !== "ref" || holder.exported || (around && around !== functionOf(maker))) return undefined;
	if (namesOf(outline).definitions(holder.target).length > 1) return undefined;
	const items = maker.args?.items ?? [];
	const isKnown = items.every(
		(item) => item.form === "value" || /^(model_name|system_instruction)$/.test(keyName(outline, item) ?? ""),
	);
	const named = (key: string) => valueIn(items.find((item) => keyName(outline, item) === key));
	const model = valueIn(positional(maker, 0)) ?? named("model_name");
	const system = named("system_instruction");
	if (!isKnown || items.filter(({ form }) => form === "value").length > 1 || model?.kind !== "string") return undefined;
	if (model.holes.length > 0 || (system && !isTextual(outline, system))) return undefined;
	const at = modelAt(contentOf(outline, model));
	return at && { holder, statement, ...at, system: system && outline.text.slice(...system.range) };
}

/** Every use of the model asks it for a text. */
function askedOf(outline: Outline, model: Model, shape: Shape, name: string): Operation[] | undefined {
	const uses = namesOf(outline)
		.uses(model.holder)
		.filter((use) => use.kind === "ref");
	const found = uses.map((use) => askedBy(outline, model, use, shape, name));
	if (uses.length === 0 || !found.every((one) => one !== undefined)) return undefined;
	return [{ op: "remove", item: model.statement }, ...found.flat()];
}

function askedBy(outline: Outline, model: Model, use: Expr, shape: Shape, name: string): Operation[] | undefined {
	const request = use.parent;
	if (request?.kind !== "call" || request.receiver !== use || !shape.ask.test(request.name)) return undefined;
	const [only, ...more] = request.args?.items ?? [];
	const text = valueIn(only);
	const isOnly = only?.form === "value" || (only && keyName(outline, only) === "contents");
	const answers = answerTexts(outline, request, shape.readings);
	if (!only || !text || !isOnly || more.length > 0 || !isTextual(outline, text) || !answers) return undefined;
	const told = model.system === undefined ? "" : `{"role": "system", "content": ${model.system}}, `;
	const start = `${name}.chat.completions.create(model="${shape.provider}/${model.slug}", messages=[${told}{"role": "user", "content": `;
	return [
		{ op: "replace", range: [use.range[0], text.range[0]], newText: start },
		{ op: "replace", range: [text.range[1], text.range[1]], newText: "}]" },
		...answers,
	];
}

/** All that the file takes out of the old modules goes into the calls that change. */
function changeImports(outline: Outline, calls: readonly Call[], { modules, names }: Shape): Operation[] | undefined {
	const all = outline.imports.filter(({ module }) => modules.test(module));
	const locals = new Set(all.flatMap((one) => one.names.map(({ local }) => local)));
	const isPlain = all.length > 0 && all.every((one) => one.names.every(({ name }) => names.test(name)));
	const isInside = outline.refs.every(
		(ref) =>
			!locals.has(ref.name) ||
			all.some(({ range }) => contains(range, ref.range)) ||
			calls.some(({ range, args }) => contains(range, ref.range) && !(args && contains(args.range, ref.range))),
	);
	const isThere = outline.imports.some((one) => one.names.some(({ local }) => local === "OpenAI"));
	if (!isPlain || !isInside) return undefined;
	const [first, ...others] = isThere ? [undefined, ...all] : all;
	const removed = others.flatMap((one) => one && (importRemoval(outline, one, one.names) ?? []));
	if (removed.length < others.length) return undefined;
	return [...(first ? [asOpenAi(first)] : []), ...removed.flatMap((one) => one ?? [])];
}

function asOpenAi({ range }: Import): Operation {
	return { op: "replace", range, newText: "from openai import OpenAI" };
}

/** `genai.configure(…)` becomes `client = OpenAI(…)`: the first option that goes gives way to the address. */
function changeSetup(
	outline: Outline,
	client: Client,
	call: Call,
	{ drops }: Shape,
	name: string,
): Operation[] | undefined {
	const items = call.args?.items ?? [];
	const key = client.key?.item;
	const gone = items.filter((item) => drops.test(keyName(outline, item) ?? ""));
	const isStatement = statementOf(call)?.value === call;
	const place = gone.find((item) => client.address && contains(item.range, client.address.value.range));
	if (!isStatement || !place || items.some((item) => item !== key && !gone.includes(item))) return undefined;
	return [
		{ op: "replace", range: [call.range[0], call.nameRange[1]], newText: `${name} = OpenAI` },
		{ op: "replace", range: place.range, newText: `base_url="${gateway.base}"` },
		...gone.filter((item) => item !== place).map((item): Operation => ({ op: "remove", item })),
	];
}
