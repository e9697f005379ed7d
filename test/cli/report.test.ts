import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { addFiles, folderWith, removeFolders } from "../support/folder";
import { runIn } from "./running";

const app = [
	"import os",
	"from openai import OpenAI",
	"",
	"client = OpenAI(",
	'    api_key=os.environ["OPENAI_API_KEY"],',
	'    base_url="https://oai.helicone.ai/v1",',
	'    default_headers={"Helicone-Auth": f"Bearer {os.environ[\'HELICONE_API_KEY\']}", "Helicone-User-Id": "desk"},',
	")",
	'print(client.headers.get("Helicone-Cache"))',
	"",
].join("\n");
const lock = '{ "packages": { "node_modules/@helicone/helpers": {} } }\n';

function commit(folder: string): void {
	const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args]);
	git("init", "-q");
	git("add", "-A");
	git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "before");
}

describe("report", () => {
	afterEach(removeFolders);

	it("says before a run what it would do, and writes nothing", async () => {
		const folder = folderWith({ "app.py": app });
		const { code, out } = await runIn(folder, "report");
		assert.match(out, /## What would change, and why/);
		assert.match(out, /`app\.py:6` `oai\.helicone\.ai`/);
		assert.equal(code, 1, "Helicone-Cache is left");
		assert.equal(readFileSync(path.join(folder, "app.py"), "utf8"), app);
	});

	it("compares with the last commit after a run", async () => {
		const folder = folderWith({ "app.py": app, "package-lock.json": lock });
		commit(folder);
		await runIn(folder, "fix");
		const { out } = await runIn(folder, "report");
		assert.match(out, /## What changed, and why/);
		assert.match(out, /\| Base URL of a Helicone gateway \| 1 \| 1 \| 0 \|/);
		assert.match(out, /\*\*Users\*\* \(`Helicone-User-Id`\)/);
		assert.match(out, /## Lock files to renew[\s\S]*`package-lock\.json`/);
		assert.doesNotMatch(out, /## The way back/);
	});

	it("compares with an older revision, and refuses one that is none", async () => {
		const folder = folderWith({ "app.py": app });
		commit(folder);
		await runIn(folder, "fix");
		execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qam", "after"]);
		assert.match((await runIn(folder, "report", "--since", "HEAD~1")).out, /## What changed, and why/);
		const { code, err } = await runIn(folder, "report", "--since", "--output=x");
		assert.equal(code, 2);
		assert.match(err, /git does not know/);
	});

	it("of a run outside of git brings the old texts back", async () => {
		const folder = folderWith({ "app.py": app, ".env": "HELICONE_API_KEY=hunter2hunter2\n" });
		await runIn(folder, "fix", "--report", "report.md");
		const written = readFileSync(path.join(folder, "report.md"), "utf8");
		assert.doesNotMatch(written, /hunter2/);
		assert.match(written, /leaves out `\.env`/);
		const patch = /```diff\n([\s\S]*?)```/.exec(written)?.[1];
		assert.ok(patch);
		addFiles(folder, { "back.patch": patch });
		execFileSync("git", ["-C", folder, "init", "-q"]);
		execFileSync("git", ["-C", folder, "apply", "back.patch"]);
		assert.equal(readFileSync(path.join(folder, "app.py"), "utf8"), app);
	});

	it("goes where --out says", async () => {
		const folder = folderWith({ "app.py": app });
		const { out } = await runIn(folder, "report", "--out", "report.md");
		assert.equal(out, "");
		assert.match(readFileSync(path.join(folder, "report.md"), "utf8"), /^# From Helicone/);
		const { files, findings } = JSON.parse((await runIn(folder, "check", "report.md", "--format", "json")).out);
		assert.deepEqual([files.length, findings], [1, []], "the report itself is nothing to migrate");
	});
});
