/** Concentrate's catalogue endpoints, and which slugs it answers for. None of them wants a key. */
import { catalogue } from "../../shared/mappings";
import type { Behaviour, Reply } from "./exchange";

const providers = new Map(catalogue.providers.flatMap(({ slug, aliases }) => [slug, ...aliases].map((n) => [n, slug])));
const models = new Map(catalogue.models.map((model) => [model.id, model]));

/** `gpt-4o`, `openai/gpt-4o`, `auto`: what stands before the slash is the provider that serves, never an author. */
export function servesModel(slug: string): boolean {
	if (slug === "auto") return true;
	const [first = "", ...rest] = slug.split("/");
	return rest.length === 0 ? has(first) : providers.has(first) && has(rest.join("/"));
}

function has(name: string): boolean {
	return models.has(name) || aliases.has(name);
}

/** Answers `GET /v1/models…`; undefined for a path that is none of these. */
export function catalogueAnswer(path: string, shape: Behaviour["models"]): Reply | undefined {
	if (path === "/v1/models") return json(shape === "bare" ? bareList() : { data: dataList(), has_more: false });
	if (path === "/v1/models/providers")
		return json(catalogue.providers.map(({ slug, aliases }) => ({ slug, display_name: slug, aliases })));
	const provider = /^\/v1\/models\/providers\/([^/]+)\/models$/.exec(path)?.[1];
	if (provider !== undefined) return providers.has(provider) ? json(bareList()) : unknown(provider);
	const author = /^\/v1\/models\/authors\/([^/]+)$/.exec(path)?.[1];
	if (author !== undefined) return json(bareList().filter((model) => model.author.slug === author));
	const slug = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
	return slug === undefined ? undefined : detailOf(decodeURIComponent(slug));
}

function detailOf(slug: string): Reply {
	if (!servesModel(slug)) return unknown(slug);
	const name = slug.split("/").pop() ?? slug;
	const model = models.get(aliases.get(name) ?? name) ?? { id: slug, author: "concentrate" };
	return json(detail(model.id, model.author));
}

/** Names that only a model's own page tells. */
const aliasesOf: Readonly<Record<string, readonly string[]>> = { "gpt-4o": ["gpt-4o-2024-08-06"] };
const aliases = new Map(Object.entries(aliasesOf).flatMap(([id, names]) => names.map((name) => [name, id])));

/** On its way out, as only its own page tells. */
const deprecatedModel = { id: "gpt-4.1-mini", day: "2026-12-31" };

function dataList() {
	return catalogue.models.map(({ id, author }) => ({
		id,
		type: "model",
		display_name: id,
		owned_by: author,
		created_at: "2026-01-01T00:00:00Z",
		max_input_tokens: 128_000,
		max_tokens: 16_384,
	}));
}

function bareList() {
	return catalogue.models.map(({ id, author }) => ({ slug: id, aliases: [], author: { slug: author }, providers: {} }));
}

function detail(slug: string, author: string) {
	const dollars = (USD: number) => ({ price: { USD }, units: 1_000_000 });
	const serving = (input: number) => ({
		pricing: { tokens: { input: dollars(input), output: dollars(4 * input) } },
		context_window: 128_000,
		max_output_tokens: 16_384,
		supports: {},
		zdr: true,
		deprecated_at: slug === deprecatedModel.id ? `${deprecatedModel.day}T00:00:00Z` : null,
	});
	return {
		slug,
		aliases: aliasesOf[slug] ?? [],
		name: slug,
		author: { slug: author },
		providers: Object.fromEntries([homeOf(author), "azure"].map((one, index) => [one, serving(index + 1)])),
	};
}

/** The author where it serves its own models. */
function homeOf(author: string): string {
	return providers.get(author) === author ? author : "bedrock";
}

function unknown(slug: string): Reply {
	const refusal = `unknown model or provider ${slug}`;
	return { status: 404, body: { json: { error: "Not Found", message: refusal } }, refusal };
}

function json(value: unknown): Reply {
	return { status: 200, body: { json: value } };
}
