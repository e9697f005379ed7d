/** What VS Code's extension host runs: the Mocha files beside this one, from `test/output/e2e`. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Called by VS Code. @throws when a test failed, which becomes VS Code's exit code */
export async function run(): Promise<void> {
	// Mocha is an ES module, and VS Code loads this bundle with `require`.
	const { default: Mocha } = await import("mocha");
	const { default: reporter } = await import(pathToFileURL(path.join(__dirname, "../../mocha-counts.mjs")).href);
	const mocha = new Mocha({ ui: "bdd", timeout: 180_000, color: true, reporter });
	for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".test.js"))) {
		mocha.addFile(path.join(__dirname, file));
	}
	await mocha.loadFilesAsync();
	const failures = await new Promise<number>((resolve) => mocha.run(resolve));
	if (failures > 0) throw new Error(`${failures} tests failed`);
}
