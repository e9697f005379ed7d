/** "Why?" of the tree: what the hover says of one finding, for files that nobody has open. */
import { type ExplainParams, type ExplainResult, explainRequest } from "../../shared/migration-protocol";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import { positionsOf } from "./positions";

export const explainFeature: Feature = {
	name: "explain",
	capabilities: {},
	register(session) {
		const nothing: ExplainResult = { markdown: null };
		session.connection.onRequest(
			explainRequest.method,
			guarded<ExplainParams, [], ExplainResult>(session.guard, "explain", nothing, async ({ uri, rule, range }) => {
				const analysed = await session.analyse(uri);
				if (!analysed) return nothing;
				const { document, analysis } = analysed;
				const isAsked = (one: { readonly range: readonly [number, number] }) =>
					JSON.stringify(positionsOf(document, one.range)) === JSON.stringify(range);
				const finding = analysis.findings.find((one) => one.rule === rule && isAsked(one));
				const hover = finding && analysis.hovers.find((one) => isAsked(one) && one.row === finding.row);
				return { markdown: hover?.markdown ?? finding?.message ?? null };
			}),
		);
	},
};
