/** What one workspace folder holds on disk: the files that matter, and what each says about the others. */
import * as path from "node:path";
import { URI } from "vscode-uri";
import type { Document } from "../engine/model";
import type { Grammars } from "../engine/outline/grammars";
import { type Contribution, contribute } from "../engine/workspace";
import type { ConfigProblem, FolderSettings } from "../host/config";
import { type FoundFile, isLeftOut } from "../host/crawl";
import { rulesAbove } from "../host/ignore-files";
import { languageOf } from "../host/language-of";
import { isEnvironmentFile, isLeftOutFile, isLeftOutFolder } from "../host/left-out";
import { FileReader } from "../host/read-file";
import { scan } from "../host/scan";
import { OtherReaders } from "./other-readers";

export interface IndexedFile {
	readonly document: Document;
	readonly settings: FolderSettings;
	readonly contribution: Contribution;
}

export class FolderIndex {
	/** By the uri as this class spells it: `uriOf`. */
	readonly files = new Map<string, IndexedFile>();
	/** Reason by path, for files that matter and were not read. */
	readonly skipped = new Map<string, string>();
	readonly others = new OtherReaders();
	readonly #reader = new FileReader();

	constructor(
		readonly root: string,
		readonly base: FolderSettings,
		readonly grammars: Grammars,
	) {}

	/**
	 * Reads the folder.
	 * @returns what is wrong with its config files
	 * @throws the signal's reason when it is aborted, or that the folder does not exist
	 */
	async scan(signal: AbortSignal): Promise<readonly ConfigProblem[]> {
		const found = await scan({ roots: [this.root], base: this.base, overlay: new Map(), signal });
		for (const { path: file, reason } of found.skipped) this.skipped.set(file, reason);
		for (const { path: file, text, folder } of found.files) this.#keep(file, text, folder);
		this.others.add(found.others);
		return found.problems;
	}

	/**
	 * A file was written, made or removed.
	 * @param settings of the file's folder
	 */
	refresh(file: string, settings: FolderSettings): void {
		this.files.delete(uriOf(file));
		this.skipped.delete(file);
		this.others.refresh(file);
		if (this.#isOutOfSight(file)) return;
		const { maxFileSize } = settings.settings;
		const look = this.#reader.look(file, { maxFileSize, always: isEnvironmentFile(path.basename(file)) });
		if (look.kind === "quiet" && this.others.has(file)) return;
		const found: FoundFile = { path: file, folder: settings, named: false, rules: rulesAbove(path.dirname(file)) };
		if (look.kind === "quiet") this.others.add([found]);
		else if (isLeftOut(found)) return;
		else if (look.kind === "skipped") this.skipped.set(file, look.reason);
		else this.#keep(file, look.text, settings);
	}

	/** A folder, or a file, is gone. */
	remove(removed: string): void {
		const gone = uriOf(removed);
		for (const uri of [...this.files.keys()]) {
			if (uri === gone || uri.startsWith(`${gone}/`)) this.files.delete(uri);
		}
	}

	#keep(file: string, text: string, settings: FolderSettings): void {
		const language = languageOf(file, text);
		if (language === undefined) return;
		const uri = uriOf(file);
		// VS Code takes the byte order mark away, and offsets are counted without it.
		const document: Document = { uri, language: language.id, text: text.replace(/^\uFEFF/, "") };
		this.files.set(uri, { document, settings, contribution: contribute(document, this.grammars) });
	}

	#isOutOfSight(file: string): boolean {
		const folders = path.relative(this.root, path.dirname(file)).split(path.sep);
		return isLeftOutFile(path.basename(file)) || folders.some(isLeftOutFolder);
	}
}

/** The uri as VS Code spells it. */
export function uriOf(file: string): string {
	return URI.file(file).toString();
}
