/**
 * nginx configurations and Caddyfiles: a directive is a call with words as arguments and perhaps a block, whatever it means.
 * Variables of the environment (`${X}` of a template, `{$X}`, `{env.X}`) are reads; the proxy's own variables are holes.
 */
import { finishOutline } from "../../outline/finish-outline";
import { newCall, newEither, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Comment, Expr, Hole, Item, List, Outline, Range } from "../../outline/schema";
import { type Dialect, type Token, tokenAt } from "./scanner";

interface Reading {
	readonly dialect: Dialect;
	readonly text: string;
	readonly comments: Comment[];
	readonly broken: Range[];
	at: number;
}

type Word = Extract<Token, { kind: "word" }>;

export function readProxy(dialect: Dialect, text: string): Outline {
	const reading: Reading = { dialect, text, comments: [], broken: [], at: 0 };
	const items: Item[] = [];
	while (reading.at < text.length) {
		items.push(...directives(reading));
		// A closing brace too many.
		const stray = next(reading);
		if (stray) reading.broken.push(stray.range);
	}
	const { comments, broken } = reading;
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language: dialect, text, root, comments, broken });
}

function next(reading: Reading): Exclude<Token, { kind: "comment" }> | undefined {
	for (;;) {
		const token = tokenAt(reading.dialect, reading.text, reading.at);
		reading.at = token?.range[1] ?? reading.text.length;
		if (token?.kind !== "comment") return token as Exclude<Token, { kind: "comment" }> | undefined;
		reading.comments.push({ range: token.range });
	}
}

/** Up to the closing brace, which is left. */
function directives(reading: Reading): Item[] {
	const items: Item[] = [];
	let words: Word[] = [];
	const add = (body?: List) => {
		const item = directive(reading, words, body);
		if (item) items.push(item);
		words = [];
	};
	for (;;) {
		const before = reading.at;
		const token = next(reading);
		if (token === undefined || token.kind === "close") {
			// Caddy's last line needs no line break, nginx's last directive its semicolon.
			if (words.length > 0 && reading.dialect === "nginx") reading.broken.push([before, before]);
			add();
			if (token) reading.at = token.range[0];
			return items;
		}
		if (token.kind === "word") words.push(token);
		else if (token.kind === "end") add();
		else add(block(reading, token.range[0], words));
	}
}

function block(reading: Reading, open: number, words: readonly Word[]): List | undefined {
	const { text } = reading;
	const [first] = words;
	if (first && /_by_lua_block$/.test(text.slice(...first.range))) {
		reading.at = rawEnd(text, open);
		return undefined;
	}
	const items = directives(reading);
	const end = reading.at;
	const isClosed = text[end] === "}";
	if (isClosed) reading.at = end + 1;
	else reading.broken.push([open, open]);
	return newList([open, reading.at], "block", items, innerOf(reading, open, end));
}

/** Caddy's braces stay on lines of their own, whatever goes between them. */
function innerOf({ dialect, text }: Reading, open: number, end: number): Range {
	const from = dialect === "caddy" ? text.indexOf("\n", open) + 1 : 0;
	const to = text.lastIndexOf("\n", end - 1) + 1;
	return from > open && from <= to ? [from, to] : [open + 1, end];
}

/** Lua has braces of its own. */
function rawEnd(text: string, open: number): number {
	let depth = 0;
	for (let at = open; at < text.length; at++) {
		if (text[at] === "{") depth++;
		if (text[at] === "}" && --depth === 0) return at + 1;
	}
	return text.length;
}

function directive(reading: Reading, words: readonly Word[], body: List | undefined): Item | undefined {
	const { text } = reading;
	const [first, ...rest] = words;
	const last = words.at(-1);
	if (!first || !last) return body && newItem(body.range, "statement", newOpaque(body.range, "block", [body]));
	const name = text.slice(...first.range);
	const range: Range = [first.range[0], body?.range[1] ?? last.range[1]];
	const args = rest.map((word) => newItem(word.range, "value", expr(reading, name, word)));
	const list = args[0] && newList([args[0].range[0], last.range[1]], "args", args);
	// Caddy's site addresses stand where a directive's name would.
	const receiver = /[.:/]/.test(name) ? expr(reading, "", first) : undefined;
	const path = receiver ? "" : name;
	const call = newCall(range, first.range, { path, name: path, args: list, body, receiver });
	return newItem(range, "statement", call);
}

function expr({ dialect, text }: Reading, name: string, { range, quote }: Word): Expr {
	const source = text.slice(...range);
	// nginx: `env X;` takes the variable over.
	const isTaken = name === "env" && dialect === "nginx" && /^[A-Z]\w*$/.test(source);
	// Programs inside the configuration would go on to ask for the old name.
	if (isTaken && !/getenv|process\.env/.test(text)) return newRef(range, source);
	const isClosed = quote !== "" && source.length > 1 && source.endsWith(quote);
	const content: Range = quote === "" ? range : [range[0] + 1, isClosed ? range[1] - 1 : range[1]];
	return newStr(range, {
		content,
		open: quote,
		close: isClosed ? quote : "",
		form: quote === "" ? "bare" : "quoted",
		raw: quote === "`",
		holes: holesIn(dialect, text, content),
		hasEscapes: quote !== "`" && text.slice(...content).includes("\\"),
	});
}

const references: Readonly<Record<Dialect, RegExp>> = {
	nginx: /\$\{(?<braced>\w+)\}|\$(?<bare>\w+)/dg,
	caddy: /\{\$(?<dollar>\w+)(?::(?<otherwise>[^{}]*))?\}|\{env\.(?<env>\w+)\}|\{[\w.]+\}/dg,
};

const nameGroups = ["braced", "bare", "dollar", "env"];

function rangeOfGroup(match: RegExpExecArray, group: string | undefined, start: number): Range | undefined {
	const found = group === undefined ? undefined : match.indices?.groups?.[group];
	return found && [start + found[0], start + found[1]];
}

function holesIn(dialect: Dialect, text: string, [start, end]: Range): Hole[] {
	return [...text.slice(start, end).matchAll(references[dialect])].map((match) => {
		const range: Range = [start + match.index, start + match.index + match[0].length];
		const name = nameGroups.find((group) => match.groups?.[group] !== undefined);
		const place = rangeOfGroup(match, name, start);
		const word = place ? text.slice(...place) : "";
		if (!place || !/^[A-Z]/.test(word)) return { range, expr: undefined };
		const otherwise = rangeOfGroup(match, "otherwise", start);
		const ref = newRef(otherwise ? place : range, word, place);
		return { range, expr: otherwise ? newEither(range, "or", ref, newStr(otherwise)) : ref };
	});
}
