/** *Export Helicone History*: asks for key, region, bodies and file; the server does the work. */
import * as vscode from "vscode";
import {
	type ExportHistoryParams,
	type ExportHistoryResult,
	type ExportProgressParams,
	exportHistoryRequest,
	exportProgressNotification,
	readInstant,
} from "../../shared/history-protocol";
import { commands } from "../../shared/protocol";
import { answer } from "../command-answer";
import type { ServerProcess } from "../server-process";
import { findHeliconeKey, forgetHeliconeKey } from "./helicone-key";
import { editorNetwork } from "./own-settings";

const { l10n } = vscode;

export function registerHistoryCommand(
	context: vscode.ExtensionContext,
	server: ServerProcess,
	log: vscode.LogOutputChannel,
): void {
	const heard = new vscode.EventEmitter<ExportProgressParams>();
	context.subscriptions.push(
		heard,
		server.client.onNotification(exportProgressNotification.method, (params: ExportProgressParams) =>
			heard.fire(params),
		),
		vscode.commands.registerCommand(commands.exportHistory, () =>
			answer(log, () => exportHistory(context.secrets, server, heard.event)),
		),
	);
}

async function exportHistory(
	secrets: vscode.SecretStorage,
	server: ServerProcess,
	progress: vscode.Event<ExportProgressParams>,
): Promise<void> {
	const params = await ask(secrets);
	if (params === undefined) return;
	const result = await withProgress(server, progress, params);
	if (result.kind === "exported") await forgetHeliconeKey(secrets);
	say(secrets, result, params.file);
}

/** @returns undefined as soon as the person turns away */
async function ask(secrets: vscode.SecretStorage): Promise<ExportHistoryParams | undefined> {
	const key = await findHeliconeKey(secrets);
	if (key === undefined) return undefined;
	const region = await vscode.window.showQuickPick(regions(), { title: l10n.t("Where is the organisation?") });
	if (region === undefined) return undefined;
	const bodies = await vscode.window.showQuickPick(contents(), { title: l10n.t("What is to be exported?") });
	if (bodies === undefined) return undefined;
	const from = await askInstant(l10n.t("Requests since when? Empty for all there are."));
	if (from === undefined) return undefined;
	const to = await askInstant(l10n.t("Requests before when? Empty for up to now."));
	if (to === undefined) return undefined;
	const file = await vscode.window.showSaveDialog({
		title: l10n.t("Export Helicone History"),
		saveLabel: l10n.t("Export"),
		filters: { [l10n.t("JSON Lines")]: ["jsonl"] },
	});
	if (file === undefined) return undefined;
	if (file.scheme !== "file") {
		void vscode.window.showErrorMessage(l10n.t("The history can only be written to a file of this machine."));
		return undefined;
	}
	const chosen = { region: region.region, bodies: bodies.bodies, from, to };
	return { key, ...chosen, file: file.toString(), network: editorNetwork() };
}

/** @returns ISO 8601, null for no limit, undefined when the person turns away */
async function askInstant(prompt: string): Promise<string | null | undefined> {
	const typed = await vscode.window.showInputBox({
		prompt,
		placeHolder: "2026-01-31",
		ignoreFocusOut: true,
		validateInput: (text) => (readInstant(text) === undefined ? l10n.t("A date such as 2026-01-31") : undefined),
	});
	return typed === undefined ? undefined : readInstant(typed);
}

function regions(): readonly (vscode.QuickPickItem & { readonly region: ExportHistoryParams["region"] })[] {
	return [
		{ label: l10n.t("As the key says"), region: null },
		{ label: l10n.t("United States"), description: "api.helicone.ai", region: "us" },
		{ label: l10n.t("European Union"), description: "eu.api.helicone.ai", region: "eu" },
	];
}

function contents(): readonly (vscode.QuickPickItem & { readonly bodies: boolean })[] {
	return [
		{ label: l10n.t("Requests: times, models, costs, properties"), bodies: false },
		{ label: l10n.t("Requests with prompts and answers"), detail: l10n.t("One more question each"), bodies: true },
	];
}

function withProgress(
	server: ServerProcess,
	progress: vscode.Event<ExportProgressParams>,
	params: ExportHistoryParams,
): Thenable<ExportHistoryResult> {
	const title = l10n.t("Exporting Helicone's history");
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title, cancellable: true },
		async (bar, token) => {
			const listener = progress(({ rows, until }) => bar.report({ message: rowsText(rows, until) }));
			try {
				return await server.request(exportHistoryRequest, params, token);
			} finally {
				listener.dispose();
			}
		},
	);
}

function rowsText(rows: number, until: string | null): string {
	return until === null ? l10n.t("{0} requests", rows) : l10n.t("{0} requests, until {1}", rows, until);
}

function say(secrets: vscode.SecretStorage, result: ExportHistoryResult, file: string): void {
	const again = l10n.t("Export to the same file again to go on.");
	const name = vscode.Uri.parse(file).fsPath;
	switch (result.kind) {
		case "exported":
			void vscode.window.showInformationMessage(
				l10n.t("Exported to {0}: {1}.", name, rowsText(result.rows, result.until)),
			);
			return;
		case "cancelled":
			void vscode.window.showInformationMessage(
				l10n.t("The export was cancelled. What is in {0} stays. {1}", name, again),
			);
			return;
		case "failed":
			void offerAnotherKey(secrets, l10n.t("The history could not be exported: {0}", result.says));
	}
}

async function offerAnotherKey(secrets: vscode.SecretStorage, text: string): Promise<void> {
	const forget = l10n.t("Forget the Key");
	if ((await vscode.window.showErrorMessage(text, forget)) === forget) await forgetHeliconeKey(secrets);
}
