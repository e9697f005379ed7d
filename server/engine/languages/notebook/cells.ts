/** Jupyter notebooks: the code cells of one language are one region, in order, as the kernel runs them. Outputs are never looked at. */
import { type Node, parseTree } from "jsonc-parser";
import { finishOutline } from "../../outline/finish-outline";
import { newList } from "../../outline/nodes";
import type { Outline, Range } from "../../outline/schema";
import { newRegion, type Region, type RegionBuilder } from "../../regions/region";

interface Cell {
	readonly language: string;
	/** The JSON strings that make up its text. */
	readonly lines: readonly Node[];
	/** They are elements of an array, one line each. */
	readonly isArray: boolean;
}

/** @param languageOf the engine's language behind a kernel's or a cell magic's word */
export function cellsIn(source: string, languageOf: (word: string) => string | undefined): Region[] {
	const text = source.startsWith("\uFEFF") ? ` ${source.slice(1)}` : source;
	const root = parseTree(text);
	const cells = (child(root, "cells")?.children ?? []).flatMap((cell) => readCell(text, root, cell, languageOf) ?? []);
	return [...new Set(cells.map(({ language }) => language))].flatMap((language) => {
		const own = cells.filter((cell) => cell.language === language);
		// Shell cells are processes of their own; what Python runs shares its names.
		return language === "python"
			? (regionOf(text, language, own) ?? [])
			: own.flatMap((cell) => regionOf(text, language, [cell]) ?? []);
	});
}

function readCell(
	text: string,
	root: Node | undefined,
	cell: Node,
	languageOf: (word: string) => string | undefined,
): Cell | undefined {
	if (child(cell, "cell_type")?.value !== "code") return undefined;
	const source = child(cell, "source");
	const isArray = source?.type === "array";
	const lines = (isArray ? (source.children ?? []) : source ? [source] : []).filter(({ type }) => type === "string");
	const magic = /^%%(\w+)/.exec(String(lines[0]?.value ?? ""))?.[1];
	const kernel = child(child(root, "metadata"), "kernelspec");
	const spoken =
		child(kernel, "language")?.value ?? child(child(child(root, "metadata"), "language_info"), "name")?.value;
	const word = magic ?? String(spoken ?? "python");
	const language = /^(time|timeit|capture|prun)$/.test(word) ? "python" : languageOf(word.toLowerCase());
	return language === undefined || text.length === 0 ? undefined : { language, lines, isArray };
}

function child(node: Node | undefined, name: string): Node | undefined {
	return node?.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
}

function regionOf(text: string, language: string, cells: readonly Cell[]): Region | undefined {
	const builder = newRegion();
	const arrays: Range[] = [];
	for (const cell of cells) {
		let isLineStart = true;
		for (const line of cell.lines) {
			isLineStart = copyString(text, builder, line, language, isLineStart);
			if (cell.isArray) arrays.push([line.offset, line.offset + line.length]);
		}
		if (!isLineStart) builder.virtual("\n");
	}
	const separator = separatorOf(text, cells);
	const isInArray = (at: number) => arrays.some(([start, end]) => start < at && at < end);
	const encode = (newText: string, at: number) => {
		const escaped = JSON.stringify(newText).slice(1, -1);
		return isInArray(at)
			? escaped.replace(/(?<!\\)((?:\\\\)*)\\n/g, (_, before: string) => `${before}\\n"${separator}"`)
			: escaped;
	};
	return builder.finish({ language, isExample: false, encode });
}

/** What stands between two lines of a cell: `,`, a line break and the indentation. */
function separatorOf(text: string, cells: readonly Cell[]): string {
	for (const { lines, isArray } of cells) {
		const [first, second] = lines;
		if (isArray && first && second) return text.slice(first.offset + first.length, second.offset);
	}
	return ",\n    ";
}

/** Decodes a JSON string character by character. `!pip …` and `%env …` are no Python: read as comments. */
function copyString(text: string, builder: RegionBuilder, node: Node, language: string, atLineStart: boolean): boolean {
	const end = node.offset + node.length - 1;
	let isLineStart = atLineStart;
	for (let at = node.offset + 1; at < end; ) {
		const length = text[at] === "\\" ? (text[at + 1] === "u" ? 6 : 2) : 1;
		const range: Range = [at, Math.min(at + length, end)];
		const character = length === 1 ? (text[at] ?? "") : decode(text.slice(...range));
		const isMagic = isLineStart && language === "python" && /[!%?]/.test(character);
		builder.decoded(isMagic ? "#" : character, range);
		isLineStart = character === "\n";
		at = range[1];
	}
	return isLineStart;
}

function decode(written: string): string {
	try {
		return String(JSON.parse(`"${written}"`));
	} catch {
		return written[0] ?? "";
	}
}

/** Markdown cells and outputs are prose and data. */
export function readNotebook(text: string): Outline {
	return finishOutline({ language: "notebook", text, root: newList([0, text.length], "block", []) });
}
