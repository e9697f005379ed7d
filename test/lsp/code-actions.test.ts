import assert from "node:assert/strict";
import { CodeActionResolveRequest } from "vscode-languageserver/node";
import { type FixAllResult, fixAllRequest } from "../../shared/protocol";
import { Editor } from "./editor";
import { cached, python, pythonMoved, twice } from "./samples";

const fixAll = ["source.fixAll.migrateHelicone"];

async function opened(text: string, name = "app.py"): Promise<Editor> {
	const editor = await Editor.start();
	await editor.open(name, text);
	return editor;
}

describe("code actions", () => {
	afterEach(Editor.stopAll);

	it("a safe fix is preferred, names its diagnostics and moves the whole client", async () => {
		const editor = await opened(python);
		const [fix] = await editor.actions("app.py", "oai.helicone.ai");
		assert.ok(fix);
		assert.equal(fix.kind, "quickfix");
		assert.equal(fix.isPreferred, true);
		assert.equal(fix.diagnostics?.[0]?.code, "helicone-base-url");
		await editor.apply(fix.edit);
		assert.equal(editor.document("app.py").getText(), pythonMoved);
		assert.deepEqual(await editor.findings("app.py"), []);
	});

	it("a suggested fix is not preferred and says so", async () => {
		const editor = await opened(cached);
		const [fix] = await editor.actions("app.py", "Helicone-Cache-Enabled");
		assert.ok(fix);
		assert.equal(fix.isPreferred, false);
		assert.match(fix.title, /suggested/);
	});

	it("edits are minimal and keep CRLF", async () => {
		const editor = await opened(python.replaceAll("\n", "\r\n"));
		const [fix] = await editor.actions("app.py", "oai.helicone.ai");
		await editor.apply(fix?.edit);
		assert.equal(editor.document("app.py").getText(), pythonMoved.replaceAll("\n", "\r\n"));
	});

	it("only the kinds that were asked for come back", async () => {
		const editor = await opened(python);
		const kinds = async (only?: string[]) =>
			[...new Set((await editor.actions("app.py", "oai.helicone.ai", only)).map((action) => action.kind))].sort();
		assert.deepEqual(await kinds(), ["quickfix"]);
		assert.deepEqual(await kinds(["quickfix"]), ["quickfix"]);
		assert.deepEqual(await kinds(["source"]), fixAll);
		assert.deepEqual(await kinds(["source.fixAll"]), fixAll);
		assert.deepEqual(await kinds(["source.organizeImports"]), []);
		assert.deepEqual(await kinds(["refactor"]), []);
	});

	it("where nothing is found nothing is offered", async () => {
		const editor = await opened(python);
		assert.deepEqual(await editor.actions("app.py", "import os"), []);
	});

	it("fix all takes the safe ones only, in one pass", async () => {
		const editor = await opened(`${cached}\n${twice}`);
		const [all] = await editor.actions("app.py", "import os", fixAll);
		await editor.apply(all?.edit);
		assert.match(editor.document("app.py").getText(), /Helicone-Cache-Enabled/);
		assert.deepEqual(await editor.actions("app.py", "import os", fixAll), []);
	});

	it("all of a rule in the file are fixed when the action is picked", async () => {
		const editor = await opened(twice);
		const actions = await editor.actions("app.py", "oai.helicone.ai");
		const all = actions.find(({ title }) => title === "Fix all helicone-base-url in this file");
		assert.ok(all && all.edit === undefined);
		const picked = await editor.connection.sendRequest(CodeActionResolveRequest.type, all);
		await editor.apply(picked.edit);
		assert.doesNotMatch(editor.document("app.py").getText(), /helicone\.ai/);
	});

	it("an action for an older text is refused", async () => {
		const editor = await opened(twice);
		const actions = await editor.actions("app.py", "oai.helicone.ai");
		const all = actions.find(({ title }) => title === "Fix all helicone-base-url in this file");
		assert.ok(all);
		await editor.type("app.py", "import os", "import os, sys");
		await assert.rejects(editor.connection.sendRequest(CodeActionResolveRequest.type, all), { code: -32801 });
	});

	for (const [name, text, mention] of [
		["app.py", python, "Helicone-Auth"],
		["app.ts", 'const url = "https://oai.helicone.ai/v1";\r\n', "oai.helicone.ai"],
		["run.sh", '#!/bin/sh\ncurl "https://oai.helicone.ai/v1/models"\n', "oai.helicone.ai"],
		[".env", "OPENAI_BASE_URL=https://oai.helicone.ai/v1\n", "oai.helicone.ai"],
	] as const) {
		for (const where of ["on this line", "in this file"]) {
			it(`${name}: a finding can be ignored ${where}`, async () => {
				const editor = await opened(text, name);
				const before = await editor.findings(name);
				const ignore = (await editor.actions(name, mention)).find(({ title }) => title.endsWith(where));
				assert.ok(ignore, "not offered");
				const rule = ignore.diagnostics?.[0]?.code;
				await editor.apply(ignore.edit);
				const left = before.filter((one) => !one.startsWith(`${rule}:`));
				assert.deepEqual(await editor.findings(name), left);
				assert.match(editor.document(name).getText(), /migrate-helicone-ignore/);
				assert.equal(/[^\r]\n/.test(editor.document(name).getText()), !text.includes("\r\n"));
			});
		}
	}

	it("the guide is one key away", async () => {
		const editor = await opened(python);
		const actions = await editor.actions("app.py", "oai.helicone.ai");
		assert.equal(actions.at(-1)?.command?.command, "migrateHelicone.openGuide");
	});

	it("the request behind the commands says what is done and what is left", async () => {
		const editor = await opened(cached);
		const ask = (applicability: string) =>
			editor.connection.sendRequest<FixAllResult>(fixAllRequest.method, { uri: editor.uri("app.py"), applicability });
		const safe = await ask("safe");
		assert.equal(safe.version, 1);
		assert.equal(safe.applied, 4);
		assert.equal(safe.left, 1);
		const all = await ask("suggested");
		assert.equal(all.left, 0);
		await editor.apply(all.edit as never);
		assert.equal(editor.document("app.py").getText(), pythonMoved);
		assert.equal((await ask("suggested")).edit, null);
	});
});
