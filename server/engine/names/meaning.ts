/**
 * Names across files, as plain data: what a name of one file means to the files that take it. Nothing here holds an offset,
 * so that typing elsewhere in a file changes nothing for the others.
 */
import type { Address } from "../facts/address";

/** An address without its place in a text. */
export type SharedAddress = Omit<Address, "str" | "range" | "hostRange">;

export type Meaning =
	/** `addresses` is empty when the environment holds it. `isMixed`: another address may be used instead. */
	| {
			readonly kind: "address";
			readonly owner: "helicone" | "concentrate";
			readonly addresses: readonly SharedAddress[];
			readonly isMixed: boolean;
	  }
	/** `read`: the name holds what the environment says. `field`: it is the variable's own name in a schema or settings class. */
	| { readonly kind: "key"; readonly variable: string; readonly form: "read" | "field" }
	/** A map with headers of Helicone's, or a function that gives one. `isAll`: nothing is left once they are gone. */
	| { readonly kind: "headers"; readonly isCall: boolean; readonly isAll: boolean }
	/** The name of a header of Helicone's: `HELICONE_AUTH`. */
	| { readonly kind: "header-name"; readonly name: string }
	/** A model in the form of Helicone's AI gateway. */
	| { readonly kind: "slug"; readonly slug: string }
	/** A parameter of a function that only feeds what goes. `name` is missing for a pattern; `index`: among those that a call can fill by place. */
	| { readonly kind: "parameter"; readonly name: string | undefined; readonly index: number }
	/** A client: `row` of `clients.json`. `isGateway`: it takes models in the form of Helicone's AI gateway. */
	| {
			readonly kind: "client";
			readonly row: string;
			readonly gateway: "helicone" | "concentrate";
			readonly isCall: boolean;
			readonly isGateway: boolean;
	  };

/** A name that a file offers: `HELICONE_BASE`, `config.helicone.url`, `settings.openai_api_key`, `heliconeHeaders`. */
export interface Given {
	readonly path: string;
	readonly meaning: Meaning;
	/** Ids of names of other files that it stands on. */
	readonly on: readonly string[];
}

/** What everybody who gives or takes a name says of it together. */
export interface Verdict {
	/** `safe`: each part, in whatever file, moves by a safe fix. `blocked`: one of them cannot move. */
	readonly certainty: "safe" | "suggested" | "blocked";
	/** What the takers want the address to be, or where they use the model; undefined without takers, or when they disagree. */
	readonly target: string | undefined;
	/** A key that somebody else reads as well: whoever moves reads Concentrate's on his own. */
	readonly stays: boolean;
	/** Some file gives it to Helicone's own interface: Concentrate's key must not get there. */
	readonly feeds?: true;
	/** Some file hands it on under its own name: taking it away would break that. */
	readonly isPassed: boolean;
	/** Whoever takes it uses it only in what goes. */
	readonly isDropped: boolean;
	/** How many files take it. */
	readonly takers: number;
	/** Files, by their last two segments, whose part is not safe. */
	readonly doubtful: readonly string[];
}

/** A name of another file as this file takes it. */
export interface Taken {
	/** Uri of the giving file, `#`, and the path there. */
	readonly id: string;
	readonly meaning: Meaning;
	readonly verdict: Verdict;
	/** Of a parameter: how many arguments the calls of this file had when the folder was read. Once they have fewer, it is done. */
	readonly calls?: string;
}

/** What one file has to do with the names of others. */
export interface FileNames {
	/** By the path that this file says: `BASE`, `cfg.helicone.url`. */
	readonly taken: Readonly<Record<string, Taken>>;
	/** By the path in this file. */
	readonly given: Readonly<Record<string, Verdict>>;
}

export const noNames: FileNames = { taken: {}, given: {} };

/** Until everybody has spoken. */
export const openVerdict: Verdict = {
	certainty: "safe",
	target: undefined,
	stays: false,
	isPassed: false,
	isDropped: false,
	takers: 0,
	doubtful: [],
};

/** What stands around a text: how its environment is set, and what its imports mean. */
export interface Around {
	/** Variables that some file of the folder sets to an address of Helicone's. */
	readonly heliconeAddresses: ReadonlySet<string>;
	readonly taken: FileNames["taken"];
}

export const nothingAround: Around = { heliconeAddresses: new Set(), taken: {} };

export function nameId(uri: string, path: string): string {
	return `${uri}#${path}`;
}

/** A share of a change that spans files: it happens with everything else that has one of its names, or not at all. */
export interface Part {
	readonly names: readonly string[];
	readonly certainty: Verdict["certainty"];
	/** Nobody knows who takes these options, unless another file says so. */
	readonly isGuess: boolean;
	/** What an address must become for this part, or where it uses a model (`SlugPlace`). */
	readonly wishes: readonly { readonly id: string; readonly text: string }[];
	/** Keys that are used here for something that does not move. */
	readonly keeps: readonly string[];
	/** Those of them that may go to Helicone's own interface. */
	readonly feeds?: readonly string[];
	/** Names of other files that it uses. */
	readonly takes: readonly string[];
	/** Names that it imports without using them: whoever imports from here may. */
	readonly passes: readonly string[];
	/** Names that this part uses only in what goes. */
	readonly drops: readonly string[];
	/** Of a parameter, how many arguments the calls of this file have: see `Taken`. */
	readonly calls?: { readonly id: string; readonly shape: string };
	/** A name that stands on others: what is asked of it is asked of them. */
	readonly forwards: readonly { readonly from: string; readonly to: readonly string[] }[];
}
