/** What a person reads under the pointer: the guide's row, the replacement, and where to read on. */
import { type Hover, MarkupKind } from "vscode-languageserver";
import { docsUrl, guideUrl } from "../../shared/protocol";
import type { Range } from "../engine/model";
import type { Analysed } from "./analyses";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import { positionsOf } from "./positions";

export const hoverFeature: Feature = {
	name: "hover",
	capabilities: { hoverProvider: true },
	register(session) {
		session.connection.onHover(
			guarded(session.guard, "hover", null, async ({ textDocument, position }) => {
				const analysed = await session.analyse(textDocument.uri);
				return analysed ? hoverAt(analysed, analysed.document.offsetAt(position)) : null;
			}),
		);
	},
};

/** @returns everything that is said about the offset, the narrowest range first; null where nothing is */
function hoverAt({ document, analysis }: Analysed, offset: number): Hover | null {
	const here = analysis.hovers.filter((one) => holds(one.range, offset)).sort((a, b) => size(a.range) - size(b.range));
	const narrowest = here[0];
	if (narrowest === undefined) return null;
	const rules = analysis.findings.filter((one) => holds(one.range, offset)).map((one) => one.rule);
	const texts = [...new Set(here.map((one) => one.markdown.trimEnd()))];
	return {
		contents: { kind: MarkupKind.Markdown, value: [...texts, links(rules, texts.join())].join("\n\n---\n\n") },
		range: positionsOf(document, narrowest.range),
	};
}

/** The rule's page and the guide, unless the text links to it already. */
function links(rules: readonly string[], said: string): string {
	const pages = [...new Set(rules)].map((rule) => ({ title: rule, url: docsUrl(rule) }));
	return [...pages, { title: "Migration guide", url: guideUrl }]
		.filter((page) => !said.includes(`(${page.url})`))
		.map((page) => `[${page.title}](${page.url})`)
		.join(" · ");
}

function holds(range: Range, offset: number): boolean {
	return range[0] <= offset && offset <= range[1];
}

function size(range: Range): number {
	return range[1] - range[0];
}
