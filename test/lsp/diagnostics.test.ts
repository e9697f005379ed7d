import assert from "node:assert/strict";
import { Editor } from "./editor";
import { python, pythonMoved } from "./samples";

describe("diagnostics of a document", () => {
	afterEach(Editor.stopAll);

	it("say code, link, source, severity and versioned data", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		const url = (await editor.diagnostics("app.py")).find(({ code }) => code === "helicone-base-url");
		assert.ok(url);
		assert.match(url.codeDescription?.href ?? "", /^https:\/\/.+\/helicone-base-url\.md$/);
		assert.equal(url.source, "Helicone to Concentrate");
		assert.equal(url.severity, 2);
		const { group, row, ...rest } = url.data as { group: string; row: string };
		assert.deepEqual(rest, { version: 1, applicability: "safe" });
		assert.equal(typeof group, "string");
		assert.match(row, /^hosts\//);
	});

	it("stand under the text that is meant", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		assert.deepEqual(await editor.findings("app.py"), [
			"helicone-base-url: https://oai.helicone.ai/v1",
			'helicone-api-key: os.environ["OPENAI_API_KEY"]',
			"helicone-request-header: Helicone-Auth",
			"helicone-env-var: HELICONE_API_KEY",
		]);
	});

	it("are not sent twice", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		const first = await editor.pull("app.py");
		assert.ok(first.kind === "full" && first.resultId);
		const second = await editor.pull("app.py", first.resultId);
		assert.deepEqual(second, { kind: "unchanged", resultId: first.resultId });
	});

	it("keep their id when a keystroke changes nothing about them, and get a new one when it does", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", `${python}# end`);
		const { resultId } = await editor.pull("app.py");
		await editor.type("app.py", "# end", "# the end");
		assert.equal((await editor.pull("app.py", resultId)).kind, "unchanged");
		await editor.type("app.py", "import os", "import os\n");
		assert.equal((await editor.pull("app.py", resultId)).kind, "full");
	});

	it("stay right through incremental edits with emoji and CRLF", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python.replaceAll("\n", "\r\n"));
		const before = await editor.findings("app.py");
		await editor.type("app.py", "import os", "# 🚀🚀 é\r\nimport os");
		await editor.type("app.py", "client =", 'emoji = "🎉"; client =');
		await editor.type("app.py", "base_url=", 'organization="🦜", base_url=');
		assert.deepEqual(await editor.findings("app.py"), before);
	});

	it("go when the text is moved, and come back when it is typed again", async () => {
		const editor = await Editor.start();
		await editor.open("app.py", python);
		await editor.type("app.py", python, pythonMoved);
		assert.deepEqual(await editor.findings("app.py"), []);
		await editor.type("app.py", "api.concentrate.ai", "oai.helicone.ai");
		assert.notDeepEqual(await editor.findings("app.py"), []);
	});

	it("know every language of the list, and .env files by their name", async () => {
		const editor = await Editor.start();
		await editor.open("a.ts", 'new OpenAI({ baseURL: "https://oai.helicone.ai/v1" });\n');
		await editor.open("a.tsx", 'export const a = new OpenAI({ baseURL: "https://oai.helicone.ai/v1" });\n');
		await editor.open("a.js", 'new OpenAI({ baseURL: "https://oai.helicone.ai/v1" });\n');
		await editor.open("a.sh", "curl https://oai.helicone.ai/v1/models\n");
		await editor.open(".env.production", "OPENAI_BASE_URL=https://oai.helicone.ai/v1\n");
		for (const name of ["a.ts", "a.tsx", "a.js", "a.sh", ".env.production"]) {
			assert.notDeepEqual(await editor.findings(name), [], name);
		}
	});

	for (const [what, text] of Object.entries({
		"an empty text": "",
		"brackets that never close": `OpenAI(base_url="https://oai.helicone.ai/v1", ${"({[".repeat(500)}`,
		"lone surrogates and zero bytes": 'x = "https://oai.helicone.ai/v1\uD83D\u0000"\n\uDE00',
		"a very long line": `x = "${"helicone".repeat(20_000)}"`,
		"another language": "<html><body>https://oai.helicone.ai/v1</body></html>",
	})) {
		it(`survive ${what}`, async () => {
			const editor = await Editor.start();
			await editor.open("app.py", text);
			await editor.diagnostics("app.py");
			await editor.type("app.py", text, python);
			assert.equal((await editor.diagnostics("app.py")).length, 4);
		});
	}
});
