/** What git holds of files as they were. */
import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * @param directory absolute, in a repository
 * @param revision whatever git takes for one
 * @returns the old texts of the files below `directory` that are there now and differ, by absolute path; undefined when
 * git gives no answer: no repository, no such revision
 */
export async function textsAt(directory: string, revision: string): Promise<ReadonlyMap<string, string> | undefined> {
	try {
		// `--end-of-options`: a revision that looks like an option is none.
		const list = ["diff", "--name-only", "--relative", "--no-renames", "--diff-filter=M", "-z"];
		const names = (await git(directory, [...list, "--end-of-options", revision, "--"])).split("\0").filter(Boolean);
		const texts = await Promise.all(
			names.map(async (name): Promise<readonly [string, string]> => {
				const text = await git(directory, ["show", "--end-of-options", `${revision}:./${name}`]);
				return [path.join(directory, name), text];
			}),
		);
		return new Map(texts);
	} catch {
		return undefined;
	}
}

async function git(directory: string, command: readonly string[]): Promise<string> {
	const options = ["--literal-pathspecs", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "diff.external="];
	const { GIT_DIR: _1, GIT_WORK_TREE: _2, GIT_INDEX_FILE: _3, GIT_PREFIX: _4, ...env } = process.env;
	const { stdout } = await run("git", ["-C", directory, ...options, ...command], { maxBuffer: 256 * 1024 * 1024, env });
	return stdout;
}
