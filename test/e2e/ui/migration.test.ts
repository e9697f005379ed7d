import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import { installChromium, launch } from "../../vscode/chromium";
import { type EmbeddedServer, installExtension, startServer } from "../../vscode/embedded";
import { makeProfile, type Profile } from "../../vscode/profile";
import { installServer, root } from "../../vscode/server-package";
import { until } from "../../vscode/waiting";
import { openWorkbench } from "../../vscode/workbench";

const screenshots = path.join(root, "test/output/screenshots");

/** A whole workspace is migrated, by keyboard where a person would. Each test goes on where the one before it ended. */
describe("migrating a workspace", () => {
	let profile: Profile;
	let server: EmbeddedServer;
	let browser: Browser;
	let page: Page;
	let folder: string;
	let original: Record<string, string>;

	before(async () => {
		mkdirSync(screenshots, { recursive: true });
		const vsix = process.env.VSIX;
		assert.ok(vsix, "VSIX names the packaged extension");
		const program = await installServer();
		profile = await makeProfile();
		assert.equal(await installExtension(program, profile, vsix), 0);
		folder = path.join(profile.home, "demo");
		cpSync(path.join(root, "test/workspaces/demo"), folder, { recursive: true });
		original = texts(folder);
		// Not for development: VS Code refuses dialogs there.
		server = await startServer(program, profile, { development: false });
		browser = await launch(await installChromium());
		page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		page.setDefaultTimeout(30_000);
		await openWorkbench(page, server, { folder, file: path.join(folder, "assistant/answer.py") });
		await page.locator(".squiggly-warning").first().waitFor({ timeout: 90_000 });
	});

	after(async () => {
		await browser?.close();
		await server?.stop();
		await profile?.remove();
	});

	afterEach(async function () {
		const name = `migration ${this.currentTest?.title ?? "test"}`.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
		await page?.screenshot({ path: path.join(screenshots, `${name}.png`) });
	});

	const rows = () => page.locator(".pane-body .monaco-list-row");
	const preview = () => page.locator(".bulk-edit-panel");
	const dialog = () => page.locator(".monaco-dialog-box");

	async function command(title: string): Promise<void> {
		await until(`the palette takes ${title}`, async () => {
			await page.keyboard.press("F1");
			await page.locator(".quick-input-widget:visible").waitFor();
			await page.keyboard.type(title);
			const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title });
			const isThere = await row
				.first()
				.waitFor({ timeout: 3000 })
				.then(
					() => true,
					() => false,
				);
			if (!isThere) await page.keyboard.press("Escape");
			return isThere;
		});
		await page.keyboard.press("Enter");
	}

	async function press(button: string, within: Locator): Promise<void> {
		await within.locator(".monaco-button", { hasText: button }).first().click();
	}

	const row = (text: string | RegExp) => rows().filter({ hasText: text }).first();
	const toast = () =>
		page.locator(".notification-toast:visible, .notifications-toasts .notification-list-item:visible");

	it("1 the view lists what is found, by file, with a tick at what is safe", async () => {
		await command("Focus on Findings View");
		await row("assistant/answer.py").waitFor();
		await until("the file's findings are listed", async () => {
			await row("assistant/answer.py").locator(".monaco-tl-twistie").click();
			return row("oai.helicone.ai")
				.waitFor({ timeout: 2000 })
				.then(
					() => true,
					() => false,
				);
		});
		const isTicked = (text: string) =>
			row(text).locator(".custom-view-tree-node-item-checkbox").getAttribute("aria-checked");
		assert.equal(await isTicked("oai.helicone.ai"), "true");
		assert.equal(await isTicked("Helicone-Cache-Enabled"), "false");
	});

	it("2 and by rule", async () => {
		await page.locator('.action-label[aria-label="Group by Rule"]').first().click();
		await row("Base URL of a Helicone gateway").waitFor();
	});

	it("2b what is ticked in the view can be previewed alone", async () => {
		await page.locator('.action-label[aria-label="Group by File"]').first().click();
		for (const name of [".env", ".env.example", "assistant/classify.py", "scripts/smoke.sh", "web/greeting.tsx"]) {
			const box = row(new RegExp(`^${name.replace(/\./g, "\\.")}\\d*$`)).locator(
				".custom-view-tree-node-item-checkbox",
			);
			await box.click();
			await until(`${name} is not ticked`, async () => (await box.getAttribute("aria-checked")) === "false");
		}
		await command("Helicone to Concentrate: Preview What Is Ticked");
		await preview().first().waitFor();
		const previewed = await preview().locator(".monaco-list").first().textContent();
		assert.doesNotMatch(previewed ?? "", /classify\.py|smoke\.sh/);
		await press("Discard", preview());
		await preview().first().waitFor({ state: "detached" });
		assert.deepEqual(texts(folder), original);
	});

	it("3 the preview shows the changes, suggested ones unticked; discarding leaves every byte", async () => {
		await command("Helicone to Concentrate: Preview Migration");
		await preview().first().waitFor();
		await page.locator('.action-label[aria-label^="Maximize Panel"]').first().click();
		await page.screenshot({ path: path.join(screenshots, "migration-3-the-preview.png") });
		const ticks = preview().locator(".monaco-list-row .edit-checkbox");
		await ticks.first().waitFor();
		const states = await ticks.evaluateAll((all) => all.map((one) => one.getAttribute("aria-checked")));
		assert.ok(states.includes("true") && states.includes("false"), String(states));
		await press("Discard", preview());
		await preview().first().waitFor({ state: "detached" });
		assert.deepEqual(texts(folder), original);
	});

	it("4 what is applied are the ticked changes: the safe ones", async () => {
		await command("Helicone to Concentrate: Preview Migration");
		await preview().first().waitFor();
		await press("Apply", preview());
		await preview().first().waitFor({ state: "detached" });
		await until("the files are saved", () => read("assistant/answer.py").includes("api.concentrate.ai/v1"));
		const safe = written();
		await until("all of them", () => isDeepStrictEqual(texts(folder), safe)).catch(() =>
			assert.deepEqual(texts(folder), safe),
		);
	});

	it("5 one undo brings every byte back", async () => {
		await page.locator(".tab", { hasText: "answer.py" }).first().click();
		await page.locator(".view-line").first().click();
		await page.keyboard.press("Control+Z");
		await page.locator(".view-line", { hasText: "https://oai.helicone.ai/v1" }).first().waitFor();
		await command("File: Save All");
		await until("every byte", () => isDeepStrictEqual(texts(folder), original)).catch(() =>
			assert.deepEqual(texts(folder), original),
		);
	});

	it("6 files with changes that are not committed are named before; cancel leaves nothing", async () => {
		commitAll(folder);
		writeFileSync(path.join(folder, "web/chat.ts"), `${original["web/chat.ts"]}// not committed\n`);
		const before = texts(folder);
		await command("Helicone to Concentrate: Migrate Workspace");
		await dialog().waitFor();
		await page.screenshot({ path: path.join(screenshots, "migration-6-the-question.png") });
		assert.match((await dialog().textContent()) ?? "", /Not committed yet: web\/chat\.ts/);
		await press("Cancel", dialog());
		await dialog().waitFor({ state: "detached" });
		assert.deepEqual(texts(folder), before);
	});

	it("7 everything is migrated when asked for", async () => {
		await command("Helicone to Concentrate: Migrate Workspace");
		await dialog().waitFor();
		await press("All Fixes", dialog());
		await until("the files are saved", () => read("web/chat.ts").includes("api.concentrate.ai/v1"));
		await toast().filter({ hasText: "migrated in 8 files" }).first().waitFor();
	});

	it("8 the report opens", async () => {
		await page.locator(".notification-list-item .monaco-button", { hasText: "Open Report" }).first().click();
		await page.locator(".view-line", { hasText: "From Helicone to Concentrate" }).first().waitFor();
	});

	it("9 what no fix settles is marked, and the view shows it is left", async () => {
		await command("Helicone to Concentrate: Mark What Is Left with TODO Comments");
		await toast().filter({ hasText: "TODO comments have been put in 1 file" }).first().waitFor();
		// VS Code saves by itself what a refactoring changes in several files, not in one.
		await page.locator(".tab", { hasText: "summary.js" }).first().click();
		await page.keyboard.press("Control+S");
		await until("the comment is saved", () => /\/\/ TODO\(migrate-helicone\): /.test(read("jobs/summary.js")));
	});

	it("10 finishing asks for a test first, and takes away the keys that were commented out", async () => {
		assert.match(read(".env.example"), /^# unused since migrate-helicone: ANTHROPIC_API_KEY=/m);
		await command("Helicone to Concentrate: Finish Migration");
		await dialog().waitFor();
		await page.screenshot({ path: path.join(screenshots, "migration-10-the-question.png") });
		await press("It Is Verified", dialog());
		await toast().filter({ hasText: "Finished" }).first().waitFor();
		await page.locator(".tab", { hasText: ".env.example" }).first().click();
		await page.keyboard.press("Control+S");
		await until("the key is gone", () => !/ANTHROPIC_API_KEY/.test(read(".env.example")));
	});

	const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

	/** What the command line makes of the same folder. */
	function written(): Record<string, string> {
		const copy = path.join(profile.home, "copy");
		cpSync(path.join(root, "test/workspaces/demo"), copy, { recursive: true });
		spawnSync(process.execPath, [path.join(root, "server/out/cli.js"), "fix"], { cwd: copy });
		return texts(copy);
	}
});

function commitAll(folder: string): void {
	const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args]);
	git("init", "-q");
	git("add", "-A");
	git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "before");
}

/** Texts of all files below a folder, by relative path, without git's own. */
function texts(folder: string): Record<string, string> {
	const all = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
	const files = all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
	const mine = files.filter((file) => !file.includes("/.git/")).sort();
	return Object.fromEntries(mine.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}
