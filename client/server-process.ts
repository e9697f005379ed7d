/** The language server's life: start, restart, stop, and what it last said of itself. */
import * as vscode from "vscode";
import {
	CloseAction,
	ErrorAction,
	type ErrorHandler,
	LanguageClient,
	type LanguageClientOptions,
	type ServerOptions,
	State,
	TransportKind,
} from "vscode-languageclient/node";
import { documentSelector } from "../shared/document-selector";
import { displayName, type Message, type StatusParams, section, statusNotification } from "../shared/protocol";
import { maskedLog } from "./connection/secrets-in-logs";

export type ServerState = StatusParams["state"] | "starting" | "stopped" | "error";

export interface ServerStatus {
	readonly state: ServerState;
	readonly files: number;
	readonly skipped: number;
}

/** After so many crashes the server stays down until a person restarts it: a loop would only heat the machine. */
const mostCrashes = 4;

export class ServerProcess implements vscode.Disposable {
	readonly #client: LanguageClient;
	readonly #changed = new vscode.EventEmitter<ServerStatus>();
	#status: ServerStatus = { state: "stopped", files: 0, skipped: 0 };
	#crashes = 0;

	readonly onDidChangeStatus = this.#changed.event;

	constructor(
		context: vscode.ExtensionContext,
		readonly log: vscode.LogOutputChannel,
	) {
		this.#client = new LanguageClient(section, displayName, serverOptions(context), this.#clientOptions());
		this.#client.onNotification(statusNotification.method, (status: StatusParams) => this.#set(status));
		this.#client.onDidChangeState(({ newState }) => this.#follow(newState));
		context.subscriptions.push(this.#changed);
	}

	get status(): ServerStatus {
		return this.#status;
	}

	get client(): LanguageClient {
		return this.#client;
	}

	async start(): Promise<void> {
		this.#set({ ...this.#status, state: "starting" });
		try {
			await this.#client.start();
		} catch (error) {
			this.#fail(error);
		}
	}

	/** A person asked, so earlier crashes count no more. */
	async restart(): Promise<void> {
		this.#crashes = 0;
		await this.stop();
		await this.start();
	}

	async stop(): Promise<void> {
		if (!this.#client.needsStop()) return;
		// A server that hangs must not hold up VS Code's own end.
		await this.#client.stop(2000).catch((error: unknown) => this.log.warn(`stopping the server: ${String(error)}`));
	}

	dispose(): void {
		void this.stop();
	}

	/** Sends a request of `shared/protocol.ts`. Rejects when the server is down. */
	request<Params, Result>(
		message: Message<Params, Result>,
		params: Params,
		token?: vscode.CancellationToken,
	): Promise<Result> {
		return token === undefined
			? this.#client.sendRequest<Result>(message.method, params)
			: this.#client.sendRequest<Result>(message.method, params, token);
	}

	#clientOptions(): LanguageClientOptions {
		return {
			documentSelector: documentSelector.map((filter) => ({ ...filter })),
			outputChannel: this.log,
			traceOutputChannel: maskedLog(this.log),
			// Nothing pops up unasked: failures are seen in the status bar and read in the log.
			initializationFailedHandler: () => false,
			errorHandler: this.#errorHandler(),
			diagnosticPullOptions: { onChange: true, onSave: false },
		};
	}

	#errorHandler(): ErrorHandler {
		return {
			error: () => ({ action: ErrorAction.Continue, handled: true }),
			closed: () => {
				this.#crashes++;
				const again = this.#crashes <= mostCrashes;
				this.log.error(`the language server has ended unasked (${this.#crashes})${again ? ", starting it again" : ""}`);
				if (!again) this.#set({ ...this.#status, state: "error" });
				return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
			},
		};
	}

	#follow(state: State): void {
		if (state === State.Starting) this.#set({ ...this.#status, state: "starting" });
		if (state === State.Stopped && this.#status.state !== "error") this.#set({ ...this.#status, state: "stopped" });
		void vscode.commands.executeCommand("setContext", `${section}.running`, state === State.Running);
	}

	#fail(error: unknown): void {
		this.log.error(`the language server did not start: ${error instanceof Error ? error.message : String(error)}`);
		this.#set({ ...this.#status, state: "error" });
	}

	#set(status: ServerStatus): void {
		this.#status = status;
		this.#changed.fire(status);
	}
}

function serverOptions(context: vscode.ExtensionContext): ServerOptions {
	const module = context.asAbsolutePath("server/out/server.js");
	const server = { module, transport: TransportKind.ipc };
	return { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } } };
}
