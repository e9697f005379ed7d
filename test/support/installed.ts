/** What tests fetch from registries, outside package.json: kept in `.tools/` until its list changes. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { runQuietly } from "../vscode/processes";
import { root } from "../vscode/server-package";
import { Unavailable } from "../vscode/unavailable";

/**
 * Fills a folder beside its final place and renames it at the end, so that half an installation is never taken for a whole one.
 * @param list file that says what is installed: another content is another folder
 */
export async function installed(name: string, list: string, fill: (partial: string) => Promise<void>): Promise<string> {
	const version = createHash("sha256").update(readFileSync(list)).digest("hex").slice(0, 8);
	const folder = path.join(root, ".tools", `${name}-${version}`);
	if (existsSync(folder)) return folder;
	console.log(`installing ${name} into .tools/ (about half a minute)`);
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(path.dirname(partial), { recursive: true });
	await fill(partial);
	await rename(partial, folder);
	return folder;
}

/** @throws Unavailable when the program is missing or fails; its output has been shown then */
export async function need(
	program: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
	cwd = root,
): Promise<void> {
	const code = await runQuietly(program, args, { cwd, env: { ...process.env, ...env } });
	if (code !== 0)
		throw new Unavailable(
			`${path.basename(program)} ${args.slice(0, 3).join(" ")} failed (exit ${code}, output above)`,
		);
}
