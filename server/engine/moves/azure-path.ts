/**
 * An OpenAI-shaped client or request that speaks to Azure through Helicone (`/openai/deployments/gpt-4o`): at Concentrate the model
 * says what the path said, and Azure's version and mode have no work left.
 */
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { hostedModel } from "../facts/hosted-model";
import type { ModelUse } from "../facts/model-use";
import { bodyBehind, filled, listForSlot } from "../facts/slot";
import type { Language } from "../languages/language";
import { usualQuote } from "../languages/quoting";
import { namesOf } from "../outline/names";
import { contains, contentOf, keyName, pathOf, textOf, valueIn } from "../outline/questions";
import type { Call, Expr, Item, Outline, Str } from "../outline/schema";
import { type ClassChange, refused } from "./class-change";

interface Asker {
	readonly outline: Outline;
	readonly language: Language;
	readonly models: readonly ModelUse[];
}

/** @returns undefined for a client that does not speak to Azure, or whose class changes as a whole */
export function azurePath(asker: Asker, client: Client): ClassChange | undefined {
	const { outline, models } = asker;
	if (client.gateway.kind !== "helicone" || client.row.plain || client.row.base === null) return undefined;
	const settings = azureSettings(outline, client);
	const address = client.gateway.addresses.find(({ path }) => /^\/openai\/deployments(\/|$)/.test(path));
	if (!address && settings.length === 0) return undefined;
	const own = models.filter((use) => use.client === client);
	const deployment = address && deploymentIn(outline, address.str, address.range);
	const added = client.row.kind === "request" && own.length === 0 ? missingModel(asker, client, deployment) : [];
	if (!added) return refused("Azure's request names no model: give it one, such as `azure/gpt-4o`.");
	return { operations: [...settings, ...prefixed(own), ...added], reasons: [], blocked: false };
}

function prefixed(uses: readonly ModelUse[]): Operation[] {
	return uses.flatMap(({ slug, range }): Operation[] => {
		const model = slug.includes("/") ? undefined : hostedModel(slug);
		return model === undefined ? [] : [{ op: "replace", range, newText: `azure/${model}` }];
	});
}

/** Source text of the deployment's name, and the name itself where it is known. */
interface Deployment {
	readonly name: string | undefined;
	readonly expr: Expr | undefined;
}

function deploymentIn(outline: Outline, str: Str, [start, end]: readonly [number, number]): Deployment | undefined {
	const text = outline.text.slice(start, end);
	const at = /\/openai\/deployments\/([^/?]+)/.exec(text);
	if (!at?.[1]) return undefined;
	const from = start + at.index + at[0].length - at[1].length;
	const hole = str.holes.find(({ range }) => range[0] >= from && range[0] < from + 2);
	if (!hole) return { name: at[1], expr: undefined };
	const value = hole.expr && namesOf(outline).value(hole.expr);
	const name = value?.kind === "string" && value.holes.length === 0 ? contentOf(outline, value) : undefined;
	return { name, expr: hole.expr };
}

/** Where the request's body is seen, the deployment becomes its model; undefined where it cannot. */
function missingModel(
	asker: Asker,
	{ call, row }: Client,
	deployment: Deployment | undefined,
): Operation[] | undefined {
	const { outline, language } = asker;
	const value = call && filled(outline, call, row.slots.body ?? [])?.value;
	if (!value || !deployment) return undefined;
	const model = deployment.name === undefined ? undefined : hostedModel(deployment.name);
	const behind = bodyBehind(outline, value);
	const body = behind.kind === "ref" ? (namesOf(outline).value(behind) ?? behind) : behind;
	if (body.kind === "string") return model === undefined ? undefined : inJson(outline, body, `azure/${model}`);
	if (body.kind !== "list" || body.role !== "map" || body.items.some((item) => item.form === "spread"))
		return undefined;
	const isUnknown = model === undefined && (deployment.expr === undefined || deployment.name !== undefined);
	if (isUnknown) return undefined;
	const text =
		model !== undefined
			? language.writer.string(`azure/${model}`, usualQuote(outline))
			: textOf(outline, deployment.expr?.range ?? body.range);
	return [{ op: "put", list: body, path: ["model"], value: text }];
}

/** Into the text of a JSON object that has something in it, behind its brace. */
function inJson(outline: Outline, str: Str, model: string): Operation[] | undefined {
	const text = contentOf(outline, str);
	const open = /^\s*\{(\s*)(?=\\?")/.exec(text);
	if (!open) return undefined;
	const at = str.content[0] + open[0].length;
	const quote = text.includes('\\"') ? '\\"' : '"';
	const newText = `${quote}model${quote}: ${quote}${model}${quote},${open[1] || " "}`;
	return [{ op: "replace", range: [at, at], newText }];
}

/** What makes the client Azure's: the version in each request's query, ruby-openai's mode. */
function azureSettings(outline: Outline, { call, row, gateway }: Client): Operation[] {
	if (row.kind === "module" && outline.language === "ruby") {
		const module = outline.assigns.find(
			({ target, value }) => value && gateway.kind === "helicone" && pathOf(target)?.endsWith(".api_type"),
		);
		if (!module?.value || !/azure/i.test(textOf(outline, module.value.range))) return [];
		const prefix = pathOf(module.target)?.replace(/api_type$/, "");
		return outline.assigns
			.filter(({ target }) => /^api_(type|version)$/.test(pathOf(target)?.slice(prefix?.length) ?? ""))
			.map((assign) => ({ op: "remove-assign", assign }));
	}
	return call && row.kind === "constructor" ? settingsOf(outline, call, row.slots.address[0] ?? "") : [];
}

function settingsOf(outline: Outline, call: Call, slot: string): Operation[] {
	const items = listForSlot(outline, call, slot)?.items ?? [];
	const named = (name: RegExp) => items.filter((item) => name.test(keyName(outline, item) ?? ""));
	const gone: Item[] = named(/^default_?query$/i).flatMap((item) => {
		const query = valueIn(item);
		return query?.kind === "list"
			? query.items.filter((one) => /^api-version$/i.test(keyName(outline, one) ?? ""))
			: [];
	});
	const mode = named(/^api_type$/).filter((item) => /azure/i.test(textOf(outline, item.range)));
	if (mode.length > 0) gone.push(...mode, ...named(/^api_version$/));
	return gone.filter((item) => contains(call.range, item.range)).map((item) => ({ op: "remove", item }));
}
