/** Offsets of the engine (UTF-16 code units, half-open) ↔ positions of the protocol (line and UTF-16 character). */
import type { Range as Position, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Change, Range } from "../engine/model";

/** @param document must hold the text that `range` was made for */
export function positionsOf(document: TextDocument, range: Range): Position {
	return { start: document.positionAt(range[0]), end: document.positionAt(range[1]) };
}

/** @param document must hold the text that `changes` were made for */
export function textEditsOf(document: TextDocument, changes: readonly Change[]): TextEdit[] {
	return changes.map((change) => ({ range: positionsOf(document, change.range), newText: change.newText }));
}

/** Whether two ranges share a character or touch: a caret at either end of a squiggle belongs to it. */
export function touches(a: Range, b: Range): boolean {
	return a[0] <= b[1] && b[0] <= a[1];
}

export function rangeOf(document: TextDocument, range: Position): Range {
	return [document.offsetAt(range.start), document.offsetAt(range.end)];
}

/** A file that no editor has open, so that its offsets can be turned into positions. */
export function closedDocument(uri: string, language: string, text: string): TextDocument {
	return TextDocument.create(uri, language, 0, text);
}
