/** What keys of Helicone, Concentrate, OpenAI, Anthropic and the like begin with, up to the part that is secret. */
const marks = "(?:helicone|cn|ant|proj|or|svcacct|live|test|eu|us|rl|cp|proxy|api\\d*|v\\d+)-";
/** Behind a gateway's or provider's mark everything is secret, however short; behind `sk-` alone what is long enough to be a key. */
const key = new RegExp(
	`\\b(?:([sp]k-(?:${marks})+)(?!${marks})[A-Za-z0-9_-]+|([sp]k-)(?!${marks})[A-Za-z0-9_-]{6,})`,
	"g",
);

/** All but the prefix: `sk-helicone-…`, `sk-cn-v1-…`, `sk-…`. Masking twice changes nothing; text without a key comes back as it is. */
export function maskKey(text: string): string {
	// Said of every message: most have no key.
	return text.includes("k-") ? text.replace(key, "$1$2…") : text;
}
