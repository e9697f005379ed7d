/**
 * What client and server say to each other beyond the Language Server Protocol, and the names both must spell alike.
 * Plain data: no protocol library, so that the engine, the server and the client may all read it.
 */

/** Prefix of every setting and command. */
export const section = "migrateHelicone";

/** `source` of every diagnostic, category of every command. */
export const displayName = "Helicone to Concentrate";

/** Code action kind of the safe fixes of a whole file; works with `editor.codeActionsOnSave`. */
export const fixAllKind = "source.fixAll.migrateHelicone";

/** The word of a suppression comment; rule ids may follow it. */
export const suppressionWord = "migrate-helicone-ignore";

/** Concentrate's migration guide. */
export const guideUrl = "https://concentrate.ai/docs/migrations/helicone";

const rulePages = "https://github.com/concentrate-ai/migrate-helicone/blob/main/test/rules";

/** @returns address of the page that documents a rule: the fixture of the same name. */
export function docsUrl(rule: string): string {
	return `${rulePages}/${rule}.md`;
}

/** Commands that the client registers; code actions of the server name them. */
export const commands = {
	fixAllInFile: `${section}.fixAllInFile`,
	fixAllInFileSuggested: `${section}.fixAllInFileSuggested`,
	restart: `${section}.restart`,
	rescan: `${section}.rescan`,
	showLog: `${section}.showLog`,
	openGuide: `${section}.openGuide`,
} as const;

/**
 * `data` of a diagnostic. A reader must check `version` first: it is raised when a field changes its meaning,
 * and a diagnostic may outlive the server that made it.
 */
export interface DiagnosticData {
	readonly version: 1;
	/** Group of the finding's fix: diagnostics with the same group are fixed together. Null without a fix. */
	readonly group: string | null;
	/** Row of the mapping table that explains the finding (`request-headers/helicone-auth`). */
	readonly row: string | null;
	/** `safe` or `suggested`; null when there is nothing to press. */
	readonly applicability: "safe" | "suggested" | null;
}

/** A message's method with the types of what goes along; the types exist for the compiler alone. */
export interface Message<Params, Result> {
	readonly method: string;
	readonly types?: (params: Params) => Result;
}

export interface FixAllParams {
	readonly uri: string;
	/** `suggested` takes the safe fixes too. */
	readonly applicability: "safe" | "suggested";
	/** Only these rules; all without it. */
	readonly rules?: readonly string[];
}

export interface FixAllResult {
	/** A protocol `WorkspaceEdit` with the version it was made for; null when there is nothing to change. */
	readonly edit: unknown;
	/** Version of the document that `edit` fits; null for a file that is not open. */
	readonly version: number | null;
	/** How many findings the edit settles. */
	readonly applied: number;
	/** How many findings are left in the file afterwards. */
	readonly left: number;
	/** Fixes that were taken back, each with its reason. */
	readonly dropped: readonly { readonly rule: string; readonly reason: string }[];
}

/** Client → server: all fixes of a file as one edit, not applied. */
export const fixAllRequest: Message<FixAllParams, FixAllResult> = { method: `${section}/fixAll` };

/** Client → server: forget everything that was read from disk and read it again. */
export const rescanRequest: Message<null, null> = { method: `${section}/rescan` };

export interface StatusParams {
	/** `working`: reading the folders. `ready`: what is shown is what there is. `off`: switched off by settings. */
	readonly state: "working" | "ready" | "off";
	/** Files of the folders that mention a gateway. */
	readonly files: number;
	/** Files that were not read, each with its reason, for the log. */
	readonly skipped: number;
}

/** Server → client, whenever the state changes. */
export const statusNotification: Message<StatusParams, void> = { method: `${section}/status` };
