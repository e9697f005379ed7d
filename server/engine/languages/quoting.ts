/** String literals as most languages spell them. */
import type { Hole, Outline, Range } from "../outline/schema";

/** With backslash escapes; valid in Python, JavaScript and TypeScript. */
export function backslashQuoted(value: string, quote: '"' | "'"): string {
	const escaped = value
		.replaceAll("\\", "\\\\")
		.replaceAll(quote, `\\${quote}`)
		.replaceAll("\n", "\\n")
		.replaceAll("\r", "\\r");
	return `${quote}${escaped}${quote}`;
}

/** The quote for a new string: that of the file's first, not the most used. What one fix takes away must not change how the next one writes. */
export function usualQuote(outline: Outline): '"' | "'" {
	return outline.strings.find((one) => one.close === "'" || one.close === '"')?.close === "'" ? "'" : '"';
}

/** A string's content without its holes. */
export function fixedText(text: string, content: Range, holes: readonly Hole[]): string {
	let at = content[0];
	let fixed = "";
	for (const { range } of holes) {
		fixed += text.slice(at, range[0]);
		at = range[1];
	}
	return fixed + text.slice(at, content[1]);
}
