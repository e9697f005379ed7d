/** The packaged extension in a real workbench, driven as a person would: keys, the palette, buttons, what is to be seen. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import { installChromium, launch } from "../../vscode/chromium";
import { type EmbeddedServer, installExtension, startServer } from "../../vscode/embedded";
import { layLanguagePack } from "../../vscode/language-pack";
import { makeProfile, type Profile } from "../../vscode/profile";
import { installServer, root } from "../../vscode/server-package";
import { until } from "../../vscode/waiting";
import { openWorkbench } from "../../vscode/workbench";

const screenshots = path.join(root, "test/output/screenshots");

/** Milliseconds that one thing may take to show up: a deadline for a busy machine, no promise to people. */
const patience = 60_000;
/** Milliseconds after which a person would press the key again. */
const impatience = 5000;

export class Workbench {
	private constructor(
		readonly page: Page,
		/** The profile's home: the folders of the test lie in it. */
		readonly home: string,
		readonly close: () => Promise<void>,
	) {}

	/**
	 * Installs the extension in a profile of its own and opens VS Code, not for development: that has no toasts and no dialogs.
	 * @param lay makes what is to be opened, below the given home
	 * @param language of VS Code, English without
	 */
	static async open(
		lay: (home: string) => { readonly folder: string; readonly file?: string },
		language?: string,
	): Promise<Workbench> {
		const vsix = process.env.VSIX;
		assert.ok(vsix, "VSIX names the packaged extension");
		mkdirSync(screenshots, { recursive: true });
		const program = await installServer();
		const profile = await makeProfile();
		assert.equal(await installExtension(program, profile, vsix), 0);
		if (language !== undefined) await layLanguagePack(profile, language);
		const opening = lay(profile.home);
		const server = await startServer(program, profile, {
			development: false,
			...(language === undefined ? {} : { language }),
		});
		const browser = await launch(await installChromium());
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		page.setDefaultTimeout(patience);
		await slowDown(page);
		await openWorkbench(page, server, opening);
		return new Workbench(page, profile.home, () => close(browser, server, profile));
	}

	/** Runs the command that VS Code lists first for the title: a longer one with the same beginning comes first once it was used. */
	async command(title: string): Promise<void> {
		const { page } = this;
		const first = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).first();
		await until(`the palette offers ${title}`, async () => {
			await page.keyboard.press("F1");
			if (!(await appears(page.locator(".quick-input-widget:visible").first()))) return false;
			await page.keyboard.type(title);
			const isThere = await appears(first);
			if (!isThere) await page.keyboard.press("Escape");
			return isThere;
		});
		await page.keyboard.press("Enter");
	}

	async openFile(name: string): Promise<void> {
		await until(`${name} is open`, async () => {
			await this.page.keyboard.press("Control+P");
			const file = this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).first();
			await this.page.keyboard.type(name);
			if (await appears(file)) await this.page.keyboard.press("Enter");
			else await this.page.keyboard.press("Escape");
			return appears(this.page.locator(".tab.active", { hasText: name }).first());
		});
	}

	/** A dialog that keeps all else from being used. */
	get dialog(): Locator {
		return this.page.locator(".monaco-dialog-box");
	}

	/** VS Code's preview of a refactoring. */
	get preview(): Locator {
		return this.page.locator(".bulk-edit-panel");
	}

	/** A row of a tree or list in a view. */
	row(text: string | RegExp): Locator {
		return this.page.locator(".pane-body .monaco-list-row").filter({ hasText: text }).first();
	}

	line(text: string): Locator {
		return this.page.locator(".view-line", { hasText: text }).first();
	}

	async press(button: string | RegExp, within: Locator): Promise<void> {
		await within.locator(".monaco-button", { hasText: button }).first().click();
	}

	/** Presses a button of the dialog and waits until it is gone. */
	async answer(button: string | RegExp): Promise<void> {
		await this.dialog.waitFor();
		await this.press(button, this.dialog);
		await this.dialog.waitFor({ state: "detached" });
	}

	/** Presses a button of the preview, once it has something to show, and waits until it is gone. */
	async endPreview(button: "Apply" | "Discard"): Promise<void> {
		await this.preview.locator(".monaco-list-row").first().waitFor();
		await this.press(button, this.preview.first());
		await this.preview.first().waitFor({ state: "detached" });
	}

	/** Opens the node of a tree, whether or not it was. */
	async expand(row: Locator): Promise<void> {
		await until("the node is open", async () => {
			if ((await row.getAttribute("aria-expanded")) === "true") return true;
			await row.locator(".monaco-tl-twistie").click();
			return false;
		});
	}

	/** A notification; a toast that has hidden itself meanwhile is looked for where VS Code keeps them. */
	async notice(text: string): Promise<Locator> {
		const shown = this.page.locator(".notification-list-item:visible", { hasText: text }).first();
		await until(`the notification: ${text}`, async () => {
			if (await appears(shown)) return true;
			await this.command("Notifications: Show Notifications");
			return appears(shown);
		});
		return shown;
	}

	/** Presses a button of a notification: on a slow machine a toast may hide itself between being seen and being pressed. */
	async pressNotice(text: string, button: string): Promise<void> {
		await until(`${button} is pressed`, async () => {
			const shown = await this.notice(text);
			const found = shown.locator(".monaco-button", { hasText: button }).first();
			return found.click({ timeout: impatience }).then(
				() => true,
				() => false,
			);
		});
	}

	async showTab(name: string): Promise<void> {
		await this.page.locator(".tab", { hasText: name }).first().click();
	}

	/** Saves again and again: VS Code opens what an undo has changed one after the other, and saves only what is open. */
	async saveAllUntil(what: string, isSo: () => boolean): Promise<void> {
		await until(what, async () => {
			await this.command("File: Save All");
			return until(what, isSo, impatience).catch(() => false);
		});
	}

	/** One undo in the editor in front, which must show the text then; what VS Code opened for it is saved. */
	async undo(shown: string, folder: string, wanted: Readonly<Record<string, string>>): Promise<void> {
		await this.page.locator(".view-line").first().click();
		await this.page.keyboard.press("Control+Z");
		await this.line(shown).waitFor();
		await this.saveAllUntilTexts(folder, wanted);
	}

	/** Like `saveAllUntil`; when time runs out it says which file is not as it should be. */
	async saveAllUntilTexts(folder: string, wanted: Readonly<Record<string, string>>): Promise<void> {
		await this.saveAllUntil("the files are as they should be", () => isDeepStrictEqual(textsOf(folder), wanted)).catch(
			() => assert.deepEqual(textsOf(folder), wanted),
		);
	}

	/** Chooses a command of a context menu, here one level down. */
	async choose(row: Locator, ...path: readonly string[]): Promise<void> {
		const item = (text: string) => this.page.locator(".monaco-menu .action-label:visible", { hasText: text }).first();
		const [outer, last] = [path.slice(0, -1), path.at(-1) ?? ""];
		await until(`the menu offers ${last}`, async () => {
			await this.page.keyboard.press("Escape");
			await row.click({ button: "right" });
			for (const text of outer) {
				if (!(await appears(item(text)))) return false;
				await item(text).hover();
			}
			return appears(item(last));
		});
		// The menu takes a click soon after it has opened for the end of the one that opened it.
		await item(last).hover();
		await this.page.keyboard.press("Enter");
	}

	async screenshot(name: string): Promise<void> {
		const file = name.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
		await this.page.screenshot({ path: path.join(screenshots, `${file}.png`) });
	}
}

/** @returns whether it is to be seen before a person would lose patience, or within so many milliseconds */
export function appears(what: Locator, timeout = impatience): Promise<boolean> {
	return what.waitFor({ timeout }).then(
		() => true,
		() => false,
	);
}

/** Texts of all files below a folder, by relative path, without git's own. */
export function textsOf(folder: string): Record<string, string> {
	const all = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
	const files = all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
	const mine = files.filter((file) => !file.includes("/.git/")).sort();
	return Object.fromEntries(mine.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}

/** Waits until all files below the folder are these; when time runs out it says which is not. */
export async function untilTexts(folder: string, wanted: Readonly<Record<string, string>>): Promise<void> {
	await until("the files are as they should be", () => isDeepStrictEqual(textsOf(folder), wanted)).catch(() =>
		assert.deepEqual(textsOf(folder), wanted),
	);
}

/** SLOWDOWN=6 makes the workbench as slow as on a machine with a sixth of the power: races show here, not in CI. */
async function slowDown(page: Page): Promise<void> {
	const rate = Number(process.env.SLOWDOWN ?? 1);
	if (rate <= 1) return;
	const session = await page.context().newCDPSession(page);
	await session.send("Emulation.setCPUThrottlingRate", { rate });
}

async function close(browser: Browser, server: EmbeddedServer, profile: Profile): Promise<void> {
	await browser.close();
	await server.stop();
	await profile.remove();
}
