import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runIn } from "../cli/running";
import { concentrateKey } from "../gateway/concentrate";
import type { Recorded } from "../gateway/exchange";
import { heliconeKey, providerKeys } from "../gateway/helicone";
import { type ProgramRun, type SealedGateways, startSealed } from "../gateway/sealed";
import { folderWith, removeFolders } from "../support/folder";
import { orUnavailable, skipOrFail } from "../support/skip-or-fail";
import { Unavailable } from "../vscode/unavailable";
import { comparable, mapped } from "./mapped-request";
import { type Program, programs } from "./programs";
import { type Toolchain, type ToolchainName, toolchains } from "./toolchains";
import { tableOf, type WireRow } from "./wire-table";

/** Real programs on real SDKs, against emulated gateways: before the move on Helicone's, after it on Concentrate's. */
const keysBefore = {
	OPENAI_API_KEY: providerKeys.openai,
	ANTHROPIC_API_KEY: providerKeys.anthropic,
	HELICONE_API_KEY: heliconeKey,
};
/** The whole environment of a moved program: a key that it still wants beside this one is missing. */
const keysAfter = { CONCENTRATE_API_KEY: concentrateKey };

/** Milliseconds; the heaviest SDKs need seconds to load on a busy machine. */
const patience = 60_000;
const installation = 1_200_000;

describe("SDK programs on the wire", function () {
	this.timeout(2 * patience);
	const rows: WireRow[] = [];
	const ready = new Map<ToolchainName, Toolchain | Unavailable>();
	let gateways: { readonly before: SealedGateways; readonly after: SealedGateways } | Unavailable;

	before(async function () {
		this.timeout(installation);
		const place = folderWith({});
		gateways = await orUnavailable(async () => ({
			before: await startSealed(path.join(place, "before")),
			after: await startSealed(path.join(place, "after")),
		}));
		if (gateways instanceof Unavailable) return;
		const wanted = new Set(programs.map((program) => program.toolchain));
		for (const name of wanted) ready.set(name, await orUnavailable(toolchains[name]));
	});

	after(async () => {
		if (rows.length > 0) console.log(tableOf(rows));
		if (gateways !== undefined && !(gateways instanceof Unavailable))
			await Promise.all([gateways.before.close(), gateways.after.close()]);
		removeFolders();
	});

	for (const program of programs) {
		it(program.id, async function () {
			const toolchain = ready.get(program.toolchain);
			const missing = [gateways, toolchain].find((one) => one instanceof Unavailable);
			if (missing instanceof Unavailable) return skipOrFail(this, missing);
			if (gateways instanceof Unavailable || toolchain === undefined || toolchain instanceof Unavailable) return;
			const started = Date.now();
			const [before, after] = await Promise.all([
				runProgram(program, toolchain, gateways.before, { moved: false, keys: keysBefore }),
				runProgram(program, toolchain, gateways.after, { moved: true, keys: keysAfter }),
			]);
			judge(program, before, after);
			rows.push({ program, before: before.recorded, after: after.recorded, milliseconds: Date.now() - started });
		});
	}
});

interface Ran extends ProgramRun {
	readonly recorded: readonly Recorded[];
	/** The program's text as it ran. */
	readonly source: string;
}

async function runProgram(
	{ id, file }: Program,
	toolchain: Toolchain,
	gateways: SealedGateways,
	{ moved, keys }: { readonly moved: boolean; readonly keys: Readonly<Record<string, string>> },
): Promise<Ran> {
	const folder = folderWith({});
	cpSync(path.join(__dirname, "programs", id), folder, { recursive: true });
	if (moved) await runIn(folder, "fix", "--suggested", "--allow-dirty");
	fillIn(path.join(folder, ".env"), keys);
	toolchain.prepare(folder, gateways.authority);
	// LiteLLM would ask GitHub for its price list, three times, and wait in between.
	const env = { ...keys, HOME: folder, LITELLM_LOCAL_MODEL_COST_MAP: "True", ...toolchain.env };
	const ran = await gateways.run(toolchain.command(file), { cwd: folder, env, timeout: patience });
	const recorded = await gateways.takeRecords();
	return { ...ran, recorded, source: readFileSync(path.join(folder, file), "utf8") };
}

/** What a person does with a `.env`: puts the keys in. */
function fillIn(file: string, keys: Readonly<Record<string, string>>): void {
	if (!existsSync(file)) return;
	const text = readFileSync(file, "utf8");
	writeFileSync(
		file,
		text.replace(/^(\w+)=.*$/gm, (line, name: string) => (keys[name] === undefined ? line : `${name}=${keys[name]}`)),
	);
}

function judge(program: Program, before: Ran, after: Ran): void {
	const { path: paths, model, requests = 1 } = program;
	assertAnswered(before, "Helicone", model[0].split(",")[0] ?? "");
	assert.deepEqual(
		before.recorded.map((one) => one.path),
		Array(requests).fill(paths[0]),
	);
	assertAnswered(after, "Concentrate", model[1]);
	assert.deepEqual(
		after.recorded.map(comparable),
		before.recorded.map((request) => mapped(request, program)),
	);
}

function assertAnswered(ran: Ran, who: string, model: string): void {
	const refusals = ran.recorded.flatMap(
		({ host, method, path, refusal }) => refusal && `${method} ${host}${path}: ${refusal}`,
	);
	const story = `${ran.source}\n--- exit ${ran.code}\n${ran.out}${ran.err.slice(-3000)}\n--- refused: ${refusals.join("; ") || "nothing"}`;
	assert.equal(ran.code, 0, story);
	const answer = ran.out.replace(/[^\w./,-]+/g, " ");
	for (const word of [who, "answers", "with", model])
		assert.ok(answer.includes(word), `no answer of ${who}'s\n${story}`);
	assert.deepEqual(refusals.filter(Boolean), [], story);
}
