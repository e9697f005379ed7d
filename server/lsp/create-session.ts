/** Puts the session together: what features ask for, made from documents, settings, folders and the cache. */
import { setTimeout } from "node:timers/promises";
import { type Connection, type InitializeParams, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CatalogueIndex } from "../engine/catalogue-index";
import { languageById } from "../engine/languages";
import type { Grammars } from "../engine/outline/grammars";
import { rememberOutlines } from "../engine/outline/remember-outlines";
import type { Workspace } from "../engine/workspace";
import { type CatalogueStore, openCatalogue } from "../host/connection/saved-catalogue";
import { optionsPerFolder } from "../host/project";
import { type Analysed, createAnalyses } from "./analyses";
import { abilitiesOf } from "./client-abilities";
import { Folders } from "./folders";
import type { GuardOptions } from "./guard";
import { languageOfDocument } from "./languages";
import type { Log } from "./log";
import { closedDocument } from "./positions";
import { openProjects } from "./projects";
import { createRevision, type Revision } from "./revision";
import type { ServerOptions } from "./server";
import type { Session } from "./session";
import { createSettings, pathOf, type SettingsStore } from "./settings";
import { Updates } from "./updates";

/** What keeps the session up to date needs more than what the features see. */
export interface LiveSession extends Session {
	readonly settings: SettingsStore;
	readonly folders: Folders;
	readonly changes: Revision;
	readonly updates: Updates;
	/** Every Analysis may be different now: the client should ask again. */
	refresh(): void;
}

export function createSession(
	connection: Connection,
	params: InitializeParams,
	log: Log,
	guard: GuardOptions,
	loaded: Promise<Grammars>,
	{ scanWorker, cacheDirectory }: Pick<ServerOptions, "scanWorker" | "cacheDirectory">,
): LiveSession {
	const client = abilitiesOf(params.capabilities);
	const documents = new TextDocuments(TextDocument);
	const grammars = rememberOpen(loaded, documents);
	const settings = createSettings(connection, log, client.configuration);
	const scopes = new Set((params.workspaceFolders ?? []).map(({ uri }) => uri));
	const folders = new Folders(settings, grammars, log, scopes);
	const changes = createRevision();
	const analyses = createAnalyses(log);
	const catalogue = openCatalogue(cacheDirectory, refresh);
	const optionsOf = rememberOptions(grammars, catalogue);

	async function analyse(uri: string): Promise<Analysed | undefined> {
		const scope = folders.scopeOf(uri);
		const folder = await settings.of(uri, scope);
		const options = (await optionsOf(folders.workspaceOf(scope)))(folder);
		// Nothing is awaited below: the document cannot change between reading its version and its text.
		const open = documents.get(uri);
		const file = pathOf(uri);
		if (file !== undefined && folder.excludes(file)) return undefined;
		if (open === undefined) {
			const onDisk = folders.onDisk(uri)?.document;
			if (onDisk) return analyses.of(closedDocument(uri, onDisk.language, onDisk.text), onDisk.language, null, options);
			analyses.forget(uri);
			return undefined;
		}
		const language = languageOfDocument(uri, open.languageId, open.getText());
		const tooLarge = open.offsetAt({ line: open.lineCount, character: 0 }) > folder.settings.maxFileSize;
		if (tooLarge) log.once(`${uri} is left out: larger than maxFileSize`);
		return language && !tooLarge ? analyses.of(open, language.id, open.version, options) : undefined;
	}

	function refresh(): void {
		changes.raise();
		if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => log.debug("not refreshed"));
	}

	const session: LiveSession = {
		connection,
		documents,
		client,
		log,
		guard,
		settings,
		folders,
		changes,
		catalogue,
		updates: new Updates(documents, folders, guard, refresh),
		refresh,
		analyse,
		async analyseSettled(uri, limit) {
			const isSettled = await within(limit, session.updates.settled());
			return isSettled ? analyse(uri) : undefined;
		},
		async *analyseAll(isCancelled) {
			for (const uri of await urisToReport(session)) {
				if (isCancelled()) return;
				const analysed = await analyse(uri);
				if (analysed) yield analysed;
			}
		},
		async linkedTo({ document }) {
			const scope = folders.scopeOf(document.uri);
			const uris = new Set([...documents.keys(), ...[...folders.allOnDisk()].map(([, file]) => file.document.uri)]);
			const linked: Analysed[] = [];
			for (const uri of uris) {
				const analysed = uri !== document.uri && folders.scopeOf(uri) === scope ? await analyse(uri) : undefined;
				if (analysed && analysed.analysis.shares.length > 0) linked.push(analysed);
			}
			return linked;
		},
		projects: async (uris, signal, instead) => {
			await session.updates.settled();
			return openProjects({ settings, folders, documents, grammars, scanWorker, catalogue }, uris, signal, instead);
		},
		changedSince: (revision) => changes.changedSince(revision),
		get revision() {
			return changes.current;
		},
		lineComment: (language) => languageById(language)?.writer.lineComment,
	};
	return session;
}

/** @returns whether the work was done in time. @param limit milliseconds */
async function within(limit: number | undefined, work: Promise<void>): Promise<boolean> {
	const done = work.then(() => true);
	if (limit === undefined) return done;
	const stop = new AbortController();
	const late = setTimeout(limit, false, { signal: stop.signal }).catch(() => false);
	return Promise.race([done, late]).finally(() => stop.abort());
}

/** Every open document, and the files on disk of those folders where the settings want them. */
async function urisToReport({ documents, folders, settings, updates }: LiveSession): Promise<readonly string[]> {
	await updates.settled();
	const uris = new Set(documents.keys());
	for (const [scope, file] of folders.allOnDisk()) {
		const { workspaceDiagnostics } = (await settings.base(scope)).settings;
		if (workspaceDiagnostics) uris.add(file.document.uri);
	}
	return [...uris];
}

/** What is being typed in is read from what it was a moment ago. */
async function rememberOpen(loaded: Promise<Grammars>, documents: TextDocuments<TextDocument>): Promise<Grammars> {
	const remembering = rememberOutlines(await loaded, (uri, text) => documents.get(uri)?.getText() === text);
	documents.onDidClose(({ document }) => remembering.forget(document.uri));
	return remembering;
}

/** Options are one object per workspace, settings and catalogue: the cache of analyses goes by identity. */
function rememberOptions(grammars: Promise<Grammars>, catalogue: CatalogueStore) {
	const known = new WeakMap<CatalogueIndex, WeakMap<Workspace, ReturnType<typeof optionsPerFolder>>>();
	return async (workspace: Workspace) => {
		const loaded = await grammars;
		const index = catalogue.current;
		const ofWorkspace = known.get(index) ?? new WeakMap<Workspace, ReturnType<typeof optionsPerFolder>>();
		known.set(index, ofWorkspace);
		const options = ofWorkspace.get(workspace) ?? optionsPerFolder(loaded, workspace, index);
		ofWorkspace.set(workspace, options);
		return options;
	};
}
