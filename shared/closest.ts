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

/**
 * @returns at most `most` words, the nearest first: those that begin alike (`gpt-`), since what follows is a version and the
 * family is what was meant, and others that are near enough to be a slip
 */
export function closestWords(typed: string, words: readonly string[], most: number): readonly string[] {
	const wanted = typed.toLowerCase();
	return words
		.map((word) => ({ word, cost: distance(wanted, word.toLowerCase()), isFamily: beginsAlike(word, wanted) }))
		.filter(({ word, cost, isFamily }) => isFamily || cost <= Math.max(1, Math.floor(word.length / 3)))
		.sort((a, b) => Number(b.isFamily) - Number(a.isFamily) || a.cost - b.cost || (a.word < b.word ? -1 : 1))
		.slice(0, most)
		.map(({ word }) => word);
}

function beginsAlike(word: string, wanted: string): boolean {
	return word.slice(0, 4).toLowerCase() === wanted.slice(0, 4);
}
