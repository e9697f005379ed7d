/** The lines of a Makefile. */
import type { Range } from "../../outline/schema";
import { lineEnd } from "../line-end";

interface Line {
	/** Without its line break; a backslash at its end takes the next one along. */
	readonly range: Range;
	/** It begins with a tab: a shell runs it. */
	readonly isRecipe: boolean;
}

export function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
		const end = wholeEnd(text, at);
		lines.push({ range: [at, end], isRecipe: text[at] === "\t" });
		at = nextStart(text, end);
	}
	return lines;
}

function wholeEnd(text: string, start: number): number {
	for (let end = lineEnd(text, start); ; end = lineEnd(text, nextStart(text, end))) {
		const next = nextStart(text, end);
		const backslashes = /\\*$/.exec(text.slice(start, end))?.[0].length ?? 0;
		if (backslashes % 2 === 0 || next >= text.length) return end;
	}
}

export function nextStart(text: string, end: number): number {
	const newline = text.indexOf("\n", end);
	return newline < 0 ? text.length : newline + 1;
}
