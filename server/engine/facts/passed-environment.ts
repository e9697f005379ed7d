/** Variables that a shell script sets or names for somebody else: words of a command, lines of a here-document. */
import { keyName, listOf } from "../outline/questions";
import type { Outline, Range, Ref, Str } from "../outline/schema";

export interface PassedVariable {
	readonly name: string;
	readonly nameRange: Range;
	/** What stands behind the `=` as far as it is a literal; undefined without `=`, or when it is made of other variables. */
	readonly literal: Range | undefined;
	/** `passed`: it is set (`-e NAME=value`, `-e NAME`). `name`: it is only named (`gh secret set NAME`). */
	readonly use: "passed" | "name";
	readonly node: Str;
}

/** Every such place, in document order of the strings. */
export function passedVariables(outline: Outline): PassedVariable[] {
	return outline.strings.flatMap((str) =>
		str.form === "heredoc" ? inHeredoc(outline, str) : (inWord(outline, str) ?? []),
	);
}

/** `docker run -e NAME=value`, `docker run -e NAME`, `gh secret set NAME`. */
function inWord(outline: Outline, str: Str): PassedVariable | undefined {
	const text = outline.text.slice(...str.content);
	const match = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(=|$)/.exec(text);
	const word = str.parent?.kind === "concat" && str.parent.parts[0] === str ? str.parent : str;
	const item = word.parent?.kind === "item" ? word.parent : undefined;
	if (!match?.[1] || !item || listOf(item)?.role !== "words") return undefined;
	const [start, end] = str.content;
	const nameRange: Range = [start, start + match[1].length];
	if (match[2] === "=") {
		const isLiteral = word === str && str.holes.length === 0;
		return passed(match[1], nameRange, isLiteral ? [nameRange[1] + 1, end] : undefined, str);
	}
	if (word !== str) return undefined;
	const isFlagged = /^(-e|--env)$/.test(keyName(outline, item) ?? "");
	return { name: match[1], nameRange, literal: undefined, use: isFlagged ? "passed" : "name", node: str };
}

/** `-e KEY=$KEY` of a command, `KEY="${KEY}" command`: whoever is started needs it, not the script. */
export function isPassedUnderItsName({ text }: Outline, { name, range: [start] }: Ref): boolean {
	// `$*` and `$1` have names, too: none for a pattern.
	const before = text.slice(Math.max(0, start - name.length - 3), start).replace(/["']$/, "");
	return before.endsWith(`${name}=`) && !/\w/.test(before.at(-name.length - 2) ?? "");
}

const line = /^([ \t]*(?:export[ \t]+)?)([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)=(["']?)(.*?)\3[ \t]*\r?$/gm;

/** `cat > .env <<EOF` and the like: lines that set a variable. */
function inHeredoc(outline: Outline, str: Str): PassedVariable[] {
	return [...outline.text.slice(...str.content).matchAll(line)].map((match) => {
		const [, before = "", name = "", quote = "", value = ""] = match;
		const start = str.content[0] + match.index + before.length;
		const from = start + name.length + 1 + quote.length;
		return passed(
			name,
			[start, start + name.length],
			/[$`]/.test(value) ? undefined : [from, from + value.length],
			str,
		);
	});
}

function passed(name: string, nameRange: Range, literal: Range | undefined, node: Str): PassedVariable {
	return { name, nameRange, literal, use: "passed", node };
}
