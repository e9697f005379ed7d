/** Text of another language inside a configuration file: commands that a shell runs, files that a block of lines holds. */
import { contentOf, keyName, listOf, valueIn } from "../../outline/questions";
import type { Item, Node, Outline, Range, Str } from "../../outline/schema";
import { newRegion, type Region } from "../../regions/region";
import { newQuoteTracker } from "../../regions/shell-quotes";
import { isCommand } from "./command-keys";
import { copyEmbedded } from "./embedded-text";
import { spellingOf } from "./string-spelling";

type LanguageOf = (word: string) => string | undefined;

/** Nothing else is worth a region: a pipeline has many commands. */
const mention = /helic|hcone|concentrate|sk-cn-|_(?:KEY|TOKEN)\b/i;

/** @param languageOf the engine's language behind an ending, a file's name or a shell's name */
export function embeddedIn(outline: Outline, languageOf: LanguageOf): Region[] {
	return outline.strings.flatMap((str) => {
		const item = str.parent;
		if (item?.kind !== "item" || item.value !== str || !mention.test(contentOf(outline, str))) return [];
		const language = languageIn(outline, str, item, languageOf);
		return language === undefined ? [] : (regionOf(outline, str, language) ?? []);
	});
}

function languageIn(outline: Outline, str: Str, item: Item, languageOf: LanguageOf): string | undefined {
	const path = pathTo(outline, item);
	const text = contentOf(outline, str);
	const isScript = isCommand(path, textBefore(outline, item));
	const shebang = /^\s*#!\s*\S*\/(?:env[ \t]+(?:-S[ \t]+)?)?([\w.]+)/.exec(text)?.[1];
	if ((isScript || str.form === "heredoc") && shebang !== undefined)
		return languageOf(shebang.replace(/^python[\d.]*$/, "python"));
	if (/^\s*#cloud-config\b/.test(text)) return languageOf("yaml");
	if (isScript) return languageOf(shellOf(outline, item));
	return str.form === "heredoc" ? heldFile(outline, str, item, path, languageOf) : undefined;
}

/** A step says its `shell`; a shell it is without one. */
function shellOf(outline: Outline, item: Item): string {
	const holder = item.form === "entry" ? item : listOf(item)?.parent;
	const shell = holder?.kind === "item" ? besideIn(outline, holder, /^shell$/) : undefined;
	return shell?.split(" ")[0] ?? "bash";
}

/** `config.env: |`, `content: |` beside a `path`, `<<JSON`, a chart's values. */
function heldFile(
	outline: Outline,
	str: Str,
	item: Item,
	path: readonly string[],
	languageOf: LanguageOf,
): string | undefined {
	const own = keyName(outline, item) ?? "";
	const file = besideIn(outline, item, /^(?:path|filename|file_path|dest|destination|target)$/);
	const named = own.includes(".") ? own.split(".").at(-1) : file?.split("/").at(-1);
	const found = named === undefined ? undefined : languageOf(named);
	if (found !== undefined || outline.language !== "hcl") return found;
	const delimiter = /^<<-?(\w+)/.exec(str.open)?.[1]?.toLowerCase() ?? "";
	if (/^(?:json|ya?ml|toml|env|dotenv|bash|sh|python|ini)$/.test(delimiter)) return languageOf(delimiter);
	if (/^\s*[[{]\s*["{[\]}]/.test(contentOf(outline, str))) return languageOf("json");
	return path.at(-2) === "values" ? languageOf("yaml") : undefined;
}

function besideIn(outline: Outline, item: Item, name: RegExp): string | undefined {
	const beside = listOf(item)?.items.find((one) => one !== item && name.test(keyName(outline, one) ?? ""));
	const value = valueIn(beside);
	return value?.kind === "string" ? contentOf(outline, value) : undefined;
}

/** The keys around an item, its own last; `[]` for a place of a list. A key with dots is one key. */
function pathTo(outline: Outline, item: Item): string[] {
	const path: string[] = [];
	for (let up: Node | undefined = item; up; up = up.parent) {
		if (up.kind !== "item") continue;
		const name = up.form === "entry" ? keyName(outline, up) : undefined;
		if (name !== undefined) path.unshift(name);
		else if (listOf(up)?.role === "seq") path.unshift("[]");
	}
	return path;
}

function textBefore(outline: Outline, item: Item): string | undefined {
	const list = listOf(item);
	const before = list?.role === "seq" ? valueIn(list.items[list.items.indexOf(item) - 1]) : undefined;
	return before?.kind === "string" ? contentOf(outline, before) : undefined;
}

function regionOf(outline: Outline, str: Str, language: string): Region | undefined {
	const builder = newRegion();
	const quotes = language === "shell" ? newQuoteTracker() : undefined;
	if (str.form !== "heredoc") {
		const spelling = spellingOf(outline, str);
		copyEmbedded(builder, outline, str, str.content, spelling, quotes);
		return builder.finish({ language, isExample: false, encode: spelling.encode });
	}
	const { text } = outline;
	const indent = indentOf(outline, str);
	const isFolded = str.open.startsWith(">");
	for (const [start, end] of linesIn(text, str.content)) {
		let from = start;
		while (from < end && from - start < indent.length && /[ \t]/.test(text[from] ?? "")) from++;
		const to = isFolded && joins(text, end, str.content[1], indent) ? end - (text[end - 2] === "\r" ? 2 : 1) : end;
		copyEmbedded(builder, outline, str, [from, to], spellingOf(outline, str), quotes);
		if (to < end) builder.decoded(" ", [to, end]);
	}
	const encode = (newText: string) => {
		if (isFolded && newText.includes("\n")) return undefined;
		const escaped = outline.language === "hcl" ? newText.replace(/([$%])(?=\{)/g, "$1$1") : newText;
		return escaped.replaceAll("\n", `\n${indent}`);
	};
	return builder.finish({ language, isExample: false, encode });
}

/** Of YAML's block the first line's; of HCL's `<<-` what all lines have. */
function indentOf({ text, language }: Outline, str: Str): string {
	const body = text.slice(...str.content);
	if (language !== "hcl") return /^[ ]*/.exec(body)?.[0] ?? "";
	if (!str.open.startsWith("<<-")) return "";
	const all = [...body.matchAll(/^[ \t]*(?=\S)/gm)].map(([blanks]) => blanks);
	return all.reduce((least, one) => (one.length < least.length ? one : least), all[0] ?? "");
}

function linesIn(text: string, [start, end]: Range): Range[] {
	const lines: Range[] = [];
	for (let at = start; at < end; ) {
		const newline = text.indexOf("\n", at);
		const next = newline < 0 || newline >= end ? end : newline + 1;
		lines.push([at, next]);
		at = next;
	}
	return lines;
}

/** A folded block (`>-`): lines of the same indentation are one. */
function joins(text: string, next: number, end: number, indent: string): boolean {
	return next < end && text.startsWith(indent, next) && /\S/.test(text[next + indent.length] ?? "");
}
