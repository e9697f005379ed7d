/** Hears of everything that changes outside: documents, files, settings, folders. None of it may take the server down. */
import {
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	FileChangeType,
	type FileEvent,
	WatchKind,
} from "vscode-languageserver";
import { rescanRequest, type StatusParams, section, statusNotification } from "../../shared/protocol";
import { languages } from "../engine/languages";
import { configFileName } from "../host/config";
import type { LiveSession } from "./create-session";
import { guardedEvent } from "./guard";
import { fileName } from "./log";

/** Files that decide how all others are read. */
const steering = new Set([configFileName, ".gitignore", ".ignore"]);

export function keepCurrent(session: LiveSession): void {
	const { connection, documents } = session;
	connection.onInitialized(() => guardedEvent(session.guard, "start", () => start(session)));
	documents.onDidChangeContent(({ document }) => touched(session, document.uri));
	documents.onDidClose(({ document }) => touched(session, document.uri));
	documents.listen(connection);
	connection.onDidChangeWatchedFiles(({ changes }) => void watched(session, changes));
	connection.onDidChangeConfiguration(() => void readAgain(session));
	connection.onRequest(rescanRequest.method, async () => {
		await readAgain(session);
		return null;
	});
}

async function start(session: LiveSession): Promise<void> {
	const { client, connection, folders } = session;
	const scanned = scan(session);
	if (client.workspaceFolders) {
		connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
			for (const { uri } of removed) folders.scopes.delete(uri);
			for (const { uri } of added) folders.scopes.add(uri);
			void readAgain(session);
		});
	}
	const { client: registry } = connection;
	if (client.registersSettings) {
		await asked(session, "settings", registry.register(DidChangeConfigurationNotification.type, { section }));
	}
	if (client.registersWatchers) {
		await asked(session, "files", registry.register(DidChangeWatchedFilesNotification.type, { watchers: watchers() }));
	}
	await scanned;
}

/** A client that refuses (no file watches left, ENOSPC) is served all the same: `rescan` does what the watch would. */
async function asked({ log }: LiveSession, what: string, registration: Promise<unknown>): Promise<void> {
	try {
		await registration;
	} catch {
		log.warn(`the client does not tell when ${what} change`);
	}
}

function watchers() {
	const endings = languages.flatMap(({ extensions }) => extensions.map((extension) => extension.slice(1)));
	const names = languages.flatMap(({ fileNames }) => fileNames);
	const files = [`**/*.{${endings.join(",")}}`, `**/{${[...names, ...steering].join(",")}}`];
	return [
		...files.map((globPattern) => ({ globPattern })),
		// A folder that goes takes its files along without a word about them.
		{ globPattern: "**", kind: WatchKind.Delete },
	];
}

function touched({ changes, updates }: LiveSession, uri: string): void {
	updates.touch(uri);
	changes.raise();
}

async function watched(session: LiveSession, events: readonly FileEvent[]): Promise<void> {
	const { changes, folders, updates } = session;
	if (events.some(({ uri }) => steering.has(fileName(uri).split("/").at(-1) ?? ""))) return readAgain(session);
	await updates.queue("changed files", async () => {
		for (const { uri, type } of events) {
			if (type === FileChangeType.Deleted) folders.remove(uri);
			else await folders.refresh(uri);
		}
	});
	changes.raise();
}

/** Settings, ignore files or folders have changed: everything may be different. */
async function readAgain(session: LiveSession): Promise<void> {
	session.settings.forget();
	session.catalogue.reload();
	await scan(session);
	session.refresh();
}

async function scan(session: LiveSession): Promise<void> {
	const { changes, folders, updates } = session;
	folders.stopScan();
	say(session, "working");
	await updates.queue("reading the folders", () => folders.scan());
	changes.raise();
	say(session, (await isOff(session)) ? "off" : "ready");
}

/** Folders whose findings are only shown in open files. */
async function isOff({ folders, settings }: LiveSession): Promise<boolean> {
	const wanted = await Promise.all([...folders.scopes].map(async (scope) => (await settings.base(scope)).settings));
	return wanted.length > 0 && wanted.every(({ workspaceDiagnostics }) => !workspaceDiagnostics);
}

function say({ connection, folders }: LiveSession, state: StatusParams["state"]): void {
	const status: StatusParams = { state, files: folders.files, skipped: folders.skipped };
	void connection.sendNotification(statusNotification.method, status);
}
