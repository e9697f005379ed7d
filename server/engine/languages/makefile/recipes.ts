/** Recipes: what make gives to a shell, without the tabs, the signs before a command, and make's own dollar signs. */
import type { Range } from "../../outline/schema";
import { copyReference, newRegion, type Region, type RegionBuilder } from "../../regions/region";
import { newQuoteTracker, type QuoteTracker } from "../../regions/shell-quotes";
import { linesOf, nextStart } from "./lines";

/** The lines of one rule are one text. */
export function recipesIn(text: string): Region[] {
	const regions: Region[] = [];
	let recipe: Range[] = [];
	const close = () => {
		if (recipe.length > 0) regions.push(...(regionOf(text, recipe) ?? []));
		recipe = [];
	};
	for (const { range, isRecipe } of linesOf(text)) {
		if (isRecipe) recipe.push([range[0], nextStart(text, range[1])]);
		else if (text.slice(...range).trim() !== "") close();
	}
	close();
	return regions;
}

function regionOf(text: string, lines: readonly Range[]): [Region] | undefined {
	const builder = newRegion();
	const quotes = newQuoteTracker();
	for (const [start, end] of lines) {
		const signs = /^\t[ \t]*[@+-]*[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
		for (let at = start + signs; at < end; ) at = copyPhysical(builder, text, [at, end], quotes);
	}
	const encode = (newText: string) => newText.replaceAll("$", "$$$$").replaceAll("\n", "\n\t");
	const region = builder.finish({ language: "shell", isExample: false, encode });
	return region && [region];
}

/** One line of the file: make takes the tab of a continued one away. */
function copyPhysical(builder: RegionBuilder, text: string, [start, end]: Range, quotes: QuoteTracker): number {
	const next = Math.min(end, nextStart(text, start));
	for (let at = start; at < next; ) at = copyNext(builder, text, [at, next], quotes);
	return text[next] === "\t" && next < end ? next + 1 : next;
}

const reference = /\$(?:\((\w+)\)|\{(\w+)\})/y;

/** @returns where what follows begins */
function copyNext(builder: RegionBuilder, text: string, [at, end]: Range, quotes: QuoteTracker): number {
	if (text[at] !== "$") {
		const dollar = text.indexOf("$", at);
		const until = dollar < 0 || dollar > end ? end : dollar;
		builder.copy(text, [at, until]);
		quotes.feed(text.slice(at, until));
		return until;
	}
	if (text[at + 1] === "$") {
		builder.decoded("$", [at, at + 2]);
		return at + 2;
	}
	reference.lastIndex = at;
	const match = reference.exec(text);
	const name = match?.[1] ?? match?.[2];
	if (name !== undefined) {
		copyReference(builder, text, [at, reference.lastIndex], name, quotes.isSingle());
		return reference.lastIndex;
	}
	const close = callEnd(text, at, end);
	builder.hidden(`$${text.slice(at + 1, close).replace(/\W/g, "_")}`, [at, close]);
	return close;
}

/** `$(shell git describe)`, `$@`. */
function callEnd(text: string, at: number, end: number): number {
	if (!/[({]/.test(text[at + 1] ?? "")) return Math.min(end, at + 2);
	let depth = 0;
	for (let index = at + 1; index < end; index++) {
		if (/[({]/.test(text[index] ?? "")) depth++;
		else if (/[)}]/.test(text[index] ?? "") && --depth === 0) return index + 1;
	}
	return end;
}
