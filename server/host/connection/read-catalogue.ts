/**
 * Answers of Concentrate's catalogue endpoints as rows of a Catalogue. `GET /v1/models` has been seen in two shapes (concentrate.md,
 * Endpoints): `{"data": [{"id", "owned_by", "max_input_tokens"?}]}` and a bare array of what `GET /v1/models/{model}` answers,
 * `{"slug", "aliases", "author": {"slug"}, "providers": {}}`. An entry that cannot be read is left out; nothing is thrown.
 */
import { z } from "zod";
import type { Catalogue, CatalogueModel, ServingProvider } from "../../../shared/mappings/schema";

const name = z.string().min(1).max(200);
const tokens = z.int().positive().optional().catch(undefined);

const Listed = z.object({
	id: name,
	owned_by: z.string().catch("unknown"),
	max_input_tokens: tokens,
});

/** `{"price": {"USD": 3}, "units": 1000000}`, or the dollars for a million as a plain number. */
const Price = z
	.union([
		z.number().nonnegative(),
		z
			.object({ price: z.object({ USD: z.number().nonnegative() }), units: z.number().positive() })
			.transform(({ price, units }) => Math.round((price.USD * 1e6 * 1e6) / units) / 1e6),
	])
	.optional()
	.catch(undefined);

const Prices = z.object({ input: Price, output: Price });

const Serving = z.object({
	context_window: tokens,
	pricing: z
		.union([z.object({ tokens: Prices }).transform((one) => one.tokens), Prices])
		.optional()
		.catch(undefined),
	deprecated_at: z.union([z.string(), z.number()]).nullish().catch(undefined),
});

const Detailed = z.object({
	slug: name,
	aliases: z.array(name).catch([]),
	author: z.object({ slug: name }).catch({ slug: "unknown" }),
	providers: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const Provider = z.object({ slug: name, aliases: z.array(name).catch([]) });

/** @returns undefined when it is neither shape, or holds no model at all */
export function readModels(answer: unknown): readonly CatalogueModel[] | undefined {
	const list = Array.isArray(answer) ? answer : z.object({ data: z.array(z.unknown()) }).safeParse(answer).data?.data;
	const models = list?.flatMap((entry) => readModel(entry) ?? listed(entry) ?? []);
	return models && models.length > 0 ? models : undefined;
}

/** What `GET /v1/models/{model}` answers, or an entry of the bare list. */
export function readModel(answer: unknown): CatalogueModel | undefined {
	const { data } = Detailed.safeParse(answer);
	if (!data) return undefined;
	const providers = Object.entries(data.providers ?? {}).flatMap(([slug, one]) => serving(slug, one) ?? []);
	return {
		id: data.slug,
		author: data.author.slug,
		aliases: data.aliases,
		// The bare list has been seen with `providers: {}` for all: that says nothing of who serves.
		...(providers.length > 0 ? { providers } : {}),
	};
}

function listed(entry: unknown): CatalogueModel | undefined {
	const { data } = Listed.safeParse(entry);
	if (!data) return undefined;
	const { id, owned_by: author, max_input_tokens: contextWindow } = data;
	return { id, author, ...(contextWindow === undefined ? {} : { contextWindow }) };
}

function serving(slug: string, value: unknown): ServingProvider | undefined {
	const { data } = Serving.safeParse(value);
	if (!data) return undefined;
	const { context_window: contextWindow, pricing, deprecated_at } = data;
	const deprecated = dayOf(deprecated_at);
	return {
		slug,
		...(contextWindow === undefined ? {} : { contextWindow }),
		...(pricing?.input === undefined ? {} : { inputPrice: pricing.input }),
		...(pricing?.output === undefined ? {} : { outputPrice: pricing.output }),
		...(deprecated === undefined ? {} : { deprecated }),
	};
}

/** A date as text, or as seconds or milliseconds since 1970. */
function dayOf(value: string | number | null | undefined): string | undefined {
	if (value === null || value === undefined) return undefined;
	const date = new Date(typeof value === "number" && value < 1e11 ? value * 1000 : value);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

/** What `GET /v1/models/providers` answers; undefined when it is something else. */
export function readProviders(answer: unknown): Catalogue["providers"] | undefined {
	const list = Array.isArray(answer) ? answer : z.object({ data: z.array(z.unknown()) }).safeParse(answer).data?.data;
	const providers = list?.flatMap((entry) => Provider.safeParse(entry).data ?? []);
	return providers && providers.length > 0 ? providers : undefined;
}
