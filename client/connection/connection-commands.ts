/** The commands that send something, each because a person asked: Test Connection and Refresh Model Catalogue. And the key's. */
import * as vscode from "vscode";
import {
	type ConnectionProgressParams,
	commands,
	connectionProgressNotification,
	refreshCatalogueRequest,
	testConnectionRequest,
} from "../../shared/protocol";
import { answer } from "../command-answer";
import type { ServerProcess } from "../server-process";
import { clearKey, findKey, setKey } from "./api-key";
import { chosenAddress, editorNetwork } from "./own-settings";
import { ReportDocument, stepTitle } from "./report-document";

const { l10n } = vscode;

export function registerConnectionCommands(
	context: vscode.ExtensionContext,
	server: ServerProcess,
	log: vscode.LogOutputChannel,
): void {
	const report = new ReportDocument();
	const progress = new ConnectionProgress(server);
	const register = (name: string, run: () => Promise<unknown>) =>
		context.subscriptions.push(vscode.commands.registerCommand(name, () => answer(log, run)));
	context.subscriptions.push(report, progress);
	register(commands.testConnection, () => testConnection(context, server, progress, report));
	register(commands.refreshCatalogue, () => refreshCatalogue(server, progress));
	register(commands.setApiKey, () => setKey(context.secrets));
	register(commands.clearApiKey, () => clearKey(context.secrets));
}

/** Passes on what the server is asking for at the moment. */
class ConnectionProgress implements vscode.Disposable {
	readonly #heard = new vscode.EventEmitter<ConnectionProgressParams>();
	readonly #registration: vscode.Disposable;

	readonly onDidHear = this.#heard.event;

	constructor(server: ServerProcess) {
		this.#registration = server.client.onNotification(
			connectionProgressNotification.method,
			(params: ConnectionProgressParams) => this.#heard.fire(params),
		);
	}

	dispose(): void {
		this.#registration.dispose();
		this.#heard.dispose();
	}
}

/** @returns whether everything passed, a request with the key among it */
async function testConnection(
	{ secrets }: vscode.ExtensionContext,
	server: ServerProcess,
	progress: ConnectionProgress,
	document: ReportDocument,
): Promise<boolean> {
	const found = await findKey(secrets);
	if (found === undefined) return false;
	const params = { address: chosenAddress(), key: found.key, network: editorNetwork() };
	const title = l10n.t("Testing the connection to Concentrate");
	const report = await inProgress(title, progress, (token) => server.request(testConnectionRequest, params, token));
	if (report.steps.length === 0) throw new Error("the server could not test the connection");
	await document.show(report, found.from);
	return report.outcome === "passed";
}

async function refreshCatalogue(server: ServerProcess, progress: ConnectionProgress): Promise<void> {
	const params = { address: chosenAddress(), network: editorNetwork() };
	const title = l10n.t("Refreshing the model catalogue");
	const result = await inProgress(title, progress, (token) => server.request(refreshCatalogueRequest, params, token));
	if (result.kind === "cancelled") return;
	if (result.kind === "refreshed") {
		const text = l10n.t(
			"{0} models, as of {1}. Findings, completion and hovers use them now.",
			result.models,
			result.date,
		);
		void vscode.window.showInformationMessage(text);
		return;
	}
	const text = l10n.t("The catalogue could not be refreshed: {0}. The one from before stays.", result.says);
	void vscode.window.showErrorMessage(result.advice === null ? text : `${text} ${result.advice}`);
}

function inProgress<Result>(
	title: string,
	progress: ConnectionProgress,
	run: (token: vscode.CancellationToken) => Promise<Result>,
): Thenable<Result> {
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title, cancellable: true },
		async (bar, token) => {
			const listener = progress.onDidHear((params) => bar.report({ message: progressText(params) }));
			try {
				return await run(token);
			} finally {
				listener.dispose();
			}
		},
	);
}

function progressText({ step, done, all }: ConnectionProgressParams): string {
	return done === null || all === null ? stepTitle(step) : l10n.t("{0} of {1} models", done, all);
}
