/** Look-ups over both catalogues and the table of slugs. */
import type { Slug } from "./schema";
import { catalogue, heliconeRegistry, slugs } from "./tables";

const modelIds = new Set(catalogue.models.map((model) => model.id));
const providers = new Map(
	catalogue.providers.flatMap(({ slug, aliases }) => [slug, ...aliases].map((name) => [name, slug] as const)),
);
const slugRows = new Map(slugs.flatMap((row) => row.from.map((from) => [`${row.kind}/${from}`, row] as const)));
const heliconeProviders = new Set(heliconeRegistry.providers);
const heliconeAuthors = new Set(heliconeRegistry.authors);
const heliconeIds = new Set(Object.keys(heliconeRegistry.models));
const heliconeAliases = new Map(Object.entries(heliconeRegistry.aliases));

/** Whether the dated copy of Concentrate's catalogue lists this bare id; `auto` is no model. */
export function isCatalogueModel(id: string): boolean {
	return modelIds.has(id.toLowerCase());
}

/** Concentrate's slug of a provider given by its slug or an alias (`aws` → `bedrock`); undefined when it serves no such provider. */
export function providerSlug(name: string): string | undefined {
	return providers.get(name.toLowerCase());
}

/** Row for a name as Helicone code writes it: an author, a provider id, a model id or `auto`. */
export function slugRow(kind: Slug["kind"], from: string): Slug | undefined {
	return slugRows.get(`${kind}/${from.toLowerCase()}`);
}

export function isHeliconeProvider(name: string): boolean {
	return heliconeProviders.has(name.toLowerCase());
}

export function isHeliconeAuthor(name: string): boolean {
	return heliconeAuthors.has(name.toLowerCase());
}

/** Helicone's model id behind an id or one of its aliases; undefined when the registry never had it. */
export function heliconeModel(id: string): string | undefined {
	const lower = id.toLowerCase();
	const target = heliconeAliases.get(lower) ?? lower;
	return heliconeIds.has(target) ? target : undefined;
}
