/**
 * `@google/generative-ai` and `@google-cloud/vertexai`: a client makes model objects, and each is asked for a text. The OpenAI client
 * takes their place where the file shows all that is done with them.
 */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { Language } from "../languages/language";
import { entryAt } from "../outline/entries";
import { namesOf } from "../outline/names";
import { contentOf, keyName, listOf, positional, statementOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, List, Outline } from "../outline/schema";
import { answerTexts, isTextual, readings } from "./answer-text";
import { type ClassChange, importOf, refused } from "./class-change";
import { asNamed } from "./gemini-class";
import { modelAt } from "./model-at";

interface Asker {
	readonly outline: Outline;
	readonly language: Language;
}

const makers = /(^|\.)getGenerativeModel$/;
const drops = /^(project|location|apiEndpoint|googleAuthOptions)$/;

/** @returns undefined for another client */
export function generativeModelJs(asker: Asker, client: Client): ClassChange | undefined {
	const { outline } = asker;
	const isVertex = client.row.id === "vertex-js";
	const made = isVertex ? client.call : behindOptions(outline, client);
	if (!made || client.gateway.kind !== "helicone" || client.imported) return undefined;
	const found = changeAll(asker, client, made, isVertex ? "vertex" : "ai-studio");
	if (!found)
		return refused(
			isVertex ? client.row.advice : "Gemini's old client speaks Gemini's own protocol: use the OpenAI client.",
		);
	return {
		operations: found.operations,
		reasons: ["Its class becomes `OpenAI` of `openai`: install that package.", ...found.reasons],
		blocked: false,
		movesAddress: true,
		...(isVertex ? {} : { givesKey: true as const }),
	};
}

/** `genAI.getGenerativeModel({ model }, { baseUrl, customHeaders })`: the options belong to what `genAI` is. */
function behindOptions(outline: Outline, { isGuess, list }: Client): Call | undefined {
	const item = list?.parent?.kind === "item" ? list.parent : undefined;
	const call = item && listOf(item)?.parent;
	if (!isGuess || call?.kind !== "call" || !makers.test(call.path) || !call.receiver) return undefined;
	const made = namesOf(outline).value(call.receiver);
	const isGemini = made?.kind === "call" && importOf(outline, made)?.module === "@google/generative-ai";
	return isGemini ? made : undefined;
}

interface Found {
	readonly operations: Operation[];
	readonly reasons: readonly string[];
}

function changeAll(asker: Asker, client: Client, call: Call, provider: string): Found | undefined {
	const { outline } = asker;
	const from = importOf(outline, call);
	const isThere = outline.imports.some(({ names }) => names.some(({ local }) => local === "OpenAI"));
	const imported = from?.names.length === 1 && !isThere ? asNamed(outline, from) : undefined;
	const setup = provider === "vertex" ? vertexSetup(outline, client, call) : geminiSetup(asker, call);
	const holder = call.parent;
	if (!imported || !setup || holder?.kind !== "assign" || holder.exported || holder.target.kind !== "ref")
		return undefined;
	const name = holder.target.name;
	const models = usesOf(outline, holder).map((use) => modelOf(outline, use, provider, name));
	if (models.length === 0 || !models.every((one) => one !== undefined)) return undefined;
	return {
		operations: [...imported, ...setup, ...models.flatMap((one) => one.operations)],
		reasons: models.flatMap((one) => one.reasons),
	};
}

function usesOf(outline: Outline, holder: Assign): readonly Expr[] {
	return namesOf(outline)
		.uses(holder)
		.filter((use) => use.kind === "ref");
}

function vertexSetup(outline: Outline, { address }: Client, { args }: Call): Operation[] | undefined {
	const options = valueIn(args?.items[0]);
	if (options?.kind !== "list" || options.role !== "map" || !address?.item) return undefined;
	const { item: place } = address;
	if (!options.items.includes(place) || !options.items.every((item) => drops.test(keyName(outline, item) ?? "")))
		return undefined;
	const gone = options.items.filter((item) => item !== place);
	return [
		{ op: "replace", range: place.range, newText: `baseURL: "${gateway.base}"` },
		...gone.map((item): Operation => ({ op: "remove", item })),
	];
}

/** `new GoogleGenerativeAI(key)` */
function geminiSetup({ outline, language }: Asker, { args }: Call): Operation[] | undefined {
	const key = valueIn(args?.items[0]);
	if (!key || args?.items.length !== 1) return undefined;
	const read = language.writer.environment(gateway.keyVariable, outline);
	return [
		{
			op: "replace",
			range: args.items[0]?.range ?? key.range,
			newText: `{ apiKey: ${read}, baseURL: "${gateway.base}" }`,
		},
	];
}

/** `const model = genAI.getGenerativeModel({ model: "…" }, …)` with all that is asked of it. */
function modelOf(outline: Outline, use: Expr, provider: string, client: string): Found | undefined {
	const member = use.parent?.kind === "member" && use.parent.name === "preview" ? use.parent : use;
	const maker = member.parent;
	if (maker?.kind !== "call" || maker.receiver !== member || !makers.test(maker.path)) return undefined;
	const holder = maker.parent;
	const statement = statementOf(maker);
	const options = valueIn(positional(maker, 0));
	if (holder?.kind !== "assign" || holder.exported || statement?.value !== holder || options?.kind !== "list")
		return undefined;
	const isPlain = options.items.every((item) => /^(model|systemInstruction)$/.test(keyName(outline, item) ?? ""));
	const slug = entryAt(outline, options, ["model"])?.value;
	const model = slug?.kind === "string" && slug.holes.length === 0 ? modelAt(contentOf(outline, slug)) : undefined;
	const told = entryAt(outline, options, ["systemInstruction"])?.value;
	if (!isPlain || !model || (told && !isTextual(outline, told))) return undefined;
	const system = told ? `{ role: "system", content: ${outline.text.slice(...told.range)} }, ` : "";
	const start = `${client}.chat.completions.create({ model: "${provider}/${model.slug}", messages: [${system}{ role: "user", content: `;
	const asked = usesOf(outline, holder).map((one) => askedBy(outline, one, start));
	if (asked.length === 0 || !asked.every((one) => one !== undefined)) return undefined;
	return { operations: [{ op: "remove", item: statement }, ...asked.flat()], reasons: model.reasons };
}

function askedBy(outline: Outline, use: Expr, start: string): Operation[] | undefined {
	const request = use.parent;
	const [only, ...more] = request?.kind === "call" ? (request.args?.items ?? []) : [];
	if (request?.kind !== "call" || request.receiver !== use || request.name !== "generateContent" || more.length > 0)
		return undefined;
	const given = valueIn(only);
	const answers = answerTexts(outline, request, readings.geminiJs);
	const text = given && textIn(outline, given);
	if (!text || !answers) return undefined;
	const asked = `${start}${outline.text.slice(...text.range)} }] })`;
	const holder = given.kind === "ref" && text !== given ? namesOf(outline).definition(given) : undefined;
	if (given.kind === "ref" && text !== given && (!holder || usesOf(outline, holder).length !== 1)) return undefined;
	return [
		{ op: "replace", range: [use.range[0], request.range[1]], newText: asked },
		...(holder ? [{ op: "remove-assign", assign: holder } as const] : []),
		...answers,
	];
}

/** A text, or the one text of `{ contents: [{ role: "user", parts: [{ text }] }] }`, in place or behind a name. */
function textIn(outline: Outline, given: Expr): Expr | undefined {
	if (isTextual(outline, given)) return given;
	const map = namesOf(outline).value(given);
	const contents =
		map?.kind === "list" && map.items.length === 1 ? entryAt(outline, map, ["contents"])?.value : undefined;
	const message = onlyMap(contents);
	const role = message && entryAt(outline, message, ["role"])?.value;
	const part = message && onlyMap(entryAt(outline, message, ["parts"])?.value);
	const text = part?.items.length === 1 ? entryAt(outline, part, ["text"])?.value : undefined;
	const isUser = !role || (role.kind === "string" && contentOf(outline, role) === "user");
	return isUser && text && isTextual(outline, text) ? text : undefined;
}

function onlyMap(list: Expr | undefined): List | undefined {
	const only =
		list?.kind === "list" && list.role === "seq" && list.items.length === 1 ? valueIn(list.items[0]) : undefined;
	return only?.kind === "list" && only.role === "map" ? only : undefined;
}
