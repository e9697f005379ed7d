/** The part of a scan that two threads share: looking at many files, whoever is free taking the next few. */
import { FileReader, type Look } from "./read-file";

/** All that the other thread must know; it can be sent there. */
export interface Share {
	readonly paths: readonly string[];
	/** Limit in bytes of each file. */
	readonly maxFileSizes: Float64Array;
	/** 1 for files whose text is wanted without a mention too. */
	readonly always: Uint8Array;
	/** One shared counter: index of the first file that nobody has taken yet. */
	readonly next: Int32Array;
}

/** Anything but `quiet`, with the file's index. */
export type Noticed = readonly [index: number, look: Look];

/** Files that are taken at once: enough to make the counter cheap, few enough to end together. */
const handful = 32;

/** @returns ranges of indexes, half-open, until no file is left */
export function* takeHandfuls({ paths, next }: Share): Generator<readonly [start: number, end: number]> {
	for (;;) {
		const start = Atomics.add(next, 0, handful);
		if (start >= paths.length) return;
		yield [start, Math.min(start + handful, paths.length)];
	}
}

/** Looks at files until none is left. */
export function lookAtShare(share: Share): readonly Noticed[] {
	const reader = new FileReader();
	const noticed: Noticed[] = [];
	for (const [start, end] of takeHandfuls(share)) {
		for (let index = start; index < end; index++) {
			const look = lookAtOne(share, index, reader);
			if (look.kind !== "quiet") noticed.push([index, look]);
		}
	}
	return noticed;
}

export function lookAtOne({ paths, maxFileSizes, always }: Share, index: number, reader: FileReader): Look {
	return reader.look(paths[index] ?? "", {
		maxFileSize: maxFileSizes[index] ?? 0,
		always: always[index] === 1,
	});
}
