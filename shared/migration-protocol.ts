/** What client and server say to each other about a migration: its plan, whether it still fits, its report. */
import { type Message, section } from "./protocol";

export interface PlanParams {
	/** Folders and files to migrate; every workspace folder without any. */
	readonly uris: readonly string[];
	/** `suggested` takes the safe fixes too. */
	readonly applicability: "safe" | "suggested";
	/** Only these rules; all without it. */
	readonly rules?: readonly string[];
	/** Only these groups of fixes, by the uri of their file (`DiagnosticData.group`). What they uncover goes along when it is safe. */
	readonly ticked?: Readonly<Record<string, readonly string[]>>;
	/** `mark`: put a comment at each thing that is left without a fix. `finish`: take away the keys that fixes commented out. */
	readonly lastly?: "mark" | "finish";
	/** Safe and suggested edits apart, so that a person may take the safe ones alone. */
	readonly isPreview: boolean;
	/** Git may be asked about the files: not in a folder that nobody trusts. */
	readonly asksGit: boolean;
}

/** Lines and UTF-16 characters, counted from zero. */
export interface PlannedRange {
	readonly start: { readonly line: number; readonly character: number };
	readonly end: { readonly line: number; readonly character: number };
}

export interface PlainEdit {
	readonly range: PlannedRange;
	readonly newText: string;
}

export interface PlannedEdit extends PlainEdit {
	/** The rule whose finding it settles, and what its fix says of itself. */
	readonly rule: string;
	readonly title: string;
	readonly applicability: "safe" | "suggested";
	/** How many other edits of the plan it only makes sense with. */
	readonly companions: number;
}

export interface PlannedFile {
	readonly uri: string;
	/** In order, disjoint, against the text that the plan was made for. */
	readonly edits: readonly PlannedEdit[];
}

export interface PlanResult {
	/** Names the plan for `checkPlan` and `report`. */
	readonly id: string;
	readonly files: readonly PlannedFile[];
	/** Findings before; those that the plan settles; those of them that only suggested fixes settle. */
	readonly found: number;
	readonly settled: number;
	readonly suggested: number;
	/** Findings afterwards. */
	readonly left: number;
	/** Files whose suggested fixes cannot be told apart from the safe ones: they wait for the next run. */
	readonly postponed: readonly string[];
	/** Fixes that were taken back. */
	readonly dropped: number;
	/** Names of planned files by what git says of them; all empty when it was not asked. */
	readonly git: {
		/** Changed since the last commit. */
		readonly dirty: readonly string[];
		/** In no repository. */
		readonly outside: readonly string[];
	};
}

/** Client → server: what a migration would do. Nothing is written. Cancelling the request ends the work. */
export const planRequest: Message<PlanParams, PlanResult> = { method: `${section}/plan` };

export interface CheckPlanParams {
	readonly id: string;
}

export interface CheckPlanResult {
	/** Names of files that hold another text than the plan was made for; null for a plan that is not known any more. */
	readonly changed: readonly string[] | null;
}

/** Client → server, right before a plan is applied. */
export const checkPlanRequest: Message<CheckPlanParams, CheckPlanResult> = { method: `${section}/checkPlan` };

export interface HalfTakenParams {
	readonly id: string;
}

/** A file that holds a part of what only makes sense together. */
export interface HalfTakenFile {
	readonly uri: string;
	readonly name: string;
	/** What is missing, against the text as it is now. */
	readonly complete: readonly PlainEdit[];
	/** The way back, against the text as it is now. */
	readonly takeBack: readonly PlainEdit[];
}

export interface HalfTakenResult {
	readonly files: readonly HalfTakenFile[];
}

/** Client → server, after a person took what they wanted of a plan. */
export const halfTakenRequest: Message<HalfTakenParams, HalfTakenResult> = { method: `${section}/halfTaken` };

export interface ReportParams {
	/** Plan that has been applied; null for the folders as they are, compared with the last commit. */
	readonly plan: string | null;
	readonly asksGit: boolean;
}

export interface ReportResult {
	readonly markdown: string;
}

/** Client → server: the migration report. */
export const reportRequest: Message<ReportParams, ReportResult> = { method: `${section}/report` };

export interface GapsParams {
	/** The extension's version. */
	readonly version: string;
	readonly asksGit: boolean;
}

export interface GapsResult {
	/** Uses of what has no equivalent. */
	readonly uses: number;
	/** Empty when it failed. */
	readonly markdown: string;
}

/** Client → server: a text for support about what had no equivalent, without code, paths and keys. */
export const gapsRequest: Message<GapsParams, GapsResult> = { method: `${section}/gaps` };

/** `none`: the code names no model. */
export type VerificationScriptResult =
	| {
			readonly kind: "script";
			readonly language: "python" | "typescript" | "javascript" | "shell";
			readonly text: string;
	  }
	| { readonly kind: "none" }
	| { readonly kind: "failed" };

/** Client → server: a script that asks Concentrate for each model that the code uses. Nothing is sent. */
export const verificationScriptRequest: Message<null, VerificationScriptResult> = {
	method: `${section}/verificationScript`,
};

export interface PlanProgressParams {
	readonly done: number;
	readonly total: number;
}

/** Server → client, now and then while a plan is made. */
export const planProgressNotification: Message<PlanProgressParams, void> = { method: `${section}/planProgress` };

export interface ExplainParams {
	readonly uri: string;
	readonly rule: string;
	readonly range: PlannedRange;
}

export interface ExplainResult {
	/** Null when nothing is found there any more. */
	readonly markdown: string | null;
}

/** Client → server: why something is found, as in its hover. */
export const explainRequest: Message<ExplainParams, ExplainResult> = { method: `${section}/explain` };

export interface AdoptParams {
	/** Folders and files; every workspace folder without any. */
	readonly uris: readonly string[];
}

export interface AdoptedFile {
	readonly uri: string;
	/** For people: from the workspace folder on. */
	readonly name: string;
	/** In order, disjoint, against the text as it is now; one for each request, or for several that lie in each other. */
	readonly edits: readonly { readonly range: PlannedRange; readonly newText: string }[];
	/** Requests that the edits rewrite. */
	readonly adopted: number;
	/** Requests that stay as they are. */
	readonly left: readonly { readonly range: PlannedRange; readonly reason: string }[];
}

export interface AdoptResult {
	/** Those with a chat completion request of a client that talks to Concentrate. */
	readonly files: readonly AdoptedFile[];
}

/** Client → server: what *Adopt the Responses API* would do. Nothing is written. Cancelling the request ends the work. */
export const adoptRequest: Message<AdoptParams, AdoptResult> = { method: `${section}/adoptResponses` };
