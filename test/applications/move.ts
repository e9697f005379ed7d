/** One application moved by the real command line, in a git repository of its own, in every way that a person could. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { folderWith } from "../support/folder";
import { root } from "../vscode/server-package";
import { folderOf, treeOf } from "./applications";

const Finding = z.object({
	path: z.string(),
	rule: z.string(),
	range: z.object({ start: z.object({ line: z.number() }) }),
});
const Report = z.object({ findings: z.array(Finding) });
const FixReport = Report.extend({ applied: z.array(Finding), dropped: z.array(z.unknown()) });
export type ReportedFinding = z.infer<typeof Finding>;

export interface Moved {
	/** Holds the application after the run. */
	readonly folder: string;
	readonly found: readonly ReportedFinding[];
	readonly applied: readonly ReportedFinding[];
	readonly left: readonly ReportedFinding[];
	readonly tree: ReadonlyMap<string, string>;
	/** The same, made by `git apply` from the printed patch. */
	readonly patched: ReadonlyMap<string, string>;
	/** After a second run. */
	readonly again: ReadonlyMap<string, string>;
}

const cli = path.join(root, "server/out/cli.js");

export function moveApplication(name: string): Moved {
	const [folder, other] = [repositoryOf(name), repositoryOf(name)];
	const { findings: found } = Report.parse(JSON.parse(run(folder, "check", "--format", "json")));
	const patch = run(folder, "fix", "--suggested", "--dry-run", "--format", "diff");
	// git takes no empty patch: nothing of the application can be fixed then.
	if (patch !== "") {
		execFileSync("git", ["apply", "--check", "-"], { cwd: other, input: patch });
		execFileSync("git", ["apply", "-"], { cwd: other, input: patch });
	}
	const { applied, findings: left } = FixReport.parse(
		JSON.parse(run(folder, "fix", "--suggested", "--format", "json")),
	);
	const tree = treeOf(folder);
	commit(folder);
	run(folder, "fix", "--suggested");
	return { folder, found, applied, left, tree, patched: treeOf(other), again: treeOf(folder) };
}

function repositoryOf(name: string): string {
	const folder = folderWith({});
	cpSync(folderOf(name, "before"), folder, { recursive: true });
	execFileSync("git", ["init", "-q"], { cwd: folder });
	commit(folder);
	return folder;
}

function commit(folder: string): void {
	const who = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
	execFileSync("git", ["add", "--all", "--force"], { cwd: folder });
	execFileSync("git", [...who, "commit", "-q", "--allow-empty", "-m", "state"], { cwd: folder });
}

/** @returns standard output; exit 1 says that something is left */
function run(cwd: string, ...argv: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], { cwd, encoding: "utf8" });
	if (status !== 0 && status !== 1) throw new Error(`${argv.join(" ")}: exit ${status}\n${stdout}\n${stderr}`);
	return stdout;
}
