/** Words of nginx configurations and Caddyfiles. Sources: nginx's "Beginner's Guide" and Caddy's "Caddyfile Concepts". */
import type { Range } from "../../outline/schema";
import { lineEnd } from "../line-end";

export type Dialect = "nginx" | "caddy";

export type Token =
	| { readonly kind: "word"; readonly range: Range; readonly quote: string }
	/** `end`: nginx's semicolon, Caddy's line break. */
	| { readonly kind: "open" | "close" | "end" | "comment"; readonly range: Range };

/** The token at or behind `from`; undefined at the end of the text. */
export function tokenAt(dialect: Dialect, text: string, from: number): Token | undefined {
	let at = from;
	while (at < text.length && isBlank(dialect, text, at)) at++;
	if (at >= text.length) return undefined;
	const character = text[at] ?? "";
	if (character === "#") return { kind: "comment", range: [at, lineEnd(text, at)] };
	if (dialect === "caddy" && character === "\n") return { kind: "end", range: [at, at + 1] };
	if (dialect === "nginx" && character === ";") return { kind: "end", range: [at, at + 1] };
	const isAlone = dialect === "nginx" || /^[{}](?:\s|$)/.test(text.slice(at, at + 2));
	if (isAlone && character === "{") return { kind: "open", range: [at, at + 1] };
	if (isAlone && character === "}") return { kind: "close", range: [at, at + 1] };
	const quote = quoteAt(dialect, character);
	const end = quote === "" ? wordEnd(dialect, text, at) : quotedEnd(text, at, quote);
	return { kind: "word", range: [at, end], quote };
}

/** A backslash joins Caddy's next line. */
function isBlank(dialect: Dialect, text: string, at: number): boolean {
	if (dialect === "nginx") return /[\s\uFEFF]/.test(text[at] ?? "");
	return (
		/[ \t\r\uFEFF]/.test(text[at] ?? "") ||
		isJoint(text, at) ||
		(text[at] === "\n" && isJoint(text, at - (text[at - 1] === "\r" ? 2 : 1)))
	);
}

function isJoint(text: string, at: number): boolean {
	return text[at] === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3));
}

function quoteAt(dialect: Dialect, character: string): string {
	const quotes = dialect === "nginx" ? `"'` : '"`';
	return quotes.includes(character) ? character : "";
}

function quotedEnd(text: string, at: number, quote: string): number {
	for (let index = at + 1; index < text.length; index++) {
		if (text[index] === "\\" && quote !== "`") index++;
		else if (text[index] === quote) return index + 1;
	}
	return text.length;
}

const words: Readonly<Record<Dialect, RegExp>> = {
	nginx: /(?:\$\{\w+\}|\\[\s\S]|[^\s;{}\\])+/y,
	caddy: /(?:\\(?!\r?\n)|[^\s\\])+/y,
};

function wordEnd(dialect: Dialect, text: string, at: number): number {
	const word = words[dialect];
	word.lastIndex = at;
	return word.test(text) ? word.lastIndex : at + 1;
}
