/** What the features share: the connection, the open documents, and one cached Analysis of each. */
import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CatalogueStore } from "../host/connection/saved-catalogue";
import type { Analysed } from "./analyses";
import type { ClientAbilities } from "./client-abilities";
import type { GuardOptions } from "./guard";
import type { Log } from "./log";
import type { OpenedProject } from "./projects";

export interface Session {
	readonly connection: Connection;
	readonly documents: TextDocuments<TextDocument>;
	readonly client: ClientAbilities;
	readonly log: Log;
	readonly guard: GuardOptions;
	/** What Concentrate lists. */
	readonly catalogue: CatalogueStore;
	/**
	 * What is known of a document now. While the folders are still being read the answer may lack what other files say;
	 * the client is told to ask again when they are.
	 * @returns undefined for a document that is not open, not readable or left out by the settings
	 */
	analyse(uri: string): Promise<Analysed | undefined>;
	/**
	 * The same once all folders are read: a fix must not be offered on half of the knowledge.
	 * @param limit milliseconds after which nothing is better than a person who waits; without it the answer waits for ever
	 */
	analyseSettled(uri: string, limit?: number): Promise<Analysed | undefined>;
	/** Every file of the folders with something to say, open or not. Stops early when `isCancelled` says so. */
	analyseAll(isCancelled: () => boolean): AsyncIterable<Analysed>;
	/** Other files of the same folder, open or not, whose fixes have to do with other files. */
	linkedTo(analysed: Analysed): Promise<readonly Analysed[]>;
	/** Resolves when something that `analyseAll` reads has changed since `revision`. */
	changedSince(revision: number): Promise<void>;
	/** Raised with every change of a document, a file, the settings. */
	readonly revision: number;
	/**
	 * What a plan is made of: files of the workspace folders as they are now, unsaved texts in place of those on disk.
	 * @param uris folders and files; every workspace folder without any
	 * @param instead texts by absolute path that stand even for unsaved ones
	 * @throws the signal's reason when it is aborted
	 */
	projects(
		uris: readonly string[],
		signal: AbortSignal,
		instead?: ReadonlyMap<string, string>,
	): Promise<readonly OpenedProject[]>;
	/** Opener of the language's line comment (`# `). */
	lineComment(language: string): string | undefined;
}
