import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";
import { root } from "../../vscode/server-package";
import { until } from "../../vscode/waiting";
import { appears, textsOf, untilTexts, Workbench } from "./workbench";

const demo = path.join(root, "test/workspaces/demo");
const answerFile = "assistant/answer.py";
/** Stands in the open editor before a migration. */
const shown = "https://oai.helicone.ai/v1";

/** A part of a workspace is migrated: what is ticked, a file, a folder, some rules. Every test ends with the files as they were. */
describe("choosing what is migrated", () => {
	let bench: Workbench;
	let folder: string;
	let original: Record<string, string>;

	before(async () => {
		bench = await Workbench.open((home) => {
			folder = path.join(home, "demo");
			cpSync(demo, folder, { recursive: true });
			return { folder, file: path.join(folder, answerFile) };
		});
		original = textsOf(folder);
		await bench.page.locator(".squiggly-warning").first().waitFor({ timeout: 120_000 });
		await bench.command("Focus on Findings View");
		await bench.row("web/chat.ts").waitFor();
	});

	after(() => bench?.close());

	afterEach(async function () {
		await bench?.screenshot(`choosing ${this.currentTest?.title ?? "test"}`);
	});

	/** The files as the command line writes them. */
	function written(...argv: readonly string[]): Record<string, string> {
		const copy = path.join(bench.home, "copy");
		rmSync(copy, { recursive: true, force: true });
		for (const [name, text] of Object.entries(original)) {
			mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
			writeFileSync(path.join(copy, name), text);
		}
		spawnSync(process.execPath, [path.join(root, "server/out/cli.js"), "fix", ...argv], { cwd: copy });
		const texts = textsOf(copy);
		assert.notDeepEqual(texts, original, "the command line changes something");
		return texts;
	}

	/** Takes all fixes of what was chosen, compares, and undoes it. */
	async function takeAll(wanted: Record<string, string>): Promise<void> {
		// Nothing is to be looked at where all is safe: then the button is another one.
		await bench.answer(/^(All Fixes|Migrate)$/);
		await bench.saveAllUntilTexts(folder, wanted);
		await undoAll();
	}

	async function undoAll(): Promise<void> {
		await bench.showTab("answer.py");
		await bench.undo(shown, folder, original);
	}

	const box = (row: Locator) => row.locator(".custom-view-tree-node-item-checkbox");

	/** What the extension says of the tick counts: VS Code shows a click before the extension has heard of it. */
	async function tick(row: Locator, isTicked: boolean): Promise<void> {
		const said = isTicked ? "will be migrated" : "stays as it is";
		const isSo = async () => ((await box(row).getAttribute("aria-label")) ?? "").endsWith(said);
		await until(`the row ${said}`, async () => {
			if (await isSo()) return true;
			await box(row).click();
			return until(said, isSo, 10_000).catch(() => false);
		});
	}

	/** A group of which some findings are ticked looks like one without any: all, then none. */
	async function untickAll(): Promise<void> {
		await bench.command("Helicone to Concentrate: Focus on Findings View");
		await bench.page.keyboard.press("Home");
		const groups = bench.page.locator(".pane-body .monaco-list-row[aria-level='1']");
		for (const row of await groups.all()) {
			if ((await box(row).count()) === 0) continue;
			await tick(row, true);
			await tick(row, false);
		}
	}

	it("the view counts, and says of a finding why it is one", async () => {
		const rows = bench.page.locator(".pane-body .monaco-list-row[aria-level='1']");
		const labels = await rows.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
		assert.ok(labels.includes(`${answerFile}: 8 findings, 7 of them ticked for migration`), labels.join("\n"));
		await bench.expand(bench.row(answerFile));
		const finding = bench.row("Helicone-Cache-Enabled");
		const hover = bench.page.locator(".monaco-hover:visible .hover-row", { hasText: "Concentrate" }).first();
		await until("the reason is shown", async () => {
			await finding.hover();
			await finding.locator('.action-label[aria-label="Why?"]').click();
			return appears(hover);
		});
		await bench.page.keyboard.press("Escape");
	});

	it("a single finding that is ticked in the view", async () => {
		await untickAll();
		const file = bench.row(answerFile);
		await bench.expand(file);
		await tick(bench.row("Helicone-Cache-Enabled"), true);
		await bench.command("Helicone to Concentrate: Migrate What Is Ticked");
		const cache = '        "Helicone-Cache-Enabled": "true",\n';
		const before = original[answerFile] ?? "";
		assert.ok(before.includes(cache));
		await takeAll({ ...original, [answerFile]: before.replace(cache, "") });
	});

	it("a file that is ticked in the view", async () => {
		await untickAll();
		await tick(bench.row(answerFile), true);
		await bench.command("Helicone to Concentrate: Migrate What Is Ticked");
		await takeAll(written("--suggested", answerFile));
	});

	it("a rule that is ticked in the view", async () => {
		await bench.page.locator('.action-label[aria-label="Group by Rule"]').first().click();
		const rule = bench.row("Base URL of a Helicone gateway");
		await rule.waitFor();
		await untickAll();
		await tick(rule, true);
		await bench.command("Helicone to Concentrate: Migrate What Is Ticked");
		await takeAll(written("--suggested", "--rule", "helicone-base-url"));
		await bench.page.locator('.action-label[aria-label="Group by File"]').first().click();
		await bench.row(answerFile).waitFor();
	});

	it("a folder, in the Explorer", async () => {
		await migrateFromExplorer("assistant", "Migrate to Concentrate");
		await takeAll(written("--suggested", "assistant"));
	});

	it("a file, in the Explorer, after its preview", async () => {
		await migrateFromExplorer("answer.py", "Preview Migration");
		await bench.endPreview("Apply");
		await bench.saveAllUntilTexts(folder, written(answerFile));
		await undoAll();
	});

	it("what changes while the question is open is planned again, and the report of it leads back where git does not", async () => {
		await bench.command("Helicone to Concentrate: Migrate Workspace");
		await bench.dialog.waitFor();
		appendFileSync(path.join(folder, "assistant/classify.py"), "# from another program\n");
		await bench.answer("All Fixes");
		const fixed = written("--suggested");
		const classify = `${fixed["assistant/classify.py"]}# from another program\n`;
		await bench.saveAllUntilTexts(folder, { ...fixed, "assistant/classify.py": classify });
		await bench.pressNotice("migrated in 8 files", "Open Report");
		await bench.line("From Helicone to Concentrate").waitFor();
		await bench.page.keyboard.press("Control+F");
		await bench.page.keyboard.type("## The way back");
		await bench.line("This patch brings them back").waitFor();
		await bench.page.keyboard.press("Escape");
		await bench.command("View: Revert and Close Editor");
		await bench.showTab("answer.py");
		const there = {
			...original,
			"assistant/classify.py": `${original["assistant/classify.py"]}# from another program\n`,
		};
		await bench.undo(shown, folder, there);
		writeFileSync(path.join(folder, "assistant/classify.py"), original["assistant/classify.py"] ?? "");
		await untilTexts(folder, original);
	});

	it("a preview of files with changes that are not committed is asked about: cancel leaves nothing, continue shows it", async () => {
		const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args]);
		git("init", "-q");
		git("add", "-A");
		git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "before");
		appendFileSync(path.join(folder, "web/chat.ts"), "// not committed\n");
		const before = textsOf(folder);
		await bench.command("Helicone to Concentrate: Preview Migration");
		await bench.dialog.waitFor();
		assert.match((await bench.dialog.textContent()) ?? "", /Not committed yet: web\/chat\.ts/);
		await bench.answer("Cancel");
		assert.equal(await bench.preview.locator(".monaco-list-row").count(), 0);
		await bench.command("Helicone to Concentrate: Preview Migration");
		await bench.answer("Continue");
		await bench.endPreview("Discard");
		assert.deepEqual(textsOf(folder), before);
		git("checkout", "-q", ".");
		await untilTexts(folder, original);
	});

	it("some rules, after their preview", async () => {
		await bench.command("Helicone to Concentrate: Preview Migration of Some Rules");
		await pickRule("helicone-base-url");
		await bench.endPreview("Apply");
		await bench.saveAllUntilTexts(folder, written("--rule", "helicone-base-url"));
		await undoAll();
	});

	async function migrateFromExplorer(name: string, command: string): Promise<void> {
		await bench.command("View: Show Explorer");
		const inExplorer = (text: string) =>
			bench.page
				.locator(".explorer-folders-view .monaco-list-row")
				.filter({ hasText: new RegExp(`^${text}`) })
				.first();
		if (name !== "assistant") await bench.expand(inExplorer("assistant"));
		await bench.choose(inExplorer(name), "Helicone to Concentrate", command);
	}

	/** Of all rules, this one alone. */
	async function pickRule(id: string): Promise<void> {
		const list = bench.page.locator(".quick-input-list .monaco-list-row .monaco-checkbox");
		const ticks = () => list.evaluateAll((all) => all.map((one) => one.getAttribute("aria-checked")));
		await until("no rule is ticked", async () => {
			const seen = await ticks();
			if (seen.length > 1 && seen.every((one) => one === "false")) return true;
			await bench.page.locator(".quick-input-widget .quick-input-header .monaco-checkbox").click();
			return false;
		});
		await bench.page.keyboard.type(id);
		await until("one rule is listed", async () => (await ticks()).length === 1);
		await list.click();
		await until("it is ticked", async () => (await ticks())[0] === "true");
		await bench.press("OK", bench.page.locator(".quick-input-widget"));
	}
});
