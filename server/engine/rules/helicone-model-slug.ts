import { isHeliconeProvider } from "../../../shared/mappings";
import type { Operation } from "../edits/operation";
import type { LitePrefix } from "../facts/lite-model";
import type { ModelUse } from "../facts/model-use";
import { planSlug, type SlugPlan } from "../facts/slug";
import { strayStrings } from "../facts/stray-slug";
import { undeclared } from "../moves/body-put";
import type { Context, Proposal } from "../moves/context";
import { givenFix } from "../moves/given-fix";
import { slugPlace } from "../moves/slug-place";
import { contentOf } from "../outline/questions";
import { checkSlug } from "../slug-check";
import { troubleWith } from "./concentrate-unknown-model";
import { alone, type Hit, moveProposal, type Rule } from "./rule";

/** Model strings in Helicone's form (guide step 4). */
export const heliconeModelSlug: Rule = {
	id: "helicone-model-slug",
	find: (context) => [
		...context.facts.models.flatMap((use) => {
			if (use.client.gateway.kind !== "helicone" && use.client.gateway.kind !== "concentrate") return [];
			const plan = planSlug(use.slug, slugPlace(use.client));
			if (use.prefix?.text === "helicone/") return [liteHit(context, use, use.prefix, plan)];
			if (!plan || isSettled(context, use, plan) || isListed(context, use, plan)) return [];
			// What cannot be said in Concentrate's form is not listed there: `concentrate-unknown-model` says so.
			return plan.slug === undefined && troubleWith(context, use) ? [] : [hit(context, use, plan)];
		}),
		...givenSlugs(context),
		...strays(context),
	],
};

/** A model that clients of other files ask the AI gateway for. */
function givenSlugs(context: Context): Hit[] {
	const seen = new Set(context.facts.models.map(({ range }) => range[0]));
	return context.own.flatMap((own): Hit[] => {
		const [str] = own.strings;
		const given = own.meaning.kind === "slug" && str && !seen.has(str.content[0]) ? givenFix(context, own) : undefined;
		const plan = given && own.meaning.kind === "slug" ? planSlug(own.meaning.slug, "gateway") : undefined;
		if (!given || !str || !plan || own.meaning.kind !== "slug") return [];
		const becomes = plan.slug === undefined ? "has no counterpart that is certain" : `becomes ${plan.slug}`;
		return [
			{
				range: str.content,
				message: `The model ${own.meaning.slug} ${becomes} at Concentrate.`,
				subject: own.meaning.slug,
				row: plan.row,
				advice: [given.advice, ...plan.notes].join(" "),
				proposal: given.proposal,
			},
		];
	});
}

/** `helicone/gpt-4o`: LiteLLM takes the first word for Helicone. */
function liteHit({ moves }: Context, use: ModelUse, prefix: LitePrefix, plan: SlugPlan | undefined): Hit {
	const slug = plan?.slug ?? use.slug;
	return {
		range: [prefix.range[0], use.range[1]],
		message: `LiteLLM sends ${prefix.text}${use.slug} through Helicone: it becomes openai/${slug} with Concentrate's address.`,
		subject: prefix.text + use.slug,
		row: plan?.row,
		advice: plan?.notes.join(" ") || "LiteLLM asks Concentrate in the OpenAI format: `openai/` in front of the slug.",
		proposal: moveProposal(moves.find((move) => move.clients.includes(use.client))),
	};
}

/**
 * `.model("claude-4.5-sonnet/anthropic")` of a builder, a table of models: in a file with a client of the AI gateway, a string in
 * the form that only Helicone takes (model before provider).
 */
function strays({ facts, language, own, names }: Context): Hit[] {
	const places = facts.clients.map(slugPlace);
	if (!places.includes("gateway") && !places.includes("concentrate")) return [];
	const given = new Set(own.flatMap(({ path, strings }) => (names.given[path]?.takers ? strings : [])));
	return strayStrings(facts.outline, facts.models).flatMap((str): Hit[] => {
		if (given.has(str)) return [];
		const text = contentOf(facts.outline, str);
		const plan = planSlug(text, "gateway");
		const [, provider = "", more] = text.split("/");
		if (plan?.slug === undefined || more !== undefined || !isHeliconeProvider(provider) || language.id === "markdown")
			return [];
		if (plan.fallbacks.length > 0 || plan.wantsSort) return [];
		const operation: Operation = { op: "replace", range: str.content, newText: plan.slug };
		return [
			{
				range: str.content,
				message: `The model ${text} becomes ${plan.slug} at Concentrate.`,
				subject: text,
				row: plan.row,
				advice: ["It is not seen which client takes it.", ...plan.notes].join(" "),
				proposal: alone("helicone-model-slug", str.content, `Replace by ${plan.slug}`, "suggested", operation),
			},
		];
	});
}

/** `auto` with a `routing` beside it says what the guide asks for. */
function isSettled(context: Context, use: ModelUse, plan: SlugPlan): boolean {
	if (!plan.wantsSort || !use.bodyList) return false;
	return /\brouting\b/.test(context.document.text.slice(...use.bodyList.range));
}

/** A provider that a fetched catalogue lists is one of Concentrate's, whatever it was at Helicone. */
function isListed({ catalogue }: Context, { slug, client }: ModelUse, plan: SlugPlan): boolean {
	return client.gateway.kind === "concentrate" && !plan.wantsSort && checkSlug(slug, catalogue)?.kind === "known";
}

function hit(context: Context, use: ModelUse, plan: SlugPlan): Hit {
	const becomes =
		plan.slug === undefined
			? "has no counterpart that is certain"
			: plan.wantsSort
				? "wants a routing target"
				: `becomes ${plan.slug}`;
	return {
		range: use.range,
		message: `The model ${use.slug} ${becomes} at Concentrate.`,
		subject: use.slug,
		row: plan.row,
		advice: plan.notes.join(" ") || undefined,
		proposal: fix(context, use, plan),
	};
}

function fix(context: Context, use: ModelUse, plan: SlugPlan): Proposal | undefined {
	if (plan.slug === undefined) return undefined;
	// Whoever cannot leave Helicone goes on asking in Helicone's words.
	if (context.moves.some((one) => one.applicability === "blocked" && one.clients.includes(use.client)))
		return undefined;
	const move = context.moves.find((one) =>
		one.slugs.some((other) => other.use === use && other.plan.applicability === "safe"),
	);
	if (move) return moveProposal(move);
	const operations: Operation[] =
		plan.slug === use.slug ? [] : [{ op: "replace", range: use.range, newText: plan.slug }];
	const routing = routingPut(context, use, plan);
	if (plan.fallbacks.length > 0 || plan.wantsSort) {
		if (!routing) return undefined;
		operations.push(routing);
	}
	const title = plan.wantsSort
		? "Set routing.model.sort"
		: `Replace by ${plan.slug}${plan.fallbacks.length > 0 ? " with fallbacks" : ""}`;
	return operations.length === 0
		? undefined
		: alone("helicone-model-slug", use.range, title, plan.applicability, ...operations);
}

/** `routing.model.fallbacks` or `routing.model.sort` in the request's body. */
function routingPut(context: Context, use: ModelUse, plan: SlugPlan): Operation | undefined {
	if (!use.bodyList) return undefined;
	const { writer } = context.language;
	const quote = quoteAround(context, use);
	const value = plan.wantsSort
		? writer.string("performance", quote)
		: writer.seq(plan.fallbacks.map((slug) => writer.string(slug, quote)));
	const path = [...use.bodyPath, "routing", "model", plan.wantsSort ? "sort" : "fallbacks"];
	return { op: "put", list: use.bodyList, path, value, ...undeclared(path, use.client) };
}

function quoteAround(context: Context, use: ModelUse): '"' | "'" {
	return context.document.text[use.range[0] - 1] === "'" ? "'" : '"';
}
