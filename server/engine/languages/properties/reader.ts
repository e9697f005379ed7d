/** Java's `.properties` and ini files: `key=value` by the line, sections in square brackets, comments behind `#`, `!` or `;`. */
import type { Comment, Outline, Range } from "../../outline/schema";
import { buildConfig } from "../config/build";
import type { ConfigEntry, ConfigMap, ConfigScalar } from "../config/node";
import { unitEnvironment } from "./unit-environment";

export function readProperties(text: string): Outline {
	const comments: Comment[] = [];
	const broken: Range[] = [];
	const sections: { header: ConfigScalar | undefined; start: number; end: number; entries: ConfigEntry[] }[] = [
		{ header: undefined, start: 0, end: 0, entries: [] },
	];
	for (const [start, end] of linesOf(text)) {
		const first = text[start];
		const header = /^\[([^\]\r\n]+)\][ \t]*$/.exec(text.slice(start, end));
		if (start === end) continue;
		if (first === "#" || first === "!" || first === ";") comments.push({ range: [start, end] });
		else if (header)
			sections.push({ header: bare([start + 1, start + 1 + (header[1]?.length ?? 0)]), start, end, entries: [] });
		else {
			const pair = pairIn(text, [start, end]);
			if (pair) sections.at(-1)?.entries.push(pair);
			else broken.push([start, end]);
		}
	}
	const entries = sections.flatMap(({ header, start, end, entries: own }): ConfigEntry[] => {
		if (!header) return own;
		const value = mapOf(own, end);
		return [{ range: [start, value.range[1]], key: header, value, isSpread: false }];
	});
	const roots = entries.length > 0 ? [mapOf(entries, 0)] : [];
	return buildConfig({ language: "properties", text, roots, comments, broken });
}

function mapOf(entries: readonly ConfigEntry[], at: number): ConfigMap {
	const range: Range = [entries[0]?.range[0] ?? at, entries.at(-1)?.range[1] ?? at];
	return { kind: "map", range, inner: range, entries };
}

/** Lines without the white space around them; a backslash at the end takes the next line along. */
function linesOf(text: string): Range[] {
	const lines: Range[] = [];
	const line = /(?:[^\r\n\\]|\\(?:\r\n|[\s\S]))*/y;
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
		line.lastIndex = at;
		const whole = line.exec(text)?.[0] ?? "";
		const start = at + (whole.length - whole.trimStart().length);
		lines.push([start, Math.max(start, at + whole.trimEnd().length)]);
		at += Math.max(whole.length, 1);
	}
	return lines;
}

function pairIn(text: string, [start, end]: Range): ConfigEntry | undefined {
	const match = /^((?:[^\s=:\\]|\\.)+)[ \t]*(?:[=:][ \t]*)/.exec(text.slice(start, end));
	if (!match?.[1]) return undefined;
	const key = bare([start, start + match[1].length]);
	const range: Range = [start + match[0].length, end];
	const variables = match[1] === "Environment" ? unitEnvironment(text, range) : undefined;
	const value = variables ?? valueIn(text, range);
	return { range: [start, end], key, value, isSpread: false };
}

function valueIn(text: string, range: Range): ConfigScalar {
	const quote = text[range[0]];
	const isQuoted = (quote === '"' || quote === "'") && range[1] - range[0] > 1 && text[range[1] - 1] === quote;
	if (!isQuoted) return bare(range);
	const content: Range = [range[0] + 1, range[1] - 1];
	return { kind: "scalar", range, content, open: quote, close: quote, form: "quoted", raw: false, isText: true };
}

function bare(range: Range): ConfigScalar {
	return { kind: "scalar", range, content: range, open: "", close: "", form: "bare", raw: false, isText: true };
}
