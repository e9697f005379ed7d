import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actionsAt, closeAll, findingsThat, open, rangeOf, ruleOf, someFindings } from "./demo";

const fixAll = "source.fixAll.migrateHelicone";

describe("fixes", () => {
	afterEach(closeAll);

	it("a quick fix moves the client to Concentrate", async () => {
		const document = await open("assistant/answer.py");
		await someFindings(document);
		const actions = await actionsAt(document, rangeOf(document, "https://oai.helicone.ai/v1"), "quickfix");
		const fix = actions.find((action) => action.isPreferred && action.edit);
		assert.ok(fix?.edit, `no preferred fix among: ${actions.map(({ title }) => title).join("; ")}`);
		assert.ok(await vscode.workspace.applyEdit(fix.edit));
		assert.match(document.getText(), /base_url="https:\/\/api\.concentrate\.ai\/v1"/);
		await findingsThat(document, "no base URL finding", (found) =>
			found.every((one) => ruleOf(one) !== "helicone-base-url"),
		);
	});

	it("the command fixes all that is safe, in one undo step, and once is enough", async () => {
		const document = await open("assistant/answer.py");
		const original = document.getText();
		await someFindings(document);
		await vscode.commands.executeCommand("migrateHelicone.fixAllInFile");
		const fixed = document.getText();
		assert.match(fixed, /base_url="https:\/\/api\.concentrate\.ai\/v1"/);
		assert.match(fixed, /os\.environ\["CONCENTRATE_API_KEY"\]/);
		assert.doesNotMatch(fixed, /Helicone-(Auth|User-Id|Property|Session)/);
		await vscode.commands.executeCommand("migrateHelicone.fixAllInFile");
		assert.equal(document.getText(), fixed);
		await vscode.commands.executeCommand("undo");
		assert.equal(document.getText(), original);
	});

	it(`${fixAll} does the same and takes the header with its client`, async () => {
		const document = await open("web/greeting.tsx");
		await someFindings(document);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const actions = await actionsAt(document, whole, fixAll);
		assert.deepEqual(
			actions.map(({ kind }) => kind?.value),
			[fixAll],
		);
		const [action] = actions;
		assert.ok(action?.edit);
		assert.ok(await vscode.workspace.applyEdit(action.edit));
		assert.doesNotMatch(document.getText(), /helicone/i);
		await findingsThat(document, "no finding", (found) => found.length === 0);
	});

	it("nothing is offered where nothing of Helicone stands", async () => {
		const document = await open("assistant/answer.py");
		await someFindings(document);
		assert.deepEqual(await actionsAt(document, rangeOf(document, "You answer politely"), "quickfix"), []);
	});

	it("saving runs it when the person's settings say so", async () => {
		const document = await open("web/greeting.tsx");
		await someFindings(document);
		const original = document.getText();
		const settings = vscode.workspace.getConfiguration("editor", document.uri);
		await settings.update("codeActionsOnSave", { [fixAll]: "explicit" }, vscode.ConfigurationTarget.Global);
		try {
			await replaceAll(document, `${original}\n`);
			await document.save();
			assert.match(document.getText(), /baseURL: "https:\/\/api\.concentrate\.ai\/v1"/);
			assert.doesNotMatch(document.getText(), /Helicone/);
			assert.equal(document.isDirty, false);
		} finally {
			await settings.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Global);
			await replaceAll(document, original);
			await document.save();
		}
	});
});

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	assert.ok(await vscode.workspace.applyEdit(edit));
}
