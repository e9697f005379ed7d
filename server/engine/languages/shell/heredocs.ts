/** Here-documents that hold another language: a file that is written (`cat > x.py <<'EOF'`), a program that is fed (`python - <<EOF`). */
import type { Node, Outline, Range, Str } from "../../outline/schema";
import { newRegion, type Region, type RegionBuilder } from "../../regions/region";
import { standInFor } from "../../regions/stand-in";
import { lineEnd } from "../line-end";

/** @param languageOf the engine's language behind a program's name, an ending or a file's name */
export function heredocsIn(outline: Outline, languageOf: (word: string) => string | undefined): Region[] {
	return outline.strings.flatMap((str) => {
		const command = str.form === "heredoc" ? commandOf(str) : undefined;
		if (!command) return [];
		const head = headOf(outline.text, command, str);
		const language = writtenTo(head, languageOf) ?? fedTo(head, languageOf);
		return language === undefined ? [] : (regionOf(outline.text, str, head, language) ?? []);
	});
}

/** The command with its redirections. */
function commandOf(str: Str): Node | undefined {
	let node: Node | undefined = str.parent;
	while (node?.kind === "opaque" && node.type !== "redirected_statement") node = node.parent;
	return node?.kind === "opaque" ? node : undefined;
}

/** What stands before the body: `cat <<'EOF' | kubectl apply -f -`. */
function headOf(text: string, command: Node, str: Str): string {
	const start = command.range[0];
	return text.slice(start, text.lastIndexOf("\n", bodyStart(text, str) - 1));
}

/** The grammar leaves the first line's indentation out. */
function bodyStart(text: string, { content }: Str): number {
	return text.lastIndexOf("\n", content[0] - 1) + 1;
}

const file = /(?:(?<![\d&])>>?\|?|\btee(?:\s+-{1,2}[\w-]+)*)\s*(?:"([^"]+)"|'([^']+)'|([^\s"'|;&<>()]+))/g;

function writtenTo(head: string, languageOf: (word: string) => string | undefined): string | undefined {
	for (const [, double, single, bare] of head.matchAll(file)) {
		const path = double ?? single ?? bare ?? "";
		const name = path.slice(path.lastIndexOf("/") + 1);
		const language = name.includes(".") || /^[A-Z]/.test(name) ? languageOf(name) : undefined;
		if (language !== undefined) return language;
	}
	return undefined;
}

/** An interpreter without a script of its own reads the program from here: only flags may stand behind it, or a dash. */
const interpreter =
	/(?:^|[\s/|;&("'])(python[\d.]*|node|bun|ruby|php|bash|sh|zsh|pwsh|elixir)(?:\s+-(?![ce]\b)[\w=-]+)*(?=["']|\s*(?:$|[|&;)<>\n])|\s+-(?:\s|$))/;
const feeds: readonly (readonly [pattern: RegExp, word: string])[] = [
	[/\bkubectl\b[^|]*\s(?:apply|create|replace|delete)\b[^|]*\s(?:-f|--filename[ =])\s*-(?=\s|$)/, "yaml"],
	[/\bhelm\b[^|]*\s(?:-f|--values[ =])\s*-(?=\s|$)/, "yaml"],
	[/\bdocker(?:-compose|\s+compose|\s+stack)\b[^|]*\s(?:-f|-c)\s*-(?=\s|$)/, "yaml"],
	[/\bdocker\s+(?:buildx\s+)?build\b[^|]*\s-(?=\s|$)/, "dockerfile"],
	[/^(?:\S+=\S+\s+)*ssh\s+(?:-\S+\s+)*[\w.@$"{}-]+\s*$/, "bash"],
];

function fedTo(head: string, languageOf: (word: string) => string | undefined): string | undefined {
	const commands = head.replace(/<<-?\s*(?:"\w+"|'\w+'|\\?\w+)/g, " ").trimEnd();
	const word = interpreter.exec(commands)?.[1] ?? feeds.find(([pattern]) => pattern.test(commands))?.[1];
	return word === undefined ? undefined : languageOf(/^python/.test(word) ? "python" : word);
}

/** Their own references look like the shell's, and mean the same variable. */
const likeShell = new Set(["dotenv", "shell", "yaml", "json", "toml", "properties"]);

function regionOf(text: string, str: Str, head: string, language: string): Region | undefined {
	const range: Range = [bodyStart(text, str), str.content[1]];
	const isStripped = /<<-/.test(head);
	const indent = isStripped ? (/^\t*/.exec(text.slice(...range))?.[0] ?? "") : "";
	const builder = newRegion();
	let isUncertain = false;
	for (let at = range[0]; at < range[1]; ) {
		const newline = lineEnd(text, at);
		const next = Math.min(range[1], text.indexOf("\n", newline) < 0 ? range[1] : text.indexOf("\n", newline) + 1);
		const from = isStripped ? at + (/^\t*/.exec(text.slice(at, next))?.[0].length ?? 0) : at;
		if (str.raw) builder.copy(text, [from, next]);
		else isUncertain = copyExpanding(builder, text, str, [from, next], language) || isUncertain;
		at = next;
	}
	const expands = !str.raw && (!likeShell.has(language) || /\\\$/.test(text.slice(...range)));
	const encode = (newText: string) =>
		(expands ? newText.replace(/[\\$`]/g, "\\$&") : newText).replaceAll("\n", `\n${indent}`);
	return builder.finish({ language, isExample: false, isUncertain, encode });
}

/**
 * The shell puts in its values before anybody reads the text. A reference that the language would read itself stays; anything
 * else is the shell's own business.
 * @returns whether something that only the shell knows stands in the line
 */
function copyExpanding(builder: RegionBuilder, text: string, str: Str, [from, end]: Range, language: string): boolean {
	let isUncertain = false;
	for (let at = from; at < end; ) {
		const hole = str.holes.find(({ range }) => range[0] <= at && at < range[1]);
		if (hole) {
			const range: Range = [at, Math.min(hole.range[1], end)];
			const isShared = likeShell.has(language) && (hole.expr?.kind === "ref" || hole.expr?.kind === "either");
			if (isShared) builder.copy(text, range);
			else builder.hidden(standIn(language, range[1] - range[0]), range);
			isUncertain ||= !isShared;
			at = range[1];
		} else if (text[at] === "\\" && /[\\$`]/.test(text[at + 1] ?? "") && at + 1 < end) {
			builder.decoded(text[at + 1] ?? "", [at, at + 2]);
			at += 2;
		} else builder.copy(text, [at, ++at]);
	}
	return isUncertain;
}

/** As long as what it stands for: a name, or a reference to a variable of no meaning. */
function standIn(language: string, length: number): string {
	return likeShell.has(language) && length > 3 ? standInFor(length) : "v".padEnd(length, "_");
}
