import type { CatalogueIndex } from "../catalogue-index";
import type { ModelUse } from "../facts/model-use";
import { planSlug, type SlugPlan } from "../facts/slug";
import type { Context, Proposal } from "../moves/context";
import { slugPlace } from "../moves/slug-place";
import { checkSlug, type SlugVerdict } from "../slug-check";
import { alone, type Hit, type Rule } from "./rule";

/**
 * Model strings that Concentrate does not list, or not for long (guide step 4 and troubleshooting). Clients that still talk to Helicone
 * count as well, once it is sure that they move: what will not work afterwards is better said before.
 */
export const concentrateUnknownModel: Rule = {
	id: "concentrate-unknown-model",
	find: (context) =>
		context.facts.models.flatMap((use) => {
			const verdict = troubleWith(context, use);
			const plan = planSlug(use.slug, slugPlace(use.client));
			// `helicone-model-slug` knows what it becomes.
			return verdict && plan?.slug === undefined ? [hit(context, use, verdict, plan)] : [];
		}),
};

type Trouble = Exclude<SlugVerdict, { readonly kind: "known" }>;

/** @returns undefined when the model is listed, when nobody can know, or when the client is none of ours */
export function troubleWith({ catalogue, moves }: Context, use: ModelUse): Trouble | undefined {
	const { client, slug } = use;
	const { gateway, isGuess, row } = client;
	const moving = gateway.kind === "helicone" && !gateway.isMixed && moves.some((move) => moveTakes(move, use));
	if (isGuess || (row.base === null && row.plain === undefined && !moving)) return undefined;
	if (!(gateway.kind === "concentrate" && !gateway.isMixed) && !moving) return undefined;
	const verdict = checkSlug(slug, catalogue);
	return verdict === undefined || verdict.kind === "known" ? undefined : verdict;
}

function moveTakes(move: Context["moves"][number], { client }: ModelUse): boolean {
	return move.applicability !== "blocked" && move.clients.includes(client);
}

function hit(context: Context, use: ModelUse, verdict: Trouble, plan: SlugPlan | undefined): Hit {
	const { closest } = verdict;
	const proposals = closest.map((slug) => replacement(use, slug));
	const [first, ...others] = proposals;
	const isCertain =
		verdict.kind !== "unknown-model" && verdict.kind !== "deprecated" && servesSame(use.slug, closest[0]);
	return {
		range: use.range,
		message: messageOf(use.slug, verdict, context.catalogue),
		subject: use.slug,
		row: plan?.row ?? `troubleshooting/${isDotted(use.slug) ? "model-dots-and-dashes" : "model-not-found"}`,
		advice: adviceOf(verdict, context.catalogue),
		tags: verdict.kind === "deprecated" ? ["deprecated"] : [],
		// Another model answers differently: which one, a person says. Another way to the same model can be suggested.
		proposal: isCertain ? first : undefined,
		alternatives: isCertain ? others : proposals,
	};
}

/** `google/gemini-2.5-flash` and `gemini-2.5-flash` are one model on different ways. */
function servesSame(slug: string, other: string | undefined): boolean {
	return slug.split("/").at(-1)?.toLowerCase() === other?.split("/").at(-1)?.toLowerCase();
}

function replacement({ range }: ModelUse, slug: string): Proposal {
	const proposal = alone("concentrate-unknown-model", range, `Replace by ${slug}`, "suggested", {
		op: "replace",
		range,
		newText: slug,
	});
	return { ...proposal, group: `${proposal.group}:${slug}` };
}

function isDotted(slug: string): boolean {
	return /^(.*\/)?claude-[\w-]*\d\.\d/.test(slug);
}

function messageOf(slug: string, verdict: Trouble, { catalogue }: CatalogueIndex): string {
	switch (verdict.kind) {
		case "unknown-model":
			return `Concentrate does not list the model ${slug} (catalogue of ${catalogue.date}).`;
		case "deprecated":
			return `Concentrate lists the model ${slug} as deprecated (${verdict.date}).`;
		case "author-prefix":
			return `${verdict.prefix} is the author of ${slug}, and what stands before the slash must be the provider that serves it.`;
		case "unknown-provider":
			return `Concentrate does not list the provider ${verdict.prefix} of ${slug} (catalogue of ${catalogue.date}).`;
		case "not-served":
			return `The provider ${verdict.provider} does not serve ${slug} (catalogue of ${catalogue.date}).`;
	}
}

function adviceOf({ closest }: Trouble, { catalogue }: CatalogueIndex): string {
	const near = closest.length > 0 ? `What comes close: ${closest.join(", ")}.` : "No model comes close.";
	const fresh = "Refresh Model Catalogue and `migrate-helicone verify` ask for the list as it is now";
	return `${near} ${fresh}; this one is of ${catalogue.date}.`;
}
