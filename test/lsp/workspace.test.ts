import assert from "node:assert/strict";
import {
	type Diagnostic,
	FileChangeType,
	ProgressType,
	type WorkspaceDiagnosticReportPartialResult,
	WorkspaceDiagnosticRequest,
	type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { rescanRequest } from "../../shared/protocol";
import { Editor } from "./editor";
import { python, pythonMoved } from "./samples";

type Known = { uri: string; value: string }[];

async function pullAll(editor: Editor, previousResultIds: Known = []): Promise<WorkspaceDocumentDiagnosticReport[]> {
	return (await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds })).items;
}

function namesOf(editor: Editor, reports: readonly WorkspaceDocumentDiagnosticReport[]): string[] {
	return reports
		.filter((report) => report.kind === "full" && report.items.length > 0)
		.map(({ uri }) => uri.slice(editor.uri("").length + 1))
		.sort();
}

function resultIds(reports: readonly WorkspaceDocumentDiagnosticReport[]): Known {
	return reports.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
}

describe("diagnostics of the folders", () => {
	afterEach(Editor.stopAll);

	it("tell of files that nobody has opened, and not of ignored ones", async () => {
		const editor = await Editor.start({
			files: {
				"app.py": python,
				"deep/er/app.py": python,
				"fine.py": pythonMoved,
				".gitignore": "dist/\n",
				"dist/app.py": python,
				"node_modules/x/index.js": 'const url = "https://oai.helicone.ai/v1";',
				".env": "HELICONE_API_KEY=x\n",
			},
		});
		// The ignore file only counts inside a repository.
		editor.write(".git/HEAD", "ref: refs/heads/main\n");
		editor.expectWork();
		await editor.connection.sendRequest(rescanRequest.method, null);
		assert.deepEqual(namesOf(editor, await pullAll(editor)), [".env", "app.py", "deep/er/app.py"]);
	});

	it("are unchanged the second time", async () => {
		const editor = await Editor.start({ files: { "app.py": python } });
		const first = await pullAll(editor);
		const second = await pullAll(editor, resultIds(first));
		assert.deepEqual(
			second.map(({ kind }) => kind),
			["unchanged"],
		);
	});

	it("are held back until something changes when the client takes partial results", async () => {
		const editor = await Editor.start({ files: { "app.py": python } });
		const previousResultIds = resultIds(await pullAll(editor));
		const parts: WorkspaceDiagnosticReportPartialResult[] = [];
		const type = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
		editor.connection.onProgress(type, "part", (part) => void parts.push(part));
		let answered = false;
		const pending = editor.connection
			.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, partialResultToken: "part" })
			.then(() => {
				answered = true;
			});
		await editor.open("fine.py", pythonMoved);
		await editor.diagnostics("fine.py");
		assert.equal(answered, false);
		editor.write("new.py", python);
		await editor.changedOnDisk({ "new.py": FileChangeType.Created });
		await pending;
		assert.deepEqual(
			namesOf(
				editor,
				parts.flatMap(({ items }) => items),
			),
			["new.py"],
		);
	});

	it("follow files that are written and removed, folders among them", async () => {
		const editor = await Editor.start({ files: { "app.py": python, "old/app.py": python } });
		const first = await pullAll(editor);
		editor.write("app.py", pythonMoved);
		editor.remove("old");
		await editor.changedOnDisk({ "app.py": FileChangeType.Changed, old: FileChangeType.Deleted });
		const second = await pullAll(editor, resultIds(first));
		const empty = second.map((report) => [report.uri.split("/").slice(-2).join("/"), itemsOf(report)]);
		assert.deepEqual(
			empty.map(([, items]) => items),
			[[], []],
		);
	});

	it("of a closed document are those of its file", async () => {
		const editor = await Editor.start({ files: { "app.py": python } });
		await editor.open("app.py", pythonMoved);
		assert.deepEqual(await editor.diagnostics("app.py"), []);
		await editor.close("app.py");
		assert.equal((await editor.diagnostics("app.py")).length, 4);
	});

	it("count from behind a byte order mark, as VS Code does", async () => {
		const editor = await Editor.start({ files: { "app.js": '\uFEFFurl = "https://oai.helicone.ai/v1";\n' } });
		const [report] = await pullAll(editor);
		assert.ok(report && itemsOf(report)[0]);
		assert.deepEqual(itemsOf(report)[0]?.range.start, { line: 0, character: 7 });
	});

	it("can be switched off", async () => {
		const editor = await Editor.start({ files: { "app.py": python }, settings: { workspaceDiagnostics: false } });
		assert.equal((await editor.ready()).state, "off");
		assert.deepEqual(await pullAll(editor), []);
		await editor.open("app.py", python);
		assert.deepEqual(namesOf(editor, await pullAll(editor)), ["app.py"]);
	});
});

describe("what other files say", () => {
	afterEach(Editor.stopAll);

	const direct = 'import os\nfrom openai import OpenAI\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\n';
	const env = "OPENAI_API_KEY=sk-abc\nHELICONE_API_KEY=sk-helicone-abc\n";

	it("a provider's key goes from .env when all its clients move, and stays while one does not", async () => {
		const editor = await Editor.start({ files: { "app.py": python, ".env": env } });
		await editor.open(".env", env);
		assert.ok((await editor.findings(".env")).some((one) => one.endsWith("OPENAI_API_KEY")));
		editor.write("direct.py", direct);
		await editor.changedOnDisk({ "direct.py": FileChangeType.Created });
		await pullAll(editor);
		assert.ok(!(await editor.findings(".env")).some((one) => one.endsWith(" OPENAI_API_KEY")));
		assert.ok(editor.asked.includes("refresh"));
	});

	it("an unsaved text counts before the file on disk", async () => {
		const editor = await Editor.start({ files: { "app.py": python, ".env": env } });
		await editor.open(".env", env);
		await editor.open("app.py", `${python}${direct.split("\n").at(2)?.replace("client", "own")}\n`);
		await pullAll(editor);
		assert.ok(!(await editor.findings(".env")).some((one) => one.endsWith(" OPENAI_API_KEY")));
	});
});

function itemsOf(report: WorkspaceDocumentDiagnosticReport): readonly Diagnostic[] {
	return report.kind === "full" ? report.items : [];
}
