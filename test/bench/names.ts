/**
 * `npx tsx test/bench/names.ts [files]`, after `npm run build`: the built command line on a generated monorepo (50,000
 * files without it), of which a hundred take an address, a key and headers from a package of the same repository. Prints the
 * seconds and the largest memory of `check`, first without and then with those names, so that their difference is what names cost.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const cli = path.join(__dirname, "../../server/out/cli.js");
const total = Number(process.argv[2] ?? 50_000);
const takers = 100;

const gateway = `export const GATEWAY = "https://oai.helicone.ai/v1";
export const KEY = process.env.OPENAI_API_KEY;
export const track = (user: string) => ({ "Helicone-User-Id": user });
`;

const taker = `import { GATEWAY, KEY, track } from "@bench/llm";
import OpenAI from "openai";

export const make = (user: string) => new OpenAI({ baseURL: GATEWAY, apiKey: KEY, defaultHeaders: track(user) });
`;

function main(): void {
	const folder = mkdtempSync(path.join(tmpdir(), "migrate-helicone-bench-"));
	try {
		for (let index = 0; index < total; index++) {
			write(
				folder,
				`apps/a${index % 500}/f${index}.ts`,
				`import { config } from "./config";\nexport const value${index} = config(${index});\n`,
			);
		}
		report("without names", folder);
		write(folder, "packages/llm/package.json", '{ "name": "@bench/llm", "main": "./dist/index.js" }\n');
		write(folder, "packages/llm/src/index.ts", 'export * from "./gateway";\n');
		write(folder, "packages/llm/src/gateway.ts", gateway);
		for (let index = 0; index < takers; index++) write(folder, `apps/a${index}/llm.ts`, taker);
		report("with names", folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function write(folder: string, name: string, text: string): void {
	const file = path.join(folder, name);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function report(what: string, folder: string): void {
	const measure = `process.on("exit", () => console.error("peak " + Math.round(process.resourceUsage().maxRSS / 1024) + " MB"))`;
	const start = performance.now();
	const preload = `data:text/javascript,${encodeURIComponent(measure)}`;
	const { stdout, stderr } = spawnSync(process.execPath, ["--import", preload, cli, "check", "--format", "json"], {
		cwd: folder,
		encoding: "utf8",
		maxBuffer: 1 << 28,
	});
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const { findings }: { findings: readonly unknown[] } = JSON.parse(stdout);
	console.log(`${what}: ${findings.length} findings, ${seconds} s, ${stderr.trim()}`);
}

main();
