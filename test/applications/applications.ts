/** The applications under `test/workspaces`: what each is before and after the move, and how its program is tried. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ToolchainName } from "./toolchains";

const workspaces = path.resolve(__dirname, "../workspaces");

/** What `fix --suggested` leaves to a person: every line that still says Helicone, and every finding, is one of these. */
const ManualItem = z.strictObject({
	path: z.string(),
	/** Stands in the line, as it is after the move. */
	text: z.string(),
	/** Why no fix takes it. */
	reason: z.string(),
});
export type ManualItem = z.infer<typeof ManualItem>;

/** A command that fails when the program does not type-check, compile or import with its real dependencies. */
export interface Check {
	readonly toolchain: ToolchainName;
	/** `{python}` and the like are the toolchain's own; `{.rb}` is every file that ends so. */
	readonly argv: readonly string[];
	/** The program's own environment after the move; it has these variables and no others. */
	readonly environment?: readonly string[];
}

export interface Application {
	readonly name: string;
	readonly checks: readonly Check[];
}

const key = ["CONCENTRATE_API_KEY"];
const typescript: Check = { toolchain: "node", argv: ["{tsc}", "-p", "."] };
const imports = (statement: string, environment: readonly string[] = key): Check => ({
	toolchain: "python",
	argv: ["{python}", "-c", statement],
	environment,
});

const notebookCells = [
	"import glob, nbformat",
	"for name in sorted(glob.glob('notebooks/*.ipynb')):",
	"    notebook = nbformat.read(name, 4)",
	"    nbformat.validate(notebook)",
	"    for cell in notebook.cells:",
	"        if cell.cell_type == 'code' and not cell.source.startswith('%'):",
	"            compile(cell.source, name, 'exec')",
].join("\n");

const compileRuby = "ARGV.each { |file| RubyVM::InstructionSequence.compile_file(file) }";

export const applications: readonly Application[] = [
	{
		name: "async-logger",
		checks: [imports("import agent.__main__", ["OPENAI_API_KEY"])],
	},
	{
		name: "azure",
		checks: [imports("import main")],
	},
	{
		name: "curl-cli",
		checks: ["bin/ask", "bin/commit-message", "lib/llm.sh"].map((file) => ({
			toolchain: "shell",
			argv: ["bash", "-n", file],
		})),
	},
	{ name: "express-cache", checks: [typescript] },
	{
		name: "fastapi-service",
		checks: [
			imports("import app.main", [...key, "OPENAI_API_KEY"]),
			{ toolchain: "python", argv: ["{python}", "-m", "pytest", "-q", "-p", "no:cacheprovider"], environment: [] },
		],
	},
	{
		name: "go-service",
		checks: [
			{ toolchain: "go", argv: ["go", "vet", "./..."] },
			{ toolchain: "go", argv: ["go", "test", "./..."] },
		],
	},
	{
		name: "langchain-rag",
		checks: [
			imports("import rag.ingest, eval.run; from rag.models import *; chat_model(), embedding_model(), judge_model()"),
		],
	},
	{
		name: "litellm-proxy",
		checks: [
			{
				toolchain: "python",
				argv: ["{python}", "check_config.py"],
				environment: key,
			},
		],
	},
	{ name: "monorepo", checks: [typescript] },
	{ name: "next-chat", checks: [typescript, { toolchain: "node", argv: ["{vitest}", "run"], environment: key }] },
	{ name: "notebooks", checks: [{ toolchain: "python", argv: ["{python}", "-c", notebookCells] }] },
	{ name: "rails-app", checks: [{ toolchain: "ruby", argv: ["ruby", "-e", compileRuby, "{.rb}", "Gemfile"] }] },
];

export function folderOf(name: string, part: "before" | "after"): string {
	return path.join(workspaces, name, part);
}

export function manualItems(name: string): readonly ManualItem[] {
	return z.array(ManualItem).parse(JSON.parse(readFileSync(path.join(workspaces, name, "manual.json"), "utf8")));
}

/** @returns the text of each file below a folder by its path with forward slashes, sorted; `.git` is left out */
export function treeOf(folder: string): ReadonlyMap<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((name) => name.replaceAll(path.sep, "/"))
		.filter((name) => !/^(\.git|node_modules)(\/|$)/.test(name) && statSync(path.join(folder, name)).isFile());
	return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}
