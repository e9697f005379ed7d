/** The command line's grammar and its last line of defence. */
import * as fs from "node:fs";
import * as path from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { closestWord } from "../../shared/closest";
import { maskKey } from "../../shared/mask-key";
import { guideUrl } from "../../shared/protocol";
import { ruleIds } from "../../shared/rules";
import { type CheckOptions, check, checkFormats, severityLevels } from "./check";
import type { CliEnvironment, ExitCode } from "./environment";
import { addExport } from "./export-command";
import { type FixOptions, fix, fixFormats } from "./fix";
import { type ReportOptions, report } from "./report";
import { UsageError } from "./usage-error";
import { addVerify } from "./verify-command";

const epilogue = `
Exit code 0: nothing found, or nothing left. 1: findings. 2: it failed; the reason is on standard error.
Settings: .migrate-helicone.json, the nearest one up. Guide: ${guideUrl}`;

const checkNotes = `
Files that .gitignore or .ignore name are left out, except environment files, which git must not keep, and whatever
is named on the command line. A file that matters but cannot be read is listed with its reason.

--max-severity warning makes errors alone a failure; without it any finding is one.`;

const fixNotes = `
Only safe fixes are applied: the program means the same afterwards. --suggested adds those that a person should
look at. What is listed as left is what check would say afterwards. A run refuses to touch a file with changes that
are not committed. The patch of --format diff is to be applied (git apply) in the working directory.`;

const reportNotes = `
In a git repository the report compares the files with the last commit, or with --since. Where nothing has been
migrated since, it says what fix would do. fix --report FILE reports a run as it was, files that git ignores included.
No key stands in a report.`;

const mcpNotes = `
Tools: check_helicone, fix_helicone (says what it would do, unless write is true), report_migration, explain_line. Only the working
directory is looked at.`;

/**
 * Runs one command.
 * @param argv the arguments behind the program's name
 * @returns the exit code; nothing is thrown
 */
export async function runCli(argv: readonly string[], environment: CliEnvironment): Promise<ExitCode> {
	let exitCode: ExitCode = 0;
	const program = createProgram(environment, (code) => {
		exitCode = code;
	});
	try {
		await program.parseAsync([...argv], { from: "user" });
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		environment.warn(describe(error));
		return 2;
	}
}

function createProgram(environment: CliEnvironment, exit: (code: ExitCode) => void): Command {
	const program = new Command("migrate-helicone")
		.description("Moves code from Helicone to Concentrate AI.")
		.version(environment.version)
		.exitOverride()
		.showSuggestionAfterError()
		.showHelpAfterError("(--help says more)")
		.configureOutput({
			writeOut: environment.print,
			writeErr: (text) => environment.warn(text.trimEnd()),
			getOutHasColors: () => environment.useColor,
			getErrHasColors: () => environment.useColor,
		})
		.addHelpText("after", epilogue);
	addCheck(program, environment, exit);
	addFix(program, environment, exit);
	addReport(program, environment, exit);
	addVerify(program, environment, exit);
	addExport(program, environment, exit);
	program
		.command("mcp")
		.description("the same as an MCP server on standard input and output, for agents")
		.addHelpText("after", mcpNotes)
		// Loaded only here: the protocol's SDK is larger than everything else together.
		.action(async () => exit(await (await import("./mcp")).serveMcp(environment)));
	return program;
}

function addCheck(program: Command, environment: CliEnvironment, exit: (code: ExitCode) => void): void {
	program
		.command("check")
		.description("say what is left of Helicone, change nothing")
		.argument("[paths...]", "files and folders; the working directory without any")
		.addOption(new Option("--format <format>", "how to print").choices(checkFormats).default("text"))
		.addOption(
			new Option("--max-severity <severity>", "the loudest finding that still exits 0").choices(severityLevels),
		)
		.addHelpText("after", checkNotes)
		.action(async (paths: string[], options: CheckOptions) => exit(await check(paths, options, environment)));
}

interface TypedFixOptions {
	readonly suggested?: boolean;
	readonly rule?: readonly string[];
	readonly dryRun?: boolean;
	readonly format: FixOptions["format"];
	readonly allowDirty?: boolean;
	readonly report?: string;
	readonly todo?: boolean;
}

function addFix(program: Command, environment: CliEnvironment, exit: (code: ExitCode) => void): void {
	program
		.command("fix")
		.description("apply fixes")
		.argument("[paths...]", "files and folders; the working directory without any")
		.option("--suggested", "also apply fixes that a person should look at")
		.option("--rule <id...>", "only fixes of these rules")
		.option("--dry-run", "write nothing, print what the run would do")
		.addOption(new Option("--format <format>", "how to print").choices(fixFormats).default("text"))
		.option("--allow-dirty", "also touch files with changes that are not committed")
		.option("--todo", "put a comment TODO(migrate-helicone) at each thing that no fix settles")
		.option("--report <file>", "write the migration report of this run")
		.addHelpText("after", fixNotes)
		.action(async (paths: string[], typed: TypedFixOptions) => {
			const { rules, morePaths } = splitRules(typed.rule ?? [], environment);
			const options: FixOptions = {
				selection: {
					applicability: typed.suggested ? "suggested" : "safe",
					...(rules.length > 0 ? { rules } : {}),
				},
				format: typed.format,
				isDryRun: typed.dryRun === true,
				allowsDirty: typed.allowDirty === true,
				marksLeft: typed.todo === true,
				...(typed.report === undefined ? {} : { report: typed.report }),
			};
			exit(await fix([...paths, ...morePaths], options, environment));
		});
}

interface TypedReportOptions extends Pick<ReportOptions, "out" | "since" | "gaps"> {
	readonly suggested?: boolean;
}

function addReport(program: Command, environment: CliEnvironment, exit: (code: ExitCode) => void): void {
	program
		.command("report")
		.description("what was, what changed, what is left and why, as Markdown for a pull request")
		.argument("[paths...]", "files and folders; the working directory without any")
		.option("--out <file>", "write it there instead of printing it")
		.option("--since <revision>", "compare with this revision of git instead of the last commit")
		.option("--gaps", "instead: a text for support with the counts of what has no equivalent, no code in it")
		.option("--suggested", "before a run: say what suggested fixes would do as well")
		.addHelpText("after", reportNotes)
		.action(async (paths: string[], { suggested, ...typed }: TypedReportOptions) => {
			const applicability = suggested ? "suggested" : "safe";
			exit(await report(paths, { ...typed, selection: { applicability } }, environment));
		});
}

/**
 * `--rule a b src` takes the path for a third rule, as `--rule` takes all words that follow it; so whatever is no
 * rule but exists is a path. `--rule a,b` works too.
 */
function splitRules(typed: readonly string[], environment: CliEnvironment) {
	const rules: string[] = [];
	const morePaths: string[] = [];
	for (const word of typed) {
		const ids = word.split(",").filter((id) => id !== "");
		const unknown = ids.find((id) => !ruleIds.some((known) => known === id));
		if (unknown === undefined) rules.push(...ids);
		else if (rules.length > 0 && fs.existsSync(path.resolve(environment.workingDirectory, word))) morePaths.push(word);
		else throw new UsageError(`no such rule: ${unknown}${suggestion(unknown)}`);
	}
	return { rules, morePaths };
}

function suggestion(typed: string): string {
	const near = closestWord(typed, ruleIds);
	return near ? `; did you mean ${near}?` : `; the rules are ${ruleIds.join(", ")}`;
}

function describe(error: unknown): string {
	if (error instanceof UsageError || error instanceof InvalidArgumentError) return `error: ${error.message}`;
	const message = error instanceof Error ? error.message : String(error);
	const trace = process.env.MIGRATE_HELICONE_DEBUG && error instanceof Error ? `\n${error.stack}` : "";
	return maskKey(`error: ${message}${trace || "\n(MIGRATE_HELICONE_DEBUG=1 shows where)"}`);
}
