/**
 * The byte test that decides which files are parsed at all. It runs over every file of a folder, so it makes no
 * strings: a scanner finds the few places where a word's rare core stands, and only there the words are compared.
 */
import { blockLength, type Core, fold, newCoreScanner } from "./core-scanner";

/** ASCII, folded. The last one is a misspelling that real repositories carry. */
const words = ["helicone", "hconeai", "concentrate.ai", "sk-cn-", "helicon_api_key"].map((word) =>
	Uint8Array.from(Buffer.from(word), fold),
);

/** `cone`, `conc`, `con_` and `sk-c`: one of them stands in every word, and seldom anywhere else. */
const cores: readonly Core[] = [coreOf("c", "o", "n", "ec_"), coreOf("s", "k", "-", "c")];

/** Each word with the place of its core in it. */
const anchored = words.map((word) => ({ word, anchor: anchorIn(word) }));
const longestWord = Math.max(...words.map((word) => word.length));

/** Bytes that a chunk must repeat from the one before it, so that no word is cut in two. */
export const mentionOverlap = longestWord - 1;

/** By byte. */
const isFirstOfCore = Array.from({ length: 256 }, (_, byte) => cores.some(([first]) => first?.includes(fold(byte))));

const scanner = newCoreScanner(cores);

/**
 * @param bytes a file's content in UTF-8 or any other superset of ASCII
 * @param length how many of `bytes` count
 * @returns whether one of the words stands in it, in any letter case
 */
export function hasMention(bytes: Uint8Array, length: number = bytes.length): boolean {
	for (let start = 0; ; start += scanner.capacity - mentionOverlap) {
		const end = Math.min(length, start + scanner.capacity);
		scanner.memory.set(bytes.subarray(start, end));
		if (holdsWord(end - start)) return true;
		if (end === length) return false;
	}
}

/** @param length how many bytes of the scanner's memory count */
function holdsWord(length: number): boolean {
	for (let at = scanner.find(0, length); at >= 0; at = scanner.find(at + blockLength, length)) {
		for (let place = at; place < at + blockLength; place++) {
			if (!isFirstOfCore[scanner.memory[place] ?? 0]) continue;
			for (const { word, anchor } of anchored) if (standsAt(word, place - anchor, length)) return true;
		}
	}
	return false;
}

function standsAt(word: Uint8Array, start: number, length: number): boolean {
	if (start < 0 || start + word.length > length) return false;
	const { memory } = scanner;
	for (let index = 0; index < word.length; index++) {
		if (!isSame(memory[start + index] ?? 0, word[index] ?? 0)) return false;
	}
	return true;
}

/** Folding is exact for letters only: a carriage return would pass for `-`, and 0x0e for a full stop. */
function isSame(byte: number, folded: number): boolean {
	if (fold(byte) !== folded) return false;
	return byte === folded || isUpperCase(byte) || (byte === 0x5f && folded === fold(0x5f));
}

function isUpperCase(byte: number): boolean {
	return byte >= 0x41 && byte <= 0x5a;
}

function coreOf(...places: readonly string[]): Core {
	return places.map((letters) => [...Buffer.from(letters)].map(fold));
}

function anchorIn(word: Uint8Array): number {
	const isCore = (start: number) =>
		cores.some((core) => core.every((bytes, place) => bytes.includes(word[start + place] ?? -1)));
	return word.findIndex((_, start) => isCore(start));
}
