import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { gitState } from "../../server/host/git-state";
import { addFiles, folderWith, removeFolders } from "../support/folder";

function git(folder: string, ...words: string[]): void {
	const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
	execFileSync("git", ["-C", folder, ...identity, ...words], { stdio: "pipe" });
}

describe("git state", () => {
	afterEach(removeFolders);

	it("tells committed, changed, new and ignored files apart", async () => {
		const folder = folderWith({ "clean é.ts": "", "src/changed.ts": "", ".gitignore": ".env\n" });
		git(folder, "init", "-q");
		git(folder, "add", ".");
		git(folder, "commit", "-qm", "x");
		addFiles(folder, { "src/changed.ts": "1", "src/new [1].ts": "", ".env": "" });
		const files = ["clean é.ts", "src/changed.ts", "src/new [1].ts", ".env"].map((name) => path.join(folder, name));
		const { dirty, ignored, unknown } = await gitState(files);
		assert.deepEqual(dirty, [files[1], files[2]]);
		assert.deepEqual(ignored, [files[3]]);
		assert.deepEqual(unknown, []);
	});

	it("knows nothing outside of a repository", async () => {
		const file = path.join(folderWith({ a: "" }), "a");
		assert.deepEqual(await gitState([file]), { dirty: [], ignored: [], outside: [file], unknown: [] });
	});
});
