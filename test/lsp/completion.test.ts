import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver/node";
import { refreshCatalogueRequest } from "../../shared/protocol";
import { runWith } from "../cli/running";
import { concentrateHost } from "../gateway/concentrate";
import { startGateways } from "../gateway/server";
import { Editor } from "./editor";

const program = (address: string, model: string) => `import os
from openai import OpenAI

client = OpenAI(base_url="${address}", api_key=os.environ["CONCENTRATE_API_KEY"])
client.chat.completions.create(model="${model}", messages=[{"role": "user", "content": "gpt-"}])
`;
const concentrate = "https://api.concentrate.ai/v1";

describe("model slugs in the editor", () => {
	afterEach(() => Editor.stopAll());

	const opened = async (text: string): Promise<Editor> => {
		const editor = await Editor.start({ files: { "a.py": text } });
		await editor.open("a.py", text);
		return editor;
	};
	const complete = async (editor: Editor, behind: string): Promise<readonly CompletionItem[]> => {
		const document = editor.document("a.py");
		const position = document.positionAt(document.getText().indexOf(behind) + behind.length);
		const params = { textDocument: { uri: document.uri }, position };
		return editor.connection.sendRequest("textDocument/completion", params);
	};
	const refresh = async (editor: Editor): Promise<void> => {
		const gateways = await startGateways({ port: 0, host: concentrateHost });
		const network = { proxy: "", noProxy: [], strictProxy: true, proxyAuthorization: null, isOff: false };
		const params = { address: `http://127.0.0.1:${gateways.port}/v1`, network };
		const result = await editor.connection.sendRequest<{ kind: string }>(refreshCatalogueRequest.method, params);
		assert.equal(result.kind, "refreshed");
		await gateways.close();
	};

	it("are offered where a model is typed, in place of the whole string", async () => {
		const editor = await opened(program(concentrate, "gpt-4o-m"));
		const items = await complete(editor, 'model="gpt-');
		const item = items.find(({ label }) => label === "gpt-4o-mini");
		assert.ok(items.some(({ label }) => label === "auto"));
		assert.equal(item?.detail, "by openai");
		assert.ok(item?.textEdit && "range" in item.textEdit);
		const { range, newText } = item.textEdit;
		assert.equal(editor.document("a.py").getText(range), "gpt-4o-m");
		assert.equal(newText, "gpt-4o-mini");
	});

	it("and where none is typed yet", async () => {
		const editor = await opened(program(concentrate, ""));
		assert.ok((await complete(editor, 'model="')).length > 100);
	});

	it("a fetched catalogue adds providers, windows, prices and what is on its way out", async () => {
		const editor = await opened(program(concentrate, "gpt-4"));
		await refresh(editor);
		const items = await complete(editor, 'model="gpt-4');
		const find = (slug: string) => items.find(({ label }) => label === slug);
		assert.equal(find("azure/gpt-4o")?.detail, "by openai, served by azure, 128k tokens, $2 in, $8 out");
		assert.deepEqual(find("gpt-4.1-mini")?.tags, [1], "struck through");
	});

	it("nothing is offered elsewhere, nor for clients of other hosts", async () => {
		const editor = await opened(program(concentrate, "gpt-4o"));
		assert.deepEqual(await complete(editor, '"content": "gpt-'), []);
		assert.deepEqual(await complete(editor, 'base_url="https://'), []);
		const other = await opened(program("https://llm.example.com/v1", "gpt-4o"));
		assert.deepEqual(await complete(other, 'model="gpt-'), []);
	});

	it("a hover says who serves the model", async () => {
		const editor = await opened(program(concentrate, "gpt-4o"));
		const text = async () => JSON.stringify((await editor.hover("a.py", "gpt-4o"))?.contents);
		assert.match(
			await text(),
			/\*\*gpt-4o\*\* is listed by Concentrate \(catalogue of 2026-09-13\); its author is openai/,
		);
		await refresh(editor);
		assert.match(await text(), /`azure\/gpt-4o`: 128k tokens, \$2 in, \$8 out/);
	});

	it("an unknown model has its closest slugs as quick fixes, one each", async () => {
		const editor = await opened(program(concentrate, "gpt-4o-minni"));
		assert.deepEqual(await editor.findings("a.py"), ["concentrate-unknown-model: gpt-4o-minni"]);
		const actions = await editor.actions("a.py", "gpt-4o-minni", ["quickfix"]);
		const choices = actions.filter(({ title }) => title.startsWith("Replace by "));
		assert.equal(choices[0]?.title, "Replace by gpt-4o-mini");
		assert.equal(choices.length, 3);
		await editor.apply(choices[0]?.edit);
		assert.deepEqual(await editor.findings("a.py"), []);
		assert.match(editor.document("a.py").getText(), /model="gpt-4o-mini"/);
	});

	it("a refresh changes the findings, and the command line says the same", async () => {
		const editor = await opened(program(concentrate, "gpt-4.1-mini"));
		assert.deepEqual(await editor.findings("a.py"), []);
		await refresh(editor);
		assert.deepEqual(await editor.findings("a.py"), ["concentrate-unknown-model: gpt-4.1-mini"]);
		const cacheDirectory = `${editor.root}/.cache/migrate-helicone`;
		const { out } = await runWith({ cacheDirectory }, editor.root, "check", "a.py");
		assert.match(
			out,
			/concentrate-unknown-model Concentrate lists the model gpt-4\.1-mini as deprecated \(2026-12-31\)/,
		);
		assert.doesNotMatch((await runWith({}, editor.root, "check", "a.py")).out, /unknown-model/);
	});
});
