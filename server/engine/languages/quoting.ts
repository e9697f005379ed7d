/** String literals as most languages spell them. */

/** With backslash escapes; valid in Python, JavaScript and TypeScript. */
export function backslashQuoted(value: string, quote: '"' | "'"): string {
	const escaped = value
		.replaceAll("\\", "\\\\")
		.replaceAll(quote, `\\${quote}`)
		.replaceAll("\n", "\\n")
		.replaceAll("\r", "\\r");
	return `${quote}${escaped}${quote}`;
}
