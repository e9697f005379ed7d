import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("rig", () => {
	it("runs in VS Code's extension host with the demo open", () => {
		assert.ok(vscode.version);
		assert.equal(vscode.workspace.workspaceFolders?.[0]?.name, "demo");
	});
});
