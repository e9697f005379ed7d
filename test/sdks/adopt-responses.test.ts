import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { applyChanges } from "../../server/engine/edits/apply";
import type { Grammars } from "../../server/engine/outline/grammars";
import { adoptAll } from "../../server/engine/refactorings/adopt-responses";
import { emptyWorkspace } from "../../server/engine/workspace";
import { runIn } from "../cli/running";
import { concentrateKey } from "../gateway/concentrate";
import type { Recorded } from "../gateway/exchange";
import { type ProgramRun, type SealedGateways, startSealed } from "../gateway/sealed";
import { folderWith, removeFolders } from "../support/folder";
import { testGrammars } from "../support/grammars";
import { orUnavailable, skipOrFail } from "../support/skip-or-fail";
import { root } from "../vscode/server-package";
import { Unavailable } from "../vscode/unavailable";
import { type Toolchain, type ToolchainName, toolchains } from "./toolchains";

interface Subject {
	/** Folder below `programs` or `adoptions`. */
	readonly id: string;
	readonly toolchain: ToolchainName;
	readonly language: string;
	readonly file: string;
	/** Requests that one run makes, all of them adopted. */
	readonly requests: number;
	/** A program that it runs. */
	readonly needs?: string;
	/** The program prints the body as it comes: the answer is in it, and the rest differs. */
	readonly printsBody?: true;
}

/** Made for this: they talk to Concentrate, and ask for all that can be adopted. */
const own: readonly Subject[] = [
	{ id: "openai-python", toolchain: "python", language: "python", file: "main.py", requests: 7 },
	{ id: "openai-node", toolchain: "node", language: "typescript", file: "main.ts", requests: 6 },
	{ id: "curl-jq", toolchain: "shell", language: "shell", file: "ask.sh", requests: 2, needs: "jq" },
];

/** Programs of the wire test, as they are behind their migration. */
const migrated: readonly Subject[] = [
	{ id: "openai-python-stream", toolchain: "python", language: "python", file: "main.py", requests: 1 },
	{ id: "openai-python-fallbacks", toolchain: "python", language: "python", file: "main.py", requests: 1 },
	{ id: "openai-node-proxy", toolchain: "node", language: "typescript", file: "main.ts", requests: 1 },
	{ id: "curl-proxy", toolchain: "shell", language: "shell", file: "ask.sh", requests: 1, printsBody: true },
];

/** Milliseconds; the heaviest SDKs need seconds to load on a busy machine. */
const patience = 60_000;
const installation = 1_200_000;
const run = promisify(execFile);

/** The same program before and after *Adopt the Responses API*: another path, the same answer. */
describe("adopting the Responses API on the wire", function () {
	this.timeout(3 * patience);
	let gateways: SealedGateways | Unavailable;
	let grammars: Grammars;

	before(async function () {
		this.timeout(installation);
		grammars = await testGrammars();
		gateways = await orUnavailable(() => startSealed(path.join(folderWith({}), "gateways")));
	});

	after(async () => {
		if (gateways !== undefined && !(gateways instanceof Unavailable)) await gateways.close();
		removeFolders();
	});

	for (const [place, subjects] of [["adoptions", own] as const, ["programs", migrated] as const])
		for (const subject of subjects)
			it(`${place}/${subject.id}`, async function () {
				const toolchain = await orUnavailable(() => toolchainOf(subject));
				const missing = [gateways, toolchain].find((one) => one instanceof Unavailable);
				if (missing instanceof Unavailable) return skipOrFail(this, missing);
				if (gateways instanceof Unavailable || toolchain instanceof Unavailable) return;
				const folder = folderWith({});
				cpSync(path.join(__dirname, place, subject.id), folder, { recursive: true });
				if (place === "programs") await runIn(folder, "fix", "--suggested", "--allow-dirty");
				toolchain.prepare(folder, gateways.authority);
				const env = { CONCENTRATE_API_KEY: concentrateKey, HOME: folder, ...toolchain.env };
				const ask = async (sealed: SealedGateways): Promise<Asked> => {
					const ran = await sealed.run(toolchain.command(subject.file), { cwd: folder, env, timeout: patience });
					return { ...ran, recorded: await sealed.takeRecords() };
				};
				const before = await ask(gateways);
				adopt(path.join(folder, subject.file), subject, grammars);
				judge(subject, before, await ask(gateways));
			});

	it("the TypeScript compiler takes the program before and after, with the SDK's own types", async function () {
		const toolchain = await orUnavailable(toolchains.node);
		if (toolchain instanceof Unavailable) return skipOrFail(this, toolchain);
		const folder = folderWith({});
		cpSync(path.join(__dirname, "adoptions", "openai-node"), folder, { recursive: true });
		toolchain.prepare(folder, "");
		symlinkSync(path.join(root, "node_modules/@types"), path.join(folder, "types"));
		const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
		const compile = () =>
			run(
				process.execPath,
				[
					path.join(root, "node_modules/typescript/bin/tsc"),
					...options,
					"--typeRoots",
					"types",
					"--types",
					"node",
					"main.ts",
				],
				{ cwd: folder },
			).catch((error: { readonly stdout: string }) => assert.fail(error.stdout));
		await compile();
		adopt(path.join(folder, "main.ts"), { language: "typescript", requests: 6 }, grammars);
		await compile();
	});
});

async function toolchainOf({ needs, toolchain }: Subject): Promise<Toolchain> {
	if (needs && spawnSync(needs, ["--version"]).status !== 0) throw new Unavailable(`no ${needs} here`);
	return toolchains[toolchain]();
}

interface Asked extends ProgramRun {
	readonly recorded: readonly Recorded[];
}

/** Rewrites the file; every request of it must be adopted. */
function adopt(file: string, { language }: Pick<Subject, "language" | "requests">, grammars: Grammars): void {
	const text = readFileSync(file, "utf8");
	const options = { grammars, severities: {}, workspace: emptyWorkspace };
	const { changes, refused } = adoptAll({ uri: "file:///program", language, text }, options);
	const story = refused.map(({ result }) => result.reason).join("\n");
	assert.ok(changes.length > 0 && refused.length === 0, `${story}\n${text}`);
	writeFileSync(file, applyChanges(text, changes));
}

function judge({ requests, printsBody }: Subject, before: Asked, after: Asked): void {
	for (const ran of [before, after]) {
		const refusals = ran.recorded.flatMap(({ refusal }) => refusal ?? []);
		assert.equal(ran.code, 0, `${ran.out}\n${ran.err.slice(-3000)}\n${refusals.join("\n")}`);
		assert.deepEqual(refusals, []);
	}
	const paths = (one: Asked) => one.recorded.map((request) => request.path);
	assert.deepEqual(paths(before), Array(requests).fill("/v1/chat/completions"));
	assert.deepEqual(paths(after), Array(requests).fill("/v1/responses"));
	const models = (one: Asked) => one.recorded.map(({ body }) => (body as { model: string }).model);
	assert.deepEqual(models(after), models(before));
	assert.match(before.out, /Concentrate answers with/i);
	if (printsBody) assert.match(after.out, /Concentrate answers with/);
	else assert.equal(after.out, before.out);
}
