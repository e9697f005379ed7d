/** The words of the engine. Plain, readonly data: no methods, no LSP types, no Node types. */
import type { Range } from "./outline/schema";

export type { Range } from "./outline/schema";

/** A text with a name. `uri` only identifies it: the engine never opens it. */
export interface Document {
	readonly uri: string;
	/** One of the ids of `languages/index.ts`, or undefined for a file the engine cannot read. */
	readonly language: string;
	readonly text: string;
}

export type Severity = "off" | "hint" | "information" | "warning" | "error";
export type Applicability = "safe" | "suggested";

/** Replaces `range` of the analysed text by `newText`. */
export interface Change {
	readonly range: Range;
	readonly newText: string;
}

/** What to change, and how sure. `changes` are sorted, disjoint and complete: all or nothing. */
export interface Fix {
	readonly title: string;
	readonly applicability: Applicability;
	/** Findings with the same group share one fix: the changes only make sense together. */
	readonly group: string;
	readonly changes: readonly Change[];
}

export interface Finding {
	/** Id of the rule: its file, fixture, diagnostic code and docs anchor. */
	readonly rule: string;
	readonly severity: Exclude<Severity, "off">;
	readonly range: Range;
	/** One sentence for a person, secrets masked. */
	readonly message: string;
	/** What was found, as a short stable word: the header's name, the host, the variable (secrets masked). */
	readonly subject: string;
	/** Row of a mapping table (`request-headers/helicone-auth`), if one explains it. */
	readonly row: string | undefined;
	readonly fix: Fix | undefined;
	/** Fixes that a person may choose instead of, or for want of, `fix`; best first. Nothing applies them unasked. */
	readonly alternatives: readonly Fix[];
	/** What to do by hand when there is no fix; the guide's advice otherwise. */
	readonly advice: string | undefined;
	readonly tags: readonly ("deprecated" | "unnecessary")[];
}

/** What could not be read, and why: never silently dropped. */
export interface Problem {
	readonly range: Range | undefined;
	readonly message: string;
}

/** A model string of a client of one of the two gateways, right or wrong, perhaps half typed. */
export interface ModelString {
	/** As it stands there; may be empty. */
	readonly slug: string;
	/** Inside the quotes. */
	readonly range: Range;
	readonly gateway: "helicone" | "concentrate";
}

/** A file's part in a change that spans files: it happens wherever one of its names is held, or nowhere. */
export interface Share {
	/** Group of the fix that makes it; undefined when no fix of a finding does. */
	readonly group: string | undefined;
	/** Ids of the names that the fix changes, or follows. */
	readonly changes: readonly string[];
	/** Ids of the names that nobody may change as long as this stands as it is. */
	readonly holds: readonly string[];
}

export interface Analysis {
	readonly document: Document;
	readonly findings: readonly Finding[];
	/** What its fixes have to do with other files of the folder. */
	readonly shares: readonly Share[];
	/** In document order. */
	readonly models: readonly ModelString[];
	/** Ranges a person may hover over, each with the Markdown's source row; superset of the findings. */
	readonly hovers: readonly Hover[];
	readonly problems: readonly Problem[];
	/** Why nothing was read in it, or in a part of it (a cell, a script), though there is a reader. */
	readonly unread?: string;
}

export interface Hover {
	readonly range: Range;
	/** Row of a mapping table that it explains, if one does. */
	readonly row: string | undefined;
	readonly markdown: string;
}
