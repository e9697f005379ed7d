/** justfiles by the line: what sets a variable, and what stands for one. Recipes are regions. Source: the manual of just. */
import { finishOutline } from "../../outline/finish-outline";
import { newAssign, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Comment, Expr, Item, Outline, Range, Ref } from "../../outline/schema";
import { lineEnd } from "../line-end";

const definition = /^(?:export[ \t]+)?([A-Za-z_][\w-]*)[ \t]*:=[ \t]*/;

export function readJustfile(text: string): Outline {
	const comments: Comment[] = [];
	const items: Item[] = [];
	for (const range of linesOf(text)) {
		const line = text.slice(...range);
		if (/^[ \t]*#/.test(line) && !/^[ \t]+#!/.test(line))
			comments.push({ range: [range[0] + line.indexOf("#"), range[1]] });
		else if (!/^(?:[ \t]|$)/.test(line)) items.push(newItem(range, "statement", statement(text, range)));
	}
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language: "justfile", text, root, comments, broken: [] });
}

export function linesOf(text: string): Range[] {
	const lines: Range[] = [];
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
		const end = lineEnd(text, at);
		lines.push([at, end]);
		const newline = text.indexOf("\n", end);
		at = newline < 0 ? text.length : newline + 1;
	}
	return lines;
}

function statement(text: string, range: Range): Item["value"] {
	const match = definition.exec(text.slice(...range));
	if (match?.[1] === undefined) return newOpaque(range, "line");
	const at = range[0] + match[0].indexOf(match[1], match[0].startsWith("export") ? 6 : 0);
	const start = range[0] + match[0].length;
	const value = valueIn(text, [start, start + text.slice(start, range[1]).trimEnd().length]);
	return newAssign([range[0], value.range[1]], newRef([at, at + match[1].length], match[1]), value);
}

const literal = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')$/;

/** One literal, one read of the environment, or an expression with some of them. */
function valueIn(text: string, range: Range): Expr {
	const value = text.slice(...range);
	const quote = literal.test(value) ? (value[0] ?? "") : undefined;
	if (quote !== undefined) {
		const content: Range = [range[0] + 1, range[1] - 1];
		const raw = quote === "'";
		return newStr(range, {
			content,
			open: quote,
			close: quote,
			form: "quoted",
			raw,
			hasEscapes: !raw && value.includes("\\"),
		});
	}
	const reads = readsIn(text, range);
	const [only] = reads;
	if (only && only.range[0] === range[0] && only.range[1] === range[1]) return only;
	return newOpaque(
		range,
		"expression",
		[...reads, ...stringsIn(text, range, reads)].sort((a, b) => a.range[0] - b.range[0]),
	);
}

/** `env("NAME", "d")`, `env_var('NAME')`, and a variable of the file itself. */
function readsIn(text: string, [start, end]: Range): Ref[] {
	const pattern =
		/\benv(?:_var(?:_or_default)?)?\([ \t]*(["'])([A-Z]\w*)\1[^()]*\)|(?<![\w"'-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w"'-])/g;
	return [...text.slice(start, end).matchAll(pattern)].map((match) => {
		const at = start + match.index;
		const name = match[2] ?? match[0];
		const from = at + match[0].indexOf(name);
		return newRef([at, at + match[0].length], name, [from, from + name.length]);
	});
}

function stringsIn(text: string, [start, end]: Range, reads: readonly Ref[]): Expr[] {
	return [...text.slice(start, end).matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g)].flatMap(({ 0: found, index }) => {
		const range: Range = [start + index, start + index + found.length];
		if (reads.some((read) => read.range[0] < range[1] && range[0] < read.range[1])) return [];
		const quote = found[0] ?? "";
		return [
			newStr(range, {
				content: [range[0] + 1, range[1] - 1],
				open: quote,
				close: quote,
				form: "quoted",
				raw: quote === "'",
			}),
		];
	});
}
