/** What stands in a region's text for a value that somebody fills in before the text is read: `{{ key }}`, `${var.key}`. */

/** As long as what it stands for, in UTF-16 code units; it reads as a variable of no meaning wherever `$X` does. */
export function standInFor(length: number): string {
	return length > 3 ? `$V_${"V".repeat(length - 3)}` : "VVV".slice(0, length);
}

/** In quotes where nothing is a variable it is still no literal. */
export function holdsStandIn(text: string): boolean {
	return /\$V_V+/.test(text);
}
