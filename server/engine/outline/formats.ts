/** Calls that fill in a format: `fmt.Sprintf("Bearer %s", key)`, `String.format(…)`, `string.Format("{0}/v1", host)`, `format!("{}/v1", host)`. */
import { valueIn } from "./questions";
import type { Call, Expr, Outline, Range, Str } from "./schema";

/** Fixed text of the format, or what stands in a placeholder. */
export type FormatPart = { readonly text: Range; readonly str: Str } | { readonly value: Expr };

interface Format {
	readonly callee: RegExp;
	readonly placeholder: RegExp;
}

const percent = /%[svq]/g;
const braces = /\{(?:\d+|)\}/g;
const formats: readonly Format[] = [
	{ callee: /(^|\.)(fmt\.Sprintf|String\.format|sprintf|Kernel\.format)$/, placeholder: percent },
	{ callee: /(^|\.)(string\.Format|String\.Format|format)$/, placeholder: braces },
];

/** The parts in the order in which they come out; undefined for what is no format, or one that is not understood. */
export function formatted(outline: Outline, call: Call): readonly FormatPart[] | undefined {
	const format = formats.find(({ callee }) => callee.test(call.path));
	const values = (call.args?.items ?? []).map(valueIn);
	const str = values[0];
	if (!format || str?.kind !== "string" || str.holes.length > 0) return undefined;
	if (format.placeholder === braces && call.name === "format" && !call.isMacro) return undefined;
	return partsOf(outline, str, values.slice(1), format.placeholder);
}

function partsOf(
	outline: Outline,
	str: Str,
	values: readonly (Expr | undefined)[],
	placeholder: RegExp,
): FormatPart[] | undefined {
	const parts: FormatPart[] = [];
	const text = outline.text.slice(...str.content);
	let done = 0;
	let next = 0;
	for (const { 0: mark, index } of text.matchAll(placeholder)) {
		const numbered = /\d+/.exec(mark);
		const value = values[numbered ? Number(numbered[0]) : next++];
		if (!value) return undefined;
		parts.push({ text: [str.content[0] + done, str.content[0] + index], str }, { value });
		done = index + mark.length;
	}
	parts.push({ text: [str.content[0] + done, str.content[1]], str });
	return parts;
}
