/** Whether Concentrate lists a model string, and what comes close when it does not (guide step 4 and troubleshooting). Pure text. */

import { closestWords } from "../../shared/closest";
import { isHeliconeAuthor, slugRow } from "../../shared/mappings";
import type { CatalogueModel } from "../../shared/mappings/schema";
import { type CatalogueIndex, deprecationOf } from "./catalogue-index";

export type SlugVerdict =
	| { readonly kind: "known"; readonly model: CatalogueModel | undefined; readonly provider: string | undefined }
	/** `date`: the last day. */
	| { readonly kind: "deprecated"; readonly date: string; readonly closest: readonly string[] }
	| { readonly kind: "unknown-model"; readonly closest: readonly string[] }
	/** What stands before the slash wrote the model and serves none. */
	| { readonly kind: "author-prefix"; readonly prefix: string; readonly closest: readonly string[] }
	| { readonly kind: "unknown-provider"; readonly prefix: string; readonly closest: readonly string[] }
	/** The provider is known and does not serve this model. */
	| { readonly kind: "not-served"; readonly provider: string; readonly closest: readonly string[] };

/**
 * @param text a model string as it stands in the code
 * @returns undefined for what is no single slug: empty, a comma list, an exclusion, a template, a path of another product
 */
export function checkSlug(text: string, catalogue: CatalogueIndex): SlugVerdict | undefined {
	const slug = text.trim();
	if (!/^[A-Za-z0-9][\w.:@+-]*(\/[\w.:@+-]+)?$/.test(slug)) return undefined;
	if (slug.toLowerCase() === "auto") return { kind: "known", model: undefined, provider: undefined };
	const [head = "", id] = slug.split("/");
	return id === undefined ? checkBare(head, catalogue) : checkPrefixed(head, id, catalogue);
}

function checkBare(id: string, catalogue: CatalogueIndex): SlugVerdict {
	const model = catalogue.model(id);
	if (!model) return { kind: "unknown-model", closest: near(id, catalogue) };
	const date = deprecationOf(model.providers);
	if (date === undefined) return { kind: "known", model, provider: undefined };
	return { kind: "deprecated", date, closest: near(id, catalogue).filter((one) => one !== model.id) };
}

function checkPrefixed(prefix: string, id: string, catalogue: CatalogueIndex): SlugVerdict {
	const provider = catalogue.provider(prefix);
	const model = id.toLowerCase() === "auto" ? undefined : catalogue.model(id);
	if (provider === undefined) return strangePrefix(prefix, id, catalogue);
	if (id.toLowerCase() === "auto") return { kind: "known", model: undefined, provider };
	if (!model) return { kind: "unknown-model", closest: near(id, catalogue).map((one) => `${provider}/${one}`) };
	const serving = model.providers?.find(({ slug }) => catalogue.provider(slug) === provider);
	if (model.providers && model.providers.length > 0 && !serving)
		return { kind: "not-served", provider, closest: servedAs(model) };
	const date = deprecationOf(serving && [serving]);
	if (date === undefined) return { kind: "known", model, provider };
	return { kind: "deprecated", date, closest: servedAs(model).filter((one) => !one.startsWith(`${provider}/`)) };
}

/** `google/gemini-2.5-flash`: the bare slug always goes, and a provider of the guide's table where it has one. */
function strangePrefix(prefix: string, id: string, catalogue: CatalogueIndex): SlugVerdict {
	const behind = catalogue.provider(id);
	// `claude-3.7-sonnet/anthropic`, as Helicone's gateway has it.
	if (behind !== undefined && !catalogue.model(id)) return turned(prefix, behind, catalogue);
	const model = catalogue.model(id);
	const served = slugRow("author", prefix)?.to ?? slugRow("provider", prefix)?.to;
	const ids = model ? [model.id] : near(id, catalogue);
	const closest = ids.flatMap((one) => (served === undefined ? [one] : [`${served}/${one}`, one]));
	const isAuthor = catalogue.isAuthor(prefix) || isHeliconeAuthor(prefix) || slugRow("author", prefix) !== undefined;
	return { kind: isAuthor ? "author-prefix" : "unknown-provider", prefix, closest: closest.slice(0, most) };
}

function turned(id: string, provider: string, catalogue: CatalogueIndex): SlugVerdict {
	const model = catalogue.model(id);
	const closest = (model ? [model.id] : near(id, catalogue)).map((one) => `${provider}/${one}`);
	return model ? { kind: "unknown-provider", prefix: id, closest } : { kind: "unknown-model", closest };
}

function servedAs(model: CatalogueModel): readonly string[] {
	const current = (model.providers ?? []).filter(({ deprecated }) => deprecated === undefined);
	return [...(current.length > 0 ? [model.id] : []), ...current.map(({ slug }) => `${slug}/${model.id}`)].slice(
		0,
		most,
	);
}

const most = 3;

/** The ids that look most like it, those of the same family first; none that is on its way out. */
function near(id: string, { catalogue }: CatalogueIndex): readonly string[] {
	const current = catalogue.models.filter(({ providers }) => deprecationOf(providers) === undefined);
	return closestWords(
		id,
		current.map((model) => model.id),
		most,
	);
}
