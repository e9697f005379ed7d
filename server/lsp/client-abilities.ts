/** What the client said it can do, as far as an answer depends on it. */
import type { ClientCapabilities } from "vscode-languageserver";

export interface ClientAbilities {
	/** Edits may name the version they were made for. */
	readonly versionedEdits: boolean;
	/** The edit of a code action may be made when it is picked. */
	readonly resolvesEdits: boolean;
	/** Shows a code action that cannot be picked, with the reason. */
	readonly disabledActions: boolean;
	readonly refreshesDiagnostics: boolean;
	/** Asks for settings per folder. */
	readonly configuration: boolean;
	readonly registersSettings: boolean;
	readonly registersWatchers: boolean;
	readonly workspaceFolders: boolean;
	readonly progress: boolean;
}

export function abilitiesOf({ workspace, textDocument, window }: ClientCapabilities): ClientAbilities {
	const action = textDocument?.codeAction;
	return {
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		resolvesEdits: action?.dataSupport === true && action.resolveSupport?.properties.includes("edit") === true,
		disabledActions: action?.disabledSupport === true,
		refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
		configuration: workspace?.configuration === true,
		registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		progress: window?.workDoneProgress === true,
	};
}
