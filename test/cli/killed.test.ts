import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { temporaryEnding } from "../../server/host/write-file";
import { folderWith, removeFolders } from "../support/folder";
import { root } from "../vscode/server-package";

/** Many small programs: enough that the run is still writing when it is killed. */
const count = 120;
const program = (index: number) =>
	[
		"import os",
		"from openai import OpenAI",
		"",
		`# program ${index}`,
		"client = OpenAI(",
		'    base_url="https://oai.helicone.ai/v1",',
		'    api_key=os.environ["OPENAI_API_KEY"],',
		'    default_headers={"Helicone-Auth": f"Bearer {os.environ[\'HELICONE_API_KEY\']}"},',
		")",
		"",
	].join("\n");
const files: Readonly<Record<string, string>> = {
	...Object.fromEntries(Array.from({ length: count }, (_, index) => [`app/p${index}.py`, program(index)])),
	".env": "OPENAI_API_KEY=sk-abc\nHELICONE_API_KEY=sk-helicone-...\n",
};
const cli = path.join(root, "server/out/cli.js");
const fix = [cli, "fix", "--suggested", "--allow-dirty"];

/** Killed between two files, or in the middle of one: every file is the old one or the new one, and the next run does the rest. */
describe("a killed run", function () {
	this.timeout(240_000);
	let whole: ReadonlyMap<string, string>;

	before(() => {
		assert.equal(spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root }).status, 0);
		const folder = folderWith(files);
		assert.equal(spawnSync(process.execPath, fix, { cwd: folder }).status, 0);
		whole = textsOf(folder);
		for (const [name, text] of Object.entries(files)) assert.notEqual(whole.get(name), text, name);
	});
	after(removeFolders);

	for (const share of [0, 0.3, 0.8]) {
		it(`after ${Math.round(share * 100)} % of the files, and once more`, async () => {
			const folder = folderWith(files);
			const child = spawn(process.execPath, fix, { cwd: folder, stdio: "ignore" });
			await killWhen(child, () => changed(folder) > share * count);
			const done = changed(folder);
			assert.ok(done > share * count && done < Object.keys(files).length, `${done} files were written before the kill`);
			for (const [name, text] of textsOf(folder))
				assert.ok(text === files[name] || text === whole.get(name), `${name} is neither old nor new`);

			assert.equal(spawnSync(process.execPath, fix, { cwd: folder }).status, 0);
			assert.deepEqual(textsOf(folder), whole);
		});
	}
});

async function killWhen(child: ChildProcess, isTime: () => boolean): Promise<void> {
	const ended = once(child, "exit");
	while (child.exitCode === null && !isTime()) await new Promise((resolve) => setTimeout(resolve, 1));
	child.kill("SIGKILL");
	await ended;
}

function changed(folder: string): number {
	return Object.keys(files).filter((name) => readFileSync(path.join(folder, name), "utf8") !== files[name]).length;
}

/** What a killed run leaves beside the files, under a name that nobody reads, is not part of the program. */
function textsOf(folder: string): ReadonlyMap<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.endsWith(temporaryEnding))
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
	return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}
