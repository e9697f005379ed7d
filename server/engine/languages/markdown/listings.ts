/** Code of AsciiDoc (`[source,python]` and a block between `----`) and of reStructuredText (`.. code-block:: python` and indented lines). */
import type { Range } from "../../outline/schema";
import { newRegion, type Region } from "../../regions/region";

type LanguageOf = (word: string) => string | undefined;

const asciidoc =
	/^\[(?:source)?,[ \t]*([\w+#-]+)[^\]\r\n]*\][ \t]*\r?\n(?:\.[^\r\n]*\r?\n)?(-{4,}|\.{4,})[ \t]*\r?\n/gm;
const restructured = /^([ \t]*)\.\.[ \t]+(?:code-block|code|sourcecode)::[ \t]*([\w+#-]+)[ \t]*\r?\n/gm;

/** @param languageOf the engine's language behind the word that a listing names */
export function listingsIn(text: string, languageOf: LanguageOf): Region[] {
	const blocks = [...text.matchAll(asciidoc)].flatMap((match) => {
		const start = match.index + match[0].length;
		const close = new RegExp(`^${(match[2] ?? "").replaceAll(".", "\\.")}[ \\t]*\\r?$`, "m").exec(text.slice(start));
		const lines = close ? linesOf(text, [start, start + close.index]) : [];
		return regionOf(text, lines, "", languageOf((match[1] ?? "").toLowerCase()));
	});
	const indented = [...text.matchAll(restructured)].flatMap((match) => {
		const lines = indentedLines(text, match.index + match[0].length, (match[1] ?? "").length);
		const first = lines.find(([start, end]) => /\S/.test(text.slice(start, end)));
		const indent = first ? (/^[ \t]*/.exec(text.slice(...first))?.[0] ?? "") : "";
		return regionOf(text, lines, indent, languageOf((match[2] ?? "").toLowerCase()));
	});
	return [...blocks, ...indented].sort((a, b) => a.range[0] - b.range[0]);
}

/** Lines that are blank or indented further than the directive; its options (`:linenos:`) are none of the code. */
function indentedLines(text: string, start: number, depth: number): Range[] {
	const found: Range[] = [];
	let isCode = false;
	for (const line of linesOf(text, [start, text.length])) {
		const source = text.slice(...line);
		const isBlank = source.trim() === "";
		if (!isBlank && (/^[ \t]*/.exec(source)?.[0].length ?? 0) <= depth) break;
		if (isBlank) isCode = true;
		if (isCode) found.push(line);
	}
	while (found.length > 0 && text.slice(...(found.at(-1) ?? [0, 0])).trim() === "") found.pop();
	return found;
}

function linesOf(text: string, [from, to]: Range): Range[] {
	const lines: Range[] = [];
	for (let start = from; start < to; ) {
		const newline = text.indexOf("\n", start);
		const end = newline < 0 || newline >= to ? to : newline + 1;
		lines.push([start, end]);
		start = end;
	}
	return lines;
}

function regionOf(text: string, lines: readonly Range[], indent: string, language: string | undefined): Region[] {
	if (language === undefined) return [];
	const builder = newRegion();
	for (const [start, end] of lines)
		builder.copy(text, [text.startsWith(indent, start) ? start + indent.length : start, end]);
	const encode = (newText: string) => newText.replace(/\n(?!$)/g, `\n${indent}`).replace(/\n$/, `\n${indent}`);
	const region = builder.finish({ language, isExample: true, encode: indent === "" ? (newText) => newText : encode });
	return region ? [region] : [];
}
