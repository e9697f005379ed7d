/** The client's commands "fix all in this file": an edit comes back, the client applies it as one undo step. */
import type { ResponseError } from "vscode-languageserver";
import { type FixAllParams, type FixAllResult, fixAllRequest } from "../../shared/protocol";
import type { Analysed } from "./analyses";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import { planLinked } from "./linked-plan";
import type { Session } from "./session";

const nothing: FixAllResult = { edit: null, version: null, applied: 0, left: 0, dropped: [] };

export const fixAllFeature: Feature = {
	name: "fix all",
	capabilities: {},
	register(session) {
		session.connection.onRequest(
			fixAllRequest.method,
			guarded<FixAllParams, [], FixAllResult | ResponseError>(session.guard, "fix all", nothing, async (params) => {
				const analysed = await session.analyseSettled(params.uri);
				return analysed ? fixAll(session, analysed, params) : nothing;
			}),
		);
	},
};

/** What only makes sense with changes elsewhere brings those along. */
async function fixAll(
	session: Session,
	analysed: Analysed,
	{ applicability, rules }: FixAllParams,
): Promise<FixAllResult> {
	const selection = rules ? { applicability, rules } : { applicability };
	const { plan, edit, applied, refusal } = await planLinked(session, analysed, selection);
	if (refusal !== undefined) session.log.info(`a fix was left: ${refusal}`);
	for (const { finding, reason } of plan.dropped) session.log.info(`${finding.rule}: a fix was taken back: ${reason}`);
	return {
		edit: edit ?? null,
		version: analysed.version,
		applied,
		left: plan.after.findings.length,
		dropped: plan.dropped.map(({ finding, reason }) => ({ rule: finding.rule, reason })),
	};
}
