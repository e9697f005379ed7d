/** Helicone's own keys, written out (helicone.md 4, "Keys"). They are never shown: see `maskKey`. */
import type { Outline, Range, Str } from "../outline/schema";

export interface KeyLiteral {
	readonly range: Range;
	/** The string it stands in; undefined in a comment. */
	readonly str: Str | undefined;
	/** The string is the key and nothing else. */
	readonly isWhole: boolean;
}

const literal =
	/(?<![\w-])[sp]k-helicone(?:-(?:eu|rl|cp|proxy))*(?:-(?!(?:eu|rl|cp|proxy)(?![A-Za-z0-9_]))[A-Za-z0-9_]+)+(?!-)/g;

/** Every literal key of the text, in strings and comments alike: a secret is one wherever it stands. */
export function keyLiterals(outline: Outline): KeyLiteral[] {
	const found: KeyLiteral[] = [];
	for (const match of outline.text.matchAll(literal)) {
		const range: Range = [match.index, match.index + match[0].length];
		const str = outline.strings.find((one) => one.content[0] <= range[0] && range[1] <= one.content[1]);
		found.push({ range, str, isWhole: str !== undefined && outline.text.slice(...str.content).trim() === match[0] });
	}
	return found;
}
