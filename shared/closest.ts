/** "Did you mean …?" for names that a person types. */
import { distance } from "fastest-levenshtein";

/**
 * @returns the word nearest to `typed`, letter case aside, or undefined when none is near enough to be a slip
 * (more than a third of the letters differ, and neither word contains the other).
 */
export function closestWord(typed: string, words: readonly string[]): string | undefined {
	const wanted = typed.toLowerCase();
	const ranked = words
		.map((word) => ({ word, cost: distance(wanted, word.toLowerCase()) }))
		.sort((a, b) => a.cost - b.cost);
	const near = ranked.find(({ word, cost }) => cost <= Math.max(1, Math.floor(word.length / 3)));
	if (near) return near.word;
	return wanted.length < 3 ? undefined : words.find((word) => word.includes(wanted) || wanted.includes(word));
}
