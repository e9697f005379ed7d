import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import { rescanRequest } from "../../shared/protocol";
import { runIn } from "../cli/running";
import { readFixtures } from "../support/fixture";
import { Editor } from "./editor";

const test = path.resolve(__dirname, "..");

/** Law 5: the editor and the command line give the same findings for the same folder. */
describe("the same answer", function () {
	// Every fixture of every language, by two processes.
	this.timeout(600_000);
	afterEach(Editor.stopAll);

	it("for every folder of test/workspaces", async () => {
		for (const name of foldersIn(path.join(test, "workspaces"))) {
			const editor = await Editor.start();
			const folder = path.join(test, "workspaces", name);
			const before = path.join(folder, "before");
			cpSync(existsSync(before) ? before : folder, editor.root, { recursive: true });
			await compare(editor);
			await editor.stop();
		}
	});

	it("for a folder that holds every fixture", async () => {
		await compare(await Editor.start({ files: fixtureFiles() }));
	});
});

/** Each fixture in a folder of its own: what they say of keys and addresses adds up, for both faces alike. */
function fixtureFiles(): Record<string, string> {
	const kinds = ["rules", "languages"] as const;
	const cases = kinds.flatMap((kind) => readFixtures(path.join(test, kind), kind).flatMap((file) => file.cases));
	return Object.fromEntries(cases.map((one, index) => [`case-${index}/${path.basename(one.uri)}`, one.text]));
}

async function compare(editor: Editor): Promise<void> {
	await editor.connection.sendRequest(rescanRequest.method, null);
	await editor.ready();
	const fromEditor = await editorFindings(editor);
	const { out } = await runIn(editor.root, "check", "--format", "json");
	assert.ok(fromEditor.length > 0);
	assert.deepEqual(fromEditor, cliFindings(out));
}

async function editorFindings(editor: Editor): Promise<string[]> {
	const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
	return items
		.flatMap((report) => {
			const file = decodeURIComponent(report.uri)
				.slice(decodeURIComponent(editor.uri("")).length)
				.replace(/^\//, "");
			return report.kind === "full" ? report.items.map((item) => line(file, item)) : [];
		})
		.sort();
}

function line(file: string, { range, code, message, severity }: Diagnostic): string {
	const place = `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
	const words = ["", "error", "warning", "information", "hint"];
	return `${file} ${place} ${words[severity ?? 0]} ${code} ${message}`;
}

interface CliFinding {
	readonly path: string;
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	readonly range: Diagnostic["range"];
}

function cliFindings(out: string): string[] {
	const { findings } = JSON.parse(out) as { findings: readonly CliFinding[] };
	return findings
		.map(({ path: file, rule, severity, message, range: { start, end } }) => {
			return `${file} ${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule} ${message}`;
		})
		.sort();
}

function foldersIn(folder: string): string[] {
	return readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isDirectory());
}
