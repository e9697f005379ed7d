/** LiteLLM's `helicone/` models become `openai/` ones, with the address and the key that LiteLLM no longer knows by itself. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { isConfig } from "../facts/environment";
import { hostedModel } from "../facts/hosted-model";
import { cloudPrefixes } from "../facts/lite-model";
import type { ModelUse } from "../facts/model-use";
import type { Language } from "../languages/language";
import { keyName } from "../outline/questions";
import type { Outline } from "../outline/schema";

export interface LiteMove {
	readonly operations: readonly Operation[];
	readonly reasons: readonly string[];
	readonly blocked: boolean;
}

/** @returns undefined for a client without such models */
export function liteMove(
	{ outline, language, models }: { outline: Outline; language: Language; models: readonly ModelUse[] },
	client: Client,
): LiteMove | undefined {
	const clouds = models.filter((use) => use.client === client && cloudPrefixes[use.prefix?.text ?? ""] !== undefined);
	if (clouds.length > 0) return cloudMove(outline, client, clouds);
	const prefixes = models.flatMap((use) =>
		use.client === client && use.prefix?.text === "helicone/" ? [use.prefix.range] : [],
	);
	const isSilent = client.gateway.kind === "helicone" && client.gateway.byModel === true;
	if (prefixes.length === 0 && !isSilent) return undefined;
	const list = client.list;
	const name = client.row.slots.address[0];
	if (prefixes.length === 0 || !list || name === undefined || list.items.some((item) => item.form === "spread"))
		return {
			operations: [],
			reasons: ["Write the model as `openai/` followed by the slug, with the address and the key."],
			blocked: true,
		};
	const quote = outline.text[(prefixes[0]?.[0] ?? 1) - 1] === "'" ? "'" : '"';
	const bare = isConfig(outline);
	const text = client.row.base ?? gateway.base;
	const put = (key: string, value: string): Operation => ({ op: "put", list, path: [key], value });
	const key = bare && !client.key ? [put("api_key", language.writer.environment(gateway.keyVariable, outline))] : [];
	return {
		operations: [
			...prefixes.map((range): Operation => ({ op: "replace", range, newText: "openai/" })),
			...(isSilent ? [put(name, bare ? text : language.writer.string(text, quote)), ...key] : []),
		],
		reasons: ["LiteLLM asks Concentrate in the OpenAI format: `openai/` in front of the slug."],
		blocked: false,
	};
}

/** What LiteLLM wants for a cloud, and nobody for Concentrate. */
const cloudOptions = /^(api_version|aws_\w+|vertex_\w+|base_model|azure_ad_token)$/;

/** `gemini/gemini-2.5-flash` → `openai/ai-studio/gemini-2.5-flash`: LiteLLM speaks OpenAI's protocol, and the provider stays. */
function cloudMove(outline: Outline, client: Client, uses: readonly ModelUse[]): LiteMove {
	const operations: Operation[] = [];
	for (const { slug, range, prefix } of uses) {
		const model = hostedModel(slug);
		if (model === undefined || !prefix)
			return {
				operations: [],
				reasons: [`\`${slug}\` is no model of Concentrate's catalogue: write one of its own behind \`openai/\`.`],
				blocked: true,
			};
		const own = prefix.text.endsWith(":") ? "openai:" : "openai/";
		operations.push(
			{ op: "replace", range: prefix.range, newText: `${own}${cloudPrefixes[prefix.text]}/` },
			{ op: "replace", range, newText: model },
		);
	}
	const gone = client.list?.items.filter((item) => cloudOptions.test(keyName(outline, item) ?? "")) ?? [];
	return {
		operations: [...operations, ...gone.map((item): Operation => ({ op: "remove", item }))],
		reasons: ["LiteLLM asks Concentrate in the OpenAI format: `openai/` in front of the slug."],
		blocked: false,
	};
}
