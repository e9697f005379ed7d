/** A name of a file that means something to whoever takes it. */
import type { Address } from "../facts/address";
import type { Facts } from "../facts/facts";
import type { Header } from "../facts/header";
import type { Assign, Item, Outline, Range, Str } from "../outline/schema";
import type { Around, Given, Meaning } from "./meaning";

/** A name with the places of this file that make it what it is. */
export interface OwnName extends Given {
	/** The whole definition. */
	readonly range: Range;
	/** What must go for the name to go; undefined when it is part of something that stays. */
	readonly item: Item | undefined;
	/** The assignment that makes it, if one does. */
	readonly assign: Assign | undefined;
	readonly addresses: readonly Address[];
	/** Where the variable's name, or the field's, stands. */
	readonly keyNames: readonly Range[];
	readonly headers: readonly Header[];
	/** The string of a header's name, or of a model. */
	readonly strings: readonly Str[];
}

export interface Asking {
	readonly outline: Outline;
	readonly facts: Facts;
	readonly around: Around;
	readonly found: OwnName[];
}

export interface Place {
	readonly path: string;
	readonly range: Range;
	readonly item: Item | undefined;
	readonly assign: Assign | undefined;
}

type Parts = Partial<Pick<OwnName, "addresses" | "keyNames" | "headers" | "strings">>;

/** Notes a name with what it means. */
export function push(asking: Asking, place: Place, meaning: Meaning, parts: Parts, on: readonly string[] = []): void {
	asking.found.push({ ...place, meaning, on, addresses: [], keyNames: [], headers: [], strings: [], ...parts });
}
