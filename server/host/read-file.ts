/** Bytes from disk to text, for files that may be anything: huge, binary, in another encoding, unreadable. */
import * as fs from "node:fs";
import { hasMention, mentionOverlap } from "./mention";

/** What a file turned out to be. `mention` says whether one of the words of `mention.ts` stands in it. */
export type Look =
	/** Nothing for us; its text was not even decoded. */
	| { readonly kind: "quiet" }
	| { readonly kind: "text"; readonly text: string; readonly mention: boolean }
	/** It matters, or could not be looked at, and is left alone for `reason` (a phrase for a person). */
	| { readonly kind: "skipped"; readonly reason: string };

export interface LookOptions {
	/** Bytes. */
	readonly maxFileSize: number;
	/** Give the text, or the reason why there is none, even without a mention. */
	readonly always: boolean;
	/** Give the text also if one of these stands in it, mention or not. */
	readonly holding?: readonly Buffer[];
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const quiet: Look = { kind: "quiet" };

/** Reads many files through one buffer: that, and making no strings, is what keeps a scan of a large tree fast. */
export class FileReader {
	#buffer = Buffer.allocUnsafeSlow(64 * 1024);

	/** @param file path of a file that exists; one that vanished meanwhile is `quiet` */
	look(file: string, options: LookOptions): Look {
		let handle: number;
		try {
			handle = fs.openSync(file, "r");
		} catch (error) {
			return unreadable(error);
		}
		try {
			return this.#lookInto(handle, options);
		} catch (error) {
			return unreadable(error);
		} finally {
			fs.closeSync(handle);
		}
	}

	#lookInto(handle: number, options: LookOptions): Look {
		const length = this.#fill(handle, options.maxFileSize);
		if (length > options.maxFileSize) return this.#lookAtLarge(handle, length, options);
		const bytes = this.#buffer.subarray(0, length);
		if (isUtf16(bytes)) return this.#lookAtUtf16(bytes, options);
		const mention = hasMention(this.#buffer, length);
		const isWanted = mention || options.always || options.holding?.some((word) => bytes.includes(word));
		return isWanted ? decode(bytes, mention) : quiet;
	}

	/** Reads up to one byte more than `limit`, so that a file of exactly that size still counts as small enough. */
	#fill(handle: number, limit: number): number {
		let length = 0;
		for (;;) {
			if (length === this.#buffer.length) this.#grow(limit + 1);
			const room = Math.min(this.#buffer.length, limit + 1) - length;
			const read = room > 0 ? fs.readSync(handle, this.#buffer, length, room, null) : 0;
			length += read;
			// A short read is the end of a regular file; one more call per file would cost a scan a tenth of its time.
			if (read < room || room <= 0) return length;
			if (length > limit) return length;
		}
	}

	#grow(most: number): void {
		const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length + 1, Math.min(this.#buffer.length * 4, most)));
		this.#buffer.copy(larger);
		this.#buffer = larger;
	}

	/** A file above the limit is not analysed, but it is searched: nobody should have to guess whether it mattered. */
	#lookAtLarge(handle: number, firstLength: number, options: LookOptions): Look {
		const tooLarge: Look = { kind: "skipped", reason: `larger than ${formatBytes(options.maxFileSize)}` };
		if (options.always || hasMention(this.#buffer, firstLength)) return tooLarge;
		const chunk = Buffer.allocUnsafe(1 << 20);
		let kept = Math.min(mentionOverlap, firstLength);
		this.#buffer.copy(chunk, 0, firstLength - kept, firstLength);
		for (;;) {
			const read = fs.readSync(handle, chunk, kept, chunk.length - kept, null);
			if (read === 0) return quiet;
			const length = kept + read;
			if (hasMention(chunk, length)) return tooLarge;
			kept = Math.min(mentionOverlap, length);
			chunk.copyWithin(0, length - kept, length);
		}
	}

	#lookAtUtf16(bytes: Buffer, options: LookOptions): Look {
		const lowBytes = bytes[0] === 0xff ? 0 : 1;
		const narrow = Uint8Array.from({ length: bytes.length >> 1 }, (_, index) => bytes[index * 2 + lowBytes] ?? 0);
		if (!options.always && !hasMention(narrow)) return quiet;
		return { kind: "skipped", reason: "encoded in UTF-16, only UTF-8 is read" };
	}
}

/** Strict: a byte that is not UTF-8 would not survive being written back. The byte order mark stays in the text. */
function decode(bytes: Buffer, mention: boolean): Look {
	if (bytes.includes(0)) return { kind: "skipped", reason: "binary" };
	try {
		return { kind: "text", text: utf8.decode(bytes), mention };
	} catch {
		return { kind: "skipped", reason: "not valid UTF-8" };
	}
}

function isUtf16(bytes: Buffer): boolean {
	return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function unreadable(error: unknown): Look {
	const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
	return code === "ENOENT" ? quiet : { kind: "skipped", reason: `cannot be read (${code})` };
}

function formatBytes(bytes: number): string {
	const mebibyte = 1024 * 1024;
	if (bytes >= mebibyte) return `${+(bytes / mebibyte).toFixed(1)} MiB`;
	return bytes >= 1024 ? `${+(bytes / 1024).toFixed(1)} KiB` : `${bytes} bytes`;
}
