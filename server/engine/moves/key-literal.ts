/** A key that is written out, exchanged for a read of the environment (guide step 1). */
import { gateway } from "../../../shared/mappings/gateway";
import { isConfig, isShell } from "../facts/environment";
import type { Writer } from "../languages/language";
import { ancestors } from "../outline/questions";
import type { Assign, Outline, Str } from "../outline/schema";

/** Declarations whose value must be known before the program runs: no read of the environment can stand there. */
const constantDeclarations: Readonly<Record<string, readonly (Assign["declares"] | undefined)[]>> = {
	rust: ["const"],
	go: ["const"],
	php: ["const", "field"],
	csharp: ["const"],
};

/** The same, where only a word before the name says so. */
const constantWords: Readonly<Record<string, RegExp>> = {
	kotlin: /\bconst\s+val\b/,
	dart: /\bconst\b/,
	cpp: /\bconst(expr|eval|init)\b[^=]*$/,
};

const templates = new Set(["javascript", "typescript", "tsx"]);

/** The string with its key exchanged for a read: `"sk-…"`, `"Bearer sk-…"`, a shell's `"Authorization: Bearer sk-…"`. */
export function literalAsRead(
	{ outline, writer }: { readonly outline: Outline; readonly writer: Writer },
	str: Str,
	key: string,
): string | undefined {
	if (isConstant(outline, str)) return undefined;
	const text = outline.text.slice(...str.content);
	const at = text.indexOf(key);
	const before = text.slice(0, at);
	const after = text.slice(at + key.length);
	const read = writer.environment(gateway.keyVariable, outline);
	if (isConfig(outline)) return read === "" ? undefined : `${str.open}${before}${read}${after}${str.close}`;
	if (isShell(outline)) {
		if (/["$`\\]/.test(before + after)) return undefined;
		return `"${before}${read}${after}"`;
	}
	if (before + after === "") return read;
	if (writer.joined) return writer.joined(before, read, after, str);
	if (outline.language === "python") {
		const quote = str.close === '"' || str.close === "'" ? str.close : undefined;
		const other = quote === '"' ? "'" : '"';
		return quote && `f${quote}${before}{${read.replaceAll(quote, other)}}${after}${quote}`;
	}
	return templates.has(outline.language) ? `\`${before}\${${read}}${after}\`` : undefined;
}

function isConstant({ language, text }: Outline, str: Str): boolean {
	const kinds = constantDeclarations[language];
	const word = constantWords[language];
	const isSaid = ({ range, target }: Assign) => word?.test(text.slice(range[0], target.range[1])) ?? false;
	if (word) return [...ancestors(str)].some((up) => up.kind === "assign" && isSaid(up));
	return (
		kinds !== undefined &&
		[...ancestors(str)].some((up) => up.kind === "assign" && up.declares !== undefined && kinds.includes(up.declares))
	);
}
