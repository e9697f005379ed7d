/** The demo folder as a person's editor sees it: its files, their squiggles, and what can be done about them. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../../vscode/waiting";

const source = "Helicone to Concentrate";

/** Opens a file of the demo in the editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, "no folder is open");
	const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
	await vscode.window.showTextDocument(document);
	return document;
}

/** Puts the open file back to what is on the disk, and closes every editor. */
export async function closeAll(): Promise<void> {
	await vscode.commands.executeCommand("workbench.action.files.revert");
	await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === source);
}

/** Waits until the file's findings are as asked. A language server's first answer may take seconds on a busy machine. */
export async function findingsThat(
	document: vscode.TextDocument,
	what: string,
	asked: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
	return until(`${what} in ${vscode.workspace.asRelativePath(document.uri)}`, () => {
		const found = findings(document);
		return asked(found) && found;
	});
}

export function someFindings(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
	return findingsThat(document, "findings", (found) => found.length > 0);
}

/** The rule's id, which VS Code shows as a link. */
export function ruleOf({ code }: vscode.Diagnostic): string {
	return typeof code === "object" ? String(code.value) : String(code);
}

/** Where the text stands first. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
	const start = document.getText().indexOf(text);
	assert.notEqual(start, -1, `${text} does not stand in ${document.fileName}`);
	return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** What VS Code offers there, and nothing of another extension. */
export async function actionsAt(
	document: vscode.TextDocument,
	range: vscode.Range,
	kind: string,
): Promise<vscode.CodeAction[]> {
	const command = "vscode.executeCodeActionProvider";
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind, 100);
	return actions.filter((action) => action.edit !== undefined || action.command !== undefined);
}

export async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
	const command = "vscode.executeHoverProvider";
	const { start } = rangeOf(document, text);
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, start.translate(0, 1));
	return hovers
		.flatMap((hover) => hover.contents)
		.map((content) => (typeof content === "string" ? content : content.value))
		.join("\n");
}
