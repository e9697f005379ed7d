/** Fixes of an open document together with their other halves in the folder's other files. */
import type { WorkspaceEdit } from "vscode-languageserver";
import type { FilePlan, Selection } from "../engine/plan";
import { type FileToPlan, planTogether, reasonFor } from "../host/plan-together";
import type { Analysed } from "./analyses";
import { workspaceEdits } from "./edits";
import type { Session } from "./session";

export interface LinkedPlan {
	/** Of the document itself. */
	readonly plan: FilePlan;
	/** How many findings all its changes settle, those of other files included. */
	readonly applied: number;
	/** Other files that change with it. */
	readonly others: number;
	/** Why a fix that the selection asks for is left, if another file is the reason. */
	readonly refusal: string | undefined;
	/** Undefined when nothing changes. */
	readonly edit: WorkspaceEdit | undefined;
}

/** Whether other files have a part in the fix. */
export function isLinked({ analysis: { shares } }: Analysed, group: string): boolean {
	return shares.some((share) => share.group === group && share.changes.length > 0);
}

/**
 * @param selection of what is wanted in this document; of other files just what goes with it
 * @returns an edit of all the files that change, or of none
 */
export async function planLinked(session: Session, analysed: Analysed, selection: Selection): Promise<LinkedPlan> {
	const all = [analysed, ...(analysed.analysis.shares.length > 0 ? await session.linkedTo(analysed) : [])];
	const { applicability } = selection;
	const { plans, refused } = await planTogether(
		all.map((one): FileToPlan => {
			const { document } = one.analysis;
			const unasked: Selection = { applicability, wants: () => false };
			return { path: document.uri, document, options: one.options, selection: one === analysed ? selection : unasked };
		}),
	);
	const changed = all.flatMap((one) => {
		const plan = plans.get(one.document.uri);
		return plan && plan.changes.length > 0 && (one === analysed || plan.applied.length > 0) ? [{ one, plan }] : [];
	});
	const plan = plans.get(analysed.document.uri);
	if (!plan) throw new Error(`no plan for ${analysed.document.uri}`);
	const [left] = plan.left;
	return {
		plan,
		applied: changed.reduce((sum, { plan: { applied } }) => sum + applied.length, 0),
		others: changed.filter(({ one }) => one !== analysed).length,
		refusal: left && reasonFor(plan.after.document.uri, plan.after, left.fix?.group, refused),
		edit:
			changed.length > 0
				? workspaceEdits(
						session,
						changed.map(({ one, plan: { changes } }) => ({ analysed: one, changes })),
					)
				: undefined,
	};
}

/** Names of this document's fixes that other files have a part in: a run that changes one file alone leaves them. */
export async function sharedNames(session: Session, analysed: Analysed): Promise<ReadonlySet<string>> {
	const names = new Set(analysed.analysis.shares.flatMap(({ changes }) => changes));
	if (names.size === 0) return names;
	const others = await session.linkedTo(analysed);
	const held = new Set(others.flatMap(({ analysis: { shares } }) => shares.flatMap(({ holds }) => holds)));
	return new Set([...names].filter((id) => held.has(id)));
}
