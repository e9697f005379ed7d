/** What rules and plans look at, and what they propose. */
import type { CatalogueIndex } from "../catalogue-index";
import type { Operation } from "../edits/operation";
import type { Facts } from "../facts/facts";
import type { Language } from "../languages/language";
import type { Applicability, Document } from "../model";
import type { FileNames } from "../names/meaning";
import type { OwnName } from "../names/own-names";
import type { Workspace } from "../workspace";
import type { Move } from "./move";

/** One file with its facts and moves, and what the folder says around it. */
export interface Context {
	readonly document: Document;
	readonly language: Language;
	readonly facts: Facts;
	readonly moves: readonly Move[];
	readonly workspace: Workspace;
	/** What this file takes from others and gives to them. */
	readonly names: FileNames;
	/** The names of this file that others may take. */
	readonly own: readonly OwnName[];
	/** What Concentrate lists. */
	readonly catalogue: CatalogueIndex;
}

/** What a fix wants, before it is text. Hits of one group propose the same. */
export interface Proposal {
	readonly group: string;
	readonly title: string;
	readonly applicability: Applicability;
	readonly operations: readonly Operation[];
}
