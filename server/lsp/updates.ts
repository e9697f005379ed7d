/** Changes from outside, one after the other: keystrokes, files on disk, settings. */
import { clearTimeout, setTimeout } from "node:timers";
import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Folders } from "./folders";
import { type GuardOptions, guardedEvent } from "./guard";
import { languageOfDocument } from "./languages";

/** Time without a keystroke after which a document's share of the workspace is read again. Milliseconds. */
const quietTime = 200;

export class Updates {
	#settled: Promise<void> = Promise.resolve();
	#timer: NodeJS.Timeout | undefined;
	readonly #touched = new Set<string>();

	constructor(
		readonly documents: TextDocuments<TextDocument>,
		readonly folders: Folders,
		readonly guard: GuardOptions,
		/** Called when what the files say together has changed, and with it perhaps every Analysis. */
		readonly onWorkspaceChange: () => void,
	) {}

	/** Resolves when everything that has happened until then is worked in. */
	async settled(): Promise<void> {
		this.#flush();
		for (let seen: Promise<void> | undefined; seen !== this.#settled; ) {
			seen = this.#settled;
			await seen;
		}
	}

	/** A document was opened, changed or closed. */
	touch(uri: string): void {
		this.#touched.add(uri);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#flush(), quietTime);
	}

	/** @param name for the log */
	queue(name: string, work: () => Promise<void>): Promise<void> {
		const both = async () => {
			await work();
			if (await this.folders.combine()) this.onWorkspaceChange();
		};
		this.#settled = this.#settled.then(() => guardedEvent(this.guard, name, both));
		return this.#settled;
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}

	#flush(): void {
		clearTimeout(this.#timer);
		if (this.#touched.size === 0) return;
		const touched = [...this.#touched];
		this.#touched.clear();
		void this.queue("reading open documents", async () => {
			for (const uri of touched) await this.#read(uri);
		});
	}

	async #read(uri: string): Promise<void> {
		const open = this.documents.get(uri);
		const language = open && languageOfDocument(uri, open.languageId, open.getText());
		if (open && language) await this.folders.open({ uri, language: language.id, text: open.getText() });
		else this.folders.close(uri);
	}
}
