/** *Adopt the Responses API*: every rewritten request in VS Code's refactor preview, each file to be confirmed; then what stays, and why. */
import * as vscode from "vscode";
import { type AdoptedFile, type AdoptResult, adoptRequest, type PlannedRange } from "../../shared/migration-protocol";
import { filesText } from "../command-answer";
import type { ServerProcess } from "../server-process";

const { l10n } = vscode;

/** @param uris files and folders; the whole workspace without any */
export async function adoptResponses(server: ServerProcess, uris: readonly string[]): Promise<void> {
	const { files } = await ask(server, uris);
	const changed = files.filter(({ edits }) => edits.length > 0);
	const left = files.filter((file) => file.left.length > 0);
	if (files.length === 0)
		return say(l10n.t("No chat completion request of a client that talks to Concentrate was found."), server, left);
	if (changed.length === 0) return say(l10n.t("No request of a simple shape was found."), server, left);
	if (!(await apply(changed))) {
		vscode.window.setStatusBarMessage(l10n.t("Nothing was changed."), 5000);
		return;
	}
	say(l10n.t("The requests now use the Responses API."), server, left);
}

/** @throws CancellationError when the person stops it */
async function ask(server: ServerProcess, uris: readonly string[]): Promise<AdoptResult> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		title: l10n.t("Looking for chat completion requests"),
		cancellable: true,
	};
	return vscode.window.withProgress(options, async (_, token) => {
		try {
			return await server.client.sendRequest<AdoptResult>(adoptRequest.method, { uris }, token);
		} catch (error) {
			if (token.isCancellationRequested) throw new vscode.CancellationError();
			throw error;
		}
	});
}

/** @returns false when the person closed the preview, or a file has changed meanwhile */
async function apply(files: readonly AdoptedFile[]): Promise<boolean> {
	try {
		return await vscode.workspace.applyEdit(editOf(files), { isRefactoring: true });
	} catch {
		return false;
	}
}

function editOf(files: readonly AdoptedFile[]): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	for (const { uri, edits, adopted } of files) {
		const metadata: vscode.WorkspaceEditEntryMetadata = {
			needsConfirmation: true,
			label: l10n.t("Adopt the Responses API"),
			description: adopted === 1 ? l10n.t("1 request") : l10n.t("{0} requests", adopted),
		};
		for (const { range, newText } of edits) edit.replace(vscode.Uri.parse(uri), rangeOf(range), newText, metadata);
	}
	return edit;
}

/** Says it without waiting for an answer; what stays is one key away. */
function say(text: string, server: ServerProcess, left: readonly AdoptedFile[]): void {
	const count = left.reduce((sum, file) => sum + file.left.length, 0);
	if (count === 0) return void vscode.window.showInformationMessage(text);
	const why = l10n.t("Why?");
	const stays =
		count === 1
			? l10n.t("1 request in {0} stays as it is.", filesText(left.length))
			: l10n.t("{0} requests in {1} stay as they are.", count, filesText(left.length));
	void vscode.window.showInformationMessage(`${text} ${stays}`, why).then((picked) => {
		if (picked === why) showReasons(server, left);
	});
}

/** In the log's view, where a place is a link. */
function showReasons({ log }: ServerProcess, left: readonly AdoptedFile[]): void {
	for (const { uri, left: requests } of left)
		for (const { range, reason } of requests)
			log.info(`${vscode.Uri.parse(uri).fsPath}:${range.start.line + 1}:${range.start.character + 1}: ${reason}`);
	log.show();
}

function rangeOf({ start, end }: PlannedRange): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}
