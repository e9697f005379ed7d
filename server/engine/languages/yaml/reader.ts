/** YAML by the `yaml` package: nodes and comments with the offsets of its concrete syntax tree. */
import {
	CST,
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	Lexer,
	type ParsedNode,
	parseAllDocuments,
} from "yaml";
import type { Comment, Outline, Range } from "../../outline/schema";
import { buildConfig } from "../config/build";
import type { ConfigEntry, ConfigItem, ConfigMap, ConfigNode, ConfigScalar, ConfigSeq } from "../config/node";

export function readYaml(text: string): Outline {
	const documents = parse(text);
	const roots = documents.flatMap((one) => (one.contents ? nodeOf(text, one.contents) : []));
	return buildConfig({
		language: "yaml",
		text,
		roots: roots.filter((root) => root.kind !== "scalar" || root.content[0] < root.content[1]),
		comments: commentsIn(text),
		broken: [...documents.flatMap(errorsOf), ...documents.flatMap(danglingAliases)],
	});
}

type Parsed = Document.Parsed<ParsedNode>;

function parse(text: string): readonly Parsed[] {
	const found = parseAllDocuments(text, {
		keepSourceTokens: true,
		uniqueKeys: false,
		merge: true,
		prettyErrors: false,
	});
	return Array.isArray(found) ? found : [];
}

function errorsOf({ errors }: Parsed): Range[] {
	return errors.map(({ pos: [start, end] }): Range => [start, Math.max(start, end)]);
}

/** An alias whose anchor is gone: no program could load the file any more. */
function danglingAliases(document: Parsed): Range[] {
	const anchors = new Set<string>();
	const dangling: Range[] = [];
	const pending: unknown[] = [document.contents];
	for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
		if (isAlias(node)) {
			if (!anchors.has(node.source) && node.range) dangling.push([node.range[0], node.range[1]]);
		} else if (isPair(node)) pending.push(node.value ?? undefined, node.key ?? undefined);
		else if (isMap(node) || isSeq(node)) {
			if (node.anchor) anchors.add(node.anchor);
			pending.push(...[...node.items].reverse());
		} else if (isScalar(node) && node.anchor) anchors.add(node.anchor);
	}
	return dangling;
}

function nodeOf(text: string, node: unknown): ConfigNode {
	if (isMap(node)) return mapOf(text, node);
	if (isSeq(node)) return seqOf(text, node);
	if (isScalar(node)) return scalarOf(text, node);
	return { kind: "other", range: rangeOf(node), type: isAlias(node) ? "alias" : "nothing" };
}

function rangeOf(node: unknown): Range {
	const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
	return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0];
}

function mapOf(text: string, node: { readonly items: readonly unknown[]; flow?: boolean | undefined }): ConfigMap {
	const entries = node.items.flatMap((pair) => entryOf(text, pair) ?? []);
	return { kind: "map", ...placed(node, entries), entries };
}

function entryOf(text: string, pair: unknown): ConfigEntry | undefined {
	if (!isPair(pair) || !isScalar(pair.key)) return undefined;
	const key = scalarOf(text, pair.key);
	const isMissing = pair.value === null || pair.value === undefined || isNothing(pair.value);
	const value = isMissing ? undefined : nodeOf(text, pair.value);
	const end = value?.range[1] ?? behindColon(text, key.range[1]);
	return { range: [key.range[0], end], key, value, isSpread: text.slice(...key.range) === "<<" };
}

/** `key:` without a value. */
function isNothing(value: unknown): boolean {
	const [start, end] = rangeOf(value);
	return isScalar(value) && start === end;
}

function behindColon(text: string, at: number): number {
	return at + (/^[ \t]*:/.exec(text.slice(at, at + 50))?.[0].length ?? 0);
}

function seqOf(text: string, node: { readonly items: readonly unknown[]; flow?: boolean | undefined }): ConfigSeq {
	const token = "srcToken" in node ? (node.srcToken as CST.Token | undefined) : undefined;
	const dashes = token?.type === "block-seq" ? token.items.flatMap(({ start }) => dashOf(start) ?? []) : undefined;
	const items = node.items.flatMap((value, index): ConfigItem[] => {
		const made = isNothing(value) ? undefined : nodeOf(text, isPair(value) ? value.value : value);
		const [start, end] = made?.range ?? rangeOf(value);
		const dash = dashes?.[index];
		if (dashes) return dash === undefined ? [] : [{ range: [dash, Math.max(end, dash + 1)], value: made }];
		return [{ range: [start, end], value: made }];
	});
	return { kind: "seq", ...placed(node, items), items };
}

function dashOf(start: readonly CST.SourceToken[]): number | undefined {
	return start.find(({ type }) => type === "seq-item-ind")?.offset;
}

/** A flow collection with its brackets; a block's extent is that of what it holds: the parser counts what follows to it. */
function placed(node: object, parts: readonly { readonly range: Range }[]): { range: Range; inner: Range } {
	const [start, end] = rangeOf(node);
	if ("flow" in node && node.flow) return { range: [start, end], inner: [start + 1, Math.max(start + 1, end - 1)] };
	const first = parts[0]?.range[0] ?? start;
	const last = parts.at(-1)?.range[1] ?? first;
	return { range: [first, last], inner: [first, last] };
}

function scalarOf(text: string, node: unknown): ConfigScalar {
	const [start, end] = rangeOf(node);
	const isPlainText = isScalar(node) && (typeof node.value === "string" || start === end);
	const first = text[start];
	if (first === '"' || first === "'") {
		const isClosed = end - start > 1 && text[end - 1] === first;
		const content: Range = [start + 1, isClosed ? end - 1 : end];
		const close = isClosed ? first : "";
		return {
			kind: "scalar",
			range: [start, end],
			content,
			open: first,
			close,
			form: "quoted",
			raw: first === "'",
			isText: true,
		};
	}
	if (isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED"))
		return blockScalar(text, start, end);
	const range: Range = [start, end];
	return { kind: "scalar", range, content: range, open: "", close: "", form: "bare", raw: true, isText: isPlainText };
}

function blockScalar(text: string, start: number, end: number): ConfigScalar {
	const newline = text.indexOf("\n", start);
	const from = newline < 0 ? end : Math.min(newline + 1, end);
	const to = Math.max(from, text.slice(0, end).trimEnd().length);
	const open = text.slice(start, from);
	return {
		kind: "scalar",
		range: [start, Math.max(to, start)],
		content: [from, to],
		open,
		close: "",
		form: "heredoc",
		raw: true,
		isText: true,
	};
}

function commentsIn(text: string): Comment[] {
	const comments: Comment[] = [];
	let at = 0;
	let isScalarNext = false;
	for (const token of new Lexer().lex(text)) {
		if (token === CST.DOCUMENT || token === CST.FLOW_END) continue;
		if (token === CST.SCALAR) {
			isScalarNext = true;
			continue;
		}
		if (!isScalarNext && token.startsWith("#")) comments.push({ range: [at, at + token.trimEnd().length] });
		isScalarNext = false;
		at += token.length;
	}
	return comments;
}
