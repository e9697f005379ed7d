/** `migrate-helicone verify`: the connection, and every model string that the code uses, against the gateway itself. */
import type { ConnectionReport } from "../../shared/connection";
import { gateway } from "../../shared/mappings/gateway";
import { analyze } from "../engine/analyze";
import { type CatalogueIndex, indexCatalogue, shippedCatalogue } from "../engine/catalogue-index";
import { checkSlug, type SlugVerdict } from "../engine/slug-check";
import { checkConnection } from "../host/connection/check-connection";
import { fillCatalogue } from "../host/connection/fetch-catalogue";
import { catalogueIn } from "../host/connection/saved-catalogue";
import { createHttpClient, type HttpClient } from "../host/http/http-client";
import { namingFile } from "../host/naming-file";
import type { Project } from "../host/project";
import type { CliEnvironment, ExitCode } from "./environment";
import { verifyText } from "./format-verify";
import { open } from "./open";
import { displayPath } from "./paths";
import { type Span, spansOf } from "./result";

export const verifyFormats = ["text", "json"] as const;

export interface VerifyOptions {
	readonly format: (typeof verifyFormats)[number];
	readonly baseUrl: string;
	/** Milliseconds for each request. */
	readonly timeout: number;
	/** False leaves out the one request that costs money. */
	readonly request: boolean;
}

export interface UsedModel {
	readonly slug: string;
	/** `unclear`: no single slug (a comma list, an exclusion), so there is nothing to look up. */
	readonly verdict: SlugVerdict["kind"] | "unclear";
	/** Slugs that come close, best first. */
	readonly closest: readonly string[];
	/** Last day of a deprecated model. */
	readonly until: string | null;
	readonly places: readonly { readonly path: string; readonly range: Span }[];
}

export interface Verified {
	readonly connection: ConnectionReport;
	readonly models: readonly UsedModel[];
	/** What the models were compared with: the gateway's own list, or one kept from before. */
	readonly catalogue: { readonly source: string; readonly date: string; readonly isLive: boolean };
}

export async function verify(
	paths: readonly string[],
	options: VerifyOptions,
	environment: CliEnvironment,
): Promise<ExitCode> {
	const used = await usedModels(paths, environment);
	const http = createHttpClient({ variables: environment.variables });
	try {
		const verified = await verifyWith(http, used, options, environment);
		environment.print(
			options.format === "json"
				? `${JSON.stringify(verified, undefined, 2)}\n`
				: verifyText(verified, environment.useColor),
		);
		return exitCodeOf(verified, environment);
	} finally {
		await http.close();
	}
}

type Places = ReadonlyMap<string, UsedModel["places"]>;

async function verifyWith(
	http: HttpClient,
	used: Places,
	{ baseUrl, timeout, request }: VerifyOptions,
	environment: CliEnvironment,
): Promise<Verified> {
	const key = environment.variables[gateway.keyVariable];
	const { report, models, base } = await checkConnection({
		http,
		address: baseUrl,
		key,
		wantsRequest: request,
		timeout,
	});
	const names = [...used.keys()].filter((slug) => checkSlug(slug, shippedCatalogue) !== undefined);
	const live =
		models && base !== undefined
			? indexCatalogue(await fillCatalogue(models, names, { http, base, now: environment.now(), timeout }))
			: undefined;
	const catalogue = live ?? catalogueIn(environment.cacheDirectory);
	const { source, date } = catalogue.catalogue;
	return {
		connection: report,
		models: [...used].map(([slug, places]) => usedModel(slug, places, catalogue)),
		catalogue: { source, date, isLive: live !== undefined },
	};
}

function usedModel(slug: string, places: UsedModel["places"], catalogue: CatalogueIndex): UsedModel {
	const verdict = checkSlug(slug, catalogue);
	return {
		slug,
		verdict: verdict?.kind ?? "unclear",
		closest: verdict && "closest" in verdict ? verdict.closest : [],
		until: verdict?.kind === "deprecated" ? verdict.date : null,
		places,
	};
}

/** Model strings of clients on either gateway, by slug; in the order of the files. */
async function usedModels(paths: readonly string[], environment: CliEnvironment): Promise<Places> {
	const opened = await open(paths, environment);
	try {
		return placesIn(await opened.project(opened.scan), environment);
	} finally {
		await opened.close();
	}
}

function placesIn({ files }: Project, environment: CliEnvironment): Places {
	const places = new Map<string, { readonly path: string; readonly range: Span }[]>();
	for (const { path, document, options } of files) {
		const spanOf = spansOf(document);
		for (const { slug, range } of namingFile(path, () => analyze(document, options)).models) {
			if (slug.trim() === "") continue;
			const known = places.get(slug) ?? [];
			places.set(slug, [...known, { path: displayPath(path, environment), range: spanOf(range) }]);
		}
	}
	return places;
}

function exitCodeOf({ connection, models }: Verified, environment: CliEnvironment): ExitCode {
	if (connection.outcome === "unreachable") {
		environment.warn(`error: no answer from ${connection.address}`);
		return 2;
	}
	const isWell = connection.outcome === "passed" || connection.outcome === "keyless";
	return isWell && models.every(({ verdict }) => verdict === "known" || verdict === "unclear") ? 0 : 1;
}
