/** Concentrate's catalogue with its questions answered fast. Built once per catalogue; which one counts, the host decides. */
import { catalogue as shipped } from "../../shared/mappings";
import type { Catalogue, CatalogueModel, ServingProvider } from "../../shared/mappings/schema";

export interface CatalogueIndex {
	readonly catalogue: Catalogue;
	/** By id or alias, in any letter case. */
	model(id: string): CatalogueModel | undefined;
	/** Slug of a provider given by slug or alias (`aws` → `bedrock`). */
	provider(name: string): string | undefined;
	isAuthor(name: string): boolean;
}

export function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
	const names = ({ id, aliases }: CatalogueModel) => [id, ...(aliases ?? [])];
	const models = new Map<string, CatalogueModel>();
	for (const model of catalogue.models) for (const name of names(model)) models.set(name.toLowerCase(), model);
	// A name of its own wins over somebody else's alias.
	for (const model of catalogue.models) models.set(model.id.toLowerCase(), model);
	const providers = new Map<string, string>();
	for (const { slug, aliases } of catalogue.providers)
		for (const name of [...aliases, slug]) providers.set(name.toLowerCase(), slug);
	const serving = catalogue.models.flatMap((model) => model.providers ?? []);
	for (const { slug } of serving) if (!providers.has(slug.toLowerCase())) providers.set(slug.toLowerCase(), slug);
	const authors = new Set(catalogue.models.map(({ author }) => author.toLowerCase()));
	return {
		catalogue,
		model: (id) => models.get(id.toLowerCase()),
		provider: (name) => providers.get(name.toLowerCase()),
		isAuthor: (name) => authors.has(name.toLowerCase()),
	};
}

/** The dated copy. */
export const shippedCatalogue: CatalogueIndex = indexCatalogue(shipped);

/** @returns the last day on which any of them serves the model; undefined when one of them stays, or nothing is known */
export function deprecationOf(providers: readonly ServingProvider[] | undefined): string | undefined {
	if (!providers || providers.length === 0) return undefined;
	const days = providers.flatMap(({ deprecated }) => deprecated ?? []);
	return days.length === providers.length ? days.sort().at(-1) : undefined;
}
