/** Completion of model slugs inside the model strings of Concentrate's clients, and nowhere else. */
import { type CompletionItem, CompletionItemKind, CompletionItemTag, MarkupKind } from "vscode-languageserver";
import type { CatalogueModel, ServingProvider } from "../../shared/mappings/schema";
import type { CatalogueIndex } from "../engine/catalogue-index";
import { deprecationOf } from "../engine/catalogue-index";
import { describeModel, summaryOf } from "../engine/describe-model";
import type { Analysed } from "./analyses";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import { positionsOf } from "./positions";

export const completionFeature: Feature = {
	name: "completion",
	capabilities: { completionProvider: { triggerCharacters: ['"', "'", "`", "/"] } },
	register(session) {
		const none: CompletionItem[] = [];
		session.connection.onCompletion(
			guarded(session.guard, "completion", none, async ({ textDocument, position }) => {
				const analysed = await session.analyse(textDocument.uri);
				if (analysed === undefined) return none;
				return itemsAt(analysed, analysed.document.offsetAt(position), session.catalogue.current);
			}),
		);
	},
};

/** @returns every slug of the catalogue, to take the place of the whole string; the editor filters by what was typed */
function itemsAt({ document, analysis }: Analysed, offset: number, catalogue: CatalogueIndex): CompletionItem[] {
	const here = analysis.models.find(
		({ gateway, range }) => gateway === "concentrate" && range[0] <= offset && offset <= range[1],
	);
	if (here === undefined) return [];
	const range = positionsOf(document, here.range);
	if (range.start.line !== range.end.line) return [];
	const { models, date } = catalogue.catalogue;
	const item = (slug: string, order: number, more: Partial<CompletionItem>): CompletionItem => ({
		label: slug,
		kind: CompletionItemKind.EnumMember,
		filterText: slug,
		sortText: String(order).padStart(5, "0"),
		textEdit: { range, newText: slug },
		...more,
	});
	const auto = item("auto", 0, { detail: "Concentrate chooses; wants routing.model.sort" });
	return [
		auto,
		...models.flatMap((model) => slugsOf(model)).map(({ slug, ...one }, at) => item(slug, at + 1, about(one, date))),
	];
}

interface Offered {
	readonly slug: string;
	readonly model: CatalogueModel;
	readonly provider: ServingProvider | undefined;
}

/** The bare slug, and one for each provider that is known to serve it. */
function slugsOf(model: CatalogueModel): readonly Offered[] {
	const pinned = (model.providers ?? []).map((provider) => ({ slug: `${provider.slug}/${model.id}`, model, provider }));
	return [{ slug: model.id, model, provider: undefined }, ...pinned];
}

function about({ model, provider }: Omit<Offered, "slug">, date: string): Partial<CompletionItem> {
	const deprecated = provider ? provider.deprecated : deprecationOf(model.providers);
	return {
		detail: summaryOf(model, provider),
		documentation: { kind: MarkupKind.Markdown, value: describeModel(model, date) },
		...(deprecated === undefined ? {} : { tags: [CompletionItemTag.Deprecated] }),
	};
}
