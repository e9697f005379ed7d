/** Headers whose meaning moves into the request's body (guide step 3: `Helicone-Cache-Seed`, `Helicone-Fallbacks`). */
import { parse } from "jsonc-parser";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { Facts } from "../facts/facts";
import type { Header } from "../facts/header";
import { bodyPlace, type ModelUse } from "../facts/model-use";
import { planSlug } from "../facts/slug";
import type { Language } from "../languages/language";
import { namesOf } from "../outline/names";
import { contains, textOf, valueIn } from "../outline/questions";
import type { Call, Expr, Outline } from "../outline/schema";

export interface BodyPut {
	readonly operation: Operation;
	readonly path: readonly string[];
}

/** SDKs type their requests, and `routing` is Concentrate's own; in a raw body nobody checks. */
export function undeclared(path: readonly string[], client: Client | undefined): { undeclared?: true } {
	return path[0] === "routing" && client?.row.kind === "constructor" ? { undeclared: true } : {};
}

/** Fields of OpenAI's own interface: plain arguments of the SDKs. */
const standard = new Set(["prompt_cache_key"]);

/** @returns undefined when the row has no body field, or the call that would carry it is not at hand */
export function bodyPut(
	{ facts, language }: { facts: Facts; language: Language },
	header: Header,
): BodyPut | undefined {
	const body = header.request?.body;
	if (!body || !header.value) return undefined;
	const value = valueText(facts, language, header.value, body.value);
	const place = placeFor(facts, header, standard.has(body.path[0] ?? ""));
	if (value === undefined || !place?.bodyList) return undefined;
	const path = [...place.bodyPath, ...body.path];
	const call = facts.callOf.get(header);
	return {
		operation: { op: "put", list: place.bodyList, path, value, ...undeclared(path, call?.client) },
		path: body.path,
	};
}

/** The request's own body: only where the header is given per request. A client's default would touch every call. */
function placeFor(
	facts: Facts,
	header: Header,
	isStandard: boolean,
): Pick<ModelUse, "bodyList" | "bodyPath"> | undefined {
	const call = facts.callOf.get(header);
	if (call) {
		const { method } = call;
		const slot = isStandard ? method.body : (method.extra ?? method.body);
		return slot === undefined ? undefined : bodyPlace(facts.outline, call.call, slot);
	}
	const senders = facts.sendersOf.get(header) ?? [];
	const [client] = senders;
	if (senders.length !== 1 || client?.row.kind !== "request" || !client.call) return undefined;
	const slot = client.row.slots.body?.find((one) => !one.startsWith("-"));
	if (slot === undefined) return undefined;
	const model = facts.models.find(
		(use) => use.client === client && use.bodyList && contains(use.bodyList.range, use.range),
	);
	return model ?? bodyPlace(facts.outline, client.call, slot);
}

function valueText(
	facts: Facts,
	language: Language,
	value: Expr,
	kind: "text" | "fallback-models",
): string | undefined {
	const text = textOf(facts.outline, value.range);
	if (kind === "text") return value.kind === "opaque" ? undefined : text;
	const models = fallbackModels(facts, value);
	if (models.length === 0) return undefined;
	const quote = value.kind === "string" && value.open.endsWith('"') ? '"' : quoteOf(facts);
	return language.writer.seq(models.map((model) => language.writer.string(model, quote)));
}

function quoteOf(facts: Facts): '"' | "'" {
	const single = facts.outline.strings.filter((str) => str.close === "'").length;
	return single * 2 > facts.outline.strings.length ? "'" : '"';
}

/** Models named in the header's JSON: `bodyKeyOverride.model` of each target, or a plain list of ids. */
function fallbackModels(facts: Facts, value: Expr): string[] {
	const source =
		value.kind === "string"
			? textOf(facts.outline, value.content)
			: value.kind === "call" && value.args
				? argumentText(facts.outline, value)
				: "";
	const parsed: unknown = parse(source, [], { allowTrailingComma: true });
	const read = Array.isArray(parsed) ? parsed.flatMap(modelOf) : [];
	// A literal of the program's own language is no JSON.
	const found =
		read.length > 0 || value.kind !== "call"
			? read
			: [...source.matchAll(/\bmodel["']?\s*:\s*["']([^"']+)["']/g)].flatMap((match) => match[1] ?? []);
	const slugs = found.map((model) => planSlug(model, "gateway")?.slug ?? model);
	return [...new Set(slugs)];
}

/** The text of `JSON.stringify(…)`'s argument, through the name of a list. */
function argumentText(outline: Outline, { args }: Call): string {
	const first = valueIn(args?.items[0]);
	const behind = first && namesOf(outline).value(first);
	return behind ? textOf(outline, behind.range) : "";
}

function modelOf(target: unknown): string[] {
	if (typeof target === "string") return [target];
	if (typeof target !== "object" || target === null || !("bodyKeyOverride" in target)) return [];
	const override: unknown = target.bodyKeyOverride;
	return typeof override === "object" && override !== null && "model" in override && typeof override.model === "string"
		? [override.model]
		: [];
}
