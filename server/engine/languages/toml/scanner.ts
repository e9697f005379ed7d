/** Values of TOML with their ranges. What cannot be read ends with its line and is noted as broken. */
import type { Comment, Range } from "../../outline/schema";
import type { ConfigEntry, ConfigItem, ConfigNode, ConfigScalar } from "../config/node";
import { lineEnd } from "../line-end";

export interface TomlText {
	readonly text: string;
	readonly comments: Comment[];
	readonly broken: Range[];
}

const quotes = ['"""', "'''", '"', "'"];
/** Inline tables and arrays deeper than this are read as text. */
const deepest = 50;

export function skipBlanks(text: string, at: number): number {
	let here = at;
	while (text[here] === " " || text[here] === "\t") here++;
	return here;
}

/** White space, newlines and comments between the parts of an array. */
export function skipSpace(toml: TomlText, at: number): number {
	const { text } = toml;
	let here = at;
	for (;;) {
		while (here < text.length && /\s/.test(text[here] ?? "")) here++;
		if (text[here] !== "#") return here;
		const end = lineEnd(text, here);
		toml.comments.push({ range: [here, end] });
		here = end;
	}
}

/** `a.b`, `"a b".c`: from its first to its last character; undefined where no key stands. */
export function keyAt({ text }: TomlText, at: number): ConfigScalar | undefined {
	const pattern =
		/(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'))*/y;
	pattern.lastIndex = at;
	const found = pattern.exec(text)?.[0];
	if (found === undefined) return undefined;
	const isQuoted = /^(["']).*\1$/.test(found) && !found.slice(1, -1).includes(found[0] ?? "");
	const range: Range = [at, at + found.length];
	const quote = isQuoted ? (found[0] ?? "") : "";
	const content: Range = isQuoted ? [range[0] + 1, range[1] - 1] : range;
	const form = isQuoted ? "quoted" : "bare";
	return { kind: "scalar", range, content, open: quote, close: quote, form, raw: true, isText: true };
}

function valueAt(toml: TomlText, at: number, depth = 0): ConfigNode {
	const { text } = toml;
	const quote = quotes.find((one) => text.startsWith(one, at));
	if (quote !== undefined) return stringAt(toml, at, quote);
	if (text[at] === "[" && depth < deepest) return arrayAt(toml, at, depth);
	if (text[at] === "{" && depth < deepest) return tableAt(toml, at, depth);
	const word = /[^\s,\]}#]*/y;
	word.lastIndex = at;
	const range: Range = [at, at + (word.exec(text)?.[0].length ?? 0)];
	if (range[0] === range[1]) toml.broken.push([at, at]);
	return { kind: "scalar", range, content: range, open: "", close: "", form: "bare", raw: true, isText: false };
}

function stringAt(toml: TomlText, at: number, quote: string): ConfigScalar {
	const { text } = toml;
	const raw = quote[0] === "'";
	const limit = quote.length === 3 ? text.length : lineEnd(text, at);
	let end = at + quote.length;
	while (end < limit && !text.startsWith(quote, end)) end += !raw && text[end] === "\\" ? 2 : 1;
	const isClosed = end < limit && text.startsWith(quote, end);
	const content: Range = [at + quote.length, Math.min(end, Math.max(limit, at + quote.length))];
	if (!isClosed) toml.broken.push([content[1], content[1]]);
	const close = isClosed ? quote : "";
	const range: Range = [at, content[1] + close.length];
	return { kind: "scalar", range, content, open: quote, close, form: "quoted", raw, isText: true };
}

function arrayAt(toml: TomlText, at: number, depth: number): ConfigNode {
	const items: ConfigItem[] = [];
	let here = skipSpace(toml, at + 1);
	while (here < toml.text.length && toml.text[here] !== "]") {
		const value = valueAt(toml, here, depth + 1);
		if (value.range[0] === value.range[1]) break;
		items.push({ range: value.range, value });
		here = skipSpace(toml, value.range[1]);
		if (toml.text[here] !== ",") break;
		here = skipSpace(toml, here + 1);
	}
	return { kind: "seq", ...closed(toml, at, here, "]"), items };
}

function tableAt(toml: TomlText, at: number, depth: number): ConfigNode {
	const entries: ConfigEntry[] = [];
	let here = skipSpace(toml, at + 1);
	while (here < toml.text.length && toml.text[here] !== "}") {
		const entry = pairAt(toml, here, depth + 1);
		if (!entry) break;
		entries.push(entry);
		here = skipSpace(toml, entry.range[1]);
		if (toml.text[here] !== ",") break;
		here = skipSpace(toml, here + 1);
	}
	return { kind: "map", ...closed(toml, at, here, "}"), entries };
}

function closed(toml: TomlText, at: number, here: number, closer: string): { range: Range; inner: Range } {
	const isClosed = toml.text[here] === closer;
	if (!isClosed) toml.broken.push([here, here]);
	return { range: [at, isClosed ? here + 1 : here], inner: [at + 1, Math.max(at + 1, here)] };
}

/** `key = value`; undefined where none stands. */
export function pairAt(toml: TomlText, at: number, depth = 0): ConfigEntry | undefined {
	const key = keyAt(toml, at);
	const sign = key && skipBlanks(toml.text, key.range[1]);
	if (!key || sign === undefined || toml.text[sign] !== "=") return undefined;
	const value = valueAt(toml, skipBlanks(toml.text, sign + 1), depth);
	return { range: [at, Math.max(sign + 1, value.range[1])], key, value, isSpread: false };
}
