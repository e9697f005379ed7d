import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { folderWith, removeFolders } from "../support/folder";
import { runIn } from "./running";

const list = {
	dependencies: { "@helicone/ai-sdk-provider": "^1.0.12", "@helicone/async": "^2.0.2", ai: "^5.0.0" },
};
const provider = [
	'import { createHelicone } from "@helicone/ai-sdk-provider";',
	"export const models = createHelicone({ apiKey: process.env.HELICONE_API_KEY });",
	"",
].join("\n");
const logger = [
	'import { HeliconeAsyncLogger } from "@helicone/async";',
	'import OpenAI from "openai";',
	"const logger = new HeliconeAsyncLogger({ apiKey: process.env.HELICONE_API_KEY, providers: { openAI: OpenAI } });",
	"logger.init();",
	"export const openai = new OpenAI();",
	"",
].join("\n");

describe("packages of a folder", () => {
	afterEach(removeFolders);

	it("follow the code in one run: what nothing uses any more goes, what takes its place stands there", async () => {
		const folder = folderWith({
			"package.json": `${JSON.stringify(list, null, 2)}\n`,
			"package-lock.json": '{ "packages": { "node_modules/@helicone/async": {} } }\n',
			"src/models.ts": provider,
			"src/logger.ts": logger,
		});
		await runIn(folder, "fix", "--suggested", "--allow-dirty");
		const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
		assert.deepEqual(JSON.parse(read("package.json")), {
			dependencies: { "@ai-sdk/openai-compatible": "^1.0.0", ai: "^5.0.0" },
		});
		assert.match(read("src/models.ts"), /createOpenAICompatible\(\{ apiKey: process\.env\.CONCENTRATE_API_KEY/);
		assert.equal(read("src/logger.ts"), 'import OpenAI from "openai";\nexport const openai = new OpenAI();\n');
		assert.match(read("package-lock.json"), /@helicone\/async/, "a lock file is never changed");
		const { findings } = JSON.parse((await runIn(folder, "check", "--format", "json")).out);
		assert.deepEqual(
			findings.map(({ path: file, severity, fix }: Record<string, unknown>) => [file, severity, fix]),
			[["package-lock.json", "information", null]],
		);
	});

	it("stay while some file uses them", async () => {
		const folder = folderWith({
			"requirements.txt": "helicone-helpers\n",
			"app.py": "from helicone_helpers import HeliconePromptManager\nmanager = HeliconePromptManager(api_key=key)\n",
		});
		const before = readFileSync(path.join(folder, "requirements.txt"), "utf8");
		const { out } = await runIn(folder, "fix", "--suggested", "--allow-dirty");
		assert.equal(readFileSync(path.join(folder, "requirements.txt"), "utf8"), before);
		assert.match(out, /requirements\.txt:1:1/);
	});
});
