import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import { rescanRequest } from "../../shared/protocol";
import { runIn } from "../cli/running";
import { Editor } from "../lsp/editor";
import { folderWith, removeFolders } from "../support/folder";
import { type FolderCase, readFolderCases } from "./folders";

/** Names across files: whole folders before and after, by the command line, and law 5 with the editor. */
describe("names across files", function () {
	this.timeout(60_000);
	afterEach(async () => {
		removeFolders();
		await Editor.stopAll();
	});

	for (const one of readFolderCases())
		describe(`${one.title} (${one.where})`, () => {
			it("after the safe fixes", () => fixes(one, one.fixed));
			it("after the suggested fixes", () => fixes(one, one.suggested, "--suggested"));
			it("the editor finds the same", () => sameAnswer(one));
		});
});

/** Also: a second run has nothing left to do. */
async function fixes(one: FolderCase, expected: Readonly<Record<string, string>>, ...options: string[]): Promise<void> {
	const folder = folderWith({ ...one.files });
	await runIn(folder, "fix", "--allow-dirty", ...options);
	const texts = () =>
		Object.keys(one.files).map((name) => `=== ${name}\n${readFileSync(path.join(folder, name), "utf8")}`);
	const once = texts().join("\n");
	const wanted = Object.keys(one.files).map((name) => `=== ${name}\n${expected[name]}`);
	assert.equal(once, wanted.join("\n"));
	await runIn(folder, "fix", "--allow-dirty", ...options);
	assert.equal(texts().join("\n"), once, "fixing twice differs from fixing once");
}

async function sameAnswer(one: FolderCase): Promise<void> {
	const editor = await Editor.start({ files: one.files });
	await editor.connection.sendRequest(rescanRequest.method, null);
	await editor.ready();
	const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
	const root = decodeURIComponent(editor.uri("")).replace(/\/$/, "");
	const fromEditor = items.flatMap((report) => {
		const file = decodeURIComponent(report.uri).slice(root.length + 1);
		return report.kind === "full"
			? report.items.map(
					({ range, code, message }) => `${file}:${range.start.line}:${range.start.character} ${code} ${message}`,
				)
			: [];
	});
	const { out } = await runIn(editor.root, "check", "--format", "json");
	const {
		findings,
	}: {
		findings: { path: string; rule: string; message: string; range: { start: { line: number; character: number } } }[];
	} = JSON.parse(out);
	const fromCommandLine = findings.map(
		({ path: file, rule, message, range: { start } }) => `${file}:${start.line}:${start.character} ${rule} ${message}`,
	);
	assert.deepEqual(fromEditor.sort(), fromCommandLine.sort());
}
