/** Looks at many files with two threads: on a cold disk they wait half as long, on a warm one they share the work. */
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { FoundFile } from "./crawl";
import { FileReader, type Look } from "./read-file";
import { lookAtOne, type Noticed, type Share, takeHandfuls } from "./scan-share";

/** Milliseconds of scanning after which other work, such as an editor's request, gets its turn. */
export const timeSlice = 20;

/** With fewer files the second thread would start when the first is done. */
const worthAThread = 2000;

/**
 * @param worker file of `scan-worker.js`; one thread without it, or when it cannot be started
 * @returns a Look for each file, in the same order
 * @throws the signal's reason when it is aborted
 */
export async function lookAtAll(
	files: readonly FoundFile[],
	worker: string | undefined,
	signal: AbortSignal | undefined,
): Promise<readonly Look[]> {
	const share = shareOf(files);
	const looks = new Array<Look>(files.length).fill({ kind: "quiet" });
	const helper = worker !== undefined && files.length >= worthAThread ? startHelper(worker, share) : undefined;
	try {
		const mine = await lookAtMine(share, looks, signal);
		const theirs = await helper?.noticed;
		for (const [index, look] of theirs ?? []) looks[index] = look;
		if (helper && !theirs) await lookAtRest(share, mine, looks, signal);
		return looks;
	} finally {
		void helper?.stop();
	}
}

function shareOf(files: readonly FoundFile[]): Share {
	return {
		paths: files.map((file) => file.path),
		maxFileSizes: Float64Array.from(files, (file) => file.folder.settings.maxFileSize),
		always: Uint8Array.from(files, (file) => (file.named ? 1 : 0)),
		next: new Int32Array(new SharedArrayBuffer(4)),
	};
}

/** @returns for each file, 1 if this thread has looked at it */
async function lookAtMine(share: Share, looks: Look[], signal: AbortSignal | undefined): Promise<Uint8Array> {
	const reader = new FileReader();
	const mine = new Uint8Array(share.paths.length);
	let sliceEnd = performance.now() + timeSlice;
	for (const [start, end] of takeHandfuls(share)) {
		for (let index = start; index < end; index++) looks[index] = lookAtOne(share, index, reader);
		mine.fill(1, start, end);
		if (performance.now() < sliceEnd) continue;
		await setImmediate();
		signal?.throwIfAborted();
		sliceEnd = performance.now() + timeSlice;
	}
	return mine;
}

/** The helper died: what it had taken is looked at here. */
async function lookAtRest(
	share: Share,
	mine: Uint8Array,
	looks: Look[],
	signal: AbortSignal | undefined,
): Promise<void> {
	const reader = new FileReader();
	for (let index = 0; index < mine.length; index++) {
		if (mine[index] === 0) looks[index] = lookAtOne(share, index, reader);
		if (index % 64 === 0) await setImmediate();
		signal?.throwIfAborted();
	}
}

interface Helper {
	/** Undefined when the thread failed. */
	readonly noticed: Promise<readonly Noticed[] | undefined>;
	stop(): Promise<number>;
}

function startHelper(file: string, share: Share): Helper {
	const thread = new Worker(file, { workerData: share });
	const noticed = new Promise<readonly Noticed[] | undefined>((resolve) => {
		thread.once("message", resolve);
		thread.once("error", () => resolve(undefined));
		thread.once("exit", () => resolve(undefined));
	});
	return { noticed, stop: () => thread.terminate() };
}
