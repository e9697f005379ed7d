import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { Grammars } from "../../server/engine/outline/grammars";
import { fixAll } from "../../server/host/fix-rounds";
import { type ProjectOptions, projectOf, scanProject, withLinked } from "../../server/host/project";
import { type FixAllResult, fixAllRequest } from "../../shared/protocol";
import { defaultSettings } from "../../shared/settings";
import { runIn } from "../cli/running";
import { Editor } from "../lsp/editor";
import { folderWith, removeFolders } from "../support/folder";
import { testGrammars } from "../support/grammars";

const hosts = 'export const PROXY = "https://oai.helicone.ai/v1";\n';

const client = (name: string, comment = "") => `import OpenAI from "openai";
import { PROXY } from "./hosts";
${comment}
export const ${name} = new OpenAI({ baseURL: PROXY, apiKey: process.env.OPENAI_API_KEY });
`;

const moved = (text: string) =>
	text
		.replace("https://oai.helicone.ai/v1", "https://api.concentrate.ai/v1")
		.replace("OPENAI_API_KEY", "CONCENTRATE_API_KEY");

const files = { "hosts.ts": hosts, "a.ts": client("a"), "b.ts": client("b"), ".env": "OPENAI_API_KEY=sk-x\n" };
const ignoring = { ...files, "b.ts": client("b", "// migrate-helicone-ignore") };

/** A fix with parts in several files is taken in all of them or in none. */
describe("all or nothing across files", function () {
	this.timeout(60_000);
	afterEach(async () => {
		removeFolders();
		await Editor.stopAll();
	});

	describe("the command line", () => {
		it("changes all files where nothing is in the way", async () => {
			const folder = folderWith({ ...files });
			await runIn(folder, "fix", "--allow-dirty");
			assert.deepEqual(textsIn(folder), {
				"hosts.ts": moved(hosts),
				"a.ts": moved(client("a")),
				"b.ts": moved(client("b")),
				".env": "# unused since migrate-helicone: OPENAI_API_KEY=sk-x\n",
			});
		});

		it("changes none of them where a comment asks to leave one", async () => {
			const folder = folderWith(ignoring);
			await runIn(folder, "fix", "--allow-dirty", "--suggested");
			assert.deepEqual(textsIn(folder), ignoring);
		});

		it("changes none of them where one file's fix is taken back, and says why", async () => {
			const folder = folderWith({ ...files });
			const { texts, dropped } = await fixRefusing(folder, "b");
			assert.deepEqual([...texts.keys()], []);
			const reasons = dropped.flatMap(({ path: file, reasons }) =>
				reasons.map((one) => `${path.basename(file)}: ${one}`),
			);
			const why = `It goes together with a fix in ${path.basename(folder)}/b.ts, which was taken back: The result could not be parsed.`;
			assert.deepEqual(reasons.sort(), [`a.ts: ${why}`, "b.ts: The result could not be parsed.", `hosts.ts: ${why}`]);
		});

		it("names a file that holds nothing any more, and leaves it there", async () => {
			const helper = 'export const tracking = { "Helicone-User-Id": "u" };\n';
			const user = client("a").replace("apiKey:", "defaultHeaders: tracking, apiKey:");
			const folder = folderWith({
				"hosts.ts": hosts,
				"headers.ts": helper,
				"a.ts": `import { tracking } from "./headers";\n${user}`,
			});
			const { out } = await runIn(folder, "fix", "--allow-dirty");
			assert.equal(readFileSync(path.join(folder, "headers.ts"), "utf8"), "export {};\n");
			assert.match(out, /Hold nothing any more, delete them where nothing imports them:\nheaders\.ts\n/);
		});

		it("one rule brings along what must change with it in other files", async () => {
			const folder = folderWith({ ...files });
			await runIn(folder, "fix", "--allow-dirty", "--rule", "helicone-base-url");
			assert.equal(textsIn(folder)["hosts.ts"], moved(hosts));
			assert.equal(textsIn(folder)["a.ts"], moved(client("a")));
			assert.equal(textsIn(folder)["b.ts"], moved(client("b")));
		});

		/** The parser finds fault with what the fix makes of that client. */
		async function fixRefusing(folder: string, name: string) {
			const real = await testGrammars();
			const isRefused = (text: string) => text.includes(`export const ${name}`) && text.includes("CONCENTRATE_API_KEY");
			const refusing: Grammars = {
				parse: (wasm, text) => real.parse(wasm, isRefused(text) ? text.replace("});", "}(;") : text),
			};
			const options: ProjectOptions = {
				roots: [folder],
				settings: defaultSettings,
				directory: folder,
				loadGrammars: async () => refusing,
			};
			const scan = await withLinked(await scanProject(options), options);
			return fixAll({ scan, project: (one) => projectOf(one, options) }, { applicability: "suggested" });
		}
	});

	describe("a quick fix", () => {
		it("edits all files of the group, open or not", async () => {
			const editor = await opened(files, "a.ts");
			const [fix] = await editor.actions("a.ts", "OPENAI_API_KEY");
			assert.match(fix?.title ?? "", / \(and 2 other files\)$/);
			assert.deepEqual(editedBy(editor, fix?.edit), {
				"a.ts": moved(client("a")),
				"b.ts": moved(client("b")),
				"hosts.ts": moved(hosts),
			});
		});

		it("the same from the file that defines the name", async () => {
			const editor = await opened(files, "hosts.ts");
			const [fix] = await editor.actions("hosts.ts", "oai.helicone.ai");
			assert.deepEqual(Object.keys(editedBy(editor, fix?.edit)).sort(), ["a.ts", "b.ts", "hosts.ts"]);
		});

		it("is not there where another file cannot follow", async () => {
			const editor = await opened(ignoring, "a.ts");
			const actions = await editor.actions("a.ts", "OPENAI_API_KEY");
			assert.deepEqual(
				actions.filter(({ edit }) => JSON.stringify(edit ?? "").includes("CONCENTRATE")),
				[],
			);
		});
	});

	it("what runs on save changes its own file alone, and leaves what other files have a part in", async () => {
		const own =
			'export const own = new OpenAI({ baseURL: "https://oai.helicone.ai/v1", apiKey: process.env.OPENAI_API_KEY });\n';
		const editor = await opened({ ...files, "a.ts": client("a") + own }, "a.ts");
		const [all] = await editor.actions("a.ts", "import OpenAI", ["source.fixAll.migrateHelicone"]);
		assert.deepEqual(editedBy(editor, all?.edit), { "a.ts": client("a") + moved(own) });
	});

	it("fix all in a file brings along what must change with it", async () => {
		const editor = await opened(files, "a.ts");
		const params = { uri: editor.uri("a.ts"), applicability: "safe" };
		const { edit, left } = await editor.connection.sendRequest<FixAllResult>(fixAllRequest.method, params);
		assert.equal(left, 0);
		assert.deepEqual(Object.keys(editedBy(editor, edit as never)).sort(), ["a.ts", "b.ts", "hosts.ts"]);
	});
});

function textsIn(folder: string): Record<string, string> {
	return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

async function opened(some: Readonly<Record<string, string>>, name: string): Promise<Editor> {
	const editor = await Editor.start({ files: some });
	await editor.open(name, some[name] ?? "");
	return editor;
}

/** The files of an edit as they are after it; those that are not open as they are on disk. */
function editedBy(editor: Editor, edit: WorkspaceEdit | undefined): Record<string, string> {
	assert.ok(edit, "there is no edit");
	return Object.fromEntries(
		(edit.documentChanges ?? []).map((change) => {
			assert.ok("textDocument" in change);
			const name = path.relative(editor.root, URI.parse(change.textDocument.uri).fsPath);
			const open = editor.documents.get(name);
			assert.equal(change.textDocument.version, open?.version ?? null);
			const text = open?.getText() ?? readFileSync(path.join(editor.root, name), "utf8");
			const document = TextDocument.create(change.textDocument.uri, "", 0, text);
			return [name, TextDocument.applyEdits(document, change.edits as never)];
		}),
	);
}
