/** *Create Verification Script*: an untitled document in the project's main language, not saved anywhere until a person does. */
import * as vscode from "vscode";
import { type VerificationScriptResult, verificationScriptRequest } from "../../shared/migration-protocol";
import type { ServerProcess } from "../server-process";

const { l10n } = vscode;

type Script = Extract<VerificationScriptResult, { readonly kind: "script" }>;

/** VS Code's names of the languages. */
const languageIds: Readonly<Record<Script["language"], string>> = {
	python: "python",
	typescript: "typescript",
	javascript: "javascript",
	shell: "shellscript",
};

export async function createVerificationScript(server: ServerProcess): Promise<void> {
	const options = { location: vscode.ProgressLocation.Window, title: l10n.t("Writing the verification script") };
	const result = await vscode.window.withProgress(options, () => server.request(verificationScriptRequest, null));
	if (result.kind === "failed") throw new Error("the script could not be made");
	if (result.kind === "none") {
		void vscode.window.showInformationMessage(l10n.t("No client of a gateway names a model here."));
		return;
	}
	const document = await vscode.workspace.openTextDocument({
		language: languageIds[result.language],
		content: result.text,
	});
	await vscode.window.showTextDocument(document, { preview: false });
}
