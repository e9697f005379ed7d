/** Bundles the Mocha files that run inside VS Code, each on its own, into `test/output/e2e`. */
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { root } from "./server-package";

/** @throws when a file does not compile; esbuild has then said why */
export async function bundleSuite(): Promise<void> {
	const folder = path.join(root, "test/e2e/suite");
	const files = readdirSync(folder).filter((name) => name === "index.ts" || name.endsWith(".test.ts"));
	// What an earlier run bundled of a file that is gone now would still be run.
	rmSync(path.join(root, "test/output/e2e"), { recursive: true, force: true });
	await build({
		absWorkingDir: root,
		entryPoints: files.map((name) => path.join(folder, name)),
		outdir: "test/output/e2e",
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		sourcemap: "inline",
		external: ["vscode", "mocha"],
		logLevel: "warning",
	});
}
