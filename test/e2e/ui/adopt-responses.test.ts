import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../../vscode/waiting";
import { Workbench } from "./workbench";

/** Something to be found, so that it shows when the extension is ready. */
const client =
	'from openai import OpenAI\n\nold = "https://oai.helicone.ai/v1"\nclient = OpenAI(base_url="https://api.concentrate.ai/v1", api_key=KEY)\n';
const chat = `${client}answer = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
print(answer.choices[0].message.content)
`;
const responses = `${client}answer = client.responses.create(model="gpt-4o", input=[{"role": "user", "content": "Hi"}])
print(answer.output_text)
`;
const stopped = chat.replace("messages=", 'stop=["."], messages=');

/** The command for the workspace: a preview with nothing ticked, what is ticked there, and what stays. */
describe("adopting the Responses API by keyboard", () => {
	let bench: Workbench;
	let folder: string;
	const text = (name: string) => readFileSync(path.join(folder, name), "utf8");

	before(async () => {
		bench = await Workbench.open((home) => {
			folder = path.join(home, "asking");
			mkdirSync(folder);
			writeFileSync(path.join(folder, "first.py"), chat);
			writeFileSync(path.join(folder, "second.py"), chat);
			writeFileSync(path.join(folder, "stopped.py"), stopped);
			return { folder, file: path.join(folder, "first.py") };
		});
		await bench.page.locator(".squiggly-warning").first().waitFor({ timeout: 120_000 });
	});

	after(() => bench?.close());

	afterEach(async function () {
		await bench?.screenshot(`adopt ${this.currentTest?.title ?? "test"}`);
	});

	it("1 the preview wants every file to be confirmed; discarding leaves every byte", async () => {
		await bench.command("Helicone to Concentrate: Adopt the Responses API");
		await bench.preview.locator(".monaco-list-row").first().waitFor();
		const all = await ticks();
		assert.ok(all.length >= 2 && all.every((one) => one === "false"), all.join());
		await bench.endPreview("Discard");
		assert.deepEqual([text("first.py"), text("second.py")], [chat, chat]);
	});

	it("2 what is ticked is rewritten, and what stays is said", async () => {
		await bench.command("Helicone to Concentrate: Adopt the Responses API");
		const row = bench.preview.locator(".monaco-list-row").filter({ hasText: "second.py" }).first();
		await row.locator(".edit-checkbox").first().click();
		await until("it is ticked", async () => (await ticks()).includes("true"));
		await bench.endPreview("Apply");
		await bench.saveAllUntil("the file is rewritten", () => text("second.py") === responses);
		assert.equal(text("first.py"), chat);
		assert.equal(text("stopped.py"), stopped);
		await bench.notice("1 request in 1 file stays as it is.");
	});

	function ticks(): Promise<(string | null)[]> {
		const boxes = bench.preview.locator(".monaco-list-row .edit-checkbox");
		return boxes.evaluateAll((all) => all.map((one) => one.getAttribute("aria-checked")));
	}
});
