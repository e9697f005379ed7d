/**
 * Azure's configuration in languages whose classes come without a named import: go-openai, async-openai and the .NET SDK. The plain
 * one takes the same key; the address stands elsewhere, and Azure's version and deployment have no work left.
 */
import { gateway } from "../../../shared/mappings/gateway";
import { indentation, nextLine } from "../edits/lines";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { hostedModel } from "../facts/hosted-model";
import type { ModelUse } from "../facts/model-use";
import { contains, keyName, pathOf, positional, valueIn } from "../outline/questions";
import type { Call, Outline, Range, Str } from "../outline/schema";
import { type ClassChange, refused } from "./class-change";
import { importRemoval } from "./import-removal";

interface Asker {
	readonly outline: Outline;
	readonly models: readonly ModelUse[];
}

/** @returns undefined for a client that is not one of these */
export function azureConfig(asker: Asker, client: Client): ClassChange | undefined {
	const change = changes[client.row.id];
	const { call } = client;
	if (!change || !call || client.gateway.kind !== "helicone") return undefined;
	const str = ownAddress(client);
	const operations = str && change(asker.outline, client, call, str);
	if (!operations) return refused(client.row.advice);
	return {
		operations: [...operations, ...prefixed(asker, client)],
		reasons: ["Its class becomes the plain one; an Azure deployment becomes a model slug such as `azure/gpt-4o`."],
		blocked: false,
		movesAddress: true,
	};
}

type Change = (outline: Outline, client: Client, call: Call, address: Str) => Operation[] | undefined;

const changes: Readonly<Record<string, Change>> = {
	"async-openai-azure-rust": rustConfig,
	"azure-openai-csharp": dotnetClient,
	"go-openai-azure": goConfig,
	"semantic-kernel-azure-csharp": kernelService,
};

/** The address, where it is a string of the call's own: a constant may have other readers. */
function ownAddress({ address, gateway: of }: Client): Str | undefined {
	const [only, ...more] = of.kind === "helicone" ? of.addresses : [];
	const value = address?.value;
	return only && more.length === 0 && value?.kind === "string" && value === only.str && value.holes.length === 0
		? value
		: undefined;
}

function prefixed({ models }: Asker, client: Client): Operation[] {
	return models.flatMap(({ client: of, slug, range }): Operation[] => {
		const model = of === client && !slug.includes("/") ? hostedModel(slug) : undefined;
		return model === undefined ? [] : [{ op: "replace", range, newText: `azure/${model}` }];
	});
}

/** `config := openai.DefaultAzureConfig(key, url)` → `config := openai.DefaultConfig(key)` and `config.BaseURL = url`. */
function goConfig(outline: Outline, _: Client, call: Call): Operation[] | undefined {
	const assign = call.parent?.kind === "item" ? call.parent.parent?.parent : call.parent;
	const holder = assign?.kind === "assign" ? assign : undefined;
	const name = holder && pathOf(holder.target);
	const address = positional(call, 1);
	if (!holder || name === undefined || !address) return undefined;
	const idle = outline.assigns.filter(({ target }) =>
		[`${name}.APIVersion`, `${name}.AzureModelMapperFunc`].includes(pathOf(target) ?? ""),
	);
	const line = `${indentation(outline.text, holder.range[0])}${name}.BaseURL = "${gateway.base}"`;
	return [
		{ op: "replace", range: call.nameRange, newText: "DefaultConfig" },
		{ op: "remove", item: address },
		{ op: "insert-line", offset: nextLine(outline.text, holder.range[1]), text: line },
		...idle.map((one): Operation => ({ op: "remove-assign", assign: one })),
	];
}

/** `AzureConfig` wherever the file says it, without the links that only Azure's has. */
function rustConfig(outline: Outline, client: Client, call: Call, { content }: Str): Operation[] {
	const whole = client.whole?.range ?? call.range;
	const links = outline.calls.filter(
		({ name, range }) => /^with_(api_version|deployment_id)$/.test(name) && contains(whole, range),
	);
	return [
		...saidIn(outline, "AzureConfig").map((range): Operation => ({ op: "replace", range, newText: "OpenAIConfig" })),
		{ op: "replace", range: content, newText: gateway.base },
		...links.map((link): Operation => ({ op: "remove-link", call: link })),
	];
}

/** `new AzureOpenAIClient(new Uri("…"), credential)` → `new OpenAIClient(credential, new OpenAIClientOptions { Endpoint = … })`. */
function dotnetClient(outline: Outline, _: Client, call: Call): Operation[] | undefined {
	const items = call.args?.items ?? [];
	const [address, credential] = items;
	const given = valueIn(credential);
	const using = outline.imports.filter(({ module }) => module === "Azure.AI.OpenAI");
	const isKey = given?.kind === "call" && /^(ApiKeyCredential|AzureKeyCredential)$/.test(given.name);
	const said = saidIn(outline, "AzureOpenAIClient");
	if (items.length !== 2 || !address || address.key || !credential || credential.key || !isKey) return undefined;
	if (using.length !== 1 || !using[0]) return undefined;
	const uri = `new ${hasSystem(outline) ? "" : "System."}Uri("${gateway.base}")`;
	const end = credential.range[1];
	const old = given.name === "AzureKeyCredential";
	return [
		...said.map((range): Operation => ({ op: "replace", range, newText: "OpenAIClient" })),
		...(outline.imports.some(({ module }) => module === "OpenAI")
			? [importRemoval(outline, using[0], using[0].names)].flatMap((one) => one ?? [])
			: [{ op: "replace", range: using[0].moduleRange, newText: "OpenAI" } as const]),
		{ op: "replace", range: [address.range[0], credential.range[0]], newText: "" },
		{ op: "replace", range: [end, end], newText: `, new OpenAIClientOptions { Endpoint = ${uri} }` },
		...(old
			? [{ op: "replace", range: given.nameRange, newText: "System.ClientModel.ApiKeyCredential" } as const]
			: []),
	];
}

/** `AddAzureOpenAIChatCompletion(deploymentName, endpoint, apiKey)` → `AddOpenAIChatCompletion(modelId, endpoint, apiKey)`, whose endpoint is a `Uri`. */
function kernelService(outline: Outline, _: Client, call: Call, { range }: Str): Operation[] | undefined {
	const items = call.args?.items ?? [];
	const names = items.map((item) => keyName(outline, item));
	if (names.some((name) => /^(modelId|credentials|azureOpenAIClient|apiVersion)$/.test(name ?? ""))) return undefined;
	const uri = hasSystem(outline) ? "Uri" : "System.Uri";
	const deployment = items.find((item) => keyName(outline, item) === "deploymentName")?.key;
	return [
		{ op: "replace", range: call.nameRange, newText: call.name.replace("AddAzureOpenAI", "AddOpenAI") },
		{ op: "replace", range, newText: `new ${uri}("${gateway.base}")` },
		...(deployment ? [{ op: "replace", range: deployment.range, newText: "modelId" } as const] : []),
	];
}

function hasSystem(outline: Outline): boolean {
	return /^\s*using System;/m.test(outline.text);
}

/** Where a word stands in code: neither in a string nor in a comment. */
function saidIn(outline: Outline, word: string): Range[] {
	const quiet = [...outline.strings, ...outline.comments];
	return [...outline.text.matchAll(new RegExp(`\\b${word}\\b`, "g"))]
		.map(({ index }): Range => [index, index + word.length])
		.filter((range) => !quiet.some((one) => contains(one.range, range)));
}
