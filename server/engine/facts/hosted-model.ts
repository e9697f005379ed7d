/** What a cloud's name for a model is in Concentrate's catalogue. */
import { isCatalogueModel } from "../../../shared/mappings";
import { planSlug } from "./slug";

/**
 * Bedrock's `us.anthropic.claude-sonnet-4-5-20250929-v1:0`, Vertex' `claude-sonnet-4-5@20250929`, Azure's `gpt-4o`.
 * @returns undefined for a deployment or a model that the catalogue does not list
 */
export function hostedModel(slug: string): string | undefined {
	const plain = slug
		.replace(/^(us|eu|apac|jp|au|global)\./, "")
		.replace(/^(anthropic|meta|amazon|mistral|cohere|ai21|deepseek|openai|qwen)\./, "")
		.replace(/-v\d+(:\d+)?$/, "")
		.replace(/[-@]20\d{6}$/, "");
	const plan = planSlug(slug, "proxy");
	const exact = plan?.applicability === "safe" ? plan.slug : undefined;
	return [slug, plain, exact ?? ""].find(isCatalogueModel);
}
