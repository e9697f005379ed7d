/** What a program wants a key to begin with: `key.startsWith("sk-helicone-")`, zod's `.startsWith(…)`, `/^pk-helicone-/`. */
import { contains } from "../outline/questions";
import type { Outline, Range } from "../outline/schema";

export interface KeyPrefix {
	/** The prefix without the quotes or the regular expression around it. */
	readonly range: Range;
	/** It tells Helicone's kinds of keys apart (`sk-helicone-eu-`), which Concentrate does not have. */
	readonly isKind: boolean;
}

const kinds = "(?:[sp]k|\\[(?:sp|ps)\\]k|\\((?:\\?:)?(?:sk\\|pk|pk\\|sk)\\))";
/** The whole of a quoted string, what a regular expression begins with, or a shell's `sk-helicone-*`. */
const prefix = new RegExp(
	`(?<=(["'\`])(?:\\^|\\\\A)?|\\/(?:\\^|\\\\A)?|([\\s=])\\^?)${kinds}-helicone((?:-(?:eu|rl|cp|proxy))*)-?(?![\\w-])`,
	"g",
);

/** Every such prefix of the text, comments left out. An environment file holds keys, and asks for none. */
export function keyPrefixes(outline: Outline): KeyPrefix[] {
	if (outline.language === "dotenv" || !/[sp]\]?\)?k\)?-helicone/.test(outline.text)) return [];
	const found: KeyPrefix[] = [];
	for (const match of outline.text.matchAll(prefix)) {
		const range: Range = [match.index, match.index + match[0].length];
		if (outline.comments.some((comment) => contains(comment.range, range))) continue;
		const [, quote, space, kind = ""] = match;
		const rest = outline.text.slice(range[1], range[1] + 2);
		// A template's type: `sk-helicone-${string}`.
		if (quote !== undefined && !rest.startsWith(quote) && !(quote === "`" && rest === "${")) continue;
		if (space !== undefined && (outline.language !== "shell" || !rest.startsWith("*"))) continue;
		found.push({ range, isKind: kind !== "" });
	}
	return found;
}
