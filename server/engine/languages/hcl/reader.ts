/**
 * Terraform, OpenTofu, Nomad and Packer files as one configuration tree: blocks and objects are maps, a block's labels are keys.
 * Expressions other than strings, objects, tuples and calls that only encode (`jsonencode({…})`) are nothing to look into.
 */
import type { Outline, Range } from "../../outline/schema";
import { buildConfig } from "../config/build";
import type { ConfigEntry, ConfigItem, ConfigMap, ConfigNode, ConfigScalar } from "../config/node";
import { lineEnd } from "../line-end";
import { bracketEnd, heredoc, isInterpolation, quotedEnd, type Scanner, skipBlanks } from "./scanner";

interface Reading extends Scanner {
	readonly broken: Range[];
}

export function readHcl(text: string): Outline {
	const reading: Reading = { text, comments: [], broken: [], at: 0 };
	const entries = entriesUntil(reading, undefined);
	const { comments, broken } = reading;
	const roots = entries.length > 0 ? [mapOf(entries, [0, text.length])] : [];
	return buildConfig({ language: "hcl", text, roots, comments, broken });
}

function mapOf(entries: readonly ConfigEntry[], inner: Range, range = inner): ConfigMap {
	return { kind: "map", range, inner, entries };
}

/** Attributes and blocks, or an object's elements, up to the closing bracket. */
function entriesUntil(reading: Reading, close: string | undefined): ConfigEntry[] {
	const entries: ConfigEntry[] = [];
	for (;;) {
		skipBlanks(reading, true);
		const character = reading.text[reading.at];
		if (character === undefined || character === close) return entries;
		if (character === ",") reading.at++;
		else {
			const entry = entryAt(reading);
			if (entry) entries.push(entry);
			else skipLine(reading);
		}
	}
}

function skipLine(reading: Reading): void {
	const end = Math.max(lineEnd(reading.text, reading.at), reading.at + 1);
	reading.broken.push([reading.at, end]);
	reading.at = end;
}

function entryAt(reading: Reading): ConfigEntry | undefined {
	const { text } = reading;
	const start = reading.at;
	const key = keyAt(reading);
	if (!key) return undefined;
	skipBlanks(reading, false);
	if ((text[reading.at] === "=" && text[reading.at + 1] !== "=") || text[reading.at] === ":") {
		reading.at++;
		skipBlanks(reading, false);
		const value = valueAt(reading);
		return { range: [start, value ? reading.at : key.range[1]], key, value, isSpread: false };
	}
	return blockAt(reading, start, key);
}

const word = /[A-Za-z_][\w.-]*/y;

/** A name, a quoted name, or `(expression)`, which nobody can know. */
function keyAt(reading: Reading): ConfigScalar | undefined {
	const { text, at } = reading;
	if (text[at] === '"') return quoted(reading);
	if (text[at] === "(") {
		const end = bracketEnd(text, at);
		return end === undefined ? undefined : bare(reading, end);
	}
	word.lastIndex = at;
	return word.test(text) ? bare(reading, word.lastIndex) : undefined;
}

function bare(reading: Reading, end: number): ConfigScalar {
	const range: Range = [reading.at, end];
	reading.at = end;
	return { kind: "scalar", range, content: range, open: "", close: "", form: "bare", raw: false, isText: true };
}

function quoted(reading: Reading): ConfigScalar | undefined {
	const end = quotedEnd(reading.text, reading.at);
	if (end === undefined) return undefined;
	const range: Range = [reading.at, end];
	reading.at = end;
	const content: Range = [range[0] + 1, end - 1];
	const expressions = expressionsIn(reading.text, content);
	return {
		kind: "scalar",
		range,
		content,
		open: '"',
		close: '"',
		form: "quoted",
		raw: false,
		isText: true,
		expressions,
	};
}

function expressionsIn(text: string, [start, end]: Range): Range[] {
	const found: Range[] = [];
	for (let at = start; at < end; ) {
		const close = isInterpolation(text, at) ? bracketEnd(text, at + 1) : undefined;
		if (close !== undefined) found.push([at, close]);
		at = close ?? at + 1;
	}
	return found;
}

/** `resource "aws_lambda_function" "api" { … }`: each label is a key of its own. `env { … }` may stand many times: a list. */
function blockAt(reading: Reading, start: number, key: ConfigScalar): ConfigEntry | undefined {
	const { text } = reading;
	const keys = [key];
	for (skipBlanks(reading, false); text[reading.at] !== "{"; skipBlanks(reading, false)) {
		const label = keyAt(reading);
		if (!label) return undefined;
		keys.push(label);
	}
	const open = reading.at++;
	const entries = entriesUntil(reading, "}");
	const isClosed = text[reading.at] === "}";
	if (!isClosed) reading.broken.push([open, open]);
	const inner: Range = [open + 1, reading.at];
	if (isClosed) reading.at++;
	const body = mapOf(entries, inner, [open, reading.at]);
	const value = keys.length === 1 && isNamed(text, entries) ? listOfOne(body) : body;
	const end = reading.at;
	const last: ConfigEntry = { range: [start, end], key, value, isSpread: false };
	return keys.reduceRight<ConfigEntry>((inside, label, index) => {
		const range: Range = [label.range[0], end];
		if (index === keys.length - 1) return { ...last, range, key: label };
		return { range, key: label, value: mapOf([inside], inside.range), isSpread: false };
	}, last);
}

/** Cloud Run's and Kubernetes' `env { name = "X" … }`. */
function isNamed(text: string, [first]: readonly ConfigEntry[]): boolean {
	return first !== undefined && /^(name|key)$/.test(text.slice(...first.key.content));
}

function listOfOne(value: ConfigMap): ConfigNode {
	const { range } = value;
	return { kind: "seq", range, inner: range, items: [{ range, value }] };
}

const encoders =
	/(?:jsonencode|yamlencode|base64encode|sensitive|nonsensitive|merge|tomap|concat|tolist|toset)\(\s*(?=[[{("<])/y;

function valueAt(reading: Reading): ConfigNode | undefined {
	const { text, at } = reading;
	const simple = simpleAt(reading);
	// `"a" == var.b ? … : …`, `{…}["x"]`: more than the value alone.
	if (simple && isEnd(text, reading.at)) return simple;
	reading.at = at;
	reading.at += text.slice(at, expressionEnd(reading)).trimEnd().length;
	return reading.at > at ? { kind: "other", range: [at, reading.at], type: "expression" } : undefined;
}

function isEnd(text: string, at: number): boolean {
	const end = /[ \t]*(?:[\r\n,\])}#]|\/[/*]|$)/y;
	end.lastIndex = at;
	return end.test(text);
}

function simpleAt(reading: Reading): ConfigNode | undefined {
	const { text, at } = reading;
	if (text[at] === '"') return quoted(reading);
	if (text[at] === "{" && !/^\{\s*for\b/.test(text.slice(at, at + 40))) return object(reading);
	if (text[at] === "[" && !/^\[\s*for\b/.test(text.slice(at, at + 40))) return tuple(reading);
	if (text.startsWith("<<", at)) return lines(reading);
	encoders.lastIndex = at;
	return encoders.test(text) ? encoded(reading, encoders.lastIndex) : undefined;
}

function object(reading: Reading): ConfigNode | undefined {
	const open = reading.at++;
	const entries = entriesUntil(reading, "}");
	if (reading.text[reading.at] !== "}") return undefined;
	reading.at++;
	return mapOf(entries, [open + 1, reading.at - 1], [open, reading.at]);
}

function tuple(reading: Reading): ConfigNode | undefined {
	const open = reading.at++;
	const items = valuesUntil(reading, "]");
	if (items === undefined) return undefined;
	return { kind: "seq", range: [open, reading.at], inner: [open + 1, reading.at - 1], items };
}

function valuesUntil(reading: Reading, close: string): ConfigItem[] | undefined {
	const items: ConfigItem[] = [];
	for (;;) {
		skipBlanks(reading, true);
		const character = reading.text[reading.at];
		if (character === undefined) return undefined;
		if (character === close) {
			reading.at++;
			return items;
		}
		if (character === ",") reading.at++;
		else {
			const start = reading.at;
			const value = valueAt(reading);
			if (!value) return undefined;
			items.push({ range: [start, reading.at], value });
		}
	}
}

/** `jsonencode({…})` means what it holds; `merge({…}, var.more)` all that it holds. */
function encoded(reading: Reading, inside: number): ConfigNode | undefined {
	const start = reading.at;
	reading.at = inside;
	const items = valuesUntil(reading, ")");
	const [only] = items ?? [];
	if (!items) return undefined;
	if (items.length === 1 && only?.value) return only.value;
	return { kind: "seq", range: [start, reading.at], inner: [inside, reading.at - 1], items };
}

function lines(reading: Reading): ConfigNode | undefined {
	const found = heredoc(reading.text, reading.at);
	if (!found) return undefined;
	const range: Range = [reading.at, found.end];
	reading.at = found.end;
	const { content } = found;
	const open = reading.text.slice(range[0], content[0]);
	const close = reading.text.slice(content[1], range[1]);
	const expressions = expressionsIn(reading.text, content);
	return { kind: "scalar", range, content, open, close, form: "heredoc", raw: true, isText: true, expressions };
}

/** To the end of the line, of the list or of the object; brackets go as a whole. */
function expressionEnd({ text, at }: Reading): number {
	for (let index = at; index < text.length; ) {
		const character = text[index] ?? "";
		if (/[\r\n,\])}#]/.test(character) || text.startsWith("//", index)) return index;
		if ("([{".includes(character)) index = bracketEnd(text, index) ?? text.length;
		else if (character === '"') index = quotedEnd(text, index) ?? lineEnd(text, index);
		else index++;
	}
	return text.length;
}
