/** How the text of a configuration file's string is spelt: what stands for another character there, and how new text is written. */
import type { Outline, Str } from "../../outline/schema";

export interface Spelling {
	/** What stands for something else, or nothing, `""`. Global; no two matches overlap. */
	readonly escapes: RegExp | undefined;
	decode(spelt: string): string;
	/** Undefined where the string cannot hold it. */
	encode(newText: string): string | undefined;
}

const verbatim: Spelling = { escapes: undefined, decode: (spelt) => spelt, encode: oneLine };

function oneLine(newText: string): string | undefined {
	return newText.includes("\n") ? undefined : newText;
}

/** A line break of YAML's quoted and plain strings is a space, with the white space around it; of an empty line nobody asks. */
const fold = String.raw`[ \t]*\r?\n[ \t]*(?=[^\s])`;
const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", " ": " " };

function backslashed(spelt: string): string {
	const sign = spelt[1] ?? "";
	if (/^\\u[0-9a-f]{4}$/i.test(spelt)) return String.fromCharCode(Number.parseInt(spelt.slice(2), 16));
	return spelt.startsWith("\\") ? (simple[sign] ?? sign) : " ";
}

const doubleQuoted: Spelling = {
	escapes: /\\(?:u[0-9a-fA-F]{4}|[^\r\n])/g,
	decode: backslashed,
	encode: (newText) => JSON.stringify(newText).slice(1, -1),
};

const yamlDouble: Spelling = {
	...doubleQuoted,
	escapes: new RegExp(String.raw`\\(?:u[0-9a-fA-F]{4}|[^\r\n])|\\\r?\n[ \t]*|${fold}`, "g"),
	decode: (spelt) => (/^\\\r?\n/.test(spelt) ? "" : backslashed(spelt)),
};

const yamlSingle: Spelling = {
	escapes: new RegExp(`''|${fold}`, "g"),
	decode: (spelt) => (spelt === "''" ? "'" : " "),
	encode: (newText) => oneLine(newText)?.replaceAll("'", "''"),
};

/** What would end a plain string, or begin a comment, cannot be written into it. */
const yamlPlain: Spelling = {
	escapes: new RegExp(fold, "g"),
	decode: () => " ",
	encode: (newText) => (/:(?:\s|$)|\s#|[\n[\]{},]/.test(newText) ? undefined : newText),
};

const hclQuoted: Spelling = {
	...doubleQuoted,
	escapes: /\\(?:u[0-9a-fA-F]{4}|[^\r\n])|\$\$(?=\{)|%%(?=\{)/g,
	decode: (spelt) => (/^(?:\$\$|%%)$/.test(spelt) ? (spelt[0] ?? "") : backslashed(spelt)),
	encode: (newText) =>
		JSON.stringify(newText)
			.slice(1, -1)
			.replace(/([$%])(?=\{)/g, "$1$1"),
};

/** `$${` is `${` to whoever reads the lines. */
const hclLines: Spelling = { escapes: /\$\$(?=\{)|%%(?=\{)/g, decode: (spelt) => spelt[0] ?? "", encode: oneLine };

/** A backslash at the end of a line takes the next one along. */
const unitLine: Spelling = { escapes: /\\\r?\n[ \t]*/g, decode: () => " ", encode: oneLine };

const tomlLiteral: Spelling = {
	...verbatim,
	encode: (newText) => (newText.includes("'") ? undefined : oneLine(newText)),
};

export function spellingOf({ language }: Outline, { open, form }: Str): Spelling {
	if (form === "heredoc") return language === "hcl" ? hclLines : verbatim;
	const quote = open.at(-1);
	if (quote === "'") return language === "yaml" ? yamlSingle : tomlLiteral;
	if (language === "yaml") return quote === '"' ? yamlDouble : yamlPlain;
	if (language === "properties") return unitLine;
	if (quote !== '"') return verbatim;
	return language === "hcl" ? hclQuoted : doubleQuoted;
}
