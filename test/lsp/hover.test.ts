import assert from "node:assert/strict";
import { MarkupContent } from "vscode-languageserver/node";
import { Editor } from "./editor";
import { python } from "./samples";

describe("hover", () => {
	afterEach(Editor.stopAll);

	it("says what becomes of a header, with links to the rule and to the guide", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		const hover = await editor.hover("app.py", "Helicone-Auth");
		assert.ok(hover && MarkupContent.is(hover.contents) && hover.range);
		assert.equal(editor.document("app.py").getText(hover.range), "Helicone-Auth");
		assert.match(hover.contents.value, /Helicone-Auth/);
		assert.match(hover.contents.value, /\(https:\/\/concentrate\.ai\/docs\//);
		assert.match(hover.contents.value, /\(https:\/\/.+\/helicone-request-header\.md\)/);
	});

	it("is silent elsewhere", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		assert.equal(await editor.hover("app.py", "import os"), null);
	});
});
