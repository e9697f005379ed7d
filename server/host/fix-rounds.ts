/** Fixes over many files until nothing more moves: what one file gives up may free a key in another. */
import type { AnalyzeOptions } from "../engine/analyze";
import { applyChanges } from "../engine/edits/apply";
import { composeChanges } from "../engine/edits/compose-changes";
import type { Change, Document, Finding } from "../engine/model";
import { planFile, type Selection } from "../engine/plan";
import { namingFile } from "./naming-file";
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
	let dropped: Dropped[] = [];
	for (let round = 0; round < maxRounds; round++) {
		const { files } = await planned.project(withTexts(planned.scan, texts));
		dropped = [];
		let changed = 0;
		for (const [index, { path, document, options: how }] of files.entries()) {
			await options.breathe?.(index, files.length);
			const chosen = selectionOf(selection, path, round === 0, options);
			const plan = namingFile(path, () => planFile(document, how, chosen));
			const findings = plan.dropped.map(({ finding }) => finding);
			const reasons = plan.dropped.map(({ reason }) => reason);
			if (findings.length > 0) dropped.push({ path, document, findings, reasons });
			if (plan.newText === document.text) continue;
			applied.push({ path, document, findings: plan.applied });
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
	return { texts, changes, applied, dropped };
}

function selectionOf(selection: Selection, path: string, isFirst: boolean, { wants }: FixRoundsOptions): Selection {
	if (!wants) return selection;
	return { ...selection, wants: (finding, round) => wants(path, finding, isFirst && round === 0) };
}
