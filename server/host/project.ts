/**
 * Some folders as the engine sees them: the files that matter, and what they say together. The one way from disk to
 * Analysis, for the editor and for the command line, so that both give the same answer.
 */
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { clients } from "../../shared/mappings/index";
import { type Settings, severitiesOf } from "../../shared/settings";
import type { AnalyzeOptions } from "../engine/analyze";
import type { CatalogueIndex } from "../engine/catalogue-index";
import type { Document } from "../engine/model";
import type { Grammars } from "../engine/outline/grammars";
import { type Contribution, combine, contribute, type Workspace } from "../engine/workspace";
import { type ConfigProblem, type FolderSettings, folderSettings } from "./config";
import { type FoundFile, isLeftOut } from "./crawl";
import { allGrammars, languageOf, unknownLanguage } from "./language-of";
import { type LinkedFile, LinkMemory, linkFolder } from "./link-folder";
import { namingFile } from "./naming-file";
import { FileReader } from "./read-file";
import { lookAt, type Scan, type ScannedFile, type SkippedFile, scan } from "./scan";
import { timeSlices } from "./time-slices";

export interface ProjectOptions {
	/** Absolute paths of folders and files that exist: what is reported and fixed. */
	readonly roots: readonly string[];
	/** Absolute paths of folders that are read as well, only to know what the files of `roots` have around them. */
	readonly context?: readonly string[];
	/** What holds where no `.migrate-helicone.json` speaks. */
	readonly settings: Settings;
	/** What the globs of `settings.exclude` are relative to. */
	readonly directory: string;
	/** Called with the file names of grammars, unless there is no file to read with them. */
	loadGrammars(wasmFiles: readonly string[]): Promise<Grammars>;
	/** What Concentrate lists; the dated copy without it. */
	readonly catalogue?: CatalogueIndex | undefined;
	/** Text of unsaved documents by absolute path; it stands for what is on disk. */
	readonly overlay?: ReadonlyMap<string, string>;
	readonly signal?: AbortSignal;
	/** File of `scan-worker.js`, for a second thread. */
	readonly worker?: string | undefined;
}

export interface ProjectFile {
	/** Absolute, as the operating system spells it. */
	readonly path: string;
	readonly document: Document;
	/** The same object for all files of the same settings. */
	readonly options: AnalyzeOptions;
}

export interface Project {
	/** Files of the roots with a mention, and environment files beside them; sorted by path. */
	readonly files: readonly ProjectFile[];
	/** Files of the roots that matter, or may, and could not be read; sorted by path. */
	readonly skipped: readonly SkippedFile[];
	/** What is wrong with config files; their good fields count nevertheless. */
	readonly problems: readonly ConfigProblem[];
	readonly workspace: Workspace;
	/** Of `files` those that the scan took for files without interest: a name of another file makes them matter. */
	readonly added: readonly ScannedFile[];
}

const noOverlay: ReadonlyMap<string, string> = new Map();
/** Most folders hold nothing for us: then not even the parser's runtime is started. */
const noGrammars: Grammars = { parse: () => undefined };

/** The first step: everything that is read from disk before a grammar is needed. */
export function scanProject(options: ProjectOptions): Promise<Scan> {
	return scan({
		roots: [...options.roots, ...(options.context ?? [])],
		base: folderSettings(options.settings, options.directory),
		overlay: options.overlay ?? noOverlay,
		signal: options.signal,
		worker: options.worker,
	});
}

/**
 * The first step to the end: with the files that have no mention, and matter because they take a name of one that has.
 * What `projectOf` says of the result it says of the scan.
 */
export async function withLinked(all: Scan, options: ProjectOptions): Promise<Scan> {
	const { added } = await projectOf(all, options);
	if (added.length === 0) return all;
	const paths = new Set(added.map((file) => file.path));
	const files = [...all.files, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
	return { ...all, files, others: all.others.filter((found) => !paths.has(found.path)) };
}

/** The second step. With `withTexts` between the two it says what a project would be after an edit. */
export async function projectOf(all: Scan, options: ProjectOptions): Promise<Project> {
	// A file whose last mention an edit took away is one of the others: its old text must not speak for it.
	const overlay = new Map([...(options.overlay ?? noOverlay), ...(all.edited ?? noOverlay)]);
	const readable = all.files.map((file) => ({ ...file, document: documentOf(file.path, file.text) }));
	// All of them: a fence, a cell or a heredoc may hold code of any language, and the editor has them all too.
	const grammars = readable.length > 0 ? await options.loadGrammars(allGrammars()) : noGrammars;
	const pause = timeSlices(options.signal);
	const files: LinkedFile[] = [];
	for (const { path: file, document } of readable) {
		await pause();
		files.push({ path: file, document, contribution: shareOf(options, document, grammars) });
	}
	const { contributions, names, added } = await linkFolder({
		files,
		others: all.others,
		overlay,
		grammars,
		memory: memoryOf(options, all),
		signal: options.signal,
	});
	const spoken = [...contributions.values()];
	const isAdded = new Set(added.map(({ found }) => found.path));
	const rest = { others: all.others.filter((found) => !isAdded.has(found.path)) };
	const workspace = combine([...spoken, ...otherReaders(rest, combine(spoken), grammars, overlay)], names);
	const optionsOf = optionsPerFolder(grammars, workspace, options.catalogue);
	const isReported = isWithin(options.roots);
	return {
		files: [...readable, ...added.map(({ found, document }) => ({ path: found.path, document, folder: found.folder }))]
			.filter((file) => isReported(file.path))
			.map((file) => ({ path: file.path, document: file.document, options: optionsOf(file.folder) }))
			.sort((a, b) => (a.path < b.path ? -1 : 1)),
		added: added.map(({ found, text }) => ({ path: found.path, text, folder: found.folder, mention: false })),
		skipped: all.skipped.filter((file) => isReported(file.path)),
		problems: all.problems,
		workspace,
	};
}

const memories = new WeakMap<ProjectOptions, LinkMemory>();

function memoryOf(options: ProjectOptions, { edited }: Scan): LinkMemory {
	const memory = memories.get(options) ?? new LinkMemory();
	memories.set(options, memory);
	for (const file of edited?.keys() ?? []) memory.forget(file, false);
	return memory;
}

/** What each text says alone, as long as the run lasts: a project is looked at again and again while few files change. */
const shares = new WeakMap<
	ProjectOptions,
	Map<string, { readonly text: string; readonly contribution: Contribution }>
>();

function shareOf(options: ProjectOptions, document: Document, grammars: Grammars): Contribution {
	const known = shares.get(options) ?? new Map();
	shares.set(options, known);
	const before = known.get(document.uri);
	if (before?.text === document.text) return before.contribution;
	const contribution = namingFile(document.uri, () => contribute(document, grammars));
	known.set(document.uri, { text: document.text, contribution });
	return contribution;
}

/**
 * @param file absolute path; its name decides the language
 * @param text as on disk. An editor takes the byte order mark away, and columns must be the same here: `markOf` keeps it
 */
function documentOf(file: string, text: string): Document {
	const language = languageOf(file, text)?.id ?? unknownLanguage;
	return { uri: pathToFileURL(file).href, language, text: text.slice(markOf(text).length) };
}

/** @returns the byte order mark that the text begins with, or nothing */
export function markOf(text: string): string {
	return text.startsWith("\uFEFF") ? "\uFEFF" : "";
}

/** Options are one object per settings, so that caches may go by identity. */
export function optionsPerFolder(
	grammars: Grammars,
	workspace: Workspace,
	catalogue: CatalogueIndex | undefined,
): (folder: FolderSettings) => AnalyzeOptions {
	const known = new Map<Settings, AnalyzeOptions>();
	return ({ settings }) => {
		const options = known.get(settings) ?? { grammars, workspace, severities: severitiesOf(settings), catalogue };
		known.set(settings, options);
		return options;
	};
}

/**
 * A key in an `.env` may go only when nothing else reads it, and whoever else reads it has no mention: so, once it is
 * known which keys are to go, their names are searched for in all other files.
 */
export function otherReaders(
	{ others }: Pick<Scan, "others">,
	workspace: Workspace,
	grammars: Grammars,
	overlay: ReadonlyMap<string, string>,
): readonly Contribution[] {
	if (workspace.keysInQuestion.size === 0) return [];
	const holding = wordsOfReaders(workspace.keysInQuestion).map((word) => Buffer.from(word));
	const reader = new FileReader();
	return others.filter(isProgram).flatMap((found) => {
		const look = lookAt(found, reader, overlay, { always: false, holding });
		if (look.kind !== "text" || isLeftOut(found)) return [];
		return [unmentioned(namingFile(found.path, () => contribute(documentOf(found.path, look.text), grammars)))];
	});
}

/** Nothing in the file is rewritten, so a key that it reads stays in use wherever the environment points its client. */
function unmentioned(contribution: Contribution): Contribution {
	return {
		...contribution,
		directKeys: [...contribution.directKeys, ...contribution.steered.map((one) => one.key)],
		steered: [],
	};
}

/** The keys' names, and the names of the clients that read them unasked (`new OpenAI()`). */
function wordsOfReaders(keys: ReadonlySet<string>): readonly string[] {
	const unasked = clients.filter(({ environment }) => environment?.key !== undefined && keys.has(environment.key));
	const callees = unasked.flatMap((client) => client.callees.map((callee) => callee.split(".").at(-1) ?? callee));
	return [...new Set([...keys, ...callees])];
}

function isProgram(found: FoundFile): boolean {
	return languageOf(found.path)?.reading.kind === "grammar";
}

function isWithin(roots: readonly string[]): (file: string) => boolean {
	const folders = roots.map((root) => (root.endsWith(path.sep) ? root : root + path.sep));
	return (file) => roots.includes(file) || folders.some((folder) => file.startsWith(folder));
}
