/** Concentrate's catalogue as it is now: the list, the providers, and what single models say of themselves. */
import { catalogue as shipped } from "../../../shared/mappings";
import type { Catalogue, CatalogueModel } from "../../../shared/mappings/schema";
import type { HttpClient, HttpResult } from "../http/http-client";
import { parseJson } from "../parse-json";
import { readModel, readModels, readProviders } from "./read-catalogue";

export interface CatalogueQuestions {
	readonly http: HttpClient;
	/** Base URL, checked (`checkAddress`). */
	readonly base: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Milliseconds for each request. */
	readonly timeout?: number;
	readonly signal?: AbortSignal | undefined;
	/** Called after each answer about a single model. */
	onProgress?(done: number, all: number): void;
}

/** At a time: many questions must not look like an attack. */
const atOnce = 6;

/** What `GET /v1/models` says, or why it did not. */
export async function fetchModels(
	questions: CatalogueQuestions,
): Promise<{ readonly models: readonly CatalogueModel[] | undefined; readonly result: HttpResult }> {
	const result = await ask(questions, "models");
	return {
		models: result.kind === "answer" && result.status === 200 ? readModels(parseJson(result.text)) : undefined,
		result,
	};
}

/**
 * @param models what the list says
 * @param names model strings to ask for one by one: only that tells providers, prices, deprecation dates and aliases
 * @returns a catalogue of this day. What cannot be asked stays as the list says it; nothing is thrown.
 */
export async function fillCatalogue(
	models: readonly CatalogueModel[],
	names: readonly string[],
	questions: CatalogueQuestions,
): Promise<Catalogue> {
	const byId = new Map(models.map((model) => [model.id, model]));
	const providers = await ask(questions, "models/providers");
	for (let at = 0; at < names.length && !questions.signal?.aborted; at += atOnce) {
		const some = names.slice(at, at + atOnce);
		const details = await Promise.all(some.map((name) => detailOf(name, questions)));
		for (const [index, detail] of details.entries()) if (detail) keep(byId, detail, some[index] ?? detail.id);
		questions.onProgress?.(Math.min(at + atOnce, names.length), names.length);
	}
	const listed = providers.kind === "answer" && providers.status === 200 && readProviders(parseJson(providers.text));
	return {
		source: `GET /v1/models of ${new URL(questions.base).host}`,
		date: new Date(questions.now).toISOString().slice(0, 10),
		providers: [...(listed || shipped.providers)],
		models: [...byId.values()],
	};
}

function keep(models: Map<string, CatalogueModel>, detail: CatalogueModel, asked: string): void {
	const name = asked.split("/").at(-1) ?? asked;
	const aliases = new Set([...(models.get(detail.id)?.aliases ?? []), ...(detail.aliases ?? [])]);
	// The gateway takes the name for this model, so it is one of its names.
	if (name !== detail.id) aliases.add(name);
	models.set(detail.id, { ...models.get(detail.id), ...detail, aliases: [...aliases] });
}

async function detailOf(name: string, questions: CatalogueQuestions): Promise<CatalogueModel | undefined> {
	const result = await ask(questions, `models/${name.split("/").map(encodeURIComponent).join("/")}`);
	return result.kind === "answer" && result.status === 200 ? readModel(parseJson(result.text)) : undefined;
}

function ask({ http, base, timeout, signal }: CatalogueQuestions, path: string): Promise<HttpResult> {
	return http.send(
		{ method: "GET", url: `${base}/${path}` },
		{ ...(timeout === undefined ? {} : { timeout }), signal },
	);
}
