/** The language server, whatever it runs in: the connection and the grammars come from outside. */
import {
	type Connection,
	type InitializeParams,
	type InitializeResult,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { displayName } from "../../shared/protocol";
import type { Grammars } from "../engine/outline/grammars";
import { createSession } from "./create-session";
import { features } from "./features";
import { keepCurrent } from "./keep-current";
import { createLog, describeError } from "./log";

export interface ServerOptions {
	loadGrammars(): Promise<Grammars>;
	/** File of `scan-worker.js`, for a second thread. */
	readonly scanWorker?: string | undefined;
	/** Where a fetched catalogue is kept; nothing is kept without it. */
	readonly cacheDirectory?: string | undefined;
	/** Tests want errors as answers instead of in the log. */
	readonly rethrow: boolean;
}

/** Without grammars nothing can be read, but the server answers, and the log says why it has nothing to say. */
const noGrammars: Grammars = { parse: () => undefined };

export function startServer(connection: Connection, options: ServerOptions): void {
	const log = createLog(connection.console);
	const grammars = options.loadGrammars().catch((error: unknown) => {
		log.error(`the grammars cannot be loaded: ${describeError(error)}`);
		return noGrammars;
	});
	connection.onInitialize((params: InitializeParams): InitializeResult => {
		const guard = { log, rethrow: options.rethrow };
		const session = createSession(connection, params, log, guard, grammars, options);
		for (const feature of features) feature.register(session);
		keepCurrent(session);
		connection.onShutdown(() => session.updates.dispose());
		return { capabilities: capabilities(), serverInfo: { name: displayName } };
	});
	connection.listen();
}

function capabilities(): ServerCapabilities {
	return Object.assign(
		{
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		},
		...features.map((feature) => feature.capabilities),
	);
}
