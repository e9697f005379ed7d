import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { until } from "../../vscode/waiting";
import { closeAll, findings, open, someFindings } from "./demo";

const id = "helicone-to-concentrate.migrate-helicone";

describe("activation", () => {
	afterEach(closeAll);

	it("a Python file wakes the extension", async () => {
		const extension = vscode.extensions.getExtension(id);
		assert.ok(extension, `${id} is not installed`);
		await open("assistant/answer.py");
		await until("the extension is active", () => extension.isActive);
		// `isActive` is true after a failed activation, too: only this promise tells.
		await extension.activate();
	});

	it("it is the extension that was meant", () => {
		const folder = vscode.extensions.getExtension(id)?.extensionPath ?? "";
		const packaged = process.env.PACKAGED === "true";
		assert.equal(existsSync(path.join(folder, "server/lsp")), !packaged, folder);
		assert.equal(existsSync(path.join(folder, "node_modules")), !packaged, folder);
	});

	it("every command of the manifest is there", async () => {
		const manifest = vscode.extensions.getExtension(id)?.packageJSON as {
			contributes: { commands: { command: string }[] };
		};
		const known = new Set(await vscode.commands.getCommands(true));
		const missing = manifest.contributes.commands.filter(({ command }) => !known.has(command));
		assert.deepEqual(missing, []);
	});

	it("a restart brings the findings back", async () => {
		const document = await open("assistant/answer.py");
		const before = await someFindings(document);
		await vscode.commands.executeCommand("migrateHelicone.restart");
		await until("as many findings as before", () => findings(document).length === before.length);
	});
});
