/**
 * A model string of Helicone's, read and rewritten (guide step 4; helicone.md 3). Pure text.
 * Helicone's cloud gateway writes `model[:online][/provider[/deployment]]`, its routers and many programs
 * `author/model` or `provider/model`; Concentrate `model` or `provider/model`, where the prefix serves.
 */
import { closest, distance } from "fastest-levenshtein";
import {
	catalogue,
	heliconeModel,
	isCatalogueModel,
	isHeliconeAuthor,
	isHeliconeProvider,
	providerSlug,
	slugRow,
} from "../../../shared/mappings";

export interface SlugPlan {
	/** What Concentrate wants; undefined when a person must choose. */
	readonly slug: string | undefined;
	/** Models to try after `slug`, for `routing.model.fallbacks`. */
	readonly fallbacks: readonly string[];
	/** `auto` wants an explicit `routing.model.sort`. */
	readonly wantsSort: boolean;
	readonly applicability: "safe" | "suggested";
	/** One sentence each, ending in a full stop: what changes, or why there is no answer. */
	readonly notes: readonly string[];
	/** Ids of the catalogue that come close, best first, when `slug` is undefined. */
	readonly closest: readonly string[];
	readonly row: string | undefined;
}

/** Where the slug is used: on the AI gateway a bare id is Helicone's; a provider proxy passes the provider's own ids through. */
export type SlugPlace = "gateway" | "proxy" | "concentrate";

/** @returns undefined when the slug works at Concentrate as it stands, or is not Helicone's business */
export function planSlug(text: string, place: SlugPlace): SlugPlan | undefined {
	const slug = text.trim();
	if (slug === "" || /[\s{}$<>]/.test(slug.replace(/,\s+/g, ","))) return undefined;
	const items = slug
		.split(",")
		.map((item) => item.trim())
		.filter((item) => item !== "");
	const wanted = items.filter((item) => !item.startsWith("!"));
	if (items.length === 1 && wanted.length === 1) return planOne(slug, place);
	return planList(items, wanted, place);
}

/** `a,b,!c`: the first model, the rest as fallbacks; an exclusion has no counterpart. */
function planList(items: readonly string[], wanted: readonly string[], place: SlugPlace): SlugPlan {
	const plans = wanted.map((item) => planOne(item, place) ?? kept(item));
	const excluded = items.filter((item) => item.startsWith("!")).map((item) => item.slice(1));
	const notes = plans.flatMap((plan) => plan.notes);
	if (wanted.length > 1)
		notes.push("A comma list becomes the first model with `routing.model.fallbacks` for the rest.");
	if (excluded.length > 0)
		notes.push(
			`Concentrate has no exclusion like \`!${excluded[0]}\`: name the allowed providers in \`routing.provider.fallbacks\`.`,
		);
	const slugs = plans.map((plan) => plan.slug);
	const known = slugs.every((one) => one !== undefined) && wanted.length > 0;
	const unique = [...new Set(slugs.filter((one) => one !== undefined))];
	return {
		slug: known ? unique[0] : undefined,
		fallbacks: known ? unique.slice(1) : [],
		wantsSort: false,
		applicability: "suggested",
		notes,
		closest: plans.flatMap((plan) => plan.closest),
		row: wanted.length > 1 ? "slugs/routing-list" : "slugs/routing-exclude",
	};
}

function planOne(item: string, place: SlugPlace): SlugPlan | undefined {
	if (item.toLowerCase() === "auto") return place === "proxy" ? undefined : auto;
	const [head = "", ...rest] = item.split("/");
	const online = /:online$/i.test(head);
	const model = head.replace(/:online$/i, "");
	if (rest.length === 0) return withNotes(planModel(model, place), model, online);
	if (isCloudForm(model, rest)) return withNotes(planCloud(model, rest), model, online);
	return planPrefixed(model, rest.join("/"), place);
}

const auto: SlugPlan = {
	slug: "auto",
	fallbacks: [],
	wantsSort: true,
	applicability: "suggested",
	notes: ["`auto` wants an explicit `routing.model.sort`: `cost`, `latency` or `performance`."],
	closest: [],
	row: "slugs/routing-auto",
};

function withNotes(plan: SlugPlan | undefined, model: string, online: boolean): SlugPlan | undefined {
	if (!online) return plan;
	const base = plan ?? kept(model);
	return {
		...base,
		applicability: "suggested",
		notes: [
			...base.notes,
			"`:online` added Helicone's web search: ask for it with the `web_search` tool of the Responses API.",
		],
		row: "slugs/routing-online",
	};
}

function kept(slug: string): SlugPlan {
	return { slug, fallbacks: [], wantsSort: false, applicability: "safe", notes: [], closest: [], row: undefined };
}

/** `model/provider`: what follows the slash serves, what stands before it is a model. */
function isCloudForm(head: string, rest: readonly string[]): boolean {
	const second = (rest[0] ?? "").toLowerCase();
	const isServer =
		isHeliconeProvider(second) || providerSlug(second) !== undefined || slugRow("provider", second) !== undefined;
	const lower = head.toLowerCase();
	const isPrefix =
		isHeliconeAuthor(lower) ||
		isHeliconeProvider(lower) ||
		slugRow("author", lower) !== undefined ||
		slugRow("provider", lower) !== undefined;
	return isServer && !isPrefix;
}

function planCloud(model: string, [provider = "", deployment]: readonly string[]): SlugPlan {
	const plan = planModel(model, "gateway") ?? kept(model);
	const served = slugRow("provider", provider)?.to ?? providerSlug(provider);
	const notes = [...plan.notes];
	let applicability = plan.applicability;
	if (served === undefined) {
		notes.push(`Concentrate does not serve through \`${provider}\`: the bare slug lets it pick the provider.`);
		applicability = "suggested";
	}
	if (deployment !== undefined) {
		notes.push(`The deployment \`${deployment}\` was Helicone's own and has no counterpart.`);
		applicability = "suggested";
	}
	const slug = plan.slug === undefined ? undefined : served ? `${served}/${plan.slug}` : plan.slug;
	return {
		...plan,
		slug,
		applicability: slug === undefined ? "suggested" : applicability,
		notes,
		row: `slugs/provider-${provider.toLowerCase()}`,
	};
}

/** `prefix/model`: the prefix was an author or a provider at Helicone; at Concentrate it is the provider that serves. */
function planPrefixed(prefix: string, model: string, place: SlugPlace): SlugPlan | undefined {
	const author = slugRow("author", prefix);
	const provider = slugRow("provider", prefix);
	const served = author?.to ?? providerSlug(prefix) ?? provider?.to;
	const row = author ?? provider;
	if (!row && served === undefined) return unknownPrefix(prefix, model, place);
	const plan = planModel(model, place === "concentrate" ? "concentrate" : "gateway");
	const id = plan ? plan.slug : model;
	const known = isCatalogueModel(id ?? "");
	if (served?.toLowerCase() === prefix.toLowerCase() && !plan) return undefined;
	if (id === undefined || (!known && served?.toLowerCase() !== prefix.toLowerCase()))
		return { ...(plan ?? nothing(model)), slug: undefined, applicability: "suggested", row: row && `slugs/${row.id}` };
	const rowSafe = row === undefined || row.to === undefined || row.applicability === "safe";
	return {
		...(plan ?? kept(id)),
		slug: served ? `${served}/${id}` : id,
		applicability: rowSafe && (plan?.applicability ?? "safe") === "safe" ? "safe" : "suggested",
		notes: [
			...(plan?.notes ?? []),
			...(served === prefix.toLowerCase()
				? []
				: [`\`${prefix}\` is the model's author; at Concentrate the prefix names the provider that serves it.`]),
		],
		row: row && `slugs/${row.id}`,
	};
}

function unknownPrefix(prefix: string, model: string, place: SlugPlace): SlugPlan | undefined {
	if (place === "proxy") return undefined;
	const plan = planModel(model, place);
	const id = plan ? plan.slug : model;
	if (id !== undefined && isCatalogueModel(id))
		return {
			...(plan ?? kept(id)),
			slug: id,
			applicability: "suggested",
			notes: [`\`${prefix}\` is no provider of Concentrate: the bare slug lets it pick one.`],
		};
	return place === "gateway" ? nothing(model) : undefined;
}

/** A bare model id. Undefined when Concentrate's catalogue has it, or when it is the provider's own and passes through. */
function planModel(id: string, place: SlugPlace): SlugPlan | undefined {
	if (isCatalogueModel(id)) return undefined;
	const row = slugRow("model", id) ?? slugRow("model", heliconeModel(id) ?? id);
	if (row?.to !== undefined) {
		const notes = row.applicability === "safe" ? [] : [row.advice];
		return { ...kept(row.to), applicability: row.applicability, notes, row: `slugs/${row.id}` };
	}
	const renamed = heliconeModel(id);
	if (renamed !== undefined && isCatalogueModel(renamed)) return { ...kept(renamed), applicability: "suggested" };
	if (place === "gateway") return { ...nothing(id), row: row && `slugs/${row.id}` };
	return undefined;
}

function nothing(id: string): SlugPlan {
	const near = closestModels(id);
	return {
		slug: undefined,
		fallbacks: [],
		wantsSort: false,
		applicability: "suggested",
		notes: [
			`Concentrate's catalogue has no \`${id}\`; the closest ids are ${near.map((one) => `\`${one}\``).join(", ")}.`,
		],
		closest: near,
		row: undefined,
	};
}

const ids = catalogue.models.map((model) => model.id);

/** What was asked lately: every string that could be a slug is, whenever its file is looked at. */
const asked = new Map<string, readonly string[]>();
const mostAsked = 500;

/** The three ids of the catalogue that look most like `id`. */
function closestModels(id: string): readonly string[] {
	const known = asked.get(id) ?? measure(id);
	if (asked.size >= mostAsked) asked.clear();
	asked.set(id, known);
	return known;
}

function measure(id: string): readonly string[] {
	const family = ids.filter((one) => one.slice(0, 4) === id.toLowerCase().slice(0, 4));
	const pool = family.length >= 3 ? family : ids;
	if (pool.length === 0) return [];
	const first = closest(id.toLowerCase(), pool);
	return pool
		.map((one) => ({ one, far: distance(id, one) }))
		.sort((a, b) => a.far - b.far || (a.one === first ? -1 : b.one === first ? 1 : 0))
		.slice(0, 3)
		.map(({ one }) => one);
}
