/**
 * The byte test that decides which files are parsed at all. It runs over every file of a folder, so it makes no
 * strings: a search for all words at once (Wu and Manber's), which looks at two bytes and then leaps up to five.
 */

/** Lower-case ASCII. `helicon_api_key` is a misspelling that real repositories carry. */
const words = ["helicone", "hconeai", "concentrate.ai", "sk-cn-", "helicon_api_key"].map((word) => Buffer.from(word));

/** The search window: no longer than the shortest word. */
const windowLength = Math.min(...words.map((word) => word.length));
const longestWord = Math.max(...words.map((word) => word.length));

/** Bytes that a chunk must repeat from the one before it, so that no word is cut in two. */
export const mentionOverlap = longestWord - 1;

const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));
const leaps = leapTable();

/**
 * @param bytes a file's content in UTF-8 or any other superset of ASCII
 * @param length how many of `bytes` count
 * @returns whether one of the words stands in it, in any letter case
 */
export function hasMention(bytes: Uint8Array, length: number = bytes.length): boolean {
	let at = windowLength - 2;
	const end = length - 1;
	while (at < end) {
		const leap = leaps[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] as number;
		if (leap > 0) at += leap;
		else if (wordStartsAt(bytes, length, at - windowLength + 2)) return true;
		else at++;
	}
	return false;
}

function wordStartsAt(bytes: Uint8Array, length: number, start: number): boolean {
	const first = lowerCase[bytes[start] as number];
	for (const word of words) {
		if (word[0] !== first || start + word.length > length) continue;
		let matched = 1;
		while (matched < word.length && lowerCase[bytes[start + matched] as number] === word[matched]) matched++;
		if (matched === word.length) return true;
	}
	return false;
}

/** For every pair of bytes: how far the window may move when it ends in that pair. 0 asks for a closer look. */
function leapTable(): Uint8Array {
	const table = new Uint8Array(65536).fill(windowLength - 1);
	for (const word of words) {
		for (let at = 0; at + 2 <= windowLength; at++) {
			for (const first of letterCases(word[at])) {
				for (const second of letterCases(word[at + 1])) {
					const pair = (first << 8) | second;
					table[pair] = Math.min(table[pair] as number, windowLength - 2 - at);
				}
			}
		}
	}
	return table;
}

function letterCases(byte: number | undefined): readonly number[] {
	if (byte === undefined) return [];
	return byte >= 0x61 && byte <= 0x7a ? [byte, byte - 0x20] : [byte];
}
