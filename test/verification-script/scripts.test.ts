/** Each generated script run by its own interpreter against the emulated gateway. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
	mainLanguage,
	type ScriptLanguage,
	scriptLanguages,
	scriptModels,
	verificationScript,
} from "../../server/engine/verification-script/verification-script";
import { concentrateHost, concentrateKey } from "../gateway/concentrate";
import { type Gateways, startGateways } from "../gateway/server";
import { folderWith, removeFolders } from "../support/folder";
import { root } from "../vscode/server-package";

const programs: Readonly<Record<ScriptLanguage, readonly [file: string, ...command: readonly string[]]>> = {
	python: ["verify.py", "python3"],
	typescript: ["verify.ts", process.execPath, "--import", path.join(root, "node_modules/tsx/dist/loader.mjs")],
	javascript: ["verify.js", process.execPath],
	shell: ["verify.sh", "sh"],
};

describe("verification script", function () {
	this.timeout(120_000);
	let gateways: Gateways;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
	});
	afterEach(() => {
		gateways.forget();
		removeFolders();
	});
	after(() => gateways.close());

	async function run(language: ScriptLanguage, slugs: readonly string[], key: string | undefined) {
		const text = verificationScript(language, scriptModels([{ language, slugs }]));
		const [name, program = "", ...args] = programs[language];
		const file = path.join(folderWith({ [name]: text }), name);
		const env: NodeJS.ProcessEnv = { ...process.env, CONCENTRATE_BASE_URL: `http://127.0.0.1:${gateways.port}/v1` };
		delete env.CONCENTRATE_API_KEY;
		const child = spawn(program, [...args, file], {
			env: key === undefined ? env : { ...env, CONCENTRATE_API_KEY: key },
		});
		let out = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk) => {
				out += chunk;
			});
		const [code] = await once(child, "close");
		return { code, out };
	}

	for (const language of scriptLanguages)
		describe(language, () => {
			it("calls each model plain and streamed; all is well", async () => {
				const { code, out } = await run(language, ["gpt-4o", "auto", "anthropic/claude-sonnet-4-5"], concentrateKey);
				assert.equal(code, 0, out);
				assert.deepEqual(out.trimEnd().split("\n"), [
					"ok     gpt-4o (plain: gpt-4o, req_0123456789; streamed: gpt-4o, req_0123456789)",
					"ok     auto (plain: auto, req_0123456789; streamed: auto, req_0123456789)",
					"ok     anthropic/claude-sonnet-4-5 (plain: anthropic/claude-sonnet-4-5, req_0123456789; streamed: anthropic/claude-sonnet-4-5, req_0123456789)",
				]);
				const asked = gateways.recorded.map(({ body }) => body as { model: string; stream: boolean });
				assert.deepEqual(
					asked.map(({ model, stream }) => [model, stream]),
					["gpt-4o", "auto", "anthropic/claude-sonnet-4-5"].flatMap((slug) => [
						[slug, false],
						[slug, true],
					]),
				);
			});

			it("an unknown model fails, the others are tried nevertheless", async () => {
				const { code, out } = await run(language, ["no-such-model", "gpt-4o"], concentrateKey);
				assert.equal(code, 1, out);
				assert.match(out, /^failed no-such-model \(plain: status 400, the model is unknown/m);
				assert.match(out, /^ok {5}gpt-4o /m);
			});

			it("a refused key fails, and stands nowhere but in one header", async () => {
				const { code, out } = await run(language, ["gpt-4o"], "sk-cn-v1-canary");
				assert.equal(code, 1, out);
				assert.match(out, /^failed gpt-4o \(plain: status 401, the key is refused; streamed: status 401, the key/);
				assert.doesNotMatch(out, /canary/);
				assert.equal(gateways.recorded.length, 2);
				for (const { headers, ...rest } of gateways.recorded) {
					const { authorization, ...others } = headers;
					assert.equal(authorization, "Bearer sk-cn-v1-canary");
					assert.doesNotMatch(JSON.stringify([others, rest.path, rest.query, rest.body]), /canary/);
				}
			});

			it("without a key, or with more than one, nothing is sent", async () => {
				for (const key of [undefined, "", '"sk-cn-v1-canary x"']) {
					const { code, out } = await run(language, ["gpt-4o"], key);
					assert.equal(code, 2, out);
					assert.match(out, /CONCENTRATE_API_KEY is not set/);
					assert.doesNotMatch(out, /canary/);
				}
				assert.equal(gateways.recorded.length, 0);
			});

			it("nonsense and silence are no answers", async () => {
				gateways.behave({ fault: "garbage" });
				const garbage = await run(language, ["gpt-4o"], concentrateKey);
				assert.equal(garbage.code, 1);
				assert.match(garbage.out, /plain: the answer names no model; streamed: the stream does not end as it should/);
				gateways.behave({ fault: "drop" });
				const silent = await run(language, ["gpt-4o"], concentrateKey);
				assert.equal(silent.code, 1);
				assert.match(silent.out, /^failed gpt-4o \(plain: no answer \(/);
			});

			it("a model that answers for another is found", async () => {
				const models = [{ slug: "gpt-4o", names: ["gpt-5"] }];
				const [name, program = "", ...args] = programs[language];
				const file = path.join(mkdtempSync(path.join(folderWith({}), "a")), name);
				writeFileSync(file, verificationScript(language, models));
				const variables = {
					CONCENTRATE_BASE_URL: `http://127.0.0.1:${gateways.port}/v1`,
					CONCENTRATE_API_KEY: concentrateKey,
				};
				const child = spawn(program, [...args, file], { env: { ...process.env, ...variables } });
				let out = "";
				child.stdout.on("data", (chunk) => {
					out += chunk;
				});
				assert.deepEqual(await once(child, "close"), [1, null]);
				assert.match(out, /^failed gpt-4o \(plain: gpt-4o answered instead; streamed: gpt-4o answered instead\)/);
			});
		});

	it("is written in the language of most files with clients", () => {
		const file = (language: string) => ({ language, slugs: ["gpt-4o"] });
		assert.equal(mainLanguage([file("python"), file("notebook"), file("typescript")]), "python");
		assert.equal(mainLanguage([file("tsx"), file("typescript"), file("python")]), "typescript");
		assert.equal(mainLanguage([file("vue"), file("javascript"), file("go")]), "javascript");
		assert.equal(mainLanguage([file("go"), file("go"), file("python")]), "shell");
		assert.equal(mainLanguage([{ language: "python", slugs: [] }]), "shell");
	});

	it("leaves out what is no single slug, and what looks like a key", () => {
		const slugs = ["gpt-4o", "gpt-4o", "", "gpt-4o,gpt-4.1", "it's", 'a"b', "sk-cn-v1-canary", "$(id)", "gpt-4.1"];
		const models = scriptModels([{ language: "python", slugs }]);
		assert.deepEqual(
			models.map(({ slug }) => slug),
			["gpt-4o", "gpt-4.1"],
		);
	});
});
