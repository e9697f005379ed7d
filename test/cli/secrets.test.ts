import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { concentrateHost } from "../gateway/concentrate";
import { type Gateways, startGateways } from "../gateway/server";
import { folderWith, removeFolders } from "../support/folder";
import { type Ran, runWith } from "./running";

/** Keys of every sort with a canary in them: it must not be heard anywhere but in one request's `Authorization`. */
const canary = "canary0123456789";
const key = `sk-cn-v1-${canary}`;
const files = {
	".env": `OPENAI_API_KEY=sk-proj-${canary}\nHELICONE_API_KEY=sk-helicone-${canary}\nCONCENTRATE_API_KEY=" ${key}"\n`,
	"a.py": `from openai import OpenAI

moving = OpenAI(base_url="https://oai.helicone.ai/v1", api_key="sk-proj-${canary}",
    default_headers={"Helicone-Auth": "Bearer sk-helicone-${canary}"})
there = OpenAI(base_url="https://api.concentrate.ai/v1", api_key="sk-ant-${canary}")
there.chat.completions.create(model="no-such-model", messages=[])
`,
};

/** Names a model, and holds a key where a model would stand. */
const there = `from openai import OpenAI

there = OpenAI(base_url="https://api.concentrate.ai/v1", api_key="sk-ant-${canary}")
there.chat.completions.create(model="gpt-4o", messages=[])
there.chat.completions.create(model="sk-cn-v1-${canary}", messages=[])
`;

describe("secrets", () => {
	let gateways: Gateways;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
	});
	afterEach(() => {
		gateways.forget();
		removeFolders();
	});
	after(() => gateways.close());

	const run = (folder: string, ...argv: readonly string[]): Promise<Ran> =>
		runWith({ variables: { CONCENTRATE_API_KEY: key }, cacheDirectory: path.join(folder, "cache") }, folder, ...argv);

	const commands: readonly (readonly string[])[] = [
		["check"],
		...["json", "sarif", "github"].map((format) => ["check", "--format", format]),
		["fix", "--dry-run", "--allow-dirty"],
		["report"],
		["report", "--gaps"],
	];
	for (const command of commands)
		it(`${command.join(" ")} says no key`, async () => {
			const { out, err } = await run(folderWith(files), ...command);
			assert.ok(out.length > 0);
			assert.doesNotMatch(out + err, new RegExp(canary));
			assert.equal(gateways.recorded.length, 0, "and sends nothing");
		});

	for (const format of ["text", "json"])
		it(`verify --format ${format} says no key, and sends it in one header alone`, async () => {
			const folder = folderWith(files);
			const { out, err } = await run(
				folder,
				...["verify", "--format", format, "--base-url", `http://127.0.0.1:${gateways.port}`],
			);
			assert.doesNotMatch(out + err, new RegExp(canary));
			const sent = gateways.recorded.flatMap(({ headers, ...rest }) => {
				const { authorization, ...others } = headers;
				assert.doesNotMatch(JSON.stringify([others, rest.path, rest.query, rest.body]), new RegExp(canary));
				return authorization ?? [];
			});
			assert.deepEqual(sent, [`Bearer ${key}`]);
			assert.deepEqual(writtenBeside(folder), [], "and writes nothing down");
		});

	for (const ending of ["py", "ts", "js", "sh"])
		it(`verify --script puts no key into a .${ending} file, and sends nothing`, async () => {
			const folder = folderWith({ ...files, "b.py": there });
			const { code, out, err } = await run(folder, "verify", "--script", `ask.${ending}`);
			assert.equal(code, 0, err);
			assert.doesNotMatch(out + err, new RegExp(canary));
			assert.match(readFileSync(path.join(folder, `ask.${ending}`), "utf8"), /gpt-4o/);
			assert.deepEqual(
				writtenBeside(folder).filter((name) => name !== "b.py"),
				[],
			);
			assert.equal(gateways.recorded.length, 0);
		});

	for (const behaviour of [{}, { status: 401 }, { status: 400 }] as const)
		it(`export says no key and writes none (${JSON.stringify(behaviour)})`, async () => {
			const helicone = await startGateways({ port: 0, host: "api.helicone.ai" });
			helicone.behave(behaviour);
			const folder = folderWith(files);
			const { code, out, err } = await runWith(
				{ variables: { HELICONE_API_KEY: `sk-helicone-${canary}` } },
				folder,
				...["export", "--out", "history.jsonl", "--bodies", "--base-url", `http://127.0.0.1:${helicone.port}`],
			);
			await helicone.close();
			assert.equal(code, 2, "the key is none of the emulator's");
			assert.doesNotMatch(out + err, new RegExp(canary));
			assert.deepEqual(writtenBeside(folder), []);
			assert.ok(helicone.recorded.length > 0);
			for (const { headers, ...rest } of helicone.recorded) {
				const { authorization, ...others } = headers;
				assert.equal(authorization, `Bearer sk-helicone-${canary}`);
				assert.doesNotMatch(JSON.stringify([others, rest.path, rest.query, rest.body]), new RegExp(canary));
			}
		});

	it("verify says no key when it fails, whatever the gateway quotes", async () => {
		for (const behaviour of [{ status: 401 }, { fault: "garbage" }, { fault: "drop" }] as const) {
			gateways.behave({ ...behaviour, only: "POST" });
			const { out, err } = await run(folderWith(files), "verify", "--base-url", `http://127.0.0.1:${gateways.port}`);
			assert.match(out, /failed/);
			assert.doesNotMatch(out + err, new RegExp(canary));
		}
	});
});

/** Files that were not there before and hold the canary. */
function writtenBeside(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !(entry.name in files))
		.filter((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8").includes(canary))
		.map(({ name }) => name);
}
