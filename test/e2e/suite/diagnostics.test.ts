import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, findingsThat, open, rangeOf, ruleOf, someFindings } from "./demo";

/** Of each file of the demo, the rules that must speak. */
const expected: Readonly<Record<string, readonly string[]>> = {
	"assistant/answer.py": ["helicone-base-url", "helicone-request-header", "helicone-api-key"],
	"assistant/classify.py": ["helicone-base-url", "helicone-request-header"],
	"web/chat.ts": ["helicone-base-url", "helicone-request-header", "helicone-response-header", "helicone-model-slug"],
	"web/greeting.tsx": ["helicone-base-url", "helicone-request-header"],
	"jobs/summary.js": ["helicone-base-url", "helicone-request-header", "helicone-response-header"],
	"scripts/smoke.sh": ["helicone-base-url", "helicone-request-header"],
	".env": ["helicone-env-var"],
	".env.example": ["helicone-env-var"],
};

describe("diagnostics", () => {
	afterEach(closeAll);

	for (const [name, rules] of Object.entries(expected)) {
		it(`${name} shows ${rules.join(", ")}`, async () => {
			const document = await open(name);
			await findingsThat(document, rules.join(", "), (found) =>
				rules.every((rule) => found.some((one) => ruleOf(one) === rule)),
			);
		});
	}

	it("each says its rule and links to the rule's page", async () => {
		const document = await open("assistant/answer.py");
		for (const { code, message } of await someFindings(document)) {
			assert.ok(typeof code === "object", `no link: ${message}`);
			assert.match(String(code.value), /^(helicone|concentrate)-[a-z-]+$/);
			assert.equal(code.target.scheme, "https");
			assert.ok(code.target.toString().includes(String(code.value)), code.target.toString());
		}
	});

	it("a client that does not use Helicone is left alone", async () => {
		const document = await open("assistant/classify.py");
		await someFindings(document);
		const direct = rangeOf(
			document,
			'OpenAI(base_url="https://api.openai.com/v1", api_key=os.environ["OPENAI_API_KEY"])',
		);
		const there = findings(document).filter(({ range }) => range.intersection(direct));
		assert.deepEqual(
			there.map(({ message }) => message),
			[],
		);
	});

	it("they follow what is typed, before it is saved", async () => {
		const document = await open("web/chat.ts");
		const before = (await someFindings(document)).length;
		const more = new vscode.WorkspaceEdit();
		const typed = '\nexport const again = new OpenAI({ baseURL: "https://oai.helicone.ai/v1" });\n';
		more.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, typed);
		await vscode.workspace.applyEdit(more);
		await findingsThat(document, "one finding more", (found) => found.length > before);
		await vscode.commands.executeCommand("undo");
		await findingsThat(document, "as many as before", (found) => found.length === before);
	});
});
