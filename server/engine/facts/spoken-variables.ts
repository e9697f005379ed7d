/** Variables of Helicone's that a text only speaks of: a comment, a message for people, prose. */
import { environmentVariable } from "../../../shared/mappings";
import type { EnvironmentVariable } from "../../../shared/mappings/schema";
import { contains } from "../outline/questions";
import type { Outline, Range, Str } from "../outline/schema";
import { isConfig } from "./environment-spelling";

export interface SpokenVariable {
	readonly name: string;
	readonly range: Range;
	readonly row: EnvironmentVariable;
	readonly replacement: string;
}

/** Whole words only, and none that a pattern or an address continues (`HELICONE_*`, `x.HELICONE_API_KEY`). */
const variable = /(?<![\w$.*/-])[A-Z0-9]*_?HELICONE_[A-Z0-9_]+(?![\w*(-])/g;

/** @returns those with a new name in the table, in document order; names that stand for a use of the variable are not among them */
export function spokenVariables(outline: Outline): SpokenVariable[] {
	const isProse = outline.language === "markdown";
	return [...outline.text.matchAll(variable)].flatMap(({ 0: name, index }) => {
		const known = environmentVariable(name);
		const range: Range = [index, index + name.length];
		// `NAME=value` sets one: only where a configuration's program takes a value apart is it spoken of.
		const isSet = outline.text[range[1]] === "=" && !(isConfig(outline) && !isInComment(outline, range));
		if (known?.replacement === undefined || isSet || !(isProse || isSpoken(outline, range))) return [];
		return [{ name, range, row: known.row, replacement: known.replacement }];
	});
}

function isInComment({ comments }: Outline, range: Range): boolean {
	return comments.some((comment) => contains(comment.range, range));
}

/** `${KEY:?set KEY}` */
function inMessage(text: string, at: number): boolean {
	return /\$\{\w+:?\?[^}\n]*$/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at));
}

/** `line: HELICONE_API_KEY=…` of Ansible, `id=HELICONE_API_KEY,env=…` of bake: some part of a value that its program takes apart. */
function isOfText(outline: Outline, str: Str, range: Range): boolean {
	if (/sk-helicone-/.test(outline.text.slice(...str.content))) return false;
	const isValue = str.parent?.kind === "item" && str.parent.value === str;
	return isValue && str.form !== "heredoc" && !str.holes.some((hole) => contains(hole.range, range));
}

/** Inside a comment, or one of several words of a string's own text. */
function isSpoken(outline: Outline, range: Range): boolean {
	if (isInComment(outline, range)) return true;
	if (outline.language === "shell" && inMessage(outline.text, range[0])) return true;
	const str = outline.strings.find((one) => contains(one.content, range));
	if (str && isConfig(outline) && isOfText(outline, str, range)) return true;
	if (!str || str.holes.some((hole) => contains(hole.range, range))) return false;
	const around = outline.text.slice(...str.content);
	return /\s/.test(around.trim()) && str.form !== "heredoc";
}
