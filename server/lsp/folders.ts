/** All workspace folders, the open documents on top of what is on disk, and what they say together. */
import type { Document } from "../engine/model";
import type { Grammars } from "../engine/outline/grammars";
import { type Contribution, combine, contribute, emptyWorkspace, type Workspace } from "../engine/workspace";
import { type LinkedFile, LinkMemory, linkFolder } from "../host/link-folder";
import { FolderIndex, type IndexedFile, uriOf } from "./folder-index";
import { describeError, elapsed, fileName, type Log } from "./log";
import { isRelevant } from "./relevance";
import { pathOf, type SettingsStore } from "./settings";

interface OpenDocument {
	readonly scope: string;
	readonly path: string | undefined;
	readonly document: Document;
	/** Undefined for a text without a mention: what it says counts only as on disk, for the keys it reads. */
	readonly contribution: Contribution | undefined;
}

export class Folders {
	readonly #indexes = new Map<string, FolderIndex>();
	readonly #workspaces = new Map<string, Workspace>();
	readonly #open = new Map<string, OpenDocument>();
	readonly #memories = new Map<string, LinkMemory>();
	/** By scope and uri: files without a mention that take a name of one with. */
	readonly #added = new Map<string, ReadonlyMap<string, IndexedFile>>();
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
		const scope = this.scopeOf(uri);
		return this.#indexes.get(scope)?.files.get(uri) ?? this.#added.get(scope)?.get(uri);
	}

	*allOnDisk(): Generator<readonly [scope: string, file: IndexedFile]> {
		for (const [scope, index] of this.#indexes) for (const file of index.files.values()) yield [scope, file];
		for (const [scope, files] of this.#added) for (const file of files.values()) yield [scope, file];
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
		this.#memories.set(scope, new LinkMemory());
		for (const [file, reason] of index.skipped) this.log.once(`${fileName(uriOf(file))} is left out: ${reason}`);
		this.log.info(`read ${fileName(scope)}: ${index.files.size} files matter, ${elapsed(start)}`);
		return true;
	}

	/** A file was written, made or removed. */
	async refresh(uri: string): Promise<void> {
		const scope = this.scopeOf(uri);
		const file = pathOf(uri);
		const settings = await this.settings.of(uri, scope);
		if (file === undefined) return;
		this.#indexes.get(scope)?.refresh(file, settings);
		this.#memories.get(scope)?.forget(file, true);
	}

	remove(uri: string): void {
		const file = pathOf(uri);
		if (file === undefined) return;
		this.#indexes.get(this.scopeOf(uri))?.remove(file);
		this.#memories.get(this.scopeOf(uri))?.forget(file, true);
	}

	/** The text in the editor counts, not the one on disk. */
	async open(document: Document): Promise<void> {
		const { uri, text } = document;
		const path = pathOf(uri);
		const scope = this.scopeOf(uri);
		const contribution = isRelevant(uri, text) ? contribute(document, await this.grammars) : undefined;
		const before = this.#open.get(uri)?.document;
		this.#open.set(uri, { scope, path, document, contribution });
		if (path === undefined) return;
		this.#indexes.get(scope)?.others.refresh(path);
		this.#memories.get(scope)?.forget(path, modulesIn(before?.text ?? "") !== modulesIn(text));
	}

	close(uri: string): void {
		this.#open.delete(uri);
		const path = pathOf(uri);
		if (path === undefined) return;
		this.#indexes.get(this.scopeOf(uri))?.others.refresh(path);
		this.#memories.get(this.scopeOf(uri))?.forget(path, true);
	}

	/** @returns whether some folder's files say something else than before; what is the same stays the same object */
	async combine(): Promise<boolean> {
		let changed = false;
		const overlay = new Map(
			[...this.#open.values()].flatMap(({ path, document }) => (path ? [[path, document.text] as const] : [])),
		);
		for (const scope of this.scopes) {
			const { contributions, names } = await this.#link(scope, overlay);
			const others = this.#indexes.get(scope)?.others;
			const mine = combine(contributions);
			const readers = (await others?.contributions(mine, await this.grammars, overlay)) ?? [];
			// A file that was added speaks for itself already.
			const added = this.#added.get(scope);
			const fresh = combine(
				[...contributions, ...readers.filter(({ uri }) => !added?.has(uriOf(pathOf(uri) ?? uri)))],
				names,
			);
			if (isEqual(fresh, this.workspaceOf(scope))) continue;
			this.#workspaces.set(scope, fresh);
			changed = true;
		}
		return changed;
	}

	/** Names across the files of a folder. */
	async #link(scope: string, overlay: ReadonlyMap<string, string>) {
		const index = this.#indexes.get(scope);
		const linked = await linkFolder({
			files: [...this.#filesOf(scope)],
			others: [...(index?.others.all() ?? [])],
			overlay,
			grammars: await this.grammars,
			memory: this.#memories.get(scope) ?? new LinkMemory(),
			uriOf,
		});
		const added = linked.added.flatMap(({ found, document }): [string, IndexedFile][] => {
			const contribution = linked.contributions.get(document.uri);
			return contribution ? [[document.uri, { document, settings: found.folder, contribution }]] : [];
		});
		this.#added.set(scope, new Map(added));
		return { contributions: [...linked.contributions.values()], names: linked.names };
	}

	*#filesOf(scope: string): Generator<LinkedFile> {
		for (const [uri, { document, contribution }] of this.#indexes.get(scope)?.files ?? [])
			if (!this.#open.has(uri)) yield { path: pathOf(uri) ?? uri, document, contribution };
		for (const { scope: own, document, contribution, path } of this.#open.values())
			if (own === scope && contribution) yield { path: path ?? document.uri, document, contribution };
	}

	#sum(of: (index: FolderIndex) => number): number {
		return [...this.#indexes.values()].reduce((sum, index) => sum + of(index), 0);
	}
}

/** Where a text imports from and what it exports, roughly: when this changes, others' imports may lead elsewhere. */
function modulesIn(text: string): string {
	return (text.match(/^.*\b(import|export|require|from)\b.*$/gm) ?? []).join("\n");
}

function isEqual(a: Workspace, b: Workspace): boolean {
	return fingerprint(a) === fingerprint(b);
}

function fingerprint(workspace: Workspace): string {
	return JSON.stringify(
		Object.entries(workspace).map(([key, value]) => [key, value instanceof Set ? [...value].sort() : value]),
	);
}
