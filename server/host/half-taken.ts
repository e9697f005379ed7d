/** What a person took of a plan in part although it belongs together: an address without its key, say. */
import { takenChanges } from "../engine/edits/taken-changes";
import type { Change } from "../engine/model";
import type { LabelledChange, LabelledFile } from "./staged-plan";

export interface HalfTaken {
	readonly file: LabelledFile;
	/** As it stands now; `complete` and `takeBack` are changes against it. */
	readonly text: string;
	/** What is missing. */
	readonly complete: readonly Change[];
	/** Brings back what was there before. */
	readonly takeBack: readonly Change[];
}

interface Choice {
	readonly change: LabelledChange;
	readonly isTaken: boolean;
	/** Where the change, or what it would replace, stands now. */
	readonly range: Change["range"];
}

interface Looked {
	readonly file: LabelledFile;
	readonly text: string;
	readonly choices: readonly Choice[];
}

/**
 * @param now the texts that the files hold now, by path; undefined for one that is gone
 * @returns files with changes of a group that is neither there as a whole nor absent; of a file that something else changed too, nothing is known
 */
export function halfTaken(
	files: readonly LabelledFile[],
	now: ReadonlyMap<string, string | undefined>,
): readonly HalfTaken[] {
	const looked = files.flatMap((file) => lookAt(file, now.get(file.path)));
	const halves = halfGroups(looked.flatMap(({ choices }) => choices));
	return looked.flatMap(({ file, text, choices }): HalfTaken[] => {
		const own = choices.filter(({ change }) => change.group !== undefined && halves.has(change.group));
		if (own.length === 0) return [];
		const complete = own
			.filter(({ isTaken }) => !isTaken)
			.map(({ range, change }) => ({ range, newText: change.newText }));
		const takeBack = own
			.filter(({ isTaken }) => isTaken)
			.map(({ range, change }) => ({ range, newText: file.document.text.slice(...change.range) }));
		return [{ file, text, complete, takeBack }];
	});
}

function lookAt(file: LabelledFile, text: string | undefined): Looked[] {
	const taken = text === undefined ? undefined : takenChanges(file.document.text, file.changes, text);
	return text === undefined || !taken ? [] : [{ file, text, choices: choicesOf(file.changes, taken) }];
}

function choicesOf(changes: readonly LabelledChange[], taken: readonly boolean[]): readonly Choice[] {
	let shift = 0;
	return changes.map((change, index) => {
		const isTaken = taken[index] === true;
		const start = change.range[0] + shift;
		const length = isTaken ? change.newText.length : change.range[1] - change.range[0];
		shift += length - (change.range[1] - change.range[0]);
		return { change, isTaken, range: [start, start + length] };
	});
}

function halfGroups(choices: readonly Choice[]): ReadonlySet<string> {
	const seen = { taken: new Set<string>(), left: new Set<string>() };
	for (const { change, isTaken } of choices)
		if (change.group !== undefined) seen[isTaken ? "taken" : "left"].add(change.group);
	return new Set([...seen.taken].filter((group) => seen.left.has(group)));
}
