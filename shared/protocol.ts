/**
 * What client and server say to each other beyond the Language Server Protocol, and the names both must spell alike.
 * Plain data: no protocol library, so that the engine, the server and the client may all read it.
 */
import type { ConnectionReport, StepId } from "./connection";

/** Prefix of every setting and command. */
export const section = "migrateHelicone";

/** `source` of every diagnostic, category of every command. */
export const displayName = "Helicone to Concentrate";

/** Code action kind of the safe fixes of a whole file; works with `editor.codeActionsOnSave`. */
export const fixAllKind = "source.fixAll.migrateHelicone";

/** The word of a suppression comment; rule ids may follow it. */
export const suppressionWord = "migrate-helicone-ignore";

/** What begins a comment that marks manual work. */
export const todoMark = "TODO(migrate-helicone):";

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
	testConnection: `${section}.testConnection`,
	refreshCatalogue: `${section}.refreshCatalogue`,
	setApiKey: `${section}.setApiKey`,
	clearApiKey: `${section}.clearApiKey`,
	migrateWorkspace: `${section}.migrateWorkspace`,
	previewMigration: `${section}.previewMigration`,
	adoptResponses: `${section}.adoptResponses`,
	adoptResponsesInResources: `${section}.adoptResponsesInResources`,
	previewRules: `${section}.previewRules`,
	migrateResources: `${section}.migrateResources`,
	previewResources: `${section}.previewResources`,
	migrateTicked: `${section}.migrateTicked`,
	previewTicked: `${section}.previewTicked`,
	markLeft: `${section}.markLeft`,
	finishMigration: `${section}.finishMigration`,
	createVerificationScript: `${section}.createVerificationScript`,
	exportHistory: `${section}.exportHistory`,
	reportMigrationGaps: `${section}.reportMigrationGaps`,
	showReport: `${section}.showReport`,
	explainFinding: `${section}.explainFinding`,
	groupByFile: `${section}.groupByFile`,
	groupByRule: `${section}.groupByRule`,
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
	/** A protocol `WorkspaceEdit` with the versions it was made for, other files that must change with it included; null when there is nothing to change. */
	readonly edit: unknown;
	/** Version of the document that `edit` fits; null for a file that is not open. */
	readonly version: number | null;
	/** How many findings the edit settles, in all its files. */
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

/** VS Code's `http.*` settings, as the client hands them over; read by the client: the server's process has no settings of the editor. */
export interface EditorNetwork {
	/** `http.proxy`; empty for none. May carry a name and a password. */
	readonly proxy: string;
	/** `http.noProxy`. */
	readonly noProxy: readonly string[];
	/** `http.proxyStrictSSL`: whether the proxy's own certificate must be known. The gateway's always must. */
	readonly strictProxy: boolean;
	/** `http.proxyAuthorization`: the whole value of that header; null for none. */
	readonly proxyAuthorization: string | null;
	/** `http.proxySupport: off`: no proxy at all, not even the environment's. */
	readonly isOff: boolean;
}

/** Holds a key: whoever writes requests to a log must mask it (`client/masked-log.ts`). */
export interface TestConnectionParams {
	/** Base URL, out of the person's own settings. */
	readonly address: string;
	readonly key: string | null;
	readonly network: EditorNetwork;
}

/** Client → server: test the connection, because a person asked. Cancelable. */
export const testConnectionRequest: Message<TestConnectionParams, ConnectionReport> = {
	method: `${section}/testConnection`,
};

export type RefreshCatalogueParams = Omit<TestConnectionParams, "key">;

/** Nothing was changed unless it was `refreshed`. */
export type RefreshCatalogueResult =
	| { readonly kind: "refreshed"; readonly models: number; readonly date: string }
	/** `advice`: one sentence; null when there is none to give. */
	| { readonly kind: "failed"; readonly says: string; readonly advice: string | null }
	| { readonly kind: "cancelled" };

/** Client → server: take the gateway's catalogue as it is now, because a person asked. Cancelable. */
export const refreshCatalogueRequest: Message<RefreshCatalogueParams, RefreshCatalogueResult> = {
	method: `${section}/refreshCatalogue`,
};

/** Server → client, while either of the two runs: what is being asked for. */
export interface ConnectionProgressParams {
	readonly step: StepId;
	/** Of the catalogue's models, how many have been asked for; null for what is one question. */
	readonly done: number | null;
	readonly all: number | null;
}

export const connectionProgressNotification: Message<ConnectionProgressParams, void> = {
	method: `${section}/connectionProgress`,
};

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
