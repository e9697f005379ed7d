/** *Report Migration Gaps*: a text for support that a person reads, completes and sends; nothing is sent from here. */
import * as vscode from "vscode";
import { gapsRequest } from "../../shared/migration-protocol";
import type { ServerProcess } from "../server-process";

const { l10n } = vscode;

/** @param version of this extension */
export async function reportGaps(server: ServerProcess, version: string): Promise<void> {
	const options = { location: vscode.ProgressLocation.Window, title: l10n.t("Counting what has no equivalent") };
	const { uses, markdown } = await vscode.window.withProgress(options, () =>
		server.request(gapsRequest, { version, asksGit: vscode.workspace.isTrusted }),
	);
	if (markdown === "") throw new Error("the gaps could not be counted");
	if (uses === 0) {
		void vscode.window.showInformationMessage(l10n.t("Nothing that was found lacks an equivalent at Concentrate."));
		return;
	}
	const document = await vscode.workspace.openTextDocument({ language: "markdown", content: markdown });
	await vscode.window.showTextDocument(document, { preview: false });
}
