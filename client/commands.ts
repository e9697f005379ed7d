/** The commands. A message is shown only as the answer to one of them. */
import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient/node";
import { commands, type FixAllParams, fixAllRequest, guideUrl, rescanRequest } from "../shared/protocol";
import { answer, findingsText } from "./command-answer";
import type { ServerProcess } from "./server-process";

const { l10n } = vscode;

export function registerCommands(
	context: vscode.ExtensionContext,
	server: ServerProcess,
	log: vscode.LogOutputChannel,
): void {
	const register = (name: string, run: (...args: unknown[]) => unknown) =>
		context.subscriptions.push(vscode.commands.registerCommand(name, run));
	register(commands.fixAllInFile, () => answer(log, () => fixAllInFile(server, "safe")));
	register(commands.fixAllInFileSuggested, () => answer(log, () => fixAllInFile(server, "suggested")));
	register(commands.rescan, () => answer(log, () => rescan(server)));
	register(commands.restart, () => answer(log, () => server.restart()));
	register(commands.showLog, () => log.show());
	register(commands.openGuide, (url) => vscode.env.openExternal(vscode.Uri.parse(guideAddress(url))));
}

/** Only pages of the guide: any extension may run the command with any argument. */
function guideAddress(url: unknown): string {
	return typeof url === "string" && url.startsWith("https://concentrate.ai/") ? url : guideUrl;
}

async function fixAllInFile(server: ServerProcess, applicability: FixAllParams["applicability"]): Promise<void> {
	const document = vscode.window.activeTextEditor?.document;
	if (document === undefined) {
		void vscode.window.showInformationMessage(l10n.t("Open a file first."));
		return;
	}
	const uri = server.client.code2ProtocolConverter.asUri(document.uri);
	const result = await server.request(fixAllRequest, { uri, applicability });
	if (result.edit === null) return say(nothingText(result.left));
	if (result.version !== null && result.version !== document.version) {
		return say(l10n.t("The file was changed meanwhile. Nothing was done, please try again."));
	}
	const edit = await server.client.protocol2CodeConverter.asWorkspaceEdit(result.edit as WorkspaceEdit);
	if (!(await vscode.workspace.applyEdit(edit))) throw new Error("VS Code refused the edit");
	vscode.window.setStatusBarMessage(doneText(result.applied, result.left), 5000);
}

async function rescan(server: ServerProcess): Promise<void> {
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: l10n.t("Scanning the folders") },
		() => server.request(rescanRequest, null),
	);
}

function say(text: string): void {
	void vscode.window.showInformationMessage(text);
}

function nothingText(left: number): string {
	if (left === 0) return l10n.t("There is nothing to fix in this file.");
	return l10n.t("Nothing could be fixed by itself. {0} left for you.", findingsText(left));
}

function doneText(applied: number, left: number): string {
	return l10n.t("{0} fixed, {1} left in this file", findingsText(applied), left);
}
