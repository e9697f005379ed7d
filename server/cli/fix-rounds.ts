/** Fixes over many files until nothing more moves: what one file gives up may free a key in another. */
import { planFile, type Selection } from "../engine/plan";
import { namingFile } from "../host/naming-file";
import { markOf } from "../host/project";
import { withTexts } from "../host/scan";
import type { Opened } from "./open";
import type { Analysed } from "./result";

/** A fix that frees a key in an `.env` takes a second round; the rest is a guard against fixes that undo each other. */
const maxRounds = 4;

export interface Dropped extends Analysed {
	/** One for each finding: why its fix was taken back. */
	readonly reasons: readonly string[];
}

export interface Fixed {
	/** New texts of the files that change, by absolute path. */
	readonly texts: ReadonlyMap<string, string>;
	/** What was fixed; ranges are of the text that the round began with. */
	readonly applied: readonly Analysed[];
	readonly dropped: readonly Dropped[];
}

/** Writes nothing. */
export async function fixAll(opened: Opened, selection: Selection): Promise<Fixed> {
	const marks = new Map(opened.scan.files.map(({ path, text }) => [path, markOf(text)]));
	const texts = new Map<string, string>();
	const applied: Analysed[] = [];
	let dropped: Dropped[] = [];
	for (let round = 0; round < maxRounds; round++) {
		const { files } = await opened.project(withTexts(opened.scan, texts));
		dropped = [];
		let changes = 0;
		for (const { path, document, options } of files) {
			const plan = namingFile(path, () => planFile(document, options, selection));
			const findings = plan.dropped.map(({ finding }) => finding);
			const reasons = plan.dropped.map(({ reason }) => reason);
			if (findings.length > 0) dropped.push({ path, document, findings, reasons });
			if (plan.newText === document.text) continue;
			applied.push({ path, document, findings: plan.applied });
			texts.set(path, (marks.get(path) ?? "") + plan.newText);
			changes++;
		}
		if (changes === 0) break;
	}
	return { texts, applied, dropped };
}
