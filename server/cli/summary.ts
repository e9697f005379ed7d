/** Counting what was found. */
import type { ReportedFile, ReportedFinding } from "./result";

export interface Summary {
	readonly findings: number;
	readonly errors: number;
	readonly warnings: number;
	readonly information: number;
	readonly hints: number;
	/** Findings that a safe fix settles. */
	readonly safe: number;
	/** Findings that only `fix --suggested` settles. */
	readonly suggested: number;
	/** Files with findings. */
	readonly filesWithFindings: number;
	/** Files that mention Helicone or Concentrate, or are named, or hold environment variables. */
	readonly files: number;
	readonly skipped: number;
	/** Comments that mark manual work. */
	readonly todos: number;
}

export function summarise(findings: readonly ReportedFinding[], files: readonly ReportedFile[]): Summary {
	const count = (test: (finding: ReportedFinding) => boolean) => findings.filter(test).length;
	return {
		findings: findings.length,
		errors: count(({ severity }) => severity === "error"),
		warnings: count(({ severity }) => severity === "warning"),
		information: count(({ severity }) => severity === "information"),
		hints: count(({ severity }) => severity === "hint"),
		safe: count(({ fix }) => fix?.applicability === "safe"),
		suggested: count(({ fix }) => fix?.applicability === "suggested"),
		filesWithFindings: new Set(findings.map(({ path }) => path)).size,
		files: files.length,
		skipped: files.filter(({ skipped }) => skipped !== undefined).length,
		todos: files.reduce((sum, { todos }) => sum + (todos ?? 0), 0),
	};
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
