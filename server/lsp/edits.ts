/** Changes as a workspace edit that only fits the versions it was made for. */
import type { WorkspaceEdit } from "vscode-languageserver";
import type { Change } from "../engine/model";
import type { Analysed } from "./analyses";
import { textEditsOf } from "./positions";
import type { Session } from "./session";

/**
 * @param changes offsets into the text of `analysed`
 * @returns an edit with the document's version where the client can check it
 */
export function workspaceEdit(session: Session, analysed: Analysed, changes: readonly Change[]): WorkspaceEdit {
	return workspaceEdits(session, [{ analysed, changes }]);
}

/** The same for several documents. A file that is not open has no version. */
export function workspaceEdits(
	session: Session,
	all: readonly { readonly analysed: Analysed; readonly changes: readonly Change[] }[],
): WorkspaceEdit {
	const documents = all.map(({ analysed: { document, version }, changes }) => {
		return { uri: document.uri, version, edits: textEditsOf(document, changes) };
	});
	if (!session.client.versionedEdits)
		return { changes: Object.fromEntries(documents.map(({ uri, edits }) => [uri, edits])) };
	return {
		documentChanges: documents.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
	};
}
