/** Proposals in their two usual forms. */
import type { Operation } from "../edits/operation";
import type { Applicability } from "../model";
import type { Range } from "../outline/schema";
import type { Proposal } from "./context";
import type { Move } from "./move";

/** The fix of a whole move; undefined when the move is blocked. */
export function moveProposal(move: Move | undefined): Proposal | undefined {
	if (!move || move.applicability === "blocked") return undefined;
	return { group: move.group, title: move.title, applicability: move.applicability, operations: move.operations };
}

/** A fix of its own. */
export function alone(
	rule: string,
	at: Range,
	title: string,
	applicability: Applicability,
	...operations: readonly Operation[]
): Proposal {
	return { group: `${rule}:${at[0]}`, title, applicability, operations };
}
