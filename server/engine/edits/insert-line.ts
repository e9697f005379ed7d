/** The `insert-line` operation: whole lines before a line, ended as the neighbouring line is; behind a byte order mark. */
import type { Outline } from "../outline/schema";
import { lineBreakAt, lineStart } from "./lines";
import type { Operation } from "./operation";
import { line, type Piece } from "./piece";

export type InsertLine = Extract<Operation, { op: "insert-line" }>;

/** An offset at the very end of a text without final newline means a line behind the last one. */
export function insertLine(outline: Outline, operation: InsertLine): Piece {
	const { text } = outline;
	const bounded = Math.min(Math.max(operation.offset, 0), text.length);
	const at = lineStart(text, bounded);
	const lineBreak = lineBreakAt(text, at);
	const lines = operation.text.split(/\r?\n/);
	const isBehindLast = operation.offset >= text.length && at < text.length;
	if (isBehindLast) return line(text.length, lines.map((one) => lineBreak + one).join(""));
	return line(at, lines.map((one) => one + lineBreak).join(""));
}
