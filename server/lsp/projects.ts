/** The workspace folders as the command line would read them, with unsaved texts in place of those on disk. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Grammars } from "../engine/outline/grammars";
import type { CatalogueStore } from "../host/connection/saved-catalogue";
import { type Planned, rememberProjects } from "../host/fix-rounds";
import { type ProjectOptions, projectOf, scanProject, withLinked } from "../host/project";
import type { Scan } from "../host/scan";
import { uriOf } from "./folder-index";
import type { Folders } from "./folders";
import { pathOf, type SettingsStore } from "./settings";

export interface OpenedProject extends Planned {
	/** Absolute: the workspace folder, or the folder of a file outside of all. */
	readonly directory: string;
	/** Absolute paths of what was asked for. */
	readonly roots: readonly string[];
	/** A file's name for people: from the workspace folder on, with forward slashes. */
	nameOf(file: string): string;
}

interface Surroundings {
	readonly settings: SettingsStore;
	readonly folders: Folders;
	readonly documents: TextDocuments<TextDocument>;
	readonly grammars: Promise<Grammars>;
	readonly scanWorker: string | undefined;
	readonly catalogue: CatalogueStore;
}

/** What is not on this machine's disk (untitled, virtual) is left out: it has no folder around it. */
export async function openProjects(
	surroundings: Surroundings,
	uris: readonly string[],
	signal: AbortSignal,
	instead: ReadonlyMap<string, string> = new Map(),
): Promise<readonly OpenedProject[]> {
	const { folders } = surroundings;
	const wanted = uris.length > 0 ? uris : [...folders.scopes];
	const byScope = new Map<string, string[]>();
	for (const uri of wanted) {
		const file = pathOf(uri);
		if (file === undefined || !fs.existsSync(file)) continue;
		const scope = folders.scopeOf(uri);
		byScope.set(scope, [...(byScope.get(scope) ?? []), file]);
	}
	const opened: OpenedProject[] = [];
	for (const [scope, roots] of byScope) {
		opened.push(await openProject(surroundings, scope, roots, signal, instead, byScope.size > 1));
	}
	return opened;
}

async function openProject(
	{ settings, folders, documents, grammars, scanWorker, catalogue }: Surroundings,
	scope: string,
	roots: readonly string[],
	signal: AbortSignal,
	instead: ReadonlyMap<string, string>,
	isOneOfMany: boolean,
): Promise<OpenedProject> {
	const directory = directoryOf(scope);
	const overlay = new Map([...unsaved(documents), ...instead]);
	const options: ProjectOptions = {
		roots,
		context: folders.scopes.has(scope) && !roots.includes(directory) ? [directory] : [],
		settings: (await settings.base(scope)).settings,
		directory,
		overlay,
		signal,
		worker: scanWorker,
		catalogue: catalogue.current,
		loadGrammars: () => grammars,
	};
	const scan = await withLinked(withoutInner(await scanProject(options), scope, folders), options);
	return {
		directory,
		roots,
		scan,
		project: rememberProjects((other) => projectOf(other, options)),
		nameOf: (file) => {
			const name = path.relative(directory, file).replaceAll(path.sep, "/");
			return isOneOfMany ? `${path.basename(directory)}/${name}` : name;
		},
	};
}

function directoryOf(scope: string): string {
	const at = pathOf(scope) ?? path.parse(process.cwd()).root;
	return fs.statSync(at, { throwIfNoEntry: false })?.isDirectory() ? at : path.dirname(at);
}

function unsaved(documents: TextDocuments<TextDocument>): readonly (readonly [string, string])[] {
	return documents.all().flatMap((document) => {
		const file = pathOf(document.uri);
		return file === undefined ? [] : [[file, document.getText()] as const];
	});
}

/** A workspace folder inside another one is a project of its own. */
function withoutInner(scan: Scan, scope: string, folders: Folders): Scan {
	return { ...scan, files: scan.files.filter(({ path: file }) => isOwn(file, scope, folders)) };
}

function isOwn(file: string, scope: string, folders: Folders): boolean {
	const uri = uriOf(file);
	const innermost = folders.scopeOf(uri);
	return innermost === scope || innermost === uri;
}
