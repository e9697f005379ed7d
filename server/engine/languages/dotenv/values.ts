/** Values of a `.env` file and the variables inside them. */
import { newEither, newRef, newStr } from "../../outline/nodes";
import type { Expr, Hole, Range, Str } from "../../outline/schema";

/** Nested defaults (`${A:-${B:-…}}`) deeper than this are read as text. */
const deepestDefault = 20;

/**
 * @param at where the value may start, behind the white space after the sign
 * @param afterSign where an empty value stands: `A= # none`
 */
export function readBare(text: string, at: number, lineEnd: number, afterSign: number): Str {
	const line = text.slice(at, lineEnd);
	// `#` starts a comment only behind white space: `http://host/#/path` is a value.
	const comment = line.search(at > afterSign ? /(?:^|[ \t])#/ : /[ \t]#/);
	const content = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
	if (content === "") return newStr([afterSign, afterSign]);
	const range: Range = [at, at + content.length];
	return newStr(range, { holes: holesIn(text, range, 0) });
}

/** Up to the closing quote, over several lines if it must; one that never closes ends with its line. */
export function readQuoted(text: string, at: number, quote: '"' | "'" | "`"): Str {
	const closer = closingQuote(text, at, quote);
	const newline = text.slice(at).search(/\r?\n|$/);
	const content: Range = [at + 1, closer ?? Math.max(at + 1, at + newline)];
	const raw = quote !== '"';
	return newStr([at, closer === undefined ? content[1] : closer + 1], {
		content,
		open: quote,
		close: closer === undefined ? "" : quote,
		raw,
		hasEscapes: !raw && text.slice(...content).includes("\\"),
		holes: raw ? [] : holesIn(text, content, 0),
		form: "quoted",
	});
}

function closingQuote(text: string, at: number, quote: string): number | undefined {
	for (let index = at + 1; index < text.length; index++) {
		if (text[index] === "\\") index++;
		else if (text[index] === quote) return isPlausibleEnd(text, at, index) ? index : undefined;
	}
	return undefined;
}

/** The next quote of a value that was never closed opens another line's value: something follows it. */
function isPlausibleEnd(text: string, start: number, end: number): boolean {
	if (!text.slice(start, end).includes("\n")) return true;
	return /^[ \t]*(?:#|\r?\n|$)/.test(text.slice(end + 1, end + 200));
}

const variable = /\$(?:\{([A-Za-z_]\w*)(:?[-=])?|([A-Za-z_]\w*))/g;

/** `$X`, `${X}` and `${X:-default}`; a backslash before the dollar sign makes it text. */
function holesIn(text: string, [start, end]: Range, depth: number): Hole[] {
	const holes: Hole[] = [];
	const source = text.slice(start, end);
	let behind = 0;
	for (const match of source.matchAll(variable)) {
		if (match.index < behind || isEscaped(source, match.index)) continue;
		const hole = holeAt(text, start + match.index, end, match, depth);
		if (hole === undefined) continue;
		holes.push(hole);
		behind = hole.range[1] - start;
	}
	return holes;
}

function isEscaped(source: string, at: number): boolean {
	const slashes = /\\*$/.exec(source.slice(Math.max(0, at - 50), at));
	return (slashes?.[0].length ?? 0) % 2 === 1;
}

function holeAt(text: string, at: number, end: number, match: RegExpExecArray, depth: number): Hole | undefined {
	const [whole, braced, sign, bare] = match;
	if (bare !== undefined) {
		const range: Range = [at, at + whole.length];
		return { range, expr: newRef(range, bare, [at + 1, range[1]]) };
	}
	const close = closingBrace(text, at + whole.length, end);
	if (braced === undefined || close === undefined) return undefined;
	const range: Range = [at, close + 1];
	const name: Range = [at + 2, at + 2 + braced.length];
	if (sign === undefined)
		return close === name[1] ? { range, expr: newRef(range, braced, name) } : { range, expr: undefined };
	return { range, expr: withDefault(text, range, newRef(name, braced), [at + whole.length, close], depth) };
}

function withDefault(text: string, range: Range, ref: Expr, word: Range, depth: number): Expr {
	const holes = depth < deepestDefault ? holesIn(text, word, depth + 1) : [];
	return newEither(range, "or", ref, newStr(word, { holes }));
}

function closingBrace(text: string, from: number, end: number): number | undefined {
	let open = 1;
	for (let index = from; index < end; index++) {
		if (text[index] === "{") open++;
		else if (text[index] === "}" && --open === 0) return index;
	}
	return undefined;
}
