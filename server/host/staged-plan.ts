/** A plan as a person looks through it: every change with the rule behind it, safe and suggested ones apart. */
import { composeChanges } from "../engine/edits/compose-changes";
import { layerChanges } from "../engine/edits/layer-changes";
import type { Applicability, Change, Document, Finding } from "../engine/model";
import type { Selection } from "../engine/plan";
import { type Fixed, type FixRoundsOptions, fixAll, type Planned } from "./fix-rounds";
import { withTexts } from "./scan";

export interface LabelledChange extends Change {
	readonly rule: string;
	/** What the fix says of itself. */
	readonly title: string;
	readonly applicability: Applicability;
}

export interface LabelledFile {
	readonly path: string;
	/** The text that the changes are made for. */
	readonly document: Document;
	/** The safe ones alone are what a run of safe fixes gives; all of them, what a run of all fixes gives. */
	readonly changes: readonly LabelledChange[];
}

export interface LabelledPlan {
	readonly files: readonly LabelledFile[];
	/** Everything together, as if all was taken. */
	readonly fixed: Fixed;
	/** Paths of files whose suggested fixes touch what the safe ones wrote: they wait for the next run. */
	readonly postponed: readonly string[];
}

/** One run: all changes are taken, or none. */
export async function wholePlan(
	planned: Planned,
	selection: Selection,
	options: FixRoundsOptions,
): Promise<LabelledPlan> {
	const fixed = await fixAll(planned, selection, options);
	const documents = await documentsOf(planned);
	const files = [...fixed.changes].flatMap(([path, changes]) => {
		const document = documents.get(path);
		return document ? [{ path, document, changes: labelled(changes, findingsOf(fixed, path)) }] : [];
	});
	return { files, fixed, postponed: [] };
}

/** Two runs, the safe fixes first, so that the suggested ones can be taken or left. */
export async function stagedPlan(
	planned: Planned,
	selection: Selection,
	options: FixRoundsOptions,
): Promise<LabelledPlan> {
	const safe = await fixAll(planned, { ...selection, applicability: "safe" }, options);
	const between: Planned = { scan: withTexts(planned.scan, safe.texts), project: (scan) => planned.project(scan) };
	const all = await fixAll(between, selection, options);
	const documents = await documentsOf(planned);
	const postponed: string[] = [];
	const files = [...new Set([...safe.texts.keys(), ...all.texts.keys()])].flatMap((path): LabelledFile[] => {
		const document = documents.get(path);
		if (!document) return [];
		const first = labelled(safe.changes.get(path) ?? [], findingsOf(safe, path), "safe");
		const second = labelled(all.changes.get(path) ?? [], findingsOf(all, path), "suggested");
		const layers = layerChanges(document.text, first, second);
		if (!layers) postponed.push(path);
		return [{ path, document, changes: [...first, ...(layers?.second ?? [])].sort(byPlace) }];
	});
	return { files, fixed: joined(safe, all, new Set(postponed)), postponed };
}

function byPlace(one: Change, other: Change): number {
	return one.range[0] - other.range[0] || one.range[1] - other.range[1];
}

function joined(safe: Fixed, all: Fixed, postponed: ReadonlySet<string>): Fixed {
	const taken = [...all.texts].filter(([path]) => !postponed.has(path));
	return {
		texts: new Map([...safe.texts, ...taken]),
		changes: new Map([
			...safe.changes,
			...taken.map(([path]): [string, readonly Change[]] => [
				path,
				composeChanges(safe.changes.get(path) ?? [], all.changes.get(path) ?? []),
			]),
		]),
		applied: [...safe.applied, ...all.applied.filter(({ path }) => !postponed.has(path))],
		dropped: all.dropped,
	};
}

async function documentsOf({ scan, project }: Planned): Promise<ReadonlyMap<string, Document>> {
	const { files } = await project(scan);
	return new Map(files.map(({ path, document }) => [path, document]));
}

function findingsOf({ applied }: Fixed, path: string): readonly Finding[] {
	return applied.filter((one) => one.path === path).flatMap(({ findings }) => findings);
}

/** Each change with the finding that it stands at, or whose fix asked for it. */
function labelled(
	changes: readonly Change[],
	findings: readonly Finding[],
	applicability?: Applicability,
): readonly LabelledChange[] {
	return changes.map((change) => {
		const finding =
			findings.find((one) => touches(change, one)) ??
			findings.find((one) => one.fix?.changes.some((other) => touches(change, other))) ??
			findings[0];
		return {
			...change,
			rule: finding?.rule ?? "helicone-mention",
			title: finding?.fix?.title ?? "",
			applicability: applicability ?? finding?.fix?.applicability ?? "safe",
		};
	});
}

function touches({ range: [start, end] }: Change, { range: [from, to] }: { readonly range: Change["range"] }): boolean {
	return start <= to && from <= end;
}
