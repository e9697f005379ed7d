import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { installChromium, launch } from "../../vscode/chromium";
import { type EmbeddedServer, installExtension, startServer } from "../../vscode/embedded";
import { makeProfile, type Profile } from "../../vscode/profile";
import { installServer, root } from "../../vscode/server-package";
import { until } from "../../vscode/waiting";
import { openWorkbench } from "../../vscode/workbench";

const screenshots = path.join(root, "test/output/screenshots");

/** The first minute with the packaged extension, by keyboard. Each test goes on where the one before it ended. */
describe("the first minute", () => {
	let profile: Profile;
	let server: EmbeddedServer;
	let browser: Browser;
	let page: Page;
	let file: string;

	before(async () => {
		mkdirSync(screenshots, { recursive: true });
		const vsix = process.env.VSIX;
		assert.ok(vsix, "VSIX names the packaged extension");
		const program = await installServer();
		profile = await makeProfile();
		assert.equal(await installExtension(program, profile, vsix), 0);
		const folder = path.join(profile.home, "demo");
		cpSync(path.join(root, "test/workspaces/demo"), folder, { recursive: true });
		file = path.join(folder, "assistant/answer.py");
		// Not for development: only then does VS Code show its toasts, of which there must be none.
		server = await startServer(program, profile, { development: false });
		browser = await launch(await installChromium());
		page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		page.setDefaultTimeout(20_000);
		await openWorkbench(page, server, { folder, file });
	});

	after(async () => {
		await browser?.close();
		await server?.stop();
		await profile?.remove();
	});

	afterEach(async function () {
		const name = `${this.currentTest?.title ?? "test"}`.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
		await page?.screenshot({ path: path.join(screenshots, `${name}.png`) });
	});

	const squiggles = () => page.locator(".squiggly-warning");
	const text = () => readFileSync(file, "utf8");

	it("1 squiggles show what is Helicone's", async () => {
		await squiggles().first().waitFor({ timeout: 60_000 });
	});

	it("2 the hover says why", async () => {
		await page.locator(".view-line span", { hasText: "Helicone-User-Id" }).last().hover();
		const hover = page.locator(".monaco-hover:visible");
		await hover.first().waitFor();
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
			return menu.waitFor({ timeout: 2000 }).then(
				() => true,
				() => false,
			);
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
		await page.keyboard.press("F1");
		await page.locator(".quick-input-widget:visible").waitFor();
		await page.keyboard.type("Helicone to Concentrate: suggested");
		await page
			.locator(".quick-input-list .monaco-list-row", { hasText: /suggested/i })
			.first()
			.waitFor();
		await page.screenshot({ path: path.join(screenshots, "6-the-palette.png") });
		await page.keyboard.press("Enter");
		await rest.waitFor({ state: "detached" });
		await page.keyboard.press("Control+S");
		// A file that is being written may be read empty.
		await until("the saved file has Concentrate alone", () => /concentrate/.test(text()) && !/helicone/i.test(text()));
	});

	it("7 nothing popped up by itself", async () => {
		assert.equal(await page.locator(".notification-toast:visible").count(), 0);
	});
});
