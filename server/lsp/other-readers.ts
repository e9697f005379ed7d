/**
 * Files without a mention that read a key which is about to go (`openai = new OpenAI()`): they keep the key in `.env` alive.
 * There are many such files and few answers, so they are read in batches, and a batch is read again only when a file of
 * it changes or when other keys are asked for.
 */
import { setImmediate } from "node:timers/promises";
import type { Grammars } from "../engine/outline/grammars";
import type { Contribution, Workspace } from "../engine/workspace";
import type { FoundFile } from "../host/crawl";
import { otherReaders } from "../host/project";

interface Batch {
	readonly files: FoundFile[];
	/** Undefined when it must be read (again). */
	contributions: readonly Contribution[] | undefined;
}

/** Small enough to be read between two requests of the editor. */
const batchSize = 64;

export class OtherReaders {
	readonly #batches: Batch[] = [];
	readonly #batchOf = new Map<string, Batch>();
	#keys = "";

	add(files: readonly FoundFile[]): void {
		for (let at = 0; at < files.length; at += batchSize) {
			const batch: Batch = { files: files.slice(at, at + batchSize), contributions: undefined };
			this.#batches.push(batch);
			for (const file of batch.files) this.#batchOf.set(file.path, batch);
		}
	}

	/** The file changed on disk or in an editor. */
	refresh(path: string): void {
		const batch = this.#batchOf.get(path);
		if (batch) batch.contributions = undefined;
	}

	*all(): Generator<FoundFile> {
		for (const batch of this.#batches) yield* batch.files;
	}

	has(path: string): boolean {
		return this.#batchOf.has(path);
	}

	/** @param overlay texts of open documents by path */
	async contributions(
		mine: Workspace,
		grammars: Grammars,
		overlay: ReadonlyMap<string, string>,
	): Promise<readonly Contribution[]> {
		const keys = [...mine.keysInQuestion].sort().join();
		if (keys !== this.#keys) for (const batch of this.#batches) batch.contributions = undefined;
		this.#keys = keys;
		if (keys === "") return [];
		for (const batch of this.#batches) {
			if (batch.contributions) continue;
			batch.contributions = otherReaders({ others: batch.files }, mine, grammars, overlay);
			await setImmediate();
		}
		return this.#batches.flatMap((batch) => batch.contributions ?? []);
	}
}
