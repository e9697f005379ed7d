/** All workspace folders, the open documents on top of what is on disk, and what they say together. */
import type { Document } from "../engine/model";
import type { Grammars } from "../engine/outline/grammars";
import { type Contribution, combine, contribute, emptyWorkspace, type Workspace } from "../engine/workspace";
import { FolderIndex, type IndexedFile, uriOf } from "./folder-index";
import { describeError, elapsed, fileName, type Log } from "./log";
import { isRelevant } from "./relevance";
import { pathOf, type SettingsStore } from "./settings";

interface OpenDocument {
	readonly scope: string;
	readonly path: string | undefined;
	readonly text: string;
	/** Undefined for a text without a mention: what it says counts only as on disk, for the keys it reads. */
	readonly contribution: Contribution | undefined;
}

export class Folders {
	readonly #indexes = new Map<string, FolderIndex>();
	readonly #workspaces = new Map<string, Workspace>();
	readonly #open = new Map<string, OpenDocument>();
	/** A newer scan makes the older one stop. */
	#scanning = new AbortController();

	constructor(
		readonly settings: SettingsStore,
		readonly grammars: Promise<Grammars>,
		readonly log: Log,
		/** Uris of the workspace folders, as the client spells them. */
		readonly scopes: Set<string>,
	) {}

	/** The innermost workspace folder that holds the document, or the document itself. */
	scopeOf(uri: string): string {
		const around = [...this.scopes].filter((scope) => uri === scope || uri.startsWith(`${scope.replace(/\/$/, "")}/`));
		return around.sort((a, b) => b.length - a.length)[0] ?? uri;
	}

	workspaceOf(scope: string): Workspace {
		return this.#workspaces.get(scope) ?? emptyWorkspace;
	}

	get files(): number {
		return this.#sum((index) => index.files.size);
	}

	get skipped(): number {
		return this.#sum((index) => index.skipped.size);
	}

	/** What is on disk; whether a document is open does not matter here. */
	onDisk(uri: string): IndexedFile | undefined {
		return this.#indexes.get(this.scopeOf(uri))?.files.get(uri);
	}

	*allOnDisk(): Generator<readonly [scope: string, file: IndexedFile]> {
		for (const [scope, index] of this.#indexes) for (const file of index.files.values()) yield [scope, file];
	}

	/** What a running scan finds is not wanted any more. */
	stopScan(): void {
		this.#scanning.abort();
	}

	/** Reads every folder anew; ends early, and changes nothing more, when `stopScan` is called meanwhile. */
	async scan(): Promise<void> {
		this.#scanning = new AbortController();
		const { signal } = this.#scanning;
		const grammars = await this.grammars;
		for (const scope of this.scopes) {
			const root = pathOf(scope);
			if (root === undefined) continue;
			const index = new FolderIndex(root, await this.settings.base(scope), grammars);
			if (!(await this.#fill(index, scope, signal))) return;
		}
		for (const scope of [...this.#indexes.keys()]) if (!this.scopes.has(scope)) this.#indexes.delete(scope);
	}

	/** @returns false when the scan was stopped */
	async #fill(index: FolderIndex, scope: string, signal: AbortSignal): Promise<boolean> {
		const start = performance.now();
		try {
			const problems = await index.scan(signal);
			for (const { file, line, message } of problems) this.log.once(`${fileName(uriOf(file))}:${line}: ${message}`);
		} catch (error) {
			if (signal.aborted) return false;
			// The folder may have been removed; the others are read nevertheless.
			this.log.error(`${fileName(scope)} cannot be read: ${describeError(error)}`);
		}
		this.#indexes.set(scope, index);
		for (const [file, reason] of index.skipped) this.log.once(`${fileName(uriOf(file))} is left out: ${reason}`);
		this.log.info(`read ${fileName(scope)}: ${index.files.size} files matter, ${elapsed(start)}`);
		return true;
	}

	/** A file was written, made or removed. */
	async refresh(uri: string): Promise<void> {
		const scope = this.scopeOf(uri);
		const file = pathOf(uri);
		const settings = await this.settings.of(uri, scope);
		if (file !== undefined) this.#indexes.get(scope)?.refresh(file, settings);
	}

	remove(uri: string): void {
		const file = pathOf(uri);
		if (file !== undefined) this.#indexes.get(this.scopeOf(uri))?.remove(file);
	}

	/** The text in the editor counts, not the one on disk. */
	async open(document: Document): Promise<void> {
		const { uri, text } = document;
		const path = pathOf(uri);
		const scope = this.scopeOf(uri);
		const contribution = isRelevant(uri, text) ? contribute(document, await this.grammars) : undefined;
		this.#open.set(uri, { scope, path, text, contribution });
		if (path !== undefined) this.#indexes.get(scope)?.others.refresh(path);
	}

	close(uri: string): void {
		this.#open.delete(uri);
		const path = pathOf(uri);
		if (path !== undefined) this.#indexes.get(this.scopeOf(uri))?.others.refresh(path);
	}

	/** @returns whether some folder's files say something else than before; what is the same stays the same object */
	async combine(): Promise<boolean> {
		let changed = false;
		const overlay = new Map(
			[...this.#open.values()].flatMap(({ path, text }) => (path ? [[path, text] as const] : [])),
		);
		for (const scope of this.scopes) {
			const mine = [...this.#contributionsOf(scope)];
			const others = this.#indexes.get(scope)?.others;
			const readers = await others?.contributions(combine(mine), await this.grammars, overlay);
			const fresh = combine([...mine, ...(readers ?? [])]);
			if (isEqual(fresh, this.workspaceOf(scope))) continue;
			this.#workspaces.set(scope, fresh);
			changed = true;
		}
		return changed;
	}

	*#contributionsOf(scope: string): Generator<Contribution> {
		for (const [uri, file] of this.#indexes.get(scope)?.files ?? []) if (!this.#open.has(uri)) yield file.contribution;
		for (const open of this.#open.values()) if (open.scope === scope && open.contribution) yield open.contribution;
	}

	#sum(of: (index: FolderIndex) => number): number {
		return [...this.#indexes.values()].reduce((sum, index) => sum + of(index), 0);
	}
}

function isEqual(a: Workspace, b: Workspace): boolean {
	return fingerprint(a) === fingerprint(b);
}

function fingerprint(workspace: Workspace): string {
	return JSON.stringify(
		Object.entries(workspace).map(([key, value]) => [key, value instanceof Set ? [...value].sort() : value]),
	);
}
