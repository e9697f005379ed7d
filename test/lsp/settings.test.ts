import assert from "node:assert/strict";
import { FileChangeType } from "vscode-languageserver/node";
import { Editor } from "./editor";
import { python } from "./samples";

async function severities(editor: Editor): Promise<Record<string, number | undefined>> {
	const found = await editor.diagnostics("app.py");
	return Object.fromEntries(found.map(({ code, severity }) => [String(code), severity]));
}

describe("settings", () => {
	afterEach(Editor.stopAll);

	it("decide how loud a rule is, at once", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		assert.equal((await severities(editor))["helicone-request-header"], 2);
		await editor.configure({ rules: { "helicone-request-header": "hint", "helicone-base-url": "off" } });
		const found = await severities(editor);
		assert.equal(found["helicone-request-header"], 4);
		assert.equal(found["helicone-base-url"], undefined);
		assert.ok(editor.asked.includes("refresh"));
	});

	it("of the folder's file win, and count when it is written", async () => {
		const editor = await Editor.start({ settings: { rules: { "helicone-base-url": "hint" } } });
		await editor.open("app.py", python);
		assert.equal((await severities(editor))["helicone-base-url"], 4);
		editor.write(".migrate-helicone.json", '{ "rules": { "helicone-base-url": "error" } }');
		editor.expectWork();
		await editor.changedOnDisk({ ".migrate-helicone.json": FileChangeType.Created });
		await editor.ready();
		assert.equal((await severities(editor))["helicone-base-url"], 1);
	});

	it("that are wrong are said once in the log, and the others count", async () => {
		const rules = { "helicone-base-url": "loud", "helicone-api-key": "hint" };
		const editor = await Editor.start({ settings: { rules } });
		await editor.open("app.py", python);
		const found = await severities(editor);
		assert.equal(found["helicone-base-url"], 2);
		assert.equal(found["helicone-api-key"], 4);
		await editor.configure({ rules });
		assert.equal(editor.log.filter((line) => line.includes("rules.helicone-base-url")).length, 1);
	});

	it("leave files out", async () => {
		const editor = await Editor.start({ settings: { exclude: ["legacy"] } });
		await editor.open("legacy/app.py", python);
		assert.deepEqual(await editor.diagnostics("legacy/app.py"), []);
	});

	it("and nothing of a document's text reach the log", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python.replace("oai.helicone", "xyzzy.helicone"));
		await editor.diagnostics("app.py");
		assert.ok(editor.log.some((line) => line.includes("app.py") && line.includes("ms")));
		assert.doesNotMatch(editor.log.join("\n"), /xyzzy|OPENAI_API_KEY/);
	});
});
