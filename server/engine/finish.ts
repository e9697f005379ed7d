/** *Finish Migration*: what the move left standing until it was verified goes. Done TODO comments go with every run. */
import { isKeptKeyLine } from "./edits/kept-key";
import type { Change, Document } from "./model";

/** @returns deletions of the whole lines in which a fix commented out a provider's key; nobody else's comments */
export function finishChanges({ text }: Document): readonly Change[] {
	const changes: Change[] = [];
	let at = 0;
	for (const line of text.split(/(?<=\n)/)) {
		if (isKeptKeyLine(line)) changes.push({ range: [at, at + line.length], newText: "" });
		at += line.length;
	}
	return changes;
}
