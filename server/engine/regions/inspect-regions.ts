/** A host with its regions, looked at as one document: findings, fixes and hovers of the regions at their place in the host. */
import { isDisjointSorted, mergeChanges } from "../edits/apply";
import type { Operation } from "../edits/operation";
import type { Inspection } from "../inspect";
import type { Analysis, Change, Document, Finding, Fix, Hover, ModelString, Problem, Range } from "../model";
import type { Proposal } from "../moves/context";
import type { Region } from "./region";

type Rendered = ReturnType<Inspection["renderAll"]>;

interface Part {
	readonly region: Region;
	readonly inside: Inspection;
	/** Groups of two regions are two groups. */
	readonly prefix: string;
}

/** Nothing else is worth a parse: a page of documentation has many fences. */
const mention = /helic|hcone|llmmapper|concentrate|sk-cn-|_(?:KEY|TOKEN)\b/i;

/**
 * @param own what the host says without its regions
 * @param look inspects a region's text as a document
 */
export function withRegions(
	own: Inspection,
	all: readonly Region[],
	look: (document: Document, region: Region) => Inspection,
): Inspection {
	const regions = all.filter(({ text }) => mention.test(text));
	if (regions.length === 0) return own;
	const { document } = own.analysis;
	const parts = regions.map((region, index): Part => {
		const inside = look({ uri: `${document.uri}#${index}`, language: region.language, text: region.text }, region);
		return { region, inside, prefix: `region-${index}:` };
	});
	const homes = new Map<Operation, Part>();
	const proposals = new Map<string, Proposal>(own.proposals);
	for (const part of parts) {
		for (const proposal of part.inside.proposals.values()) {
			for (const operation of proposal.operations) homes.set(operation, part);
			const group = part.prefix + proposal.group;
			const applicability = part.region.isUncertain ? "suggested" : proposal.applicability;
			proposals.set(group, { ...proposal, group, applicability });
		}
	}
	const isOwn = ({ range }: { readonly range: Finding["range"] }) => !regions.some((region) => region.covers(range));
	const doubtful = new Set(
		own.analysis.findings.flatMap(({ range, fix }) =>
			fix && regions.some((region) => region.hides(range)) ? [fix.group] : [],
		),
	);
	for (const [group, proposal] of own.proposals)
		if (doubtful.has(group)) proposals.set(group, { ...proposal, applicability: "suggested" });
	const ownFindings = own.analysis.findings.filter(isOwn).map((finding) => doubted(finding, doubtful));
	const findings = [...ownFindings, ...parts.flatMap(findingsOf)];
	return {
		analysis: {
			document,
			findings: findings.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]),
			shares: own.analysis.shares,
			models: [...own.analysis.models.filter(isOwn), ...parts.flatMap(modelsOf)],
			hovers: [...own.analysis.hovers.filter(isOwn), ...parts.flatMap(hoversOf)],
			problems: [...own.analysis.problems, ...parts.flatMap(problemsOf)],
			...unreadOf(parts),
		},
		outline: own.outline,
		language: own.language,
		comments: [...own.comments, ...parts.flatMap(commentsOf)],
		broken: own.broken + parts.reduce((sum, { inside }) => sum + inside.broken, 0),
		proposals,
		renderAll: (operations) => renderAll(own, parts, homes, operations),
	};
}

/** What a reference inside a script is for, only the script says. */
function doubted(finding: Finding, groups: ReadonlySet<string>): Finding {
	const { fix } = finding;
	return fix && groups.has(fix.group) ? { ...finding, fix: { ...fix, applicability: "suggested" } } : finding;
}

function findingsOf({ region, inside, prefix }: Part): Finding[] {
	return inside.analysis.findings.flatMap((finding) => {
		const range = region.place(finding.range);
		const placed = (fix: Fix) => fixOf(region, prefix, fix);
		const alternatives = finding.alternatives.flatMap((fix) => placed(fix) ?? []);
		return range ? [{ ...finding, range, fix: finding.fix && placed(finding.fix), alternatives }] : [];
	});
}

/** A fix that cannot be said in the host as a whole is none. */
function fixOf(region: Region, prefix: string, fix: Fix): Fix | undefined {
	const changes = changesOf(region, fix.changes);
	const applicability = region.isUncertain ? "suggested" : fix.applicability;
	return changes && { ...fix, group: prefix + fix.group, applicability, changes };
}

function changesOf(region: Region, changes: readonly Change[]): readonly Change[] | undefined {
	const placed = changes.flatMap((change) => region.change(change) ?? []);
	return placed.length === changes.length && isDisjointSorted(placed) ? placed : undefined;
}

function modelsOf({ region, inside }: Part): ModelString[] {
	return inside.analysis.models.flatMap((model) => {
		const range = region.place(model.range);
		return range ? [{ ...model, range }] : [];
	});
}

function commentsOf({ region, inside }: Part): Range[] {
	return inside.comments.flatMap((range) => {
		const placed = region.place(range);
		return placed ? [placed] : [];
	});
}

function hoversOf({ region, inside }: Part): Hover[] {
	return inside.analysis.hovers.flatMap((hover) => {
		const range = region.place(hover.range);
		return range ? [{ ...hover, range }] : [];
	});
}

/** Examples leave out what everybody knows: that they cannot be parsed is no problem of anybody's. */
/** What stands in a part that is not read may be anything: the file is named for it. */
function unreadOf(parts: readonly Part[]): Pick<Analysis, "unread"> {
	const unread = parts.map(({ inside }) => inside.analysis.unread).find((reason) => reason !== undefined);
	return unread === undefined ? {} : { unread };
}

function problemsOf({ region, inside }: Part): Problem[] {
	if (region.isExample) return [];
	return inside.analysis.problems.map((problem) => ({
		...problem,
		range: (problem.range && region.place(problem.range)) ?? region.range,
	}));
}

function renderAll(
	own: Inspection,
	parts: readonly Part[],
	homes: ReadonlyMap<Operation, Part>,
	operations: readonly Operation[],
): Rendered {
	const changes: (readonly Change[])[] = [];
	const mine = own.renderAll(operations.filter((operation) => !homes.has(operation)));
	if (!mine.ok) return mine;
	changes.push(mine.changes);
	for (const part of parts) {
		const inside = operations.filter((operation) => homes.get(operation) === part);
		const rendered = inside.length > 0 ? part.inside.renderAll(inside) : undefined;
		if (rendered && !rendered.ok) return rendered;
		const placed = rendered && changesOf(part.region, rendered.changes);
		if (rendered && !placed) return { ok: false, reason: "The change reaches beyond the code that it is about." };
		changes.push(placed ?? []);
	}
	const merged = mergeChanges(changes);
	return merged ? { ok: true, changes: merged } : { ok: false, reason: "Two fixes want different text in one place." };
}
