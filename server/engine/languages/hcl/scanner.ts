/** Tokens of HCL: where strings, here-documents, brackets and comments end. Source: HashiCorp's HCL syntax specification. */
import type { Comment, Range } from "../../outline/schema";
import { lineEnd } from "../line-end";

export interface Scanner {
	readonly text: string;
	readonly comments: Comment[];
	at: number;
}

/** White space and comments; line breaks only where the caller looks past them. */
export function skipBlanks(scanner: Scanner, overLines: boolean): void {
	const { text } = scanner;
	for (;;) {
		const character = text[scanner.at];
		if (character === " " || character === "\t" || (overLines && /[\r\n\uFEFF]/.test(character ?? ""))) scanner.at++;
		else if (character === "#" || text.startsWith("//", scanner.at)) comment(scanner, lineEnd(text, scanner.at));
		else if (text.startsWith("/*", scanner.at)) {
			const end = text.indexOf("*/", scanner.at + 2);
			comment(scanner, end < 0 ? text.length : end + 2);
		} else return;
	}
}

function comment(scanner: Scanner, end: number): void {
	scanner.comments.push({ range: [scanner.at, end] });
	scanner.at = end;
}

/** End of the quoted template at `at`, its closing quote included; undefined when its line ends first. */
export function quotedEnd(text: string, at: number): number | undefined {
	for (let index = at + 1; index < text.length; ) {
		const character = text[index];
		if (character === "\\") index += 2;
		else if (character === '"') return index + 1;
		else if (character === "\n") return undefined;
		else if (isInterpolation(text, index)) {
			const end = bracketEnd(text, index + 1);
			if (end === undefined) return undefined;
			index = end;
		} else index++;
	}
	return undefined;
}

/** `${` and `%{`, but not `$${`. */
export function isInterpolation(text: string, at: number): boolean {
	const sign = text[at];
	return (sign === "$" || sign === "%") && text[at + 1] === "{" && text[at - 1] !== sign;
}

/** End of what the bracket at `at` opens. */
export function bracketEnd(text: string, at: number): number | undefined {
	let depth = 0;
	for (let index = at; index < text.length; ) {
		const character = text[index] ?? "";
		if ("([{".includes(character)) depth++;
		if (")]}".includes(character)) depth--;
		if (depth === 0) return index + 1;
		if (character === '"') {
			const end = quotedEnd(text, index);
			if (end === undefined) return undefined;
			index = end;
		} else if (character === "#" || text.startsWith("//", index)) index = lineEnd(text, index);
		else if (text.startsWith("/*", index)) {
			const end = text.indexOf("*/", index + 2);
			index = end < 0 ? text.length : end + 2;
		} else index++;
	}
	return undefined;
}

/** `<<-EOF` at `at`: the range of its lines and where it ends, before the line break behind its delimiter. */
export function heredoc(text: string, at: number): { content: Range; end: number } | undefined {
	const opening = /<<-?([A-Za-z_][\w-]*)[ \t]*\r?\n/y;
	opening.lastIndex = at;
	const match = opening.exec(text);
	if (!match) return undefined;
	const start = opening.lastIndex;
	const closing = new RegExp(`^[ \\t]*${match[1]}(?=[ \\t]*\\r?$)`, "m").exec(text.slice(start));
	if (!closing) return undefined;
	return { content: [start, start + closing.index], end: start + closing.index + closing[0].length };
}
