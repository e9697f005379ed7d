import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, rangeOf, someFindings } from "./demo";

/** A request of the demo, migrated and then adopted, one step after the other as a person would. */
describe("Adopt the Responses API", () => {
	afterEach(closeAll);

	it("is offered for a request of a client on Concentrate, and rewrites all of it in one undo step", async () => {
		const document = await open("assistant/answer.py");
		await someFindings(document);
		assert.deepEqual(await refactorings(document), [], "the client still talks to Helicone");
		await vscode.commands.executeCommand("migrateHelicone.fixAllInFileSuggested");
		const migrated = document.getText();
		const [action, ...more] = await refactorings(document);
		assert.ok(action?.edit && more.length === 0);
		assert.equal(action.title, "Adopt the Responses API for this request");
		assert.ok(await vscode.workspace.applyEdit(action.edit));
		assert.match(document.getText(), /response = client\.responses\.create\(/);
		assert.match(document.getText(), /input=\[\n\s+\{"role": "system"/);
		assert.match(document.getText(), /extra_headers=\{\s*"X-Desk": "mail",?\s*\}/);
		assert.match(document.getText(), /return response\.output_text or ""/);
		assert.deepEqual(await refactorings(document), []);
		await vscode.commands.executeCommand("undo");
		assert.equal(document.getText(), migrated);
	});

	it("cannot be picked for a request that stays as it is", async () => {
		const document = await open("assistant/answer.py");
		await someFindings(document);
		await vscode.commands.executeCommand("migrateHelicone.fixAllInFileSuggested");
		assert.equal((await refactorings(document)).length, 1);
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, rangeOf(document, 'model="gpt-4o"').start, 'stop=["."], ');
		assert.ok(await vscode.workspace.applyEdit(edit));
		// VS Code keeps it in its menu, with the reason, and hands over here only what can be picked.
		assert.deepEqual(await refactorings(document), []);
	});
});

/** What VS Code offers at the model of the request. */
async function refactorings(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
	const command = "vscode.executeCodeActionProvider";
	const kind = vscode.CodeActionKind.RefactorRewrite.value;
	const range = rangeOf(document, "gpt-4o");
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind, 100);
	return actions.filter(({ title }) => title.startsWith("Adopt"));
}
