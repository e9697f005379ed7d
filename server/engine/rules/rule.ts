/** What a rule is: facts in, hits out. A rule never sees LSP types, never renders text, never throws on purpose. */
import type { Operation } from "../edits/operation";
import type { Applicability, Finding } from "../model";
import type { Context, Proposal } from "../moves/context";
import type { Move } from "../moves/move";
import type { Range } from "../outline/schema";

export interface Hit {
	readonly range: Range;
	/** One sentence, secrets masked. */
	readonly message: string;
	readonly subject: string;
	readonly row?: string | undefined;
	readonly advice?: string | undefined;
	/** Instead of the rule's own severity. */
	readonly severity?: "error" | "information";
	readonly tags?: Finding["tags"];
	readonly proposal?: Proposal | undefined;
}

export interface Rule {
	readonly id: string;
	find(context: Context): Hit[];
}

/** The fix of a whole move; undefined when the move is blocked. */
export function moveProposal(move: Move | undefined): Proposal | undefined {
	if (!move || move.applicability === "blocked") return undefined;
	return { group: move.group, title: move.title, applicability: move.applicability, operations: move.operations };
}

/** What a move's reasons add to a message's advice. */
export function withReasons(advice: string | undefined, move: Move | undefined): string | undefined {
	const all = [...(move?.reasons ?? []), ...(advice === undefined ? [] : [advice])];
	return all.length === 0 ? undefined : all.join(" ");
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
