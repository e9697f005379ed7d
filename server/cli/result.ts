/** What `check` and `fix` found, in the shape that `--format json` prints. Documented: fields are only ever added. */
import { TextDocument } from "vscode-languageserver-textdocument";
import { maskKey } from "../../shared/mask-key";
import type { Applicability, Document, Finding, Range } from "../engine/model";
import { countTodos } from "../engine/todos/todo-comment";
import type { Analysed } from "../host/fix-rounds";
import { languageOf, unknownLanguage } from "../host/language-of";
import { unreadFiles } from "../host/migration-record";
import type { Project } from "../host/project";
import type { CliEnvironment } from "./environment";
import { displayPath } from "./paths";

/** Zero-based; `character` counts UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

export interface Span {
	readonly start: Position;
	readonly end: Position;
}

export interface Edit {
	readonly path: string;
	readonly range: Span;
	readonly newText: string;
}

export interface ReportedFinding {
	/** Relative to the working directory, with forward slashes. */
	readonly path: string;
	readonly rule: string;
	readonly severity: Finding["severity"];
	readonly message: string;
	readonly range: Span;
	readonly subject: string;
	/** Findings of a file whose fixes have the same `group` share one fix: apply it once. */
	readonly fix: {
		readonly title: string;
		readonly applicability: Applicability;
		readonly group: string;
		readonly edits: readonly Edit[];
	} | null;
	/** What to know or to do by hand. */
	readonly advice: string | null;
}

export interface ReportedFile {
	readonly path: string;
	readonly language: string;
	/** Why it was left alone. */
	readonly skipped?: string;
	/** Comments that mark manual work; absent for none. */
	readonly todos?: number;
}

/** Messages are masked once more, though the engine masks them: a key in a build log cannot be called back. */
export function reportFindings(file: Analysed, environment: CliEnvironment): readonly ReportedFinding[] {
	const shown = displayPath(file.path, environment);
	const spanOf = spansOf(file.document);
	return file.findings.map(({ rule, severity, message, range, subject, fix, advice }) => ({
		path: shown,
		rule,
		severity,
		message: maskKey(message),
		range: spanOf(range),
		subject: maskKey(subject),
		fix: fix
			? {
					title: maskKey(fix.title),
					applicability: fix.applicability,
					group: fix.group,
					edits: fix.changes.map((one) => ({ path: shown, range: spanOf(one.range), newText: one.newText })),
				}
			: null,
		advice: advice === undefined ? null : maskKey(advice),
	}));
}

/** The files that were looked at, then those that were not, each with its reason. */
export function reportFiles(
	project: Project,
	analysed: readonly Analysed[],
	environment: CliEnvironment,
): readonly ReportedFile[] {
	const skipped = unreadFiles(project, analysed);
	const isSkipped = new Set(skipped.map(({ path }) => path));
	const looked = project.files.filter(({ path }) => !isSkipped.has(path));
	const read = looked.map(({ path, document: { language, text } }) => {
		const todos = countTodos(text);
		const file: ReportedFile = {
			path: displayPath(path, environment),
			language,
			...(todos > 0 ? { todos } : {}),
		};
		return language === unknownLanguage ? { ...file, skipped: "a kind of file that is not read" } : file;
	});
	const unread = skipped.map((file) => ({
		path: displayPath(file.path, environment),
		language: languageOf(file.path)?.id ?? unknownLanguage,
		skipped: file.reason,
	}));
	return [...read, ...unread];
}

/** Positions as the language server counts them, by the same library. */
export function spansOf({ uri, language, text }: Document): (range: Range) => Span {
	const document = TextDocument.create(uri, language, 0, text);
	return ([start, end]) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}
