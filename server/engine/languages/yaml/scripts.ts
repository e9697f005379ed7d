/** Block scalars that hold another language: `run: |` of a workflow, `script:` of a pipeline, a file in a ConfigMap. */
import { keyName, listOf, valueIn } from "../../outline/questions";
import type { Item, Outline, Range, Str } from "../../outline/schema";
import { copyReference, newRegion, type Region, type RegionBuilder } from "../../regions/region";
import { newQuoteTracker, type QuoteTracker } from "../../regions/shell-quotes";

const scripts = /^(run|script|scripts|before_script|after_script|command|commands|inlineScript|bash)$/;

/** @param languageOf the engine's language behind an ending or a shell's name */
export function scriptsIn(outline: Outline, languageOf: (word: string) => string | undefined): Region[] {
	return outline.strings.flatMap((str) => {
		const item = str.parent;
		if (str.form !== "heredoc" || item?.kind !== "item") return [];
		const language = languageOf(wordFor(outline, item) ?? "");
		return language === undefined ? [] : (regionOf(outline.text, str, language) ?? []);
	});
}

/** `config.env: |` says it by its ending; a step by its `shell`, which is a shell without one. */
function wordFor(outline: Outline, item: Item): string | undefined {
	const holder = item.form === "entry" ? item : listOf(item)?.parent;
	const key = holder?.kind === "item" ? (keyName(outline, holder) ?? "") : "";
	if (!scripts.test(key)) return item.form === "entry" && key.includes(".") ? key.split(".").at(-1) : undefined;
	const beside =
		holder?.kind === "item" ? listOf(holder)?.items.find((one) => keyName(outline, one) === "shell") : undefined;
	const shell = valueIn(beside);
	return shell?.kind === "string" ? outline.text.slice(...shell.content).split(" ")[0] : "bash";
}

const alone = /^\$\{\{\s*(?:secrets|env|vars)\.([A-Za-z_]\w*)\s*\}\}$/;

/**
 * `${{ … }}` is put in before the shell sees the line: it reads as some variable, and a secret alone as the variable that it is called after.
 * Of Helicone's the file's own references speak.
 */
function copyLine(builder: RegionBuilder, text: string, [start, end]: Range, quotes: QuoteTracker | undefined): void {
	const copy = (range: Range) => {
		builder.copy(text, range);
		quotes?.feed(text.slice(...range));
	};
	let at = start;
	for (const { index, 0: hole } of text.slice(start, end).matchAll(/\$\{\{[^\n]*?\}\}/g)) {
		const from = start + index;
		copy([at, from]);
		at = from + hole.length;
		const name = alone.exec(hole)?.[1];
		if (quotes && name !== undefined && !/helicone/i.test(name))
			copyReference(builder, text, [from, at], name, quotes.isSingle());
		else builder.hidden(`$${hole.slice(1).replace(/\W/g, "_")}`, [from, at]);
	}
	copy([at, end]);
}

function regionOf(text: string, { content: [start, end] }: Str, language: string): Region | undefined {
	const indent = /^[ ]*/.exec(text.slice(start, end))?.[0] ?? "";
	const builder = newRegion();
	const quotes = language === "shell" ? newQuoteTracker() : undefined;
	for (let at = start; at < end; ) {
		const newline = text.indexOf("\n", at);
		const next = newline < 0 || newline >= end ? end : newline + 1;
		let from = at;
		while (from < next && from - at < indent.length && text[from] === " ") from++;
		copyLine(builder, text, [from, next], quotes);
		at = next;
	}
	const encode = (newText: string) => newText.replaceAll("\n", `\n${indent}`);
	return builder.finish({ language, isExample: false, encode });
}
