/** Keys never reach a terminal, a log or a report whole. */

/** Prefixes of Helicone's, Concentrate's, OpenAI's, Anthropic's and similar keys, up to the part that is secret. */
const key = /\b([sp]k-(?:(?:helicone|cn|ant|proj|or|svcacct|live|test|eu|us|api\d*|v\d+)-)*)[A-Za-z0-9_-]{6,}/g;

/** @returns `text` with the secret part of every key replaced by `…` */
export function maskSecrets(text: string): string {
	return text.replace(key, "$1…");
}
