import type { Context, Hit, Rule } from "./rule";

const word = /[\w.@/:-]*(?:helicone|hconeai)[\w./-]*/gi;

/** Every other word that says Helicone: comments, prose, identifiers, file names. `findMentions` leaves out what others found. */
export const heliconeMention: Rule = {
	id: "helicone-mention",
	find: ({ document }: Context): Hit[] =>
		[...document.text.matchAll(word)].map((match) => {
			const text = match[0].replace(/[./:-]+$/, "");
			return {
				range: [match.index, match.index + text.length],
				message: `“${text.slice(0, 60)}” speaks of Helicone.`,
				subject: text.slice(0, 60),
				advice: "Nothing depends on it: change it where it would mislead a reader.",
			};
		}),
};
