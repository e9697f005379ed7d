/** What a refactoring wants of one text so far, and why it cannot be done. */
import type { Operation } from "../edits/operation";

/** With a reason in it the draft is worth nothing: all or nothing. */
export interface Draft {
	readonly operations: Operation[];
	/** Whole sentences for people; the first one is shown. */
	readonly reasons: string[];
}

export function newDraft(): Draft {
	return { operations: [], reasons: [] };
}

/** @returns nothing, so that it ends a function: `return refuse(draft, "…")` */
export function refuse({ reasons }: Draft, reason: string): undefined {
	reasons.push(reason);
}

export function replace({ operations }: Draft, start: number, end: number, newText: string): undefined {
	operations.push({ op: "replace", range: [start, end], newText });
}
