/** Parts of an edit before they are sorted and joined (R10). */
import type { Change } from "../model";
import type { Range } from "../outline/schema";

/** `cut` deletes. `text` replaces or inserts. `line` inserts whole lines and may move to the start of a cut around it. */
export interface Piece extends Change {
	readonly kind: "cut" | "text" | "line";
}

export function cut(start: number, end: number): Piece {
	return { kind: "cut", range: [start, Math.max(start, end)], newText: "" };
}

export function text(range: Range, newText: string): Piece {
	return { kind: "text", range, newText };
}

export function insertion(offset: number, newText: string): Piece {
	return { kind: "text", range: [offset, offset], newText };
}

export function line(offset: number, newText: string): Piece {
	return { kind: "line", range: [offset, offset], newText };
}

/** Why an operation is not carried out, as a sentence for people. Edit functions return it instead of throwing. */
export interface Refusal {
	readonly refused: string;
}

export function isRefusal(result: object): result is Refusal {
	return "refused" in result;
}
