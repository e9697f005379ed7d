/** Which words of a command belong together: a flag with its value is one entry. */
import { newConcat, newItem, newStr } from "../../outline/nodes";
import type { Expr, Item, Range, Str } from "../../outline/schema";
import { flagsOf } from "./flag-table";

export interface Word {
	readonly expr: Expr;
	readonly range: Range;
}

/** @param command the command's name or path; its row of the table says which flags take no value */
export function wordItems(command: string, words: readonly Word[], text: string): Item[] {
	const items: Item[] = [];
	const rest = [...words];
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		const flag = flagOf(word, text);
		if (text.slice(...word.range) === "--") return [...items, plain(word), ...rest.map(plain)];
		const glued = flag && gluedItem(command, word, flag, text);
		const next = rest[0];
		if (glued) items.push(glued);
		else if (flag && next && takesNext(command, flag, next, text)) {
			rest.shift();
			items.push(newItem([word.range[0], next.range[1]], "entry", next.expr, flag.str));
		} else items.push(plain(word));
	}
	return items;
}

interface Flag {
	/** The word it stands in, bare or quoted (`"-H"`), or the first part of a glued one. */
	readonly str: Str;
	readonly text: string;
	/** What is glued behind that part: `"A: b"` of `-H"A: b"`. */
	readonly more: readonly Expr[];
}

function plain(word: Word): Item {
	return newItem(word.range, "value", word.expr);
}

function flagOf({ expr }: Word, text: string): Flag | undefined {
	const [first, ...more] = expr.kind === "concat" ? expr.parts : [expr];
	if (first?.kind !== "string" || first.holes.length > 0) return undefined;
	const source = text.slice(...first.content);
	const isFlag = first.form === "bare" ? /^--?[\w#]/ : /^--?[\w#][\w-]*$/;
	return isFlag.test(source) ? { str: first, text: source, more } : undefined;
}

/** `--header=A:b`, `--header="A: b"`, `-H"A: b"`, `-XPOST`: key and value in one word. */
function gluedItem(command: string, word: Word, flag: Flag, text: string): Item | undefined {
	const split = flag.str.form === "bare" ? splitAt(command, flag) : undefined;
	if (split === undefined) return undefined;
	const [start] = flag.str.range;
	const keyEnd = start + split.key;
	const valueStart = start + split.value;
	const remainder: Range = [valueStart, flag.str.range[1]];
	const parts =
		remainder[0] < remainder[1] || flag.more.length === 0 ? [bareWord(remainder, text), ...flag.more] : flag.more;
	const [only] = parts;
	const value = parts.length === 1 && only ? only : newConcat([valueStart, word.range[1]], parts);
	return newItem(word.range, "entry", value, bareWord([start, keyEnd], text));
}

/** Lengths of the key, and up to the value, inside the flag's word; undefined if the word is the key alone. */
function splitAt(command: string, flag: Flag): { key: number; value: number } | undefined {
	if (flag.text.startsWith("--")) {
		const equals = flag.text.indexOf("=");
		return equals < 0 ? undefined : { key: equals, value: equals + 1 };
	}
	const valued = valuedLetter(command, flag.text);
	const end = valued === undefined ? flag.text.length : valued + 1;
	return flag.text.length > end || flag.more.length > 0 ? { key: end, value: end } : undefined;
}

/** Index of the letter in `-sSXPOST` that takes a value; undefined when the table does not know the command, or none does. */
function valuedLetter(command: string, flag: string): number | undefined {
	const flags = flagsOf(command);
	if (flags?.clusters !== true) return undefined;
	const index = [...flag.slice(1)].findIndex((letter) => !flags.valueless.has(`-${letter}`));
	return index < 0 ? undefined : index + 1;
}

function takesNext(command: string, flag: Flag, next: Word, text: string): boolean {
	const source = text.slice(...next.range);
	if (/^-[^-\s\d]|^--/.test(source)) return false;
	const flags = flagsOf(command);
	if (flags === undefined) return true;
	if (flags.valueless.has(flag.text)) return false;
	if (!flags.clusters || flag.text.startsWith("--")) return true;
	return valuedLetter(command, flag.text) === flag.text.length - 1;
}

function bareWord(range: Range, text: string): Str {
	return newStr(range, { hasEscapes: text.slice(...range).includes("\\") });
}
