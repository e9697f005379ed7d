/** TOML by a small reader with exact ranges: no parser on npm keeps them and reads on behind an error. */
import type { Outline, Range } from "../../outline/schema";
import { buildConfig } from "../config/build";
import type { ConfigEntry, ConfigMap, ConfigScalar } from "../config/node";
import { lineEnd } from "../line-end";
import { keyAt, pairAt, skipBlanks, skipSpace, type TomlText } from "./scanner";

export function readToml(text: string): Outline {
	const toml: TomlText = { text, comments: [], broken: [] };
	const entries = tablesOf(toml);
	const last = entries.at(-1)?.range[1] ?? 0;
	const first = entries[0]?.range[0] ?? 0;
	const root: ConfigMap = { kind: "map", range: [first, last], inner: [first, last], entries };
	return buildConfig({ language: "toml", roots: entries.length > 0 ? [root] : [], ...toml });
}

/** Pairs above the first header, then each table with its header as key. */
function tablesOf(toml: TomlText): ConfigEntry[] {
	const entries: ConfigEntry[] = [];
	let table: { key: ConfigScalar; start: number; end: number; entries: ConfigEntry[] } | undefined;
	const finish = () => table && entries.push(tableEntry(table));
	for (
		let at = skipSpace(toml, toml.text.startsWith("\uFEFF") ? 1 : 0);
		at < toml.text.length;
		at = skipSpace(toml, at)
	) {
		const header = headerAt(toml, at);
		if (header) {
			finish();
			table = { key: header.key, start: at, end: header.end, entries: [] };
			at = restOfLine(toml, header.end);
			continue;
		}
		const pair = pairAt(toml, at);
		if (!pair) {
			const end = lineEnd(toml.text, at);
			toml.broken.push([at, end]);
			at = Math.max(end, at + 1);
			continue;
		}
		(table?.entries ?? entries).push(pair);
		at = restOfLine(toml, pair.range[1]);
	}
	finish();
	return entries;
}

function tableEntry(table: { key: ConfigScalar; start: number; end: number; entries: ConfigEntry[] }): ConfigEntry {
	const { key, start, end, entries } = table;
	const from = entries[0]?.range[0] ?? end;
	const to = entries.at(-1)?.range[1] ?? end;
	const value: ConfigMap = { kind: "map", range: [from, to], inner: [from, to], entries };
	return { range: [start, to], key, value, isSpread: false };
}

function headerAt(toml: TomlText, at: number): { key: ConfigScalar; end: number } | undefined {
	const { text } = toml;
	if (text[at] !== "[") return undefined;
	const brackets = text[at + 1] === "[" ? 2 : 1;
	const key = keyAt(toml, skipBlanks(text, at + brackets));
	const end = key && skipBlanks(text, key.range[1]);
	if (!key || end === undefined || !text.startsWith("]".repeat(brackets), end)) return undefined;
	return { key, end: end + brackets };
}

/** Behind a header or a pair stands nothing but a comment. */
function restOfLine({ text, broken }: TomlText, at: number): number {
	const here = skipBlanks(text, at);
	const end = lineEnd(text, here);
	if (text[here] === "#" || here >= end) return here;
	const range: Range = [here, end];
	broken.push(range);
	return end;
}
