/** `verify --script` and the editor's request: the same script for the same folder. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type VerificationScriptResult, verificationScriptRequest } from "../../shared/migration-protocol";
import { runIn } from "../cli/running";
import { Editor } from "../lsp/editor";
import { folderWith, removeFolders } from "../support/folder";

const helicone = `import os
from openai import OpenAI

client = OpenAI(base_url="https://ai-gateway.helicone.ai", api_key=os.environ["HELICONE_API_KEY"])
client.chat.completions.create(model="gpt-4o-mini/openai", messages=[])
`;
const files = {
	"a.py": helicone,
	"b.py": helicone.replace("gpt-4o-mini/openai", "gpt-4o"),
	"c.ts": `import OpenAI from "openai";
const client = new OpenAI({ baseURL: "https://api.concentrate.ai/v1", apiKey: "sk-cn-v1-canary" });
await client.chat.completions.create({ model: "gpt-4.1", messages: [] });
`,
};

describe("verification script of a folder", function () {
	this.timeout(120_000);
	afterEach(async () => {
		await Editor.stopAll();
		removeFolders();
	});

	it("asks for the models of the migrated program, in the language of most files, and holds no key", async () => {
		const folder = folderWith(files);
		const { code, out } = await runIn(folder, "verify", "--script", "ask");
		assert.equal(code, 0);
		assert.equal(out, "ask: a python script that asks for 3 models.\n");
		const text = readFileSync(path.join(folder, "ask"), "utf8");
		for (const slug of ["openai/gpt-4o-mini", "gpt-4o", "gpt-4.1"]) assert.ok(text.includes(`("${slug}", [`), slug);
		assert.doesNotMatch(text, /canary|helicone/i);
		assert.equal(readFileSync(path.join(folder, "a.py"), "utf8"), helicone, "nothing else is written");
	});

	it("is written in what the file's ending says, and over no file", async () => {
		const folder = folderWith({ ...files, "there.py": "x = 1\n" });
		await runIn(folder, "verify", "--script", "ask.sh");
		assert.match(readFileSync(path.join(folder, "ask.sh"), "utf8"), /^#!\/bin\/sh\n/);
		const { code, err } = await runIn(folder, "verify", "--script", "there.py");
		assert.equal(code, 2);
		assert.match(err, /the script cannot be written: EEXIST/);
		assert.equal(readFileSync(path.join(folder, "there.py"), "utf8"), "x = 1\n");
	});

	it("a folder without a model gets none", async () => {
		const folder = folderWith({ "a.py": "print(1)\n" });
		const { code, err } = await runIn(folder, "verify", "--script", "ask.py");
		assert.equal(code, 2);
		assert.match(err, /names a model/);
		assert.ok(!existsSync(path.join(folder, "ask.py")));
	});

	it("the editor's is the same", async () => {
		const editor = await Editor.start({ files });
		const result: VerificationScriptResult = await editor.connection.sendRequest(
			verificationScriptRequest.method,
			null,
		);
		assert.ok(result.kind === "script");
		assert.equal(result.language, "python");
		await runIn(editor.root, "verify", "--script", "ask.py");
		assert.equal(result.text, readFileSync(path.join(editor.root, "ask.py"), "utf8"));
		const empty = await Editor.start({ files: { "a.py": "print(1)\n" } });
		assert.deepEqual(await empty.connection.sendRequest(verificationScriptRequest.method, null), { kind: "none" });
	});
});
