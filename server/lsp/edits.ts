/** Changes as a workspace edit that only fits the version it was made for. */
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
	const { uri } = analysed.document;
	const edits = textEditsOf(analysed.document, changes);
	if (!session.client.versionedEdits) return { changes: { [uri]: edits } };
	return { documentChanges: [{ textDocument: { uri, version: analysed.version }, edits }] };
}
