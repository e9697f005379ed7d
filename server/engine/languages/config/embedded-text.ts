/** A string's text as another language reads it: escapes told, and what the file's own tool puts in first. */
import type { Outline, Range, Str } from "../../outline/schema";
import { copyReference, type RegionBuilder } from "../../regions/region";
import type { QuoteTracker } from "../../regions/shell-quotes";
import { standInFor } from "../../regions/stand-in";
import type { Spelling } from "./string-spelling";

/** GitHub's and Jinja's expressions, CircleCI's parameters, Azure's variables. */
const holes =
	/\$\{\{[^\n]*?\}\}|\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|<<[ \t]*(?:parameters|pipeline|matrix)\.[\w.-]+[ \t]*>>|\$\([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\)/g;
/** A secret alone, or a variable alone: it is called as the variable that it is for. */
const alone = /^(?:\$\{\{\s*(?:secrets|env|vars)\.([A-Za-z_]\w*)\s*\}\}|\$\(([A-Z]\w*)\))$/;

interface Special {
	readonly range: Range;
	readonly spelt: string | undefined;
}

export function copyEmbedded(
	builder: RegionBuilder,
	{ text, language }: Outline,
	str: Str,
	[start, end]: Range,
	spelling: Spelling,
	quotes: QuoteTracker | undefined,
): void {
	const copy = (range: Range) => {
		builder.copy(text, range);
		quotes?.feed(text.slice(...range));
	};
	let at = start;
	const own = language === "hcl" ? str.holes.map(({ range }) => range) : [];
	for (const { range, spelt } of specialsIn(text, [start, end], own, spelling)) {
		if (range[0] < at) continue;
		copy([at, range[0]]);
		at = range[1];
		if (spelt === undefined) putHole(builder, text, range, quotes);
		else {
			const decoded = spelling.decode(spelt);
			if (decoded !== "") builder.decoded(decoded, range);
			quotes?.feed(decoded);
		}
	}
	copy([at, end]);
}

function specialsIn(text: string, [start, end]: Range, own: readonly Range[], spelling: Spelling): Special[] {
	const within = text.slice(start, end);
	const found = (pattern: RegExp | undefined): Special[] =>
		pattern === undefined
			? []
			: [...within.matchAll(pattern)].map(({ index, 0: spelt }) => ({
					range: [start + index, start + index + spelt.length] as const,
					spelt: pattern === holes ? undefined : spelt,
				}));
	const mine = own
		.filter(([from, to]) => start <= from && to <= end)
		.map((range): Special => ({ range, spelt: undefined }));
	const specials = [...mine, ...found(holes), ...found(spelling.escapes)];
	return specials.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/** What is put in before the shell sees the line reads as some variable. Of Helicone's own the file's references speak. */
function putHole(builder: RegionBuilder, text: string, [start, end]: Range, quotes: QuoteTracker | undefined): void {
	const hole = text.slice(start, end);
	const [, secret, variable] = alone.exec(hole) ?? [];
	const name = secret !== undefined && /helicone/i.test(secret) ? undefined : (secret ?? variable);
	if (quotes && name !== undefined) copyReference(builder, text, [start, end], name, quotes.isSingle());
	else builder.hidden(standInFor(end - start), [start, end]);
}
