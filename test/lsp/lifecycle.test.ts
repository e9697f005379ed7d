import assert from "node:assert/strict";
import { Editor } from "./editor";

describe("the server's life", () => {
	afterEach(Editor.stopAll);

	it("says what it can, and starts in an empty folder", async () => {
		const editor = await Editor.start();
		const { capabilities } = editor.initialized;
		assert.equal(capabilities.hoverProvider, true);
		assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
		assert.deepEqual(capabilities.codeActionProvider, {
			codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.migrateHelicone"],
			resolveProvider: true,
		});
		assert.equal((await editor.ready()).state, "ready");
		assert.deepEqual(editor.asked.filter((one) => one.startsWith("register")).sort(), [
			"register workspace/didChangeConfiguration",
			"register workspace/didChangeWatchedFiles",
		]);
	});

	it("serves a client that knows nothing beyond the basics", async () => {
		const editor = await Editor.start({ modern: false, files: { "a.py": "" } });
		await editor.open("a.py", "print('hello')\n");
		assert.deepEqual(await editor.diagnostics("a.py"), []);
	});
});
