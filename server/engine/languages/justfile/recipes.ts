/** Recipes of a justfile: what a shell runs, or the interpreter that the first line names. `{{…}}` is filled in before. */
import type { Range } from "../../outline/schema";
import { copyReference, newRegion, type Region } from "../../regions/region";
import { newQuoteTracker } from "../../regions/shell-quotes";
import { standInFor } from "../../regions/stand-in";
import { linesOf } from "./reader";

export function recipesIn(text: string, languageOf: (word: string) => string | undefined): Region[] {
	const regions: Region[] = [];
	let recipe: Range[] = [];
	const close = () => {
		if (recipe.length > 0) regions.push(...regionOf(text, recipe, languageOf));
		recipe = [];
	};
	for (const [start, end] of linesOf(text)) {
		if (/^[ \t]+\S/.test(text.slice(start, end)))
			recipe.push([start, Math.min(text.length, end + (text[end] === "\r" ? 2 : 1))]);
		else if (text.slice(start, end).trim() !== "") close();
	}
	close();
	return regions;
}

function regionOf(text: string, lines: readonly Range[], languageOf: (word: string) => string | undefined): Region[] {
	const first = lines[0];
	const line = first ? text.slice(...first) : "";
	const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
	const program = /^[ \t]*#!\s*\S*\/(?:env[ \t]+(?:-S[ \t]+)?)?([\w.]+)/.exec(line)?.[1];
	const language = languageOf(program?.replace(/^python[\d.]*$/, "python") ?? "bash");
	if (language === undefined) return [];
	const builder = newRegion();
	const quotes = newQuoteTracker();
	let isContinued = false;
	for (const [start, end] of lines) {
		// The `-` of a line that goes on the one before is the command's.
		const signs = program !== undefined || isContinued ? new RegExp(`^${indent}`) : /^[ \t]*[@-]*[ \t]*/;
		isContinued = /\\\r?\n?$/.test(text.slice(start, end));
		let at = start + (signs.exec(text.slice(start, end))?.[0].length ?? 0);
		for (const { index, 0: hole } of text.slice(start, end).matchAll(/\{\{(?!\{)[^\n]*?\}\}/g)) {
			const from = start + index;
			if (from < at) continue;
			builder.copy(text, [at, from]);
			quotes.feed(text.slice(at, from));
			at = from + hole.length;
			const name = /^\{\{[ \t]*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[ \t]*\}\}$/.exec(hole)?.[1];
			if (name !== undefined && language === "shell") copyReference(builder, text, [from, at], name, quotes.isSingle());
			else builder.hidden(standInFor(hole.length), [from, at]);
		}
		builder.copy(text, [at, end]);
		quotes.feed(text.slice(at, end));
	}
	const region = builder.finish({
		language,
		isExample: false,
		encode: (newText) => newText.replaceAll("\n", `\n${indent}`),
	});
	return region ? [region] : [];
}
