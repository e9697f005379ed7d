import assert from "node:assert/strict";
import path from "node:path";
import { FileReader } from "../../server/host/read-file";
import { folderWith, removeFolders } from "../support/folder";

const maxFileSize = 200_000;

function look(content: string | Uint8Array, always = false, limit = maxFileSize) {
	const folder = folderWith({ file: content });
	return new FileReader().look(path.join(folder, "file"), { maxFileSize: limit, always });
}

function utf16(text: string, bigEndian: boolean): Buffer {
	const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
	return bigEndian ? bytes.swap16() : bytes;
}

describe("reading a file", () => {
	afterEach(removeFolders);

	it("gives the text of a file with a mention, as it stands", () => {
		const text = "\uFEFFa = 'Hélicone → helicone 🙂'\r\nb\n";
		assert.deepEqual(look(text), { kind: "text", text, mention: true });
	});

	it("says nothing of a file without a mention, unless it must", () => {
		assert.deepEqual(look("nothing here"), { kind: "quiet" });
		assert.deepEqual(look("nothing here", true), { kind: "text", text: "nothing here", mention: false });
		assert.deepEqual(look("", true), { kind: "text", text: "", mention: false });
	});

	it("skips what is not UTF-8, as writing it back would damage it", () => {
		const latin1 = Buffer.concat([Buffer.from("helicone "), Buffer.from([0xe9, 0x20])]);
		assert.deepEqual(look(latin1), { kind: "skipped", reason: "not valid UTF-8" });
	});

	it("skips a binary file and UTF-16, but only if they mention something", () => {
		assert.deepEqual(look("helicone\0"), { kind: "skipped", reason: "binary" });
		assert.deepEqual(look("other\0"), { kind: "quiet" });
		for (const bigEndian of [false, true]) {
			const reason = "encoded in UTF-16, only UTF-8 is read";
			assert.deepEqual(look(utf16("x = helicone", bigEndian)), { kind: "skipped", reason });
			assert.deepEqual(look(utf16("x = other", bigEndian)), { kind: "quiet" });
		}
	});

	it("reads a file of exactly the limit, and searches a larger one to the end", () => {
		const exact = `helicone${"x".repeat(maxFileSize - 8)}`;
		assert.equal(look(exact).kind, "text");
		const reason = "larger than 195.3 KiB";
		assert.deepEqual(look(`${exact}x`), { kind: "skipped", reason });
		assert.deepEqual(look("x".repeat(3_000_000)), { kind: "quiet" });
		assert.deepEqual(look("x".repeat(3_000_000), true), { kind: "skipped", reason });
		// The word lies across the border of what is read at once, wherever that is.
		for (const before of [maxFileSize - 4, maxFileSize + 1, 1_248_570, 1_248_576, 2_297_000]) {
			assert.deepEqual(look(`${"x".repeat(before)}helicone${"x".repeat(2_000_000)}`), { kind: "skipped", reason });
		}
	});

	it("uses one buffer for many files", () => {
		const folder = folderWith({ long: `helicone ${"y".repeat(150_000)}`, short: "other", again: "helicone" });
		const reader = new FileReader();
		const kinds = ["long", "short", "again"].map(
			(name) => reader.look(path.join(folder, name), { maxFileSize, always: false }).kind,
		);
		assert.deepEqual(kinds, ["text", "quiet", "text"]);
	});

	it("takes a file that vanished for one without a mention, and says why another cannot be read", () => {
		const folder = folderWith({});
		const reader = new FileReader();
		assert.deepEqual(reader.look(path.join(folder, "gone"), { maxFileSize, always: false }), { kind: "quiet" });
		const answer = reader.look(folder, { maxFileSize, always: false });
		assert.deepEqual(answer, { kind: "skipped", reason: "cannot be read (EISDIR)" });
	});
});
