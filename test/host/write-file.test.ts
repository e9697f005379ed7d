import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ChangedMeanwhile, replaceFile, temporaryEnding } from "../../server/host/write-file";
import { folderWith, removeFolders } from "../support/folder";

describe("writing a file", () => {
	afterEach(removeFolders);

	it("replaces the text, keeps the mode, leaves nothing behind", async () => {
		const folder = folderWith({ "a.sh": "\uFEFFold é\r\n" });
		const file = path.join(folder, "a.sh");
		chmodSync(file, 0o751);
		await replaceFile(file, "\uFEFFold é\r\n", "\uFEFFnew 🙂\r\n");
		assert.equal(readFileSync(file, "utf8"), "\uFEFFnew 🙂\r\n");
		assert.equal(statSync(file).mode & 0o777, 0o751);
		assert.deepEqual(readdirSync(folder), ["a.sh"]);
	});

	it("writes nothing when the file is no longer what was analysed", async () => {
		const folder = folderWith({ a: "someone else's" });
		await assert.rejects(replaceFile(path.join(folder, "a"), "mine", "new"), ChangedMeanwhile);
		assert.equal(readFileSync(path.join(folder, "a"), "utf8"), "someone else's");
		assert.deepEqual(readdirSync(folder), ["a"]);
	});

	it("writes through a symbolic link", async () => {
		const folder = folderWith({ "real/a": "old" });
		symlinkSync(path.join(folder, "real/a"), path.join(folder, "link"));
		await replaceFile(path.join(folder, "link"), "old", "new");
		assert.ok(lstatSync(path.join(folder, "link")).isSymbolicLink());
		assert.equal(readFileSync(path.join(folder, "real/a"), "utf8"), "new");
	});

	it("a killed process leaves the old text or the new one, never a part", async function () {
		this.timeout(60_000);
		const size = 4_000_000;
		const [old, fresh] = ["o".repeat(size), "n".repeat(size)];
		const folder = folderWith({ a: old });
		const file = path.join(folder, "a");
		const module = JSON.stringify(path.resolve(__dirname, "../../server/host/write-file.ts"));
		const script = `const { replaceFile } = require(${module}); const [a, b] = ["o", "n"].map((c) => c.repeat(${size}));
			(async () => { process.stdout.write("go"); for (;;) {
				await replaceFile(${JSON.stringify(file)}, a, b); await replaceFile(${JSON.stringify(file)}, b, a); } })();`;
		for (let round = 0; round < 6; round++) {
			writeFileSync(file, old);
			const child = spawn(process.execPath, ["--require", require.resolve("tsx/cjs"), "--eval", script]);
			await new Promise((resolve) => child.stdout.once("data", resolve));
			await new Promise((resolve) => setTimeout(resolve, 5 + round * 13));
			const ended = new Promise((resolve) => child.once("exit", resolve));
			child.kill("SIGKILL");
			await ended;
			const text = readFileSync(file, "utf8");
			assert.ok(text === old || text === fresh, `round ${round}: ${text.length} characters`);
			const others = readdirSync(folder).filter((name) => name !== "a");
			assert.ok(
				others.every((name) => name.endsWith(temporaryEnding)),
				others.join(),
			);
		}
	});
});
