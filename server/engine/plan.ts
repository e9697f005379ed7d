/** Fixes of one file together: apply, analyse again, accept or drop. */
import type { AnalyzeOptions } from "./analyze";
import { applyChanges } from "./edits/apply";
import { composeChanges } from "./edits/compose-changes";
import { type Inspection, inspect } from "./inspect";
import type { Analysis, Applicability, Change, Document, Finding } from "./model";
import type { Proposal } from "./moves/context";
import { sweepTodos } from "./todos/sweep-todos";

export interface Selection {
	/** `suggested` takes the safe ones too. */
	readonly applicability: Applicability;
	/** Only these rules; all without it. */
	readonly rules?: readonly string[];
	/** What a person ticked: a group is taken if one of its findings is. `round` counts from zero, and groups have other names in every round. */
	readonly wants?: (finding: Finding, round: number) => boolean;
	/** Ids of names of several files: what changes one of them is taken though neither rule nor tick asks for it. */
	readonly wanted?: ReadonlySet<string>;
	/** Ids of names that cannot change everywhere: what changes one of them is left. */
	readonly refused?: ReadonlySet<string>;
}

export interface FilePlan {
	readonly before: Analysis;
	/** Sorted, disjoint changes against `before.document.text`; empty when there is nothing to do. */
	readonly changes: readonly Change[];
	readonly newText: string;
	readonly applied: readonly Finding[];
	/** Fixes taken back because the result did not say what was meant, each with its reason. */
	readonly dropped: readonly { readonly finding: Finding; readonly reason: string }[];
	/** What the selection asks for, and is left because of `refused`. */
	readonly left: readonly Finding[];
	/** Ids of names of several files that the changes change, or follow. */
	readonly taken: ReadonlySet<string>;
	/** Analysis of `newText`. */
	readonly after: Analysis;
}

/** One fix may uncover another (a dict that only now is empty); a file that still changes after this many rounds is left there. */
const mostRounds = 10;

/** Comments that mark manual work go when it is done. Never throws on any text. `newText` analysed again gives no finding that the selection would fix, the dropped ones apart. */
export function planFile(document: Document, options: AnalyzeOptions, selection: Selection): FilePlan {
	const before = inspect(document, options);
	let now = before;
	let changes: readonly Change[] = [];
	const applied: Finding[] = [];
	const dropped = new Map<string, { finding: Finding; reason: string }>();
	const taken = new Set<string>();
	for (let round = 0; round < mostRounds; round++) {
		const chosen = choose(now, selection, dropped, round);
		if (chosen.length === 0) break;
		const step = takeAll(now, chosen, options) ?? takeOneByOne(now, chosen, options, dropped);
		if (!step) break;
		changes = composeChanges(changes, step.changes);
		applied.push(...step.applied);
		for (const id of changedBy(now.analysis, step.applied)) taken.add(id);
		now = step.after;
	}
	const swept = sweepTodos(now);
	if (swept.length > 0) {
		changes = composeChanges(changes, swept);
		now = again(now, swept, options);
	}
	return {
		before: before.analysis,
		changes,
		newText: now.analysis.document.text,
		applied,
		dropped: [...dropped.values()],
		left: leftBy(selection, now.analysis),
		taken,
		after: now.analysis,
	};
}

/** Ids of names that the fixes of these findings change. */
function changedBy({ shares }: Analysis, findings: readonly Finding[]): readonly string[] {
	if (shares.length === 0) return [];
	const groups = new Set(findings.flatMap(({ fix }) => fix?.group ?? []));
	return shares.flatMap(({ group, changes }) => (group !== undefined && groups.has(group) ? changes : []));
}

function leftBy({ refused, applicability }: Selection, { shares, findings }: Analysis): Finding[] {
	if (!refused || refused.size === 0) return [];
	const groups = groupsChanging(shares, refused);
	return findings.filter(
		({ fix }) => fix && groups.has(fix.group) && (applicability === "suggested" || fix.applicability === "safe"),
	);
}

function groupsChanging(shares: Analysis["shares"], ids: ReadonlySet<string> | undefined): ReadonlySet<string> {
	if (!ids || ids.size === 0 || shares.length === 0) return new Set();
	return new Set(shares.flatMap(({ group, changes }) => (group && changes.some((id) => ids.has(id)) ? [group] : [])));
}

interface Chosen {
	readonly proposal: Proposal;
	readonly findings: readonly Finding[];
}

interface Step {
	readonly changes: readonly Change[];
	readonly applied: readonly Finding[];
	readonly after: Inspection;
}

/** The groups to apply, in the order of their first finding. */
function choose(now: Inspection, selection: Selection, dropped: ReadonlyMap<string, unknown>, round: number): Chosen[] {
	const byGroup = new Map<string, Finding[]>();
	const refused = groupsChanging(now.analysis.shares, selection.refused);
	const wantedGroups = groupsChanging(now.analysis.shares, selection.wanted);
	for (const finding of now.analysis.findings) {
		if (!finding.fix || dropped.has(nameOf(finding)) || refused.has(finding.fix.group)) continue;
		if (selection.applicability === "safe" && finding.fix.applicability !== "safe") continue;
		const group = byGroup.get(finding.fix.group);
		if (group) group.push(finding);
		else byGroup.set(finding.fix.group, [finding]);
	}
	return [...byGroup].flatMap(([group, findings]) => {
		const proposal = now.proposals.get(group);
		const wanted = !selection.rules || findings.some((finding) => selection.rules?.includes(finding.rule));
		const ticked = !selection.wants || findings.filter((finding) => selection.wants?.(finding, round)).length > 0;
		return proposal && ((wanted && ticked) || wantedGroups.has(group)) ? [{ proposal, findings }] : [];
	});
}

/** All at once; undefined when they do not fit together or the result is worse. */
function takeAll(now: Inspection, chosen: readonly Chosen[], options: AnalyzeOptions): Step | undefined {
	const rendered = now.renderAll(chosen.flatMap((one) => one.proposal.operations));
	if (!rendered.ok || rendered.changes.length === 0) return undefined;
	const after = again(now, rendered.changes, options);
	const findings = chosen.flatMap((one) => one.findings);
	return trouble(now, after, findings) === undefined
		? { changes: rendered.changes, applied: findings, after }
		: undefined;
}

/** One fix after the other until one is taken; those that fail on the way are dropped with their reason. */
function takeOneByOne(
	now: Inspection,
	chosen: readonly Chosen[],
	options: AnalyzeOptions,
	dropped: Map<string, { finding: Finding; reason: string }>,
): Step | undefined {
	for (const { proposal, findings } of chosen) {
		const rendered = now.renderAll(proposal.operations);
		const after = rendered.ok ? again(now, rendered.changes, options) : undefined;
		const reason = rendered.ok ? (after ? trouble(now, after, findings) : undefined) : rendered.reason;
		if (reason === undefined && after && rendered.ok) return { changes: rendered.changes, applied: findings, after };
		for (const finding of findings)
			dropped.set(nameOf(finding), { finding, reason: reason ?? "The fix changed nothing." });
	}
	return undefined;
}

function again(now: Inspection, changes: readonly Change[], options: AnalyzeOptions): Inspection {
	const { document } = now.analysis;
	return inspect({ ...document, text: applyChanges(document.text, changes) }, options);
}

/** Why a result is not accepted: a syntax error that was not there, or the finding still stands. */
function trouble(before: Inspection, after: Inspection, fixed: readonly Finding[]): string | undefined {
	if (after.broken > before.broken) return "The result could not be parsed.";
	const left = countByName(after.analysis.findings);
	const had = countByName(before.analysis.findings);
	for (const [name, count] of countByName(fixed)) {
		if ((left.get(name) ?? 0) > (had.get(name) ?? 0) - count) return "What was found still stands in the result.";
	}
	return undefined;
}

function countByName(findings: readonly Finding[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const finding of findings) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
	return counts;
}

/** Findings that say the same of the same thing; their places move while the text changes. */
function nameOf(finding: Finding): string {
	return `${finding.rule} ${finding.subject}`;
}
