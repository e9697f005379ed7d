/** What a rule is: facts in, hits out. A rule never sees LSP types, never renders text, never throws on purpose. */
import type { Finding } from "../model";
import type { Context, Proposal } from "../moves/context";
import type { Move } from "../moves/move";
import type { Range } from "../outline/schema";

export { alone, moveProposal } from "../moves/proposals";

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
	/** Other fixes that a person may choose instead, best first; no run of fixes ever takes one. Each is a group of its own. */
	readonly alternatives?: readonly Proposal[];
}

/** Hits by the rule that has them. */
export type Found = ReadonlyMap<string, readonly Hit[]>;

export interface Rule {
	readonly id: string;
	/** @param before what the rules before it have found, by rule */
	find(context: Context, before: Found): Hit[];
}

/** What a move's reasons add to a message's advice. */
export function withReasons(advice: string | undefined, move: Move | undefined): string | undefined {
	const all = [...(move?.reasons ?? []), ...(advice === undefined ? [] : [advice])];
	return all.length === 0 ? undefined : all.join(" ");
}
