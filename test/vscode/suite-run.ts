/** Runs the Mocha suite of `test/e2e/suite` inside a VS Code, through the unmodified `@vscode/test-electron`. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { run } from "./processes";
import { makeProfile, type Profile } from "./profile";
import { root } from "./server-package";

export interface SuiteRun {
	readonly executable: string;
	/** The packaged extension to install and test, instead of the sources of this folder. */
	readonly vsix?: string;
	/** File that receives the counts of tests. */
	readonly counts: string;
}

/** @returns whether VS Code ended well, which it does only when every test passed */
export async function runSuite({ executable, vsix, counts }: SuiteRun): Promise<boolean> {
	const profile = await makeProfile();
	const workspace = path.join(profile.home, "demo");
	await cp(path.join(root, "test/workspaces/demo"), workspace, { recursive: true });
	if (vsix !== undefined) await installVsix(executable, profile, vsix);
	const places = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
	try {
		await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: vsix === undefined ? root : await emptyExtension(profile),
			extensionTestsPath: path.join(root, "test/output/e2e/index.js"),
			launchArgs: [workspace, ...places],
			extensionTestsEnv: {
				MOCHA_COUNTS: counts,
				PACKAGED: String(vsix !== undefined),
				// A fetched catalogue is kept there: not in that of whoever runs the tests.
				XDG_CACHE_HOME: path.join(profile.home, "cache"),
			},
		});
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}; its profile stays in ${profile.home}`);
		return false;
	}
	await profile.remove();
	return true;
}

async function installVsix(executable: string, profile: Profile, vsix: string): Promise<void> {
	const cli = executable.endsWith(".mjs") ? executable : resolveCliPathFromVSCodeExecutablePath(executable);
	const places = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
	const code = await run(cli, [...places, "--install-extension", vsix], { shell: process.platform === "win32" });
	if (code !== 0) throw new Error(`${path.basename(vsix)} could not be installed (exit ${code})`);
}

/** Tests need an extension under development; this one does nothing, so that only the installed one is seen. */
async function emptyExtension(profile: Profile): Promise<string> {
	const folder = path.join(profile.home, "empty");
	const manifest = { name: "empty", publisher: "test", version: "0.0.1", engines: { vscode: "*" } };
	await mkdir(folder);
	await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
	return folder;
}
