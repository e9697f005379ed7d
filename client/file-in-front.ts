/** Tells the menus whether the file in front is one that the server reads: only then its commands are offered. */
import * as vscode from "vscode";
import { documentSelector } from "../shared/document-selector";
import { section } from "../shared/protocol";

export function watchFileInFront(context: vscode.ExtensionContext): void {
	const tell = () => {
		const document = vscode.window.activeTextEditor?.document;
		const isRead = document !== undefined && vscode.languages.match([...documentSelector], document) > 0;
		void vscode.commands.executeCommand("setContext", `${section}.readsFile`, isRead);
	};
	// A document whose language is changed is closed and opened again.
	context.subscriptions.push(
		vscode.window.onDidChangeActiveTextEditor(tell),
		vscode.workspace.onDidOpenTextDocument(tell),
	);
	tell();
}
