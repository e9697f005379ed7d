/** What client and server say to each other about Helicone's request history. */
import { type EditorNetwork, type Message, section } from "./protocol";

/** Holds a key: whoever writes requests to a log must mask it (`client/connection/secrets-in-logs.ts`). */
export interface ExportHistoryParams {
	/** Helicone's, to read with. */
	readonly key: string;
	/** Where the organisation is; null to go by the key. */
	readonly region: "us" | "eu" | null;
	/** Another origin of the API. The client names none: no setting does, and so no folder can. */
	readonly origin?: string;
	/** Also prompts and answers, where Helicone still has them. */
	readonly bodies: boolean;
	/** Instants, ISO 8601: requests from the first on, before the second; null for all there are. */
	readonly from: string | null;
	readonly to: string | null;
	/** Uri of the file; made when missing, gone on with when it is there. */
	readonly file: string;
	readonly network: EditorNetwork;
}

/**
 * A date as people type it (`2026-01-31`, with or without a time; UTC without a zone).
 * @returns ISO 8601, null for nothing typed, undefined for what is no date
 */
export function readInstant(typed: string): string | null | undefined {
	const text = typed.trim();
	if (text === "") return null;
	const value = Date.parse(text);
	return /^\d{4}-\d\d/.test(text) && !Number.isNaN(value) ? new Date(value).toISOString() : undefined;
}

/** Whatever the kind, the rows that were written stay, and the next export to that file goes on behind them. */
export type ExportHistoryResult =
	/** `until`: instant of the last row, ISO 8601; null for an empty history. */
	| { readonly kind: "exported"; readonly rows: number; readonly until: string | null }
	/** `says`: why, and what to do; holds no key. */
	| { readonly kind: "failed"; readonly says: string }
	| { readonly kind: "cancelled" };

/** Client → server: write Helicone's history to a file, because a person asked. Cancelable. */
export const exportHistoryRequest: Message<ExportHistoryParams, ExportHistoryResult> = {
	method: `${section}/exportHistory`,
};

export interface ExportProgressParams {
	/** In the file by now. */
	readonly rows: number;
	readonly until: string | null;
}

/** Server → client, after each page. */
export const exportProgressNotification: Message<ExportProgressParams, void> = {
	method: `${section}/exportProgress`,
};
