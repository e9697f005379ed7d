/** Model strings in Helicone's form that no client of the file is seen to use: builders, tables, parameters of other functions. */
import { isHeliconeProvider } from "../../../shared/mappings";
import { contentOf } from "../outline/questions";
import type { Outline, Str } from "../outline/schema";
import type { ModelUse } from "./model-use";
import { planSlug } from "./slug";

const shape = /^[\w.@-]+(:online)?(\/[\w.:@-]+){0,2}(,\s*[\w.@-]+(\/[\w.:@-]+){0,2})*$/;

/** @returns the strings, as written: whoever moves a client of the AI gateway must ask where they go */
export function straySlugs(outline: Outline, models: readonly ModelUse[]): string[] {
	return [...new Set(strayStrings(outline, models).map((str) => contentOf(outline, str)))];
}

/** Where they stand. */
export function strayStrings(outline: Outline, models: readonly ModelUse[]): Str[] {
	const seen = new Set(models.map(({ range, prefix }) => (prefix?.range ?? range)[0]));
	return outline.strings.filter((str) => {
		const text = str.holes.length === 0 && str.form === "quoted" ? contentOf(outline, str) : "";
		if (text.length < 4 || seen.has(str.content[0]) || !shape.test(text) || !/[/\d]/.test(text)) return false;
		const slug = planSlug(text, "gateway")?.slug;
		return slug !== undefined && slug !== text;
	});
}

/** `gpt-4o-mini/openai`: what only Helicone's AI gateway takes, whether or not Concentrate has the like. */
export function isGatewaySlug(text: string): boolean {
	if (text.length < 4 || !shape.test(text) || !/[/\d]/.test(text)) return false;
	const slug = planSlug(text, "gateway")?.slug;
	if (slug !== undefined) return slug !== text;
	const [, provider = ""] = text.split("/");
	return isHeliconeProvider(provider);
}
