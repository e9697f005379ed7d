/**
 * Names across the files of a folder. Files without a mention are read only when they give a name that a client takes, or
 * when a name that means something of Helicone's stands in them; the latter are found by a search for bytes.
 */
import * as path from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Document } from "../engine/model";
import type { ImportedFrom } from "../engine/names/imports";
import { configNeedle } from "../engine/names/laravel-config";
import { type Linked, linkNames, type ModuleTarget } from "../engine/names/link";
import type { FileNames, Meaning } from "../engine/names/meaning";
import { moduleTargets, type Paths } from "../engine/names/modules";
import { calleeOf } from "../engine/names/parameters";
import type { Grammars } from "../engine/outline/grammars";
import { type Contribution, contribute } from "../engine/workspace";
import { type FoundFile, isLeftOut } from "./crawl";
import { languageOf } from "./language-of";
import { typeScriptNames } from "./load-typescript-names";
import { namingFile } from "./naming-file";
import { mostSayers, OpenFunctions } from "./open-functions";
import { FileReader } from "./read-file";
import { lookAt } from "./scan";
import type { TypeScriptNames } from "./typescript-names";

export interface LinkedFile {
	/** Absolute, as the operating system spells it. */
	readonly path: string;
	readonly document: Document;
	readonly contribution: Contribution;
}

export interface FolderFiles {
	/** Files with a mention, and environment files. */
	readonly files: readonly LinkedFile[];
	/** All other files. */
	readonly others: readonly FoundFile[];
	readonly overlay: ReadonlyMap<string, string>;
	readonly grammars: Grammars;
	/** Ends the search for files by throwing its reason. */
	readonly signal?: AbortSignal | undefined;
	/** Of a folder that is linked again and again. */
	readonly memory?: LinkMemory;
	/** How the caller spells a file's uri. */
	uriOf?(file: string): string;
}

export interface AddedFile {
	readonly found: FoundFile;
	readonly text: string;
	readonly document: Document;
}

export interface LinkedFolder extends Linked {
	/** Files without a mention that have a part in it. */
	readonly added: readonly AddedFile[];
}

/** A name that is found in new files may make more names known; no real program goes deeper. */
const mostRounds = 3;
/** Files looked at between two requests of the editor. */
const handful = 64;
const javascript = new Set(["typescript", "tsx", "javascript"]);

export async function linkFolder(folder: FolderFiles): Promise<LinkedFolder> {
	const linking = new Linking(folder);
	let linked = linking.link();
	for (let round = 0; round < mostRounds; round++) {
		if (!(await linking.addTakers(linked))) break;
		linked = linking.link();
	}
	linking.settle();
	return { ...linked, added: linking.added(linked) };
}

/** What stays true while few files change: where imports lead, which files hold which names, what files say. */
export class LinkMemory {
	readonly targets = new Map<string, readonly ModuleTarget[]>();
	readonly said = new Map<string, { readonly text: string; readonly byNames: Map<string, Contribution> }>();
	/** Paths of files that hold one of the names, by the names. */
	searches = new Map<string, Set<string>>();
	readonly #changed = new Set<string>();

	/** The file was written, made, removed or typed in. @param isMoved imports may lead elsewhere */
	forget(file: string, isMoved: boolean): void {
		this.#changed.add(file);
		if (isMoved) this.targets.clear();
	}

	/** @returns the files to look at for these names; all of them when nobody has asked before */
	candidates(names: string): ReadonlySet<string> | undefined {
		const known = this.searches.get(names);
		return known && new Set([...known, ...this.#changed]);
	}

	/** Searches that were not asked for this time may be out of date the next time. */
	settle(asked: ReadonlyMap<string, Set<string>>): void {
		this.searches = new Map(asked);
		this.#changed.clear();
	}
}

class Linking {
	readonly #documents = new Map<string, Document>();
	readonly #alone = new Map<string, Contribution>();
	readonly #extra = new Map<string, AddedFile>();
	readonly #others: Map<string, FoundFile>;
	readonly #reader = new FileReader();
	readonly #memory: LinkMemory;
	readonly #asked = new Map<string, Set<string>>();
	readonly #searched = new Set<string>();
	#paths: Paths | undefined;
	#open: OpenFunctions | undefined;
	#typescript: { readonly names: TypeScriptNames | undefined } | undefined;

	constructor(readonly folder: FolderFiles) {
		this.#memory = folder.memory ?? new LinkMemory();
		for (const { document, contribution } of folder.files) {
			this.#documents.set(document.uri, document);
			this.#alone.set(document.uri, contribution);
		}
		const known = new Set(folder.files.map((file) => file.path));
		const others = folder.others.filter((found) => !known.has(found.path));
		this.#others = new Map(others.map((found) => [found.path, found]));
	}

	link(): Linked {
		return linkNames({
			contributions: this.#alone,
			load: (uri) => this.#load(fileURLToPath(uri)),
			again: (uri, names) => this.#again(uri, names),
			isOpen: (uri, name) => this.#openFunctions().isOpen(fileURLToPath(uri), name),
			targets: (uri, imported) => this.#targetsOf(uri, imported),
		});
	}

	/** Reads files that hold a given name of Helicone's and the module's name. @returns whether there were any */
	async addTakers({ contributions, names }: Linked): Promise<boolean> {
		const wanted = new Map<string, Set<string>>();
		const parameters = new Set<string>();
		for (const [uri, { shared, language }] of contributions) {
			for (const { path: name, meaning } of shared.given) {
				if (("owner" in meaning ? meaning.owner : "helicone") !== "helicone") continue;
				const isTaken = (names[uri]?.given[name]?.takers ?? 0) > 0;
				// Keys are everywhere: only of those that would change it is asked who else reads them.
				if (meaning.kind === "key" && !isTaken) continue;
				const needle = needleOf(name, meaning);
				if (meaning.kind === "parameter") parameters.add(needle);
				const stem = javascript.has(language) || language === "python" ? stemOf(uri) : "";
				wanted.set(needle, (wanted.get(needle) ?? new Set()).add(stem));
			}
		}
		const fresh = [...wanted].filter(([name, stems]) => !this.#searched.has(`${name} ${[...stems]}`));
		for (const [name, stems] of fresh) this.#searched.add(`${name} ${[...stems]}`);
		if (fresh.length === 0) return false;
		const watched = fresh.flatMap(([name]) => (parameters.has(name) ? [name] : []));
		for (const { uri, text } of this.#documents.values()) this.#isOpened(fileURLToPath(uri), text, watched);
		const holding = fresh.map(([name]) => Buffer.from(name));
		const search = JSON.stringify(fresh.map(([name, stems]) => [name, ...stems]));
		const candidates = this.#memory.candidates(search) ?? this.#others.keys();
		const hits = new Set<string>();
		const counts = new Map<string, number>();
		let count = 0;
		for (const file of candidates) {
			if (++count % handful === 0) {
				await setImmediate();
				this.folder.signal?.throwIfAborted();
			}
			const found = this.#others.get(file);
			const isPage = languageOf(file)?.reading.kind !== "grammar";
			if (!found || (isPage && watched.length === 0)) continue;
			const look = lookAt(found, this.#reader, this.folder.overlay, { always: false, holding });
			if (look.kind !== "text" || isLeftOut(found)) continue;
			if (this.#isOpened(file, look.text, watched)) hits.add(file);
			if (isPage || !speaksOf(look.text, fresh)) continue;
			for (const name of watched)
				if (speaksOf(look.text, [[name, new Set()]])) counts.set(name, (counts.get(name) ?? 0) + 1);
			hits.add(file);
			if (!this.#extra.has(this.#uri(file))) this.#keep(found, look.text);
		}
		for (const [name, sayers] of counts) if (sayers > mostSayers) this.#openFunctions().add(name);
		this.#asked.set(search, hits);
		return hits.size > 0;
	}

	settle(): void {
		this.#memory.settle(this.#asked);
	}

	/** Of the files read on the way those that turned out to matter. */
	added({ names }: Linked): readonly AddedFile[] {
		return [...this.#extra].flatMap(([uri, file]) => (names[uri] ? [file] : []));
	}

	#isOpened(file: string, text: string, names: readonly string[]): boolean {
		return names.filter((name) => this.#openFunctions().look(file, text, name)).length > 0;
	}

	#openFunctions(): OpenFunctions {
		this.#open ??= new OpenFunctions({
			files: [...this.folder.files.map((one) => one.path), ...this.#others.keys()],
			offered: (root) => this.#compiler()?.offered(root) ?? [],
			textOf: (file) => this.#textOf(file),
		});
		return this.#open;
	}

	#textOf(file: string): string | undefined {
		const look = this.#reader.look(file, { maxFileSize: 1 << 20, always: true });
		return look.kind === "text" ? look.text : undefined;
	}

	#again(uri: string, names: FileNames): Contribution {
		const document = this.#documents.get(uri);
		if (!document) throw new Error(`no document ${uri}`);
		const key = JSON.stringify(names);
		const before = this.#memory.said.get(uri);
		const known =
			before?.text === document.text ? before : { text: document.text, byNames: new Map<string, Contribution>() };
		const contribution =
			known.byNames.get(key) ?? namingFile(uri, () => contribute(document, this.folder.grammars, names));
		known.byNames.set(key, contribution);
		this.#memory.said.set(uri, known);
		return contribution;
	}

	#load(file: string): Contribution | undefined {
		const found = this.#others.get(file);
		if (!found || isLeftOut(found)) return undefined;
		const look = lookAt(found, this.#reader, this.folder.overlay, { always: true });
		return look.kind === "text" ? this.#keep(found, look.text) : undefined;
	}

	#keep(found: FoundFile, text: string): Contribution | undefined {
		const language = languageOf(found.path, text)?.id;
		if (language === undefined) return undefined;
		const document: Document = { uri: this.#uri(found.path), language, text: text.replace(/^\uFEFF/, "") };
		const contribution = namingFile(found.path, () => contribute(document, this.folder.grammars));
		this.#documents.set(document.uri, document);
		this.#alone.set(document.uri, contribution);
		this.#extra.set(document.uri, { found, text, document });
		return contribution;
	}

	#targetsOf(uri: string, imported: ImportedFrom): readonly ModuleTarget[] {
		const language = this.#documents.get(uri)?.language ?? "";
		const key = `${uri}\n${imported.module}\n${imported.name}\n${imported.local}`;
		const known = this.#memory.targets.get(key);
		if (known) return known;
		const file = fileURLToPath(uri);
		const places = javascript.has(language)
			? this.#typeScriptPlaces(file, imported)
			: this.#otherPlaces(language, file, imported);
		const targets = places.map(({ path: target, name, local }) => {
			return { uri: this.#uri(target), name, ...(local === undefined ? {} : { local }) };
		});
		this.#memory.targets.set(key, targets);
		return targets;
	}

	#typeScriptPlaces(file: string, imported: ImportedFrom) {
		return this.#mayBeOurs(imported.module) ? (this.#compiler()?.targets(file, imported) ?? []) : [];
	}

	#compiler(): TypeScriptNames | undefined {
		this.#typescript ??= { names: typeScriptNames({ overlay: this.folder.overlay, packages: this.#packages() }) };
		return this.#typescript.names;
	}

	/** Not a package that everybody knows: its name must be a path, an alias, or a package of this repository. */
	#mayBeOurs(module: string): boolean {
		return !/^node:|^(openai|react|next|axios|express|zod|ai|@ai-sdk\/|@anthropic-ai\/|@langchain\/|@types\/)/.test(
			module,
		);
	}

	#otherPlaces(language: string, file: string, imported: ImportedFrom) {
		this.#paths ??= pathsOf([...this.folder.files.map((one) => one.path), ...this.#others.keys()]);
		return moduleTargets(language, slashed(file), imported, this.#paths).map((one) => ({
			...one,
			path: path.normalize(one.path),
		}));
	}

	/** By name, for every `package.json` of the folder. */
	#packages(): ReadonlyMap<string, string> {
		const files = [...this.folder.files.map((one) => one.path), ...this.#others.keys()];
		const packages = new Map<string, string>();
		for (const file of files.filter((one) => path.basename(one) === "package.json")) {
			const name = /"name"\s*:\s*"([^"]+)"/.exec(this.#textOf(file) ?? "")?.[1];
			if (name !== undefined) packages.set(name, path.dirname(file));
		}
		return packages;
	}

	#uri(file: string): string {
		return this.folder.uriOf?.(file) ?? pathToFileURL(file).href;
	}
}

/** The word by which other files say a name. */
function needleOf(name: string, { kind }: Meaning): string {
	if (kind === "parameter") return calleeOf(name);
	return configNeedle(name) ?? /\w+(?=\W*$)/.exec(name)?.[0] ?? name;
}

/** The word by which other files name a module: `config` of `lib/config.ts`, `llm` of `llm/index.ts`. */
function stemOf(uri: string): string {
	const [name = "", folder = ""] = uri.split("/").reverse();
	const stem = decodeURIComponent(name).replace(/\.\w+$/, "");
	return /^(index|__init__)$/.test(stem) ? decodeURIComponent(folder) : stem;
}

/** A barrel hands names on under its own name, so any import at all will do beside the name itself. */
function speaksOf(text: string, wanted: readonly (readonly [name: string, stems: ReadonlySet<string>])[]): boolean {
	return wanted.some(([name, stems]) => {
		if (!new RegExp(`(?<![\\w$])${name.replace(/\$/g, "\\$")}(?![\\w$])`).test(text)) return false;
		return stems.has("") || /\b(import|require|from)\b/.test(text);
	});
}

function pathsOf(files: readonly string[]): Paths {
	const all = new Set(files.map(slashed));
	const byName = new Map<string, string[]>();
	const byFolder = new Map<string, string[]>();
	for (const file of all) {
		const end = file.lastIndexOf("/");
		push(byName, file.slice(end), file);
		push(byFolder, file.slice(0, end), file);
	}
	return {
		has: (file) => all.has(file),
		endingWith: (ending) =>
			(byName.get(ending.slice(ending.lastIndexOf("/"))) ?? []).filter((file) => file.endsWith(ending)),
		within: (folder) => byFolder.get(folder) ?? [],
	};
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const all = map.get(key);
	if (all) all.push(value);
	else map.set(key, [value]);
}

function slashed(file: string): string {
	return path.sep === "/" ? file : file.replaceAll("\\", "/");
}
