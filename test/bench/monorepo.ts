/**
 * `npx tsx test/bench/monorepo.ts [files]`, after `npm run build`: what a migration of a generated monorepo costs (50,000
 * files without it; 500 have a client on Helicone, 100 of them by names of a package of the same repository).
 * Prints seconds and the largest memory of `check` and `fix`, of the editor's server until it has read the folder and until the
 * plan of *Migrate Workspace* is there, and how long that plan takes to end once it is cancelled.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { type PlanParams, type PlanResult, planRequest } from "../../shared/migration-protocol";
import { Editor } from "../lsp/editor";

const out = path.join(__dirname, "../../server/out");
const total = Number(process.argv[2] ?? 50_000);
const whole: PlanParams = { uris: [], applicability: "suggested", isPreview: true, asksGit: false };

const gateway = `export const GATEWAY = "https://oai.helicone.ai/v1";
export const KEY = process.env.OPENAI_API_KEY;
export const track = (user: string) => ({ "Helicone-User-Id": user });
`;
const taker = `import { GATEWAY, KEY, track } from "@bench/llm";
import OpenAI from "openai";

export const make = (user: string) => new OpenAI({ baseURL: GATEWAY, apiKey: KEY, defaultHeaders: track(user) });
`;
const client = `import os
from openai import OpenAI

client = OpenAI(
    base_url="https://oai.helicone.ai/v1",
    api_key=os.environ["OPENAI_API_KEY"],
    default_headers={"Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}", "Helicone-Cache-Enabled": "true"},
)
`;

function files(): Record<string, string> {
	const all: Record<string, string> = {
		".env": "OPENAI_API_KEY=\nHELICONE_API_KEY=\n",
		"packages/llm/package.json": '{ "name": "@bench/llm", "main": "./dist/index.js" }\n',
		"packages/llm/src/index.ts": 'export * from "./gateway";\n',
		"packages/llm/src/gateway.ts": gateway,
	};
	for (let index = 0; index < total; index++) {
		const text = `import { config } from "./config";\nexport const value${index} = config(${index});\n`;
		all[`apps/a${index % 500}/f${index}.ts`] = text;
	}
	for (let index = 0; index < 100; index++) all[`apps/a${index}/llm.ts`] = taker;
	for (let index = 0; index < 400; index++) all[`jobs/j${index}/job.py`] = client;
	return all;
}

async function main(): Promise<void> {
	const all = files();
	const folder = mkdtempSync(path.join(tmpdir(), "migrate-helicone-bench-"));
	try {
		for (const [name, text] of Object.entries(all)) {
			mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
			writeFileSync(path.join(folder, name), text);
		}
		commandLine(folder, "check");
		commandLine(folder, "fix", "--suggested");
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	await server(all);
}

function commandLine(folder: string, ...argv: readonly string[]): void {
	const measure = `process.on("exit", () => console.error("peak " + Math.round(process.resourceUsage().maxRSS / 1024) + " MB"))`;
	const preload = `data:text/javascript,${encodeURIComponent(measure)}`;
	const args = ["--import", preload, path.join(out, "cli.js"), ...argv, "--format", "json"];
	const start = performance.now();
	const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
	const { summary }: { summary: Readonly<Record<string, number>> } = JSON.parse(stdout);
	const peak = stderr.trim().split("\n").at(-1);
	const counts = `${summary.findings} findings, ${summary.applied ?? 0} settled in ${summary.changedFiles ?? 0} files`;
	console.log(`${argv.join(" ")}: ${counts}, ${since(start)}, ${peak}`);
}

async function server(all: Record<string, string>): Promise<void> {
	const start = performance.now();
	const editor = await Editor.start({ files: all, server: path.join(out, "server.js") });
	try {
		console.log(`server: files written and folder read after ${since(start)}, ${peakOf(editor)}`);
		const source = new CancellationTokenSource();
		const pending = editor.connection.sendRequest(planRequest.method, whole, source.token);
		await new Promise((resume) => setTimeout(resume, 3000));
		const cancelled = performance.now();
		source.cancel();
		const end = await pending.then(
			() => "was there before",
			() => `ended ${since(cancelled)} later`,
		);
		console.log(`server: a plan, cancelled after 3 s, ${end}`);
		const begun = performance.now();
		const plan = await editor.connection.sendRequest<PlanResult>(planRequest.method, whole);
		console.log(
			`server: plan of ${plan.settled} findings in ${plan.files.length} files, ${since(begun)}, ${peakOf(editor)}`,
		);
	} finally {
		await Editor.stopAll();
	}
}

/** Of the process, on Linux. */
function peakOf({ process: { pid } }: Editor): string {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return `peak ${Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)} MB`;
}

function since(start: number): string {
	return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

void main();
