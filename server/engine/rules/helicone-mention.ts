import type { Context } from "../moves/context";
import type { Range } from "../outline/schema";
import type { Hit, Rule } from "./rule";

const name = /helicone|hconeai/gi;
/** What belongs to the same word: parts of identifiers, addresses and paths. */
const before = /[\w.@/:-]/;
const after = /^[\w./-]*/;
/** What this tool itself writes and reads: its marks, its configuration file. */
const ownName = /^\.?migrate-helicone\b/i;
/** No word is longer; what is would be data. */
const longest = 200;

/** Every other word that says Helicone: comments, prose, identifiers, file names. `findMentions` leaves out what others found. */
export const heliconeMention: Rule = {
	id: "helicone-mention",
	find: ({ document }: Context): Hit[] =>
		wordsIn(document.text).map(({ range, text }) => ({
			range,
			message: `“${text.slice(0, 60)}” speaks of Helicone.`,
			subject: text.slice(0, 60),
			advice: "Nothing depends on it: change it where it would mislead a reader.",
		})),
};

function startOf(text: string, from: number, floor: number): number {
	let start = from;
	while (start > floor && before.test(text.charAt(start - 1))) start--;
	return start;
}

function wordsIn(text: string): { readonly range: Range; readonly text: string }[] {
	const found: { range: Range; text: string }[] = [];
	let end = 0;
	for (const { index, 0: core } of text.matchAll(name)) {
		if (index < end) continue;
		const start = startOf(text, index, Math.max(end, index - longest));
		const tail = after.exec(text.slice(index + core.length, index + core.length + longest))?.[0] ?? "";
		const word = text.slice(start, index + core.length + tail.length).replace(/[./:-]+$/, "");
		end = start + word.length;
		if (ownName.test(word)) continue;
		found.push({ range: [start, end], text: word });
	}
	return found;
}
