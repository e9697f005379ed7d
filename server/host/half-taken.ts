/** What a person took of a plan in part although it belongs together: an address without its key, say. */
import { takenChanges } from "../engine/edits/taken-changes";
import type { Change } from "../engine/model";
import type { LabelledChange, LabelledFile } from "./staged-plan";

export interface HalfTaken {
	/** As it stands now; `complete` and `takeBack` are changes against it. */
	readonly text: string;
	/** What is missing of them. */
	readonly complete: readonly Change[];
	/** Brings back what was there before them. */
	readonly takeBack: readonly Change[];
}

interface Choice {
	readonly change: LabelledChange;
	readonly isTaken: boolean;
	/** Where the change, or what it would replace, stands now. */
	readonly range: Change["range"];
}

/**
 * @param now the text that the file holds now
 * @returns undefined where every group is there as a whole or not at all, or where something else changed the file too
 */
export function halfTaken({ document, changes }: LabelledFile, now: string): HalfTaken | undefined {
	const taken = takenChanges(document.text, changes, now);
	if (!taken) return undefined;
	const choices = choicesOf(changes, taken);
	const halves = new Set(
		[...groupsOf(choices)].flatMap(([group, own]) => {
			return own.some(({ isTaken }) => isTaken) && own.some(({ isTaken }) => !isTaken) ? [group] : [];
		}),
	);
	if (halves.size === 0) return undefined;
	const concerned = choices.filter(({ change }) => change.group !== undefined && halves.has(change.group));
	return {
		text: now,
		complete: concerned
			.filter(({ isTaken }) => !isTaken)
			.map(({ range, change }) => ({ range, newText: change.newText })),
		takeBack: concerned
			.filter(({ isTaken }) => isTaken)
			.map(({ range, change }) => ({ range, newText: document.text.slice(...change.range) })),
	};
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

function groupsOf(choices: readonly Choice[]): ReadonlyMap<string, readonly Choice[]> {
	const groups = new Map<string, Choice[]>();
	for (const choice of choices) {
		const { group } = choice.change;
		if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), choice]);
	}
	return groups;
}
