/** Whether git could bring files back as they are now. */
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Paths per call, so that the command line stays short enough on every system. */
const batch = 200;

export interface GitState {
	/** Files with changes that git does not hold: modified, staged or not tracked. */
	readonly dirty: readonly string[];
	/** Files that git ignores: it holds no version of them. */
	readonly ignored: readonly string[];
	/** Files outside of any repository. */
	readonly outside: readonly string[];
	/** Files in a repository for which git gives no answer: it is missing, or does not trust the folder. */
	readonly unknown: readonly string[];
}

/** @param files absolute paths of existing files; the answer holds the same strings */
export async function gitState(files: readonly string[]): Promise<GitState> {
	const byRepository = new Map<string, string[]>();
	const outside: string[] = [];
	for (const file of files) {
		const repository = repositoryOf(path.dirname(file));
		if (repository === undefined) outside.push(file);
		else byRepository.set(repository, [...(byRepository.get(repository) ?? []), file]);
	}
	const states = await Promise.all([...byRepository].map(([top, inside]) => stateIn(top, inside)));
	return {
		dirty: states.flatMap((state) => state.dirty),
		ignored: states.flatMap((state) => state.ignored),
		outside,
		unknown: states.flatMap((state) => state.unknown),
	};
}

function repositoryOf(directory: string): string | undefined {
	for (let at = directory; ; at = path.dirname(at)) {
		if (fs.existsSync(path.join(at, ".git"))) return at;
		if (path.dirname(at) === at) return undefined;
	}
}

async function stateIn(top: string, files: readonly string[]): Promise<Omit<GitState, "outside">> {
	const dirty: string[] = [];
	const ignored: string[] = [];
	for (let start = 0; start < files.length; start += batch) {
		const some = files.slice(start, start + batch);
		const status = await statusOf(top, some);
		if (status === undefined) return { dirty: [], ignored: [], unknown: files };
		for (const file of some) {
			const code = status.get(path.relative(top, file).replaceAll(path.sep, "/"));
			if (code === "!!") ignored.push(file);
			else if (code !== undefined) dirty.push(file);
		}
	}
	return { dirty, ignored, unknown: [] };
}

/** @returns the two status letters by path relative to `top`; undefined when git gives no answer */
async function statusOf(top: string, files: readonly string[]): Promise<ReadonlyMap<string, string> | undefined> {
	const relative = files.map((file) => path.relative(top, file));
	// A repository's own configuration may name a program to run as file monitor: never start it. Optional locks
	// would get in the way of the person's own git.
	const options = ["--literal-pathspecs", "--no-optional-locks", "-c", "core.fsmonitor=false"];
	const command = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching"];
	try {
		const { stdout } = await run("git", ["-C", top, ...options, ...command, "--", ...relative], {
			maxBuffer: 64 * 1024 * 1024,
			env: ownEnvironment(),
		});
		const lines = stdout.split("\0").filter((line) => line.length > 3);
		return new Map(lines.map((line) => [line.slice(3), line.slice(0, 2)]));
	} catch {
		return undefined;
	}
}

/** Inside a git hook these variables name the hook's repository, whatever folder git is started in. */
function ownEnvironment(): NodeJS.ProcessEnv {
	const { GIT_DIR: _1, GIT_WORK_TREE: _2, GIT_INDEX_FILE: _3, GIT_PREFIX: _4, ...rest } = process.env;
	return rest;
}
