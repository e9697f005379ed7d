import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../vscode/server-package";
import { until } from "../../vscode/waiting";
import { appears, Workbench } from "./workbench";

/** The first minute with the packaged extension, by keyboard. Each test goes on where the one before it ended. */
describe("the first minute", () => {
	let bench: Workbench;
	let page: Page;
	let file: string;

	before(async () => {
		bench = await Workbench.open((home) => {
			const folder = path.join(home, "demo");
			cpSync(path.join(root, "test/workspaces/demo"), folder, { recursive: true });
			file = path.join(folder, "assistant/answer.py");
			return { folder, file };
		});
		page = bench.page;
	});

	after(() => bench?.close());

	afterEach(async function () {
		await bench?.screenshot(this.currentTest?.title ?? "test");
	});

	const squiggles = () => page.locator(".squiggly-warning");
	const text = () => readFileSync(file, "utf8");

	it("1 squiggles show what is Helicone's", async () => {
		await squiggles().first().waitFor({ timeout: 120_000 });
	});

	it("2 the hover says why", async () => {
		const hover = page.locator(".monaco-hover:visible");
		// A redraw under the resting pointer closes the hover: a person would move and rest again.
		await until("the hover is open", async () => {
			await page.mouse.move(0, 0);
			await page.locator(".view-line span", { hasText: "Helicone-User-Id" }).last().hover();
			return appears(hover.first());
		});
		assert.match((await hover.first().textContent()) ?? "", /Concentrate/);
	});

	it("3 the light bulb offers the fix", async () => {
		await page.keyboard.press("Escape");
		await page.locator(".view-line span", { hasText: "https://oai.helicone.ai/v1" }).last().click();
		await page.locator("[class*=codicon-gutter-lightbulb]:visible, .lightBulbWidget:visible").first().waitFor();
		// On a busy machine a late answer may redraw the light bulb and close the menu: a person would press again, too.
		const menu = page.locator(".action-widget .monaco-list-row").first();
		await until("the menu of quick fixes is open", async () => {
			await page.keyboard.press("Control+.");
			return appears(menu);
		});
	});

	it("4 Enter applies it", async () => {
		await page.keyboard.press("Enter");
		await page.locator(".view-line", { hasText: "https://api.concentrate.ai/v1" }).first().waitFor();
		await page.keyboard.press("Control+S");
		await until("the saved file names Concentrate", () => text().includes("https://api.concentrate.ai/v1"));
	});

	it("5 the problems list what is left", async () => {
		await page.keyboard.press("Control+Shift+M");
		await page.locator(".markers-panel .monaco-list-row").first().waitFor();
	});

	it("6 the palette fixes the rest of the file", async () => {
		const rest = page.locator(".view-line", { hasText: "Helicone-Cache-Enabled" });
		assert.equal(await rest.count(), 1, "what changes the behaviour is left to a person");
		await page.locator(".view-line").first().click();
		await bench.command("Helicone to Concentrate: Fix All in This File, Suggested Fixes Included");
		await rest.waitFor({ state: "detached" });
		await page.keyboard.press("Control+S");
		// A file that is being written may be read empty.
		await until("the saved file has Concentrate alone", () => /concentrate/.test(text()) && !/helicone/i.test(text()));
	});

	it("7 nothing popped up by itself", async () => {
		assert.equal(await page.locator(".notification-toast:visible").count(), 0);
	});
});
