/** Dockerfiles by their instructions: `ENV` and `ARG` define variables, every other instruction is one opaque statement. */
import { nextLine } from "../../edits/lines";
import { finishOutline } from "../../outline/finish-outline";
import { newAssign, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Assign, Comment, Item, Node, Outline, Range, Str } from "../../outline/schema";
import { holesIn } from "../config/holes";
import { lineEnd } from "../line-end";

interface Reading {
	readonly text: string;
	readonly items: Item[];
	readonly comments: Comment[];
	readonly broken: Range[];
}

export function readDockerfile(text: string): Outline {
	const reading: Reading = { text, items: [], comments: [], broken: [] };
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) at = readInstruction(reading, at);
	const { items, comments, broken } = reading;
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language: "dockerfile", text, root, comments, broken });
}

/** @returns where the next instruction starts */
function readInstruction(reading: Reading, lineStart: number): number {
	const { text } = reading;
	const start = lineStart + (/^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0);
	const first = lineEnd(text, start);
	if (start === first) return nextLine(text, first);
	if (text[start] === "#") {
		reading.comments.push({ range: [start, first] });
		return nextLine(text, first);
	}
	const end = instructionEnd(reading, start);
	const word = /^[A-Za-z]+/.exec(text.slice(start, start + 20))?.[0].toUpperCase();
	const range: Range = [start, end];
	if (word === "ENV" || word === "ARG") reading.items.push(definitions(reading, range));
	else reading.items.push(newItem(range, "statement", newOpaque(range, word?.toLowerCase() ?? "text")));
	return afterHeredocs(reading, range);
}

/** A backslash at the end of a line, spaces behind it or not, takes the next one along; comments between do not end it. */
function instructionEnd({ text, comments }: Reading, start: number): number {
	for (let at = start; ; ) {
		const end = lineEnd(text, at);
		const line = text.slice(at, end);
		const isComment = at > start && /^[ \t]*#/.test(line);
		if (isComment) comments.push({ range: [at + line.search(/#/), end] });
		const goesOn = isComment || /\\[ \t]*$/.test(line) || (at > start && line.trim() === "");
		const next = nextLine(text, end);
		if (!goesOn || next >= text.length) return at + (isComment ? 0 : line.trimEnd().length);
		at = next;
	}
}

/** `RUN <<EOF`: the lines up to its delimiter are the program's, not Docker's. */
function afterHeredocs({ text }: Reading, [start, end]: Range): number {
	let next = nextLine(text, lineEnd(text, end));
	for (const match of text.slice(start, end).matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)) {
		const closing = new RegExp(`^[\\t]*${match[2]}[ \\t]*\\r?$`, "m").exec(text.slice(next));
		if (!closing) return text.length;
		next = nextLine(text, next + closing.index);
	}
	return next;
}

function definitions(reading: Reading, [start, end]: Range): Item {
	const { text } = reading;
	const from = start + 3 + (/^[ \t]*/.exec(text.slice(start + 3, end))?.[0].length ?? 0);
	const pairs = pairsIn(reading, [from, end]);
	const [only] = pairs;
	const range: Range = [start, end];
	if (pairs.length === 1 && only)
		return newItem(range, "statement", only.kind === "assign" ? widened(only, range) : only);
	const words = pairs.map((pair) => newItem(pair.range, "statement", pair));
	const list = newList([words[0]?.range[0] ?? from, words.at(-1)?.range[1] ?? end], "words", words);
	return newItem(range, "statement", newOpaque(range, "env", words.length > 0 ? [list] : []));
}

function widened(assign: Assign, range: Range): Assign {
	return newAssign(range, assign.target, assign.value, assign.op);
}

const name = /([A-Za-z_]\w*)/y;
const space = /(?:[ \t]|\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*)*/y;

/** `A=b C="d e"`, or the old `A d e` with one variable, or `ARG A`. */
function pairsIn(reading: Reading, [start, end]: Range): Node[] & (Assign | ReturnType<typeof newOpaque>)[] {
	const { text } = reading;
	const found: (Assign | ReturnType<typeof newOpaque>)[] = [];
	for (let at = start; at < end; ) {
		const word = matchAt(name, text, at);
		if (word === undefined) {
			reading.broken.push([at, end]);
			break;
		}
		const target = newRef([at, at + word.length], word);
		const behind = at + word.length;
		if (text[behind] === "=") {
			const value = valueAt(text, behind + 1, end);
			found.push(newAssign([at, value.range[1]], target, value));
			at = value.range[1] + matchAt(space, text, value.range[1], "").length;
			continue;
		}
		const gap = behind + matchAt(space, text, behind, "").length;
		if (gap >= end) found.push(newOpaque(target.range, "passed", [target]));
		else if (found.length === 0) found.push(newAssign([at, end], target, restOf(text, gap, end)));
		else reading.broken.push([at, end]);
		break;
	}
	return found;
}

function valueAt(text: string, at: number, limit: number): Str {
	const quote = text[at];
	if (quote === '"' || quote === "'") {
		let end = at + 1;
		while (end < limit && text[end] !== quote) end += text[end] === "\\" ? 2 : 1;
		const isWhole = end < limit && /^(?:\s|\\[ \t]*\r?\n|$)/.test(text.slice(end + 1, limit));
		if (isWhole) return quoted(text, [at, end + 1], quote);
	}
	const word = /(?:[^\s\\"']|\\[^\r\n \t]|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')*/y;
	const range: Range = [at, Math.min(limit, at + matchAt(word, text, at, "").length)];
	return newStr(range, { holes: holesIn(text, range) });
}

function restOf(text: string, at: number, end: number): Str {
	const quote = text[at];
	const isQuoted = (quote === '"' || quote === "'") && text[end - 1] === quote && end - at > 1;
	return isQuoted ? quoted(text, [at, end], quote) : newStr([at, end], { holes: holesIn(text, [at, end]) });
}

function quoted(text: string, range: Range, quote: string): Str {
	const content: Range = [range[0] + 1, range[1] - 1];
	const holes = quote === '"' ? holesIn(text, content) : [];
	return newStr(range, { content, open: quote, close: quote, form: "quoted", raw: quote === "'", holes });
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined;
function matchAt(pattern: RegExp, text: string, at: number, otherwise: string): string;
function matchAt(pattern: RegExp, text: string, at: number, otherwise?: string): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? otherwise;
}
