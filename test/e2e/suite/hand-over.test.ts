import assert from "node:assert/strict";
import * as vscode from "vscode";

/** What a person takes along: the two texts open as untitled documents, for them to read, save or send. */
describe("texts to take along", () => {
	afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

	const opened = async (command: string): Promise<vscode.TextDocument> => {
		await vscode.commands.executeCommand(command);
		const document = vscode.window.activeTextEditor?.document;
		assert.ok(document?.isUntitled, `${command} has opened nothing`);
		return document;
	};

	it("Create Verification Script opens one in the project's main language", async () => {
		const document = await opened("migrateHelicone.createVerificationScript");
		assert.ok(["python", "typescript", "javascript", "shellscript"].includes(document.languageId), document.languageId);
		assert.match(document.getText(), /Asks Concentrate for each model that the code uses/);
		assert.match(document.getText(), /CONCENTRATE_API_KEY/);
	});

	it("Report Migration Gaps opens a text for support", async () => {
		const document = await opened("migrateHelicone.reportMigrationGaps");
		assert.equal(document.languageId, "markdown");
		assert.match(
			document.getText(),
			/^# Migration gaps: from Helicone to Concentrate\n\nFor support@concentrate\.ai\./,
		);
		assert.match(document.getText(), /^- migrate-helicone \d+\.\d+\.\d+$/m);
	});
});
