/** A plan as a person looks through it: every change with the rule behind it, safe and suggested ones apart. */
import { applyChanges } from "../engine/edits/apply";
import { composeChanges } from "../engine/edits/compose-changes";
import { layerChanges } from "../engine/edits/layer-changes";
import { inspect } from "../engine/inspect";
import type { Applicability, Change, Document, Finding } from "../engine/model";
import type { Selection } from "../engine/plan";
import { type Fixed, type FixRoundsOptions, fixAll, groupKey, type Planned } from "./fix-rounds";
import { joinGroups } from "./join-groups";
import type { ProjectFile } from "./project";
import { withTexts } from "./scan";

export interface LabelledChange extends Change {
	readonly rule: string;
	/** What the fix says of itself. */
	readonly title: string;
	readonly applicability: Applicability;
	/** Changes of a plan with the same group only make sense together; undefined where no fix is known that asked for it. */
	readonly group: string | undefined;
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
	/** Paths of files whose suggested fixes cannot be taken or left one by one beside the safe ones: they wait for the next run. */
	readonly postponed: readonly string[];
}

/** One run: all changes are taken, or none. */
export async function wholePlan(
	planned: Planned,
	selection: Selection,
	options: FixRoundsOptions,
): Promise<LabelledPlan> {
	const fixed = await fixAll(planned, selection, options);
	const known = await filesOf(planned);
	const files = [...fixed.changes].flatMap(([path, changes]) => {
		const document = known.get(path)?.document;
		return document ? [{ path, document, changes: labelled(changes, fixed, path) }] : [];
	});
	return { files: joinGroups(files, [fixed]), fixed, postponed: [] };
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
	const files = await filesOf(planned);
	const postponed: string[] = [];
	const labelledFiles = [...new Set([...safe.texts.keys(), ...all.texts.keys()])].flatMap((path): LabelledFile[] => {
		const file = files.get(path);
		if (!file) return [];
		const first = labelled(safe.changes.get(path) ?? [], safe, path, "safe");
		const second = labelled(all.changes.get(path) ?? [], all, path, "suggested");
		const choices = choicesOf(file, first, second);
		if (!choices) postponed.push(path);
		return [{ path, document: file.document, changes: [...first, ...(choices ?? [])].sort(byPlace) }];
	});
	return { files: joinGroups(labelledFiles, [safe, all]), fixed: joined(safe, all), postponed };
}

/**
 * The second layer as changes that a person may take or leave one by one, whatever they choose: `if (x) {` does not go
 * without its `}`. What only fits together becomes one change; undefined where the first layer lies in between.
 */
function choicesOf(
	file: ProjectFile,
	first: readonly LabelledChange[],
	second: readonly LabelledChange[],
): readonly LabelledChange[] | undefined {
	const { text } = file.document;
	const layers = layerChanges(text, first, second);
	if (!layers || layers.second.length !== second.length) return undefined;
	if (layers.second.every((change) => standsAlone(file, first, change))) return layers.second;
	const [one, last] = [layers.second[0], layers.second.at(-1)];
	if (!one || !last) return [];
	const span: Change["range"] = [one.range[0], last.range[1]];
	if (first.some(({ range }) => range[0] < span[1] && span[0] < range[1])) return undefined;
	const moved = layers.second.map(({ range, newText }): Change => {
		return { range: [range[0] - span[0], range[1] - span[0]], newText };
	});
	return [{ ...one, range: span, newText: applyChanges(text.slice(...span), moved) }];
}

function standsAlone({ document, options }: ProjectFile, first: readonly Change[], change: Change): boolean {
	const brokenIn = (changes: readonly Change[]) =>
		inspect({ ...document, text: applyChanges(document.text, changes) }, options).broken;
	return brokenIn([...first, change].sort(byPlace)) <= brokenIn(first);
}

function byPlace(one: Change, other: Change): number {
	return one.range[0] - other.range[0] || one.range[1] - other.range[1];
}

function joined(safe: Fixed, all: Fixed): Fixed {
	const changes = [...all.changes].map(([path, second]): [string, readonly Change[]] => [
		path,
		composeChanges(safe.changes.get(path) ?? [], second),
	]);
	return {
		texts: new Map([...safe.texts, ...all.texts]),
		changes: new Map([...safe.changes, ...changes]),
		applied: [...safe.applied, ...all.applied],
		dropped: all.dropped,
		names: new Map([...safe.names, ...all.names]),
	};
}

async function filesOf({ scan, project }: Planned): Promise<ReadonlyMap<string, ProjectFile>> {
	const { files } = await project(scan);
	return new Map(files.map((file) => [file.path, file]));
}

function findingsOf({ applied }: Fixed, path: string): readonly Finding[] {
	return applied.filter((one) => one.path === path).flatMap(({ findings }) => findings);
}

/** Each change with the finding that it stands at, or whose fix asked for it. */
function labelled(
	changes: readonly Change[],
	fixed: Fixed,
	path: string,
	applicability?: Applicability,
): readonly LabelledChange[] {
	const findings = findingsOf(fixed, path);
	return changes.map((change) => {
		const own =
			findings.find((one) => touches(change, one)) ??
			findings.find((one) => one.fix?.changes.some((other) => touches(change, other)));
		const finding = own ?? findings[0];
		const sure = applicability ?? finding?.fix?.applicability ?? "safe";
		return {
			...change,
			rule: finding?.rule ?? "helicone-mention",
			title: finding?.fix?.title ?? "",
			applicability: sure,
			group: own?.fix && groupKey(path, own.fix.group),
		};
	});
}

function touches({ range: [start, end] }: Change, { range: [from, to] }: { readonly range: Change["range"] }): boolean {
	return start <= to && from <= end;
}
