/** After a preview: a client that was moved in part does not work, so whoever unticked the rest is told, with both ways out. */
import * as vscode from "vscode";
import { type HalfTakenFile, halfTakenRequest, type PlanResult } from "../../shared/migration-protocol";
import type { ServerProcess } from "../server-process";
import { rangeOf } from "./workspace-edit";

const { l10n } = vscode;

type WayOut = "complete" | "takeBack";

/** Does nothing where all that belongs together was taken together. */
export async function askAboutHalves(server: ServerProcess, { id }: PlanResult): Promise<void> {
	const { files } = await server.request(halfTakenRequest, { id });
	if (files.length === 0) return;
	const complete = l10n.t("Complete");
	const takeBack = l10n.t("Take Back");
	const names = files.map(({ name }) => name).join(", ");
	const text = l10n.t("Changes that belong together were applied only in part: {0}.", names);
	const picked = await vscode.window.showWarningMessage(text, complete, takeBack);
	if (picked === undefined) return;
	// What was typed while the question stood there is not overwritten.
	const now = await server.request(halfTakenRequest, { id });
	await carryOut(now.files, picked === complete ? "complete" : "takeBack");
}

async function carryOut(files: readonly HalfTakenFile[], way: WayOut): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	const saved: vscode.TextDocument[] = [];
	for (const file of files) {
		const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file.uri));
		if (!document.isDirty) saved.push(document);
		for (const one of file[way]) edit.replace(document.uri, rangeOf(one), one.newText);
	}
	if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) throw new Error("VS Code refused the edit");
	for (const document of saved) await document.save();
}
