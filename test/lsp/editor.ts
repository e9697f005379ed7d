/** An editor without windows: starts the real server as VS Code does (Node, IPC) on a folder of its own, and talks to it. */
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
	type CodeAction,
	CodeActionRequest,
	createProtocolConnection,
	type Diagnostic,
	DidChangeConfigurationNotification,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	type DocumentDiagnosticReport,
	DocumentDiagnosticRequest,
	type FileChangeType,
	type Hover,
	HoverRequest,
	type InitializeResult,
	IPCMessageReader,
	IPCMessageWriter,
	type Message,
	type ProtocolConnection,
	type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { type ExportProgressParams, exportProgressNotification } from "../../shared/history-protocol";
import { planProgressNotification } from "../../shared/migration-protocol";
import {
	type ConnectionProgressParams,
	connectionProgressNotification,
	type StatusParams,
	statusNotification,
} from "../../shared/protocol";
import { serverModule } from "./server-bundle";

export interface EditorOptions {
	/** Files of the folder by relative path. */
	readonly files?: Readonly<Record<string, string>>;
	/** Answer to `workspace/configuration`. */
	readonly settings?: unknown;
	/** False for a client that knows neither versioned edits, nor refresh, nor watching. */
	readonly modern?: boolean;
	/** Path of another server's module. */
	readonly server?: string;
}

const languageIds: Readonly<Record<string, string>> = {
	".py": "python",
	".ts": "typescript",
	".tsx": "typescriptreact",
	".js": "javascript",
	".sh": "shellscript",
};

const running = new Set<Editor>();

export class Editor {
	readonly documents = new Map<string, TextDocument>();
	readonly log: string[] = [];
	/** Requests of the server, by method, in order. */
	readonly asked: string[] = [];
	/** What the server says it is asking a gateway for. */
	readonly steps: string[] = [];
	/** Rows of an export, as the server says them page by page. */
	readonly exported: number[] = [];
	settings: unknown;
	initialized: InitializeResult = { capabilities: {} };
	#states: StatusParams[] = [];
	#waiting: (() => void)[] = [];

	private constructor(
		readonly root: string,
		readonly connection: ProtocolConnection,
		readonly process: ChildProcess,
	) {}

	/** @returns when the server has read the folder */
	static async start({ files = {}, settings = {}, modern = true, server }: EditorOptions = {}): Promise<Editor> {
		const root = realpathSync(mkdtempSync(path.join(tmpdir(), "migrate-helicone-lsp-")));
		const child = fork(server ?? (await serverModule()), ["--node-ipc"], {
			env: { ...process.env, MIGRATE_HELICONE_RETHROW: "1", XDG_CACHE_HOME: path.join(root, ".cache") },
			silent: true,
		});
		child.stderr?.pipe(process.stderr);
		const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
		const editor = new Editor(root, connection, child);
		for (const [name, text] of Object.entries(files)) editor.write(name, text);
		running.add(editor);
		editor.settings = settings;
		editor.#listen();
		await editor.#initialize(modern);
		await editor.ready();
		return editor;
	}

	/** For `afterEach`: a server that a failed test leaves behind would keep Mocha from ending. */
	static async stopAll(): Promise<void> {
		for (const editor of [...running]) await editor.stop();
	}

	async stop(): Promise<void> {
		running.delete(this);
		const ended = new Promise((resolve) => this.process.once("exit", resolve));
		await this.connection.sendRequest("shutdown");
		await this.connection.sendNotification("exit");
		await ended;
		this.connection.dispose();
		rmSync(this.root, { recursive: true, force: true });
	}

	/** Resolves when the server has said that it has read everything; at once when it has. */
	async ready(): Promise<StatusParams> {
		for (;;) {
			const last = this.#states.at(-1);
			if (last && last.state !== "working") return last;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
	}

	/** What the server says of itself from now on counts. */
	expectWork(): void {
		this.#states = [];
	}

	write(name: string, text: string): void {
		mkdirSync(path.dirname(path.join(this.root, name)), { recursive: true });
		writeFileSync(path.join(this.root, name), text);
	}

	remove(name: string): void {
		rmSync(path.join(this.root, name), { recursive: true });
	}

	uri(name: string): string {
		return URI.file(path.join(this.root, name)).toString();
	}

	async open(name: string, text: string, languageId = languageIds[path.extname(name)] ?? "plaintext"): Promise<void> {
		const document = TextDocument.create(this.uri(name), languageId, 1, text);
		this.documents.set(name, document);
		const textDocument = { uri: document.uri, languageId, version: 1, text };
		await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
	}

	/** Types `newText` over the first `old`; an incremental change. */
	async type(name: string, old: string, newText: string): Promise<void> {
		const document = this.document(name);
		const start = document.getText().indexOf(old);
		assert.notEqual(start, -1, `${old} does not stand in ${name}`);
		const range = { start: document.positionAt(start), end: document.positionAt(start + old.length) };
		const contentChanges = [{ range, text: newText }];
		TextDocument.update(document, contentChanges, document.version + 1);
		const textDocument = { uri: document.uri, version: document.version };
		await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
	}

	async close(name: string): Promise<void> {
		const textDocument = { uri: this.uri(name) };
		this.documents.delete(name);
		await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
	}

	async configure(settings: unknown): Promise<void> {
		this.settings = settings;
		this.expectWork();
		await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
		await this.ready();
	}

	async changedOnDisk(changes: Readonly<Record<string, FileChangeType>>): Promise<void> {
		const events = Object.entries(changes).map(([name, type]) => ({ uri: this.uri(name), type }));
		await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: events });
	}

	document(name: string): TextDocument {
		const document = this.documents.get(name);
		assert.ok(document, `${name} is not open`);
		return document;
	}

	pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
		const textDocument = { uri: this.uri(name) };
		const params = previousResultId === undefined ? { textDocument } : { textDocument, previousResultId };
		return this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
	}

	async diagnostics(name: string): Promise<readonly Diagnostic[]> {
		const report = await this.pull(name);
		assert.equal(report.kind, "full");
		return report.kind === "full" ? report.items : [];
	}

	/** Each finding as `rule: text under its squiggle`, in order. */
	async findings(name: string): Promise<readonly string[]> {
		const document = this.document(name);
		return (await this.diagnostics(name)).map(({ code, range }) => `${code}: ${document.getText(range)}`);
	}

	/** @param text the pointer rests on its second character */
	hover(name: string, text: string): Promise<Hover | null> {
		const position = this.#positionIn(name, text);
		return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri: this.uri(name) }, position });
	}

	/** Code actions for a caret in `text`. */
	async actions(name: string, text: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
		const position = this.#positionIn(name, text);
		const range = { start: position, end: position };
		const context = { diagnostics: [...(await this.diagnostics(name))], ...(only ? { only: [...only] } : {}) };
		const textDocument = { uri: this.uri(name) };
		const answer = await this.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context });
		return (answer ?? []) as CodeAction[];
	}

	/** Applies an edit to the open documents as VS Code would, versions checked, and tells the server. */
	async apply(edit: WorkspaceEdit | undefined): Promise<void> {
		assert.ok(edit, "there is no edit");
		for (const change of edit.documentChanges ?? []) {
			assert.ok("textDocument" in change);
			const name = path.relative(this.root, URI.parse(change.textDocument.uri).fsPath);
			const document = this.document(name);
			assert.equal(change.textDocument.version, document.version, "the edit is for another version");
			const text = TextDocument.applyEdits(document, change.edits as never);
			const contentChanges = [{ text }];
			TextDocument.update(document, contentChanges, document.version + 1);
			const textDocument = { uri: document.uri, version: document.version };
			await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
		}
	}

	#positionIn(name: string, text: string) {
		const document = this.document(name);
		const start = document.getText().indexOf(text);
		assert.notEqual(start, -1, `${text} does not stand in ${name}`);
		return document.positionAt(start + 1);
	}

	#listen(): void {
		const { connection } = this;
		const note = (method: string) => this.asked.push(method);
		connection.onRequest("client/registerCapability", (params: { registrations: { method: string }[] }) => {
			for (const { method } of params.registrations) note(`register ${method}`);
			return null;
		});
		connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
			items.map(() => this.settings),
		);
		connection.onRequest("workspace/diagnostic/refresh", () => {
			note("refresh");
			return null;
		});
		connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.log.push(message));
		connection.onNotification(statusNotification.method, (status: StatusParams) => {
			this.#states.push(status);
			for (const wake of this.#waiting.splice(0)) wake();
		});
		connection.onNotification(planProgressNotification.method, () => undefined);
		connection.onNotification(connectionProgressNotification.method, ({ step }: ConnectionProgressParams) => {
			this.steps.push(step);
		});
		connection.onNotification(exportProgressNotification.method, ({ rows }: ExportProgressParams) => {
			this.exported.push(rows);
		});
		connection.onUnhandledNotification((message: Message) => assert.fail(JSON.stringify(message)));
		connection.listen();
	}

	async #initialize(modern: boolean): Promise<void> {
		const uri = URI.file(this.root).toString();
		const dynamic = { dynamicRegistration: true };
		this.initialized = await this.connection.sendRequest("initialize", {
			processId: process.pid,
			rootUri: uri,
			workspaceFolders: [{ uri, name: "folder" }],
			capabilities: modern
				? {
						workspace: {
							configuration: true,
							didChangeConfiguration: dynamic,
							didChangeWatchedFiles: dynamic,
							diagnostics: { refreshSupport: true },
							workspaceEdit: { documentChanges: true },
							workspaceFolders: true,
						},
						textDocument: {
							codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ["edit"] } },
						},
					}
				: {},
		});
		await this.connection.sendNotification("initialized", {});
	}
}
