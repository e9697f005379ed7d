/** JSON and JSON with comments by `jsonc-parser`, which keeps offsets and reads on behind errors. */
import { type Node, type ParseError, parseTree, visit } from "jsonc-parser";
import type { Comment, Outline, Range } from "../../outline/schema";
import { buildConfig } from "../config/build";
import type { ConfigEntry, ConfigItem, ConfigNode, ConfigScalar } from "../config/node";

export function readJson(source: string): Outline {
	// The parser would stop at a byte order mark.
	const text = source.startsWith("\uFEFF") ? ` ${source.slice(1)}` : source;
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	return buildConfig({
		language: "json",
		text: source,
		roots: root ? [nodeOf(text, root)] : [],
		comments: commentsIn(text),
		broken: errors.map(({ offset, length }): Range => [offset, Math.min(text.length, offset + length)]),
	});
}

function nodeOf(text: string, node: Node): ConfigNode {
	const range = rangeOf(node);
	switch (node.type) {
		case "object":
			return {
				kind: "map",
				range,
				inner: innerOf(text, range),
				entries: (node.children ?? []).flatMap((one) => entryOf(text, one)),
			};
		case "array":
			return {
				kind: "seq",
				range,
				inner: innerOf(text, range),
				items: (node.children ?? []).map((one) => itemOf(text, one)),
			};
		case "string":
			return stringOf(text, range);
		default:
			return { kind: "scalar", range, content: range, open: "", close: "", form: "bare", raw: true, isText: false };
	}
}

function itemOf(text: string, node: Node): ConfigItem {
	return { range: rangeOf(node), value: nodeOf(text, node) };
}

function entryOf(text: string, property: Node): ConfigEntry[] {
	const [name, value] = property.children ?? [];
	if (!name) return [];
	const key = stringOf(text, rangeOf(name));
	const made = value && nodeOf(text, value);
	return [{ range: [key.range[0], made?.range[1] ?? key.range[1]], key, value: made, isSpread: false }];
}

function stringOf(text: string, range: Range): ConfigScalar {
	const isClosed = range[1] - range[0] > 1 && text[range[1] - 1] === '"';
	const content: Range = [Math.min(range[0] + 1, range[1]), isClosed ? range[1] - 1 : range[1]];
	return {
		kind: "scalar",
		range,
		content,
		open: '"',
		close: isClosed ? '"' : "",
		form: "quoted",
		raw: false,
		isText: true,
	};
}

function rangeOf({ offset, length }: Node): Range {
	return [offset, offset + length];
}

/** The closer may be missing. */
function innerOf(text: string, [start, end]: Range): Range {
	const isClosed = end - start > 1 && /[}\]]/.test(text[end - 1] ?? "");
	return [Math.min(start + 1, end), isClosed ? end - 1 : end];
}

function commentsIn(text: string): Comment[] {
	const comments: Comment[] = [];
	visit(text, { onComment: (offset, length) => void comments.push({ range: [offset, offset + length] }) });
	return comments;
}
