import assert from "node:assert/strict";
import { concentrateHost, concentrateKey } from "../gateway/concentrate";
import { type Gateways, startGateways } from "../gateway/server";
import { folderWith, removeFolders } from "../support/folder";
import { runIn, runWith } from "./running";

const client = (model: string) => `import os
from openai import OpenAI

client = OpenAI(base_url="https://api.concentrate.ai/v1", api_key=os.environ["CONCENTRATE_API_KEY"])
client.chat.completions.create(model="${model}", messages=[])
`;

describe("verify", () => {
	let gateways: Gateways;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
	});
	afterEach(() => {
		gateways.forget();
		removeFolders();
	});
	after(() => gateways.close());

	const verify = (folder: string, key: string | undefined, ...argv: readonly string[]) =>
		runWith({ variables: { CONCENTRATE_API_KEY: key } }, folder, "verify", "--base-url", base(), ...argv);
	const base = () => `http://127.0.0.1:${gateways.port}/v1`;

	it("all is well: every step, every model, exit 0", async () => {
		const { code, out, err } = await verify(folderWith({ "a.py": client("gpt-4o") }), concentrateKey);
		assert.equal(err, "");
		assert.equal(code, 0, out);
		assert.match(out, /^ok +Health: 200, healthy \(\d+ ms, req_0123456789\)$/m);
		assert.match(out, /^ok +One small request: 200, gpt-5-nano answered/m);
		assert.match(out, /^ok +gpt-4o \(a\.py:5:39\)$/m);
		assert.match(out, /All is well\.\n$/);
	});

	it("an unknown model, a deprecated one and an author's prefix are found, with what comes close: exit 1", async () => {
		const files = {
			"a.py": client("gpt-3.5-turbo"),
			"b.py": client("gpt-4.1-mini"),
			"c.py": client("google/gemini-2.5-flash"),
			"d.py": client("gpt-3.5-turbo"),
		};
		const { code, out } = await verify(folderWith(files), concentrateKey);
		assert.equal(code, 1);
		assert.match(
			out,
			/failed +gpt-3\.5-turbo \(a\.py:5:39 and 1 other place\)\n +Concentrate does not list this model\. Closest: gpt-/,
		);
		assert.match(out, /failed +gpt-4\.1-mini .*\n +This model is deprecated \(2026-12-31\)\./);
		assert.match(out, /failed +google\/gemini-2\.5-flash .*\n.*author.* Closest: ai-studio\/gemini-2\.5-flash/);
		assert.match(out, /The connection works; 3 models will not\./);
	});

	it("an alias that only the gateway knows is fine", async () => {
		const { code, out } = await verify(folderWith({ "a.py": client("gpt-4o-2024-08-06") }), concentrateKey);
		assert.equal(code, 0, out);
	});

	it("models of other clients are nobody's business", async () => {
		const other = client("no-such-model").replace("https://api.concentrate.ai/v1", "https://llm.example.com/v1");
		const { code, out } = await verify(folderWith({ "a.py": other }), concentrateKey);
		assert.equal(code, 0);
		assert.doesNotMatch(out + JSON.stringify(gateways.recorded), /no-such-model/);
	});

	it("without a key, or without the wish, no request is made", async () => {
		const folder = folderWith({ "a.py": client("gpt-4o") });
		const keyless = await verify(folder, undefined);
		assert.equal(keyless.code, 0);
		assert.match(keyless.out, /skipped One small request: no key given/);
		assert.equal((await verify(folder, concentrateKey, "--no-request")).code, 0);
		assert.ok(gateways.recorded.every(({ method }) => method === "GET"));
	});

	it("a step that fails says what to do: exit 1", async () => {
		const { code, out } = await verify(folderWith({ "a.py": client("gpt-4o") }), "sk-cn-v1-wrong");
		assert.equal(code, 1);
		assert.match(out, /failed +One small request: 401, .*\n +Concentrate does not know this key/);
		assert.match(out, /The connection does not work yet\./);
	});

	it("no answer at all: exit 2, and the models are compared with the copy at hand", async () => {
		gateways.behave({ fault: "hang" });
		const { code, out, err } = await verify(
			folderWith({ "a.py": client("nope-9") }),
			concentrateKey,
			"--timeout",
			"150",
		);
		assert.equal(code, 2);
		assert.match(err, /^error: no answer from http/);
		assert.match(out, /failed +Health: no answer \(TIMEOUT\)/);
		assert.match(out, /Models, compared with the catalogue of \d{4}-\d\d-\d\d:\nfailed +nope-9/);
	});

	it("--format json is one object with all of it", async () => {
		const { out } = await verify(folderWith({ "a.py": client("gpt-3.5-turbo") }), concentrateKey, "--format", "json");
		const { connection, models, catalogue } = JSON.parse(out);
		assert.equal(connection.outcome, "passed");
		assert.deepEqual(
			connection.steps.map((step: { id: string }) => step.id),
			["address", "health", "catalogue", "key", "request"],
		);
		assert.equal(models[0].verdict, "unknown-model");
		assert.deepEqual(models[0].places[0].range.start, { line: 4, character: 38 });
		assert.equal(catalogue.isLive, true);
	});

	it("an address that a file of the project names is never asked", async () => {
		const folder = folderWith({
			"a.py": client("gpt-4o"),
			".env": "CONCENTRATE_BASE_URL=http://127.0.0.1:1/v1\n",
			".migrate-helicone.json": JSON.stringify({ baseUrl: "http://127.0.0.1:1/v1" }),
		});
		const { code, err } = await verify(folder, concentrateKey);
		assert.equal(code, 2);
		assert.match(err, /\.migrate-helicone\.json:1: baseUrl: /);
		assert.equal(gateways.recorded.length, 0);
	});

	it("mistakes at the keyboard are said in one sentence: exit 2", async () => {
		const folder = folderWith({});
		for (const argv of [
			["verify", "nowhere"],
			["verify", "--timeout", "soon"],
			["verify", "--format", "xml"],
		]) {
			const { code, err } = await runIn(folder, ...argv);
			assert.equal(code, 2);
			assert.match(err, /^error: /);
			assert.doesNotMatch(err, /\n +at /);
		}
	});
});
