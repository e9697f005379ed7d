/** Concentrate's catalogue endpoints, and which slugs it answers for. None of them wants a key. */
import { catalogue } from "../../shared/mappings";
import type { Behaviour, Reply } from "./exchange";

const providers = new Map(catalogue.providers.flatMap(({ slug, aliases }) => [slug, ...aliases].map((n) => [n, slug])));
const models = new Map(catalogue.models.map((model) => [model.id, model]));

/** `gpt-4o`, `openai/gpt-4o`, `auto`: what stands before the slash is the provider that serves, never an author. */
export function servesModel(slug: string): boolean {
	if (slug === "auto") return true;
	const [first = "", ...rest] = slug.split("/");
	return rest.length === 0 ? models.has(first) : providers.has(first) && models.has(rest.join("/"));
}

/** Answers `GET /v1/models…`; undefined for a path that is none of these. */
export function catalogueAnswer(path: string, shape: Behaviour["models"]): Reply | undefined {
	if (path === "/v1/models") return json(shape === "bare" ? bareList() : { object: "list", data: dataList() });
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
	const model = models.get(slug.split("/").pop() ?? slug) ?? { id: slug, author: "concentrate" };
	return json(detail(model.id, model.author));
}

function dataList() {
	return catalogue.models.map(({ id, author }) => ({ id, object: "model", owned_by: author }));
}

function bareList() {
	return catalogue.models.map(({ id, author }) => ({ slug: id, aliases: [], author: { slug: author }, providers: {} }));
}

function detail(slug: string, author: string) {
	const serving = {
		pricing: { input: 1, output: 4 },
		context_window: 128_000,
		supports: {},
		zdr: true,
		deprecated_at: null,
	};
	return { slug, aliases: [], name: slug, author: { slug: author }, providers: { [author]: serving } };
}

function unknown(slug: string): Reply {
	const refusal = `unknown model or provider ${slug}`;
	return { status: 404, body: { json: { error: "Not Found", message: refusal } }, refusal };
}

function json(value: unknown): Reply {
	return { status: 200, body: { json: value } };
}
