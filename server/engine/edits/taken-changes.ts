/** Which changes of a plan somebody took, read off the text that came of it. */
import type { Change } from "../model";

/**
 * @param changes sorted, disjoint changes against `text`
 * @param now what some of them made of the text
 * @returns one answer for each change; undefined when something else changed the text too
 */
export function takenChanges(text: string, changes: readonly Change[], now: string): readonly boolean[] | undefined {
	const dead = new Set<string>();
	/** Whether `now` from `at` on is what `index` and the changes behind it leave; those taken, last one first. */
	const walk = (index: number, at: number): boolean[] | undefined => {
		const key = `${index}:${at}`;
		if (dead.has(key)) return undefined;
		const from = changes[index - 1]?.range[1] ?? 0;
		const change = changes[index];
		const kept = text.slice(from, change?.range[0]);
		const next = at + kept.length;
		if (now.startsWith(kept, at)) {
			if (!change) {
				if (next === now.length) return [];
			} else {
				for (const isTaken of [true, false]) {
					const piece = isTaken ? change.newText : text.slice(...change.range);
					const rest = now.startsWith(piece, next) ? walk(index + 1, next + piece.length) : undefined;
					if (rest) return [...rest, isTaken];
				}
			}
		}
		dead.add(key);
		return undefined;
	};
	return walk(0, 0)?.reverse();
}
