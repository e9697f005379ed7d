/** Fixes over many files until nothing more moves: what one file gives up may free a key in another. */
import { environmentVariable } from "../../shared/mappings/index";
import type { AnalyzeOptions } from "../engine/analyze";
import { applyChanges } from "../engine/edits/apply";
import { composeChanges } from "../engine/edits/compose-changes";
import type { Change, Document, Finding } from "../engine/model";
import type { FilePlan, Selection } from "../engine/plan";
import { withKept } from "../engine/workspace";
import { namingFile } from "./naming-file";
import { type FileToPlan, type PlansTogether, planTogether, reasonFor } from "./plan-together";
import { markOf, type Project } from "./project";
import { type Scan, withTexts } from "./scan";

/** A fix that frees a key in an `.env` takes a second round; the rest is a guard against fixes that undo each other. */
const maxRounds = 4;

/** Files that can be looked at again with other texts. */
export interface Planned {
	readonly scan: Scan;
	/** What these files, or the same files with other texts, say together. */
	project(scan: Scan): Promise<Project>;
}

/** The same files are read as a project once: a plan asks several times for the one that it begins with. */
export function rememberProjects(project: Planned["project"]): Planned["project"] {
	const known = new WeakMap<Scan, Promise<Project>>();
	return (scan) => {
		const one = known.get(scan) ?? project(scan);
		known.set(scan, one);
		return one;
	};
}

/** A file with what the engine found in it. */
export interface Analysed {
	readonly path: string;
	readonly document: Document;
	readonly findings: readonly Finding[];
	/** Why nothing was read in it, or in a part of it. */
	readonly unread?: string;
}

export interface Dropped extends Analysed {
	/** One for each finding: why its fix was taken back. */
	readonly reasons: readonly string[];
}

export interface Fixed {
	/** New texts of the files that change, by absolute path. */
	readonly texts: ReadonlyMap<string, string>;
	/** By absolute path: what turns the document of the scan (its text without byte order mark) into the new one. */
	readonly changes: ReadonlyMap<string, readonly Change[]>;
	/** What was fixed; ranges are of the text that the round began with. */
	readonly applied: readonly Analysed[];
	readonly dropped: readonly Dropped[];
	/** By absolute path and group of a fix (`groupKey`): ids of the names of several files that it changes or follows. */
	readonly names: ReadonlyMap<string, readonly string[]>;
}

/** @param group of a fix in the file */
export function groupKey(path: string, group: string): string {
	return `${path}\n${group}`;
}

export interface FixRoundsOptions {
	/** Called before each file; a long run lets others have their turn there, or ends by throwing. */
	readonly breathe?: (done: number, total: number) => Promise<void>;
	/** What else is to be done to a file when all fixes are there. */
	readonly lastly?: ((document: Document, how: AnalyzeOptions) => readonly Change[]) | undefined;
	/** What a person ticked. `isFirst`: the file still has the text that they saw, and its groups their names. */
	readonly wants?: (path: string, finding: Finding, isFirst: boolean) => boolean;
}

/** Writes nothing. @throws what `breathe` throws */
export async function fixAll(planned: Planned, selection: Selection, options: FixRoundsOptions = {}): Promise<Fixed> {
	const marks = new Map(planned.scan.files.map(({ path, text }) => [path, markOf(text)]));
	const texts = new Map<string, string>();
	const changes = new Map<string, readonly Change[]>();
	const applied: Analysed[] = [];
	const names = new Map<string, readonly string[]>();
	let dropped: Dropped[] = [];
	for (let round = 0; round < maxRounds; round++) {
		const { files } = await planned.project(withTexts(planned.scan, texts));
		dropped = [];
		let changed = 0;
		const waiting = files.map((file): FileToPlan => {
			return { ...file, selection: selectionOf(selection, file.path, round === 0, options) };
		});
		const planning = await planKeeping(waiting, options.breathe);
		for (const { path, document } of files) {
			const plan = planning.plans.get(path);
			if (!plan) continue;
			dropped.push(...takenBack(path, document, plan, planning));
			if (plan.newText === document.text) continue;
			applied.push({ path, document, findings: plan.applied });
			for (const share of plan.before.shares)
				if (share.group !== undefined) names.set(groupKey(path, share.group), share.changes);
			texts.set(path, (marks.get(path) ?? "") + plan.newText);
			changes.set(path, composeChanges(changes.get(path) ?? [], plan.changes));
			changed++;
		}
		if (changed === 0) break;
	}
	if (options.lastly) {
		const { files } = await planned.project(withTexts(planned.scan, texts));
		for (const [index, { path, document, options: how }] of files.entries()) {
			await options.breathe?.(index, files.length);
			const more = namingFile(path, () => options.lastly?.(document, how) ?? []);
			if (more.length === 0) continue;
			texts.set(path, (marks.get(path) ?? "") + applyChanges(document.text, more));
			changes.set(path, composeChanges(changes.get(path) ?? [], more));
		}
	}
	return { texts, changes, applied, dropped, names };
}

/** What a file alone cannot do, and what it leaves because another file cannot do its part. */
function takenBack(path: string, document: Document, plan: FilePlan, { refused }: PlansTogether): Dropped[] {
	const own = plan.dropped.length > 0 ? [{ path, document, ...split(plan.dropped) }] : [];
	const others = plan.left.map((finding) => {
		return { finding, reason: reasonFor(path, plan.after, finding.fix?.group, refused) };
	});
	return others.length > 0 ? [...own, { path, document: plan.after.document, ...split(others) }] : own;
}

function split(all: readonly { readonly finding: Finding; readonly reason: string }[]) {
	return { findings: all.map(({ finding }) => finding), reasons: all.map(({ reason }) => reason) };
}

/** A client whose fix is taken back still reads its key: what defines that key is planned knowing so. */
async function planKeeping(files: readonly FileToPlan[], breathe: FixRoundsOptions["breathe"]): Promise<PlansTogether> {
	const kept = new Set<string>();
	for (;;) {
		const planning = await planTogether(kept.size === 0 ? files : keeping(files, kept), breathe);
		const unmoved = [...planning.plans.values()].flatMap(variablesLeft).filter((name) => !kept.has(name));
		if (unmoved.length === 0) return planning;
		for (const name of unmoved) kept.add(name);
	}
}

/** Variables that only fixes which were taken back would have given up. */
function variablesLeft({ dropped, left }: FilePlan): string[] {
	return [...dropped.map(({ finding }) => finding), ...left].flatMap(({ subject }) =>
		environmentVariable(subject) ? [subject] : [],
	);
}

function keeping(files: readonly FileToPlan[], kept: ReadonlySet<string>): FileToPlan[] {
	const known = new Map<AnalyzeOptions, AnalyzeOptions>();
	return files.map((file) => {
		const { workspace } = file.options;
		const options = known.get(file.options) ?? { ...file.options, workspace: withKept(workspace, kept) };
		known.set(file.options, options);
		return { ...file, options };
	});
}

function selectionOf(selection: Selection, path: string, isFirst: boolean, { wants }: FixRoundsOptions): Selection {
	if (!wants) return selection;
	return { ...selection, wants: (finding, round) => wants(path, finding, isFirst && round === 0) };
}
