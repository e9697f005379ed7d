import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../vscode/server-package";
import { until } from "../../vscode/waiting";
import { appears, textsOf, untilTexts, Workbench } from "./workbench";

const demo = path.join(root, "test/workspaces/demo");

/** A workspace of two folders, and what people do in the middle of a migration. Every test ends with the files as they were. */
describe("migrating two folders", () => {
	let bench: Workbench;
	let folders: string;
	let original: Record<string, string>;

	before(async () => {
		bench = await Workbench.open((home) => {
			folders = path.join(home, "two");
			cpSync(path.join(demo, "assistant"), path.join(folders, "api"), { recursive: true });
			cpSync(path.join(demo, "web"), path.join(folders, "web"), { recursive: true });
			const workspace = path.join(home, "two.code-workspace");
			writeFileSync(workspace, JSON.stringify({ folders: [{ path: "two/api" }, { path: "two/web" }] }));
			return { folder: workspace, file: path.join(folders, "api/answer.py") };
		});
		original = textsOf(folders);
		// On a slow machine VS Code may open a workspace before it can read the file that names its folders, and stays without any.
		await until("both folders are there", async () => {
			await bench.page.locator(".squiggly-warning").first().waitFor({ timeout: 120_000 });
			await bench.command("Focus on Findings View");
			if (await appears(bench.row("web/chat.ts"), 30_000)) return true;
			await bench.page.reload({ waitUntil: "commit" });
			return false;
		});
	});

	after(() => bench?.close());

	afterEach(async function () {
		await bench?.screenshot(`two folders ${this.currentTest?.title ?? "test"}`);
	});

	const read = (name: string) => readFileSync(path.join(folders, name), "utf8");

	/** What the command line makes of each folder. */
	function written(...argv: readonly string[]): Record<string, string> {
		const copy = path.join(bench.home, "copy");
		rmSync(copy, { recursive: true, force: true });
		for (const [name, text] of Object.entries(original)) {
			mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
			writeFileSync(path.join(copy, name), text);
		}
		for (const folder of ["api", "web"]) {
			const cli = path.join(root, "server/out/cli.js");
			spawnSync(process.execPath, [cli, "fix", ...argv], { cwd: path.join(copy, folder) });
		}
		return textsOf(copy);
	}

	/** The files as they were at first; VS Code does not look at the disk while it is saving. */
	async function restore(): Promise<void> {
		await bench.page.locator(".tab.dirty").first().waitFor({ state: "detached" });
		for (const [name, text] of Object.entries(original)) writeFileSync(path.join(folders, name), text);
		await bench.showTab("answer.py");
		await bench.line('"""Writes the answer').waitFor();
		await bench.line("# mine").waitFor({ state: "detached" });
		await bench.line("https://oai.helicone.ai/v1").waitFor();
		await bench.row("web/greeting.tsx").waitFor();
	}

	/** Unticks an edit of the preview whose line holds the text. */
	async function untick(text: string): Promise<void> {
		const edit = bench.preview.locator(".monaco-list-row", { hasText: text }).last();
		const box = edit.locator(".edit-checkbox");
		await until(`${text} is not ticked`, async () => {
			if ((await box.getAttribute("aria-checked")) === "false") return true;
			await box.click();
			return (await box.getAttribute("aria-checked")) === "false";
		});
	}

	const previewed = () => bench.preview.locator(".monaco-list-rows").first().textContent();

	/** Of a list with ticks: what each row says. */
	const ticks = () =>
		bench.page
			.locator(".quick-input-list .monaco-list-row .monaco-checkbox")
			.evaluateAll((all) => all.map((one) => one.getAttribute("aria-checked")));

	async function previewAlmostAll(): Promise<void> {
		await bench.command("Helicone to Concentrate: Preview Migration");
		await bench.preview.locator(".monaco-list-row").first().waitFor();
		await untick("api_key=os.environ");
		await bench.endPreview("Apply");
	}

	it("lists the findings of both", async () => {
		await bench.row("api/answer.py").waitFor();
		await bench.row("web/chat.ts").waitFor();
	});

	it("an edit unticked in the preview, and its client moved in part: what was taken of it can be taken back", async () => {
		await previewAlmostAll();
		await bench.notice("Changes that belong together were applied only in part: api/answer.py.");
		assert.match(read("api/answer.py"), /api\.concentrate\.ai[\s\S]*OPENAI_API_KEY/);
		await bench.pressNotice("Changes that belong together were applied only in part: api/answer.py.", "Take Back");
		await untilTexts(folders, { ...written(), "api/answer.py": original["api/answer.py"] ?? "" });
	});

	it("or it can be completed", async () => {
		await previewAlmostAll();
		await bench.notice("Changes that belong together were applied only in part: api/answer.py.");
		await bench.pressNotice("Changes that belong together were applied only in part: api/answer.py.", "Complete");
		// VS Code saves by itself what a refactoring changes in several files, not in one.
		await bench.saveAllUntilTexts(folders, written());
		await restore();
	});

	it("what is not saved yet is migrated as it stands in the editor, in both folders, with one undo", async () => {
		await bench.showTab("answer.py");
		await bench.line("oai.helicone.ai").waitFor();
		await bench.page.locator(".view-line").first().click();
		await bench.page.keyboard.press("Control+Home");
		await bench.page.keyboard.type("# mine\n");
		await bench.line("# mine").waitFor();
		await bench.command("Helicone to Concentrate: Migrate Workspace");
		await bench.answer("All Fixes");
		const fixed = written("--suggested");
		await untilTexts(folders, { ...fixed, "api/answer.py": `# mine\n${fixed["api/answer.py"]}` });
		await bench.showTab("answer.py");
		await bench.undo("https://oai.helicone.ai/v1", folders, {
			...original,
			"api/answer.py": `# mine\n${original["api/answer.py"]}`,
		});
		await restore();
	});

	it("a file that changes while the preview is open is planned again, not overwritten", async () => {
		await bench.command("Helicone to Concentrate: Preview Migration");
		await bench.preview.locator(".monaco-list-row").first().waitFor();
		appendFileSync(path.join(folders, "api/classify.py"), "# from another program\n");
		const changed = textsOf(folders);
		await bench.press("Apply", bench.preview.first());
		// VS Code's own word, which keeps the preview until it is answered.
		assert.match((await bench.dialog.textContent()) ?? "", /classify\.py' has changed in the meantime/);
		await bench.answer("OK");
		await bench.notice("Files have changed since the preview, so nothing was applied.");
		assert.deepEqual(textsOf(folders), changed);
		await bench.pressNotice("Files have changed since the preview, so nothing was applied.", "Plan Again");
		await bench.endPreview("Apply");
		const fixed = written();
		await untilTexts(folders, {
			...fixed,
			"api/classify.py": `${fixed["api/classify.py"]}# from another program\n`,
		});
		await restore();
	});

	it("cancelling the planning leaves nothing", async () => {
		const many = path.join(folders, "api/many");
		mkdirSync(many);
		for (let index = 0; index < 400; index++)
			writeFileSync(path.join(many, `answer${index}.py`), original["api/answer.py"] ?? "");
		const before = textsOf(folders);
		await bench.command("Helicone to Concentrate: Migrate Workspace");
		await bench.press("Cancel", await bench.notice("Planning the migration"));
		await bench.page
			.locator(".notification-list-item:visible", { hasText: "Planning the migration" })
			.waitFor({ state: "detached" });
		assert.equal(await bench.dialog.count(), 0);
		assert.deepEqual(textsOf(folders), before);
		rmSync(many, { recursive: true });
	});

	it("a file of any language that is read has its commands", async () => {
		await bench.openFile("requirements.txt");
		await bench.command("Helicone to Concentrate: Fix All That Is Safe in This File");
		await bench.notice("There is nothing to fix in this file.");
	});

	it("some rules alone can be looked at", async () => {
		await bench.command("Helicone to Concentrate: Preview Migration of Some Rules");
		const header = bench.page.locator(".quick-input-widget .quick-input-header .monaco-checkbox");
		await until("no rule is ticked", async () => {
			if ((await ticks()).length > 1 && (await ticks()).every((one) => one === "false")) return true;
			await header.click();
			return false;
		});
		await bench.page.keyboard.type("helicone-response-header");
		await until("one rule is listed", async () => (await ticks()).length === 1);
		await bench.page.locator(".quick-input-list .monaco-list-row .monaco-checkbox").click();
		await until("it is ticked", async () => (await ticks())[0] === "true");
		await bench.press("OK", bench.page.locator(".quick-input-widget"));
		await bench.preview.locator(".monaco-list-row").first().waitFor();
		assert.match((await previewed()) ?? "", /^chat\.ts/);
		assert.doesNotMatch((await previewed()) ?? "", /answer\.py/);
		await bench.endPreview("Discard");
		assert.deepEqual(textsOf(folders), original);
	});
});
