/**
 * Reads `.env` files in all the spellings that dotenv, python-dotenv, docker and shells accept: `A=b`, `export A=b`, `A: b`,
 * spaces around `=`, three kinds of quotes, values over several lines. What fits none of them is a broken range; reading
 * goes on behind its line.
 */
import { nextLine } from "../../edits/lines";
import { finishOutline } from "../../outline/finish-outline";
import { newAssign, newItem, newList, newOpaque, newRef } from "../../outline/nodes";
import type { Comment, Item, Outline, Range, Str } from "../../outline/schema";
import { lineEnd } from "../line-end";
import { readBare, readQuoted } from "./values";

interface Reading {
	readonly text: string;
	readonly items: Item[];
	readonly comments: Comment[];
	readonly broken: Range[];
}

export function readDotenv(text: string): Outline {
	const reading: Reading = { text, items: [], comments: [], broken: [] };
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	while (at < text.length) at = readLine(reading, at);
	const root = newList([0, text.length], "block", reading.items);
	return finishOutline({ language: "dotenv", text, root, comments: reading.comments, broken: reading.broken });
}

const blanks = /[ \t]*/y;
const exportWord = /export[ \t]+/y;
const nameAndSign = /([A-Za-z_][\w.-]*)(?:[ \t]*(=)[ \t]*|(:)(?:[ \t]+|(?=\r?\n|$)))/y;
const nameAlone = /([A-Za-z_][\w.-]*)[ \t]*(?=\r?\n|#|$)/y;
/** Docker's `--env-file` passes a variable on by its name alone. */
const variableAlone = /([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[ \t]*(?=\r?\n|#|$)/y;

/** @returns where the next line starts */
function readLine(reading: Reading, lineStart: number): number {
	const { text } = reading;
	const start = skip(blanks, text, lineStart);
	const end = lineEnd(text, start);
	if (start === end) return nextLine(text, end);
	if (text[start] === "#") {
		reading.comments.push({ range: [start, end] });
		return nextLine(text, end);
	}
	const named = skip(exportWord, text, start);
	const match = matchAt(nameAndSign, text, named);
	if (match !== undefined) return readAssignment(reading, start, named, match);
	return readOther(reading, start, named, end);
}

function readAssignment(reading: Reading, start: number, named: number, match: RegExpExecArray): number {
	const { text } = reading;
	const name = match[1] ?? "";
	const target = newRef([named, named + name.length], name);
	const afterSign = named + match[0].trimEnd().length;
	const value = readValue(text, named + match[0].length, afterSign);
	const range: Range = [start, Math.max(value.range[1], afterSign)];
	const assign = newAssign(range, target, value, match[2] ?? ":", undefined, named > start);
	reading.items.push(newItem(range, "statement", assign));
	const behind = Math.max(value.range[1], afterSign);
	if (value.form === "quoted" && value.close === "") reading.broken.push([behind, behind]);
	return readRest(reading, behind);
}

function readValue(text: string, at: number, afterSign: number): Str {
	const quote = text[at];
	if (quote === '"' || quote === "'" || quote === "`") return readQuoted(text, at, quote);
	return readBare(text, at, lineEnd(text, at), afterSign);
}

/** Behind a value stands nothing, a comment, or what should not. */
function readRest(reading: Reading, behind: number): number {
	const { text } = reading;
	const start = skip(blanks, text, behind);
	const end = lineEnd(text, start);
	if (text[start] === "#") reading.comments.push({ range: [start, end] });
	else if (start < end) reading.broken.push([start, end]);
	return nextLine(text, end);
}

/** `export A` and `A_B` alone name a variable; anything else on a line is nothing that a `.env` file says. */
function readOther(reading: Reading, start: number, named: number, end: number): number {
	const { text } = reading;
	const match = matchAt(named > start ? nameAlone : variableAlone, text, named);
	const name = match?.[1];
	if (name === undefined) {
		reading.broken.push([start, end]);
		return nextLine(text, end);
	}
	const range: Range = [start, named + name.length];
	const ref = newRef([named, named + name.length], name);
	reading.items.push(newItem(range, "statement", newOpaque(range, "export", [ref])));
	return readRest(reading, range[1]);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}

function skip(pattern: RegExp, text: string, at: number): number {
	return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
