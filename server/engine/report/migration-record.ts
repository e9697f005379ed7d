/** What a migration was about, as plain data: the report is made of it, in the editor and on the command line. */
import type { Applicability, Document, Finding } from "../model";
import type { ChangedFile } from "./patch";

/** A finding with its place as people read it. */
export interface ReportItem {
	/** Relative to the folder that the report is about, with forward slashes. */
	readonly path: string;
	/** Counted from one. */
	readonly line: number;
	readonly rule: string;
	readonly subject: string;
	readonly message: string;
	readonly row: string | undefined;
	readonly advice: string | undefined;
	readonly fix: { readonly title: string; readonly applicability: Applicability } | undefined;
}

export interface MigrationRecord {
	/** Nothing was written: the report says what a run would do. */
	readonly isPlanned: boolean;
	/** What was found at first. */
	readonly before: readonly ReportItem[];
	/** What was settled; lines are of the text before. */
	readonly applied: readonly ReportItem[];
	/** What is found afterwards. */
	readonly left: readonly ReportItem[];
	/** Fixes that were taken back, each with its reason. */
	readonly dropped: readonly { readonly item: ReportItem; readonly reason: string }[];
	/** Comments in the code that say what is left to do. */
	readonly todos: number;
	readonly changed: readonly ChangedFile[];
	/** Files that matter and were not read, each with its reason. */
	readonly skipped: readonly { readonly path: string; readonly reason: string }[];
	/** Lock files that name a package of Helicone's: their tools rewrite them. */
	readonly lockFiles: readonly string[];
	/** No version control holds the old texts, so that the report carries the way back. */
	readonly wantsReversePatch: boolean;
}

/** @param path as the report names the file */
export function reportItem(path: string, document: Document, finding: Finding): ReportItem {
	const { rule, subject, message, row, advice, fix } = finding;
	return {
		path,
		line: lineOf(document.text, finding.range[0]),
		rule,
		subject,
		message,
		row,
		advice,
		fix: fix && { title: fix.title, applicability: fix.applicability },
	};
}

const lockFiles = new Set([
	"bun.lock",
	"cargo.lock",
	"composer.lock",
	"gemfile.lock",
	"go.sum",
	"npm-shrinkwrap.json",
	"package-lock.json",
	"packages.lock.json",
	"pdm.lock",
	"pipfile.lock",
	"pnpm-lock.yaml",
	"poetry.lock",
	"uv.lock",
	"yarn.lock",
]);

/** Whether a package manager writes the file. @param name without folders */
export function isLockFile(name: string): boolean {
	return lockFiles.has(name.toLowerCase());
}

function lineOf(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
	return line;
}
