/** Model strings that Concentrate lists: nothing is wrong with them, and a hover says who serves them. */
import type { CatalogueIndex } from "./catalogue-index";
import { describeModel } from "./describe-model";
import type { Facts } from "./facts/facts";
import type { Hover } from "./model";
import { checkSlug } from "./slug-check";

export function slugHovers({ models }: Facts, catalogue: CatalogueIndex): Hover[] {
	return models.flatMap(({ slug, range, client: { gateway } }) => {
		const verdict = gateway.kind === "concentrate" ? checkSlug(slug, catalogue) : undefined;
		if (verdict?.kind !== "known" || !verdict.model) return [];
		return [{ range, row: undefined, markdown: describeModel(verdict.model, catalogue.catalogue.date) }];
	});
}
