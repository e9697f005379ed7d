/** The model of a cloud's own client at Concentrate: the same one, or the one that took its place. */
import { isCatalogueModel } from "../../../shared/mappings";
import { hostedModel } from "../facts/hosted-model";
import { planSlug } from "../facts/slug";

export interface ModelAt {
	readonly slug: string;
	/** Why somebody should look, as sentences. */
	readonly reasons: readonly string[];
}

/** @returns undefined for a model that nothing in the catalogue stands for */
export function modelAt(written: string): ModelAt | undefined {
	const plain = written.replace(/^models\//, "").replace(/-00\d$/, "");
	const slug = hostedModel(plain);
	if (slug !== undefined) return { slug, reasons: [] };
	const other = planSlug(plain, "proxy")?.slug ?? planSlug(plain, "gateway")?.slug;
	return other !== undefined && isCatalogueModel(other)
		? { slug: other, reasons: [`\`${written}\` is gone: \`${other}\` answers instead.`] }
		: undefined;
}
