/** How a fix marks the provider keys that it comments out, so that *Finish Migration* finds them once all is verified. */

/** Stands behind the comment's opener, before the old line: `# unused since migrate-helicone: OPENAI_API_KEY=…`. */
export const keptKeyMark = "unused since migrate-helicone: ";

/** @returns whether a whole line, with or without its line break, is one that a fix commented out */
export function isKeptKeyLine(line: string): boolean {
	return /^\s*(#|\/\/|;|--)\s*unused since migrate-helicone: /.test(line);
}
