import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource, CodeActionRequest, CodeActionTriggerKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type AdoptResult, adoptRequest } from "../../shared/migration-protocol";
import { Editor } from "./editor";

const request = (more: string) =>
	`client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}]${more})`;

const client = `from openai import OpenAI

client = OpenAI(base_url="https://api.concentrate.ai/v1", api_key=KEY)
`;

const simple = `${client}answer = ${request("")}
print(answer.choices[0].message.content)
`;

const adopted = `${client}answer = client.responses.create(model="gpt-4o", input=[{"role": "user", "content": "Hi"}])
print(answer.output_text)
`;

const stopped = `${client}print(${request(', stop=["."]')}.choices[0].message.content)\n`;

const refactor = ["refactor"];

describe("Adopt the Responses API", () => {
	afterEach(Editor.stopAll);

	it("is a refactoring of the request under the caret", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", simple);
		const [action, ...more] = await editor.actions("app.py", "gpt-4o", refactor);
		assert.ok(action && more.length === 0);
		assert.equal(action.kind, "refactor.rewrite");
		assert.equal(action.disabled, undefined);
		await editor.apply(action.edit);
		assert.equal(editor.document("app.py").getText(), adopted);
		assert.deepEqual(await editor.actions("app.py", "gpt-4o", refactor), []);
		assert.deepEqual(await editor.actions("app.py", "from openai", refactor), []);
	});

	it("keeps CRLF", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", simple.replaceAll("\n", "\r\n"));
		const [action] = await editor.actions("app.py", "gpt-4o", refactor);
		await editor.apply(action?.edit);
		assert.equal(editor.document("app.py").getText(), adopted.replaceAll("\n", "\r\n"));
	});

	it("says why it cannot be picked, in a menu that a person opened", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", stopped);
		const [action] = await editor.actions("app.py", "gpt-4o", refactor);
		assert.match(action?.disabled?.reason ?? "", /takes no stop sequences/);
		assert.equal(action?.edit, undefined);
		const { actions: line } = await byItself(editor, "app.py");
		assert.deepEqual(line, []);
	});

	it("is left out for a client that shows no reasons", async () => {
		const editor = await Editor.start({ modern: false });
		await editor.open("app.py", stopped);
		assert.deepEqual(await editor.actions("app.py", "gpt-4o", refactor), []);
	});

	it("is none of the quick fixes, and nothing that saving does", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", simple);
		for (const only of ["quickfix", "source", "source.fixAll", "refactor.extract"])
			assert.deepEqual(await editor.actions("app.py", "gpt-4o", [only]), []);
	});

	it("of a folder: every file with such a request, with unsaved text, and nothing is written", async () => {
		const files = { "a.py": simple, "b/c.py": stopped, "d.py": "print(1)\n", "e.py": "" };
		const editor = await Editor.start({ files });
		await editor.open("a.py", `# unsaved\n${simple}`);
		const { files: found } = await editor.connection.sendRequest<AdoptResult>(adoptRequest.method, { uris: [] });
		assert.deepEqual(
			found.map(({ name, adopted: count, left }) => [name, count, left.map(({ reason }) => reason.split(":")[0])]),
			[
				["a.py", 1, []],
				["b/c.py", 0, ["The Responses API takes no stop sequences"]],
			],
		);
		const document = TextDocument.create("x", "python", 1, `# unsaved\n${simple}`);
		assert.equal(TextDocument.applyEdits(document, [...(found[0]?.edits ?? [])]), `# unsaved\n${adopted}`);
		assert.equal(found[0]?.edits.length, 1, "a request is taken as a whole, or not");
		assert.equal(readFileSync(path.join(editor.root, "a.py"), "utf8"), simple);
	});

	it("of a client that another file makes", async () => {
		const asking = simple.replace(client, "from shop.ai import client\n");
		const editor = await Editor.start({ files: { "shop/ai.py": client, "shop/__init__.py": "", "app.py": asking } });
		await editor.open("app.py", asking);
		const [action] = await editor.actions("app.py", "gpt-4o", refactor);
		await editor.apply(action?.edit);
		assert.equal(editor.document("app.py").getText(), adopted.replace(client, "from shop.ai import client\n"));
	});

	it("of one file: only that", async () => {
		const editor = await Editor.start({ files: { "a.py": simple, "b.py": simple } });
		const uris = [editor.uri("b.py")];
		const { files } = await editor.connection.sendRequest<AdoptResult>(adoptRequest.method, { uris });
		assert.deepEqual(
			files.map(({ name }) => name),
			["b.py"],
		);
	});

	it("can be cancelled", async () => {
		const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.py`, simple]));
		const editor = await Editor.start({ files: many });
		const stop = new CancellationTokenSource();
		const answer = editor.connection.sendRequest(adoptRequest.method, { uris: [] }, stop.token);
		// Before the server has even looked at it, or while it works: both count.
		setTimeout(() => stop.cancel(), 20);
		await assert.rejects(answer, { code: -32800 });
	});
});

/** What the light bulb asks for when the caret moves. */
async function byItself(editor: Editor, name: string) {
	const position = editor.document(name).positionAt(editor.document(name).getText().indexOf("gpt-4o"));
	const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
		textDocument: { uri: editor.uri(name) },
		range: { start: position, end: position },
		context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic },
	});
	return { actions };
}
