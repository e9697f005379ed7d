import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import path from "node:path";
import { root } from "../../vscode/server-package";
import { textsOf, Workbench } from "./workbench";

/** VS Code in German: what package.json says, what the extension says while it works, and the rules' names. */
describe("in German", () => {
	let bench: Workbench;
	let folder: string;

	before(async () => {
		bench = await Workbench.open((home) => {
			folder = path.join(home, "demo");
			cpSync(path.join(root, "test/workspaces/demo"), folder, { recursive: true });
			return { folder, file: path.join(folder, "assistant/answer.py") };
		}, "de");
		await bench.page.locator(".squiggly-warning").first().waitFor({ timeout: 120_000 });
	});

	after(() => bench?.close());

	afterEach(async function () {
		await bench?.screenshot(`german ${this.currentTest?.title ?? "test"}`);
	});

	it("the palette's commands, the question and its buttons", async () => {
		const before = textsOf(folder);
		await bench.command("Helicone to Concentrate: Arbeitsbereich migrieren");
		await bench.dialog.waitFor();
		const question = (await bench.dialog.textContent()) ?? "";
		assert.match(question, /8 Dateien zu Concentrate migrieren\?/);
		assert.match(question, /Nur sichere Korrekturen/);
		await bench.page.keyboard.press("Escape");
		await bench.dialog.waitFor({ state: "detached" });
		assert.deepEqual(textsOf(folder), before);
	});

	it("the view and the names of rules in it", async () => {
		await bench.command("Funde");
		await bench.page.locator('.action-label[aria-label="Nach Regel gruppieren"]').first().click();
		await bench.row("Basis-URL eines Helicone-Gateways").waitFor();
	});
});
