/** Markdown and MDX: code fences are regions; a comment may suppress; everything else is prose. */
import { finishOutline } from "../../outline/finish-outline";
import { newList } from "../../outline/nodes";
import type { Comment, Outline, Range } from "../../outline/schema";
import { newRegion, type Region } from "../../regions/region";

interface Fence {
	/** What stands before each line: of a list's item, of a quotation. */
	readonly indent: string;
	readonly mark: string;
	readonly info: string;
	/** Lines between the marks, line breaks included. */
	readonly lines: Range[];
}

const opening = /^([ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})[ \t]*([^\r\n`]*)$/;

/** @param languageOf the engine's language behind the word that a fence opens with */
export function fencesIn(text: string, languageOf: (word: string) => string | undefined): Region[] {
	return readFences(text).flatMap(({ indent, info, lines }) => {
		const word = /^\{?[.=]?([\w+#-]+)/.exec(info)?.[1] ?? "";
		const language = word === "" ? undefined : languageOf(word.toLowerCase());
		if (language === undefined) return [];
		const builder = newRegion();
		for (const [start, end] of lines) builder.copy(text, [start + prefixOf(text, [start, end], indent), end]);
		const encode = (newText: string) => newText.replace(/\n(?!$)/g, `\n${indent}`).replace(/\n$/, `\n${indent}`);
		return builder.finish({ language, isExample: true, encode: indent === "" ? (newText) => newText : encode }) ?? [];
	});
}

/** How much of the opener's indentation a line really has. */
function prefixOf(text: string, [start, end]: Range, indent: string): number {
	let length = 0;
	while (length < indent.length && start + length < end && text[start + length] === indent[length]) length++;
	return length;
}

function readFences(text: string): Fence[] {
	const fences: Fence[] = [];
	let open: Fence | undefined;
	for (const [start, end] of linesOf(text)) {
		const line = text.slice(start, end).replace(/\r?\n$/, "");
		if (open) {
			const closing = new RegExp(`^[ \\t>]*${open.mark[0]}{${open.mark.length},}[ \\t]*$`);
			if (closing.test(line)) {
				fences.push(open);
				open = undefined;
			} else open.lines.push([start, end]);
			continue;
		}
		const match = opening.exec(line);
		if (match?.[2] === undefined) continue;
		// Behind `- ` or `1. ` the following lines are indented by as much.
		const indent = (match[1] ?? "").replace(/(?:[-*+]|\d+[.)])(?=[ \t]+$)/, (marker) => " ".repeat(marker.length));
		open = { indent, mark: match[2], info: match[3] ?? "", lines: [] };
	}
	return fences;
}

function* linesOf(text: string): Generator<Range> {
	for (let start = text.startsWith("\uFEFF") ? 1 : 0; start < text.length; ) {
		const newline = text.indexOf("\n", start);
		const end = newline < 0 ? text.length : newline + 1;
		yield [start, end];
		start = end;
	}
}

export function readMarkdown(text: string): Outline {
	const comments: Comment[] = [...text.matchAll(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g)].map((match) => ({
		range: [match.index, match.index + match[0].length],
	}));
	return finishOutline({ language: "markdown", text, root: newList([0, text.length], "block", []), comments });
}
