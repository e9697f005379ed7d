/** A model of the catalogue in words: who wrote it, who serves it, how much it takes and costs. Hovers and completion say the same. */
import type { CatalogueModel, ServingProvider } from "../../shared/mappings/schema";

/** `128k tokens, $2.50 in, $10 out`: what is known of it; prices are US dollars for a million tokens. */
function numbersOf({ contextWindow, inputPrice, outputPrice }: Omit<ServingProvider, "slug">): string {
	const parts = [
		contextWindow === undefined ? undefined : `${thousands(contextWindow)} tokens`,
		inputPrice === undefined ? undefined : `${dollars(inputPrice)} in`,
		outputPrice === undefined ? undefined : `${dollars(outputPrice)} out`,
	];
	return parts.filter((part) => part !== undefined).join(", ");
}

/** One line for a list. @param provider slug of the one that is asked for; without it the whole model is meant */
export function summaryOf(model: CatalogueModel, provider: ServingProvider | undefined): string {
	const first = provider ?? model.providers?.[0];
	const window = first?.contextWindow ?? model.contextWindow;
	const numbers = numbersOf({ ...first, ...(window === undefined ? {} : { contextWindow: window }) });
	const who = provider ? `by ${model.author}, served by ${provider.slug}` : `by ${model.author}`;
	const until = provider?.deprecated === undefined ? "" : `, deprecated (${provider.deprecated})`;
	return `${who}${numbers === "" ? "" : `, ${numbers}`}${until}`;
}

/** Markdown: the model, and a line for each provider. @param date day of the catalogue */
export function describeModel(model: CatalogueModel, date: string): string {
	const aliases = model.aliases && model.aliases.length > 0 ? ` Also: ${model.aliases.map(code).join(", ")}.` : "";
	const head = `**${model.id}** is listed by Concentrate (catalogue of ${date}); its author is ${model.author}.${aliases}`;
	if (!model.providers || model.providers.length === 0)
		return `${head}\n\n*Refresh the Model Catalogue* tells who serves it, and for how much.`;
	const lines = model.providers.map((one) => {
		const numbers = numbersOf(one);
		const until = one.deprecated === undefined ? "" : ` (deprecated, ${one.deprecated})`;
		return `- ${code(`${one.slug}/${model.id}`)}${numbers === "" ? "" : `: ${numbers}`}${until}`;
	});
	return [head, `Served by, in dollars for a million tokens:\n\n${lines.join("\n")}`].join("\n\n");
}

function code(text: string): string {
	return `\`${text}\``;
}

function thousands(tokens: number): string {
	if (tokens >= 1_000_000) return `${Number((tokens / 1_000_000).toFixed(1))}M`;
	return tokens >= 1000 ? `${Math.round(tokens / 1000)}k` : String(tokens);
}

function dollars(price: number): string {
	return `$${Number.isInteger(price) ? price : price.toFixed(price < 0.01 ? 4 : 2)}`;
}
