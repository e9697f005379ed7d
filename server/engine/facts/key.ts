/** Helicone's own keys, written out (helicone.md 4, "Keys"). They are never shown: see `maskKey`. */
import type { Outline, Range, Str } from "../outline/schema";

export interface KeyLiteral {
	readonly range: Range;
	/** The string it stands in; undefined in a comment. */
	readonly str: Str | undefined;
	/** The string is the key and nothing else. */
	readonly isWhole: boolean;
}

const literal = /(?<![\w-])[sp]k-helicone(?:-[A-Za-z0-9_]+)+/g;

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

/** All but the prefix: `sk-helicone-…`, `sk-cn-v1-…`, `sk-…`. Text without a key comes back as it is. */
export function maskKey(text: string): string {
	return text
		.replace(/\b([sp]k-helicone(?:-(?:eu|rl|cp|proxy))*-)\w[\w-]*/g, "$1…")
		.replace(/\b(sk-cn-(?:v\d+-)?)[\w-]{6,}/g, "$1…")
		.replace(/\b([sp]k-(?:ant-|proj-|or-)?)(?!helicone|cn-)[\w-]{8,}/g, "$1…");
}
