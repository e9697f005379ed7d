/** *Migration Report*: a Markdown document beside its preview, not saved anywhere until a person does. */
import * as vscode from "vscode";
import { reportRequest } from "../../shared/migration-protocol";
import type { ServerProcess } from "../server-process";

const { l10n } = vscode;

/** @param plan that has been applied; null for the folders as they are */
export async function openReport(server: ServerProcess, plan: string | null): Promise<void> {
	const options = { location: vscode.ProgressLocation.Window, title: l10n.t("Writing the migration report") };
	const { markdown } = await vscode.window.withProgress(options, () =>
		server.request(reportRequest, { plan, asksGit: vscode.workspace.isTrusted }),
	);
	if (markdown === "") throw new Error("the report could not be made");
	const document = await vscode.workspace.openTextDocument({ language: "markdown", content: markdown });
	await vscode.window.showTextDocument(document, { preview: false });
}
