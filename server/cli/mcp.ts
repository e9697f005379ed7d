/**
 * The command line's own commands as tools of an MCP server on stdio (modelcontextprotocol.io), for agents: `check`, `fix`, `report` and what
 * the guide says about a line. Nothing outside the working directory is read for them, and nothing is written unless asked for.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { displayName } from "../../shared/protocol";
import { ruleIds } from "../../shared/rules";
import { analyze } from "../engine/analyze";
import { check } from "./check";
import type { CliEnvironment, ExitCode } from "./environment";
import { fix } from "./fix";
import { open } from "./open";
import { isInside } from "./paths";
import { report } from "./report";
import { UsageError } from "./usage-error";

const paths = z
	.array(z.string())
	.optional()
	.describe("Files and folders, relative to the working directory; all of it without any.");
const position = z.number().int().min(0);

/** Serves until its input ends. @returns the exit code */
export async function serveMcp(environment: CliEnvironment): Promise<ExitCode> {
	const server = createMcpServer(environment);
	const transport = new StdioServerTransport();
	const closed = new Promise<void>((resolve) => {
		server.server.onclose = resolve;
		process.stdin.once("end", () => void server.close());
	});
	await server.connect(transport);
	await closed;
	return 0;
}

export function createMcpServer(environment: CliEnvironment): McpServer {
	const server = new McpServer({ name: "migrate-helicone", title: displayName, version: environment.version });
	const run = runner(environment);
	server.registerTool(
		"check_helicone",
		{
			title: "Find what is left of Helicone",
			description:
				"Every Helicone base URL, header, key, variable, package and model slug, with what the migration guide says and the fix that exists. Changes nothing. The JSON is that of `migrate-helicone check --format json`.",
			inputSchema: { paths },
			annotations: { readOnlyHint: true, openWorldHint: false },
		},
		async (asked) => run(asked.paths, (names, around) => check(names, { format: "json" }, around)),
	);
	server.registerTool(
		"fix_helicone",
		{
			title: "Migrate from Helicone to Concentrate",
			description:
				"Applies the safe fixes, with `suggested` those too that a person should look at. Without `write` it only says what it would do. Refuses files with uncommitted changes unless `allow_dirty`. The JSON is that of `migrate-helicone fix --format json`.",
			inputSchema: {
				paths,
				suggested: z.boolean().default(false),
				rules: z.array(z.enum(ruleIds as [string, ...string[]])).optional(),
				write: z.boolean().default(false),
				allow_dirty: z.boolean().default(false),
			},
			annotations: { destructiveHint: true, idempotentHint: true, openWorldHint: false },
		},
		async ({ suggested, rules, write, allow_dirty: allowsDirty, ...asked }) => {
			const selection = { applicability: suggested ? "suggested" : "safe", ...(rules ? { rules } : {}) } as const;
			const options = { selection, format: "json", isDryRun: !write, allowsDirty, marksLeft: false } as const;
			return run(asked.paths, (names, around) => fix(names, options, around));
		},
	);
	server.registerTool(
		"report_migration",
		{
			title: "Report the migration",
			description:
				"What was, what changed, what moves to the dashboard and what is left to decide, as Markdown. No key in it.",
			inputSchema: { paths },
			annotations: { readOnlyHint: true, openWorldHint: false },
		},
		async (asked) =>
			run(asked.paths, (names, around) => report(names, { selection: { applicability: "suggested" } }, around)),
	);
	server.registerTool(
		"explain_line",
		{
			title: "Explain a line",
			description: "What the migration guide says about what stands in a line of a file, as Markdown.",
			inputSchema: { path: z.string(), line: position.describe("Zero-based, as in the findings.") },
			annotations: { readOnlyHint: true, openWorldHint: false },
		},
		async ({ path: file, line }) => run([file], (names, around) => explainLine(names[0] ?? ".", line, around)),
	);
	return server;
}

type Command = (paths: readonly string[], environment: CliEnvironment) => Promise<ExitCode>;

/** A command with its output caught: findings are an answer, a mistake of the caller's is an error that says so. */
function runner(
	environment: CliEnvironment,
): (paths: readonly string[] | undefined, command: Command) => Promise<CallToolResult> {
	return async (asked = [], command) => {
		let out = "";
		const notes: string[] = [];
		const around = {
			...environment,
			useColor: false,
			print: (text: string) => {
				out += text;
			},
			warn: (line: string) => void notes.push(line),
		};
		try {
			const code = await command(
				asked.map((one) => insideOf(environment.workingDirectory, one)),
				around,
			);
			const content = [out, ...notes].filter((text) => text !== "").map((text) => ({ type: "text" as const, text }));
			return { content, isError: code === 2 };
		} catch (problem) {
			if (!(problem instanceof UsageError)) throw problem;
			return { content: [{ type: "text", text: problem.message }], isError: true };
		}
	};
}

/** @throws UsageError for a path that leads out of the working directory, by a link as well */
function insideOf(directory: string, typed: string): string {
	const root = fs.realpathSync(directory);
	const target = path.resolve(root, typed);
	const real = fs.existsSync(target) ? fs.realpathSync(target) : target;
	if (!isInside(real, root))
		throw new UsageError(`${typed} lies outside the working directory, where this server does not look`);
	return typed;
}

async function explainLine(file: string, line: number, environment: CliEnvironment): Promise<ExitCode> {
	const opened = await open([file], environment);
	try {
		const { files } = await opened.project(opened.scan);
		const texts = files.flatMap(({ document, options }) => {
			const { hovers } = analyze(document, options);
			return hovers
				.filter(({ range }) => document.text.slice(0, range[0]).split(/\r\n|\n|\r/).length - 1 === line)
				.map(({ markdown }) => markdown);
		});
		environment.print(texts.length > 0 ? `${texts.join("\n\n---\n\n")}\n` : "Nothing of Helicone's stands there.\n");
		return 0;
	} finally {
		await opened.close();
	}
}
