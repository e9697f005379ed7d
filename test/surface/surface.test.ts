/**
 * Everything that `test/facts/helicone.md` lists is found: the lists beside this file are data, a test for each line of them.
 * What cannot be said in one line (SDKs, hazards, the traps of the census) names the fixtures that show it.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../../server/engine/analyze";
import type { Finding } from "../../server/engine/model";
import { emptyWorkspace } from "../../server/engine/workspace";
import { readFixtures } from "../support/fixture";
import { testGrammars } from "../support/grammars";

type Rows = Readonly<Record<string, string>>;

/** A list of this folder, without its comment. */
function list<T>(name: string): Readonly<Record<string, T>> {
	const { $comment: _, ...rows } = JSON.parse(readFileSync(join(__dirname, `${name}.json`), "utf8"));
	return rows;
}

async function findingsIn(language: string, file: string, text: string): Promise<readonly Found[]> {
	const options = { grammars: await testGrammars(), severities: {}, workspace: emptyWorkspace };
	const { findings } = analyze({ uri: `file:///${file}`, language, text }, options);
	return findings.map((finding) => ({ ...finding, text: text.slice(finding.range[0], finding.range[1]) }));
}

type Found = Finding & { readonly text: string };

function assertFound(found: readonly Found[], rule: string, text: string, row?: string): void {
	const said = found.map((one) => `${one.rule} “${one.text}” ${one.row ?? ""}`).join("\n");
	const match = found.find((one) => one.rule === rule && one.text === text && (row === undefined || one.row === row));
	assert.ok(match, `${rule} should find “${text}” ${row ?? ""}. Found:\n${said}`);
}

describe("helicone.md 1: addresses", () => {
	for (const [rule, addresses] of Object.entries(list<readonly string[]>("addresses")))
		for (const address of addresses)
			it(`${rule}: ${address}`, async () => {
				for (const [language, file, text] of [
					["python", "a.py", `address = ${JSON.stringify(address)}\n`],
					["typescript", "a.ts", `const address = ${JSON.stringify(address)};\n`],
					["json", "a.json", `{ "address": ${JSON.stringify(address)} }\n`],
				] as const) {
					const found = await findingsIn(language, file, text);
					if (rule === "none") assert.deepEqual(found, []);
					else assertFound(found, rule, address);
				}
			});
});

describe("helicone.md 2: headers", () => {
	/** Headers without Helicone's name say something only beside one that has it. */
	const onlyBeside: Rows = {
		"aws-access-key": "https://bedrock.helicone.ai/v1/us-east-1",
		"aws-secret-key": "https://bedrock.helicone.ai/v1/us-east-1",
		"aws-session-token": "https://bedrock.helicone.ai/v1/us-east-1",
		"x-stripe-customer-id": "https://ai-gateway.helicone.ai",
	};

	for (const [name, row] of Object.entries(list<string>("request-headers")))
		it(`request: ${name}`, async () => {
			const address = onlyBeside[name] ?? "https://oai.helicone.ai/v1";
			const python = `client = OpenAI(base_url="${address}", default_headers={"${name}": value})\n`;
			const script = `await fetch("${address}/chat/completions", { method: "POST", headers: { Authorization: \`Bearer \${key}\`, '${name}': value } });\n`;
			const shell = `curl ${address}/chat/completions -H "Authorization: Bearer $KEY" -H "${name}: $VALUE"\n`;
			const wanted = `request-headers/${row}`;
			assertFound(await findingsIn("python", "a.py", python), "helicone-request-header", name, wanted);
			assertFound(await findingsIn("typescript", "a.ts", script), "helicone-request-header", name, wanted);
			assertFound(await findingsIn("shell", "a.sh", shell), "helicone-request-header", name, wanted);
		});

	for (const [name, row] of Object.entries(list<string>("response-headers")))
		it(`response: ${name}`, async () => {
			const python = `print(response.headers.get("${name}"), end="")\n`;
			const script = `console.log(response.headers.get('${name}'));\n`;
			const wanted = `response-headers/${row}`;
			assertFound(await findingsIn("python", "a.py", python), "helicone-response-header", name, wanted);
			assertFound(await findingsIn("typescript", "a.ts", script), "helicone-response-header", name, wanted);
		});
});

describe("helicone.md 4: environment variables", () => {
	for (const [name, row] of Object.entries(list<string>("environment")))
		it(name, async () => {
			const wanted = `environment/${row}`;
			for (const [language, file, text] of [
				["dotenv", ".env", `${name}=\n`],
				["python", "a.py", `value = os.getenv("${name}")\n`],
				["typescript", "a.ts", `const value = process.env.${name};\n`],
				["shell", "a.sh", `echo "$${name}"\n`],
				["yaml", "compose.yaml", `services:\n  web:\n    environment:\n      ${name}: x\n`],
			] as const)
				assertFound(await findingsIn(language, file, text), "helicone-env-var", name, wanted);
		});
});

describe("helicone.md 5: packages", () => {
	for (const [statement, row] of Object.entries(
		list<{ language: string; file: string; name: string; row: string }>("packages"),
	))
		it(statement, async () => {
			const found = await findingsIn(row.language, row.file, `${statement}\n`);
			assertFound(found, "helicone-package", row.name, `packages/${row.row}`);
		});
});

describe("what needs more than a line has fixtures", () => {
	const folder = join(__dirname, "..");
	const titles = new Set(
		(["rules", "languages"] as const).flatMap((kind) =>
			readFixtures(join(folder, kind), kind).flatMap((file) => file.cases.map((one) => `${file.name}: ${one.title}`)),
		),
	);
	for (const name of ["clients", "hazards", "census"])
		for (const [row, fixtures] of Object.entries(list<readonly string[]>(name)))
			it(`${name}: ${row}`, () => {
				assert.ok(fixtures.length > 0, "no fixture named");
				assert.deepEqual(
					fixtures.filter((title) => !titles.has(title)),
					[],
					"no such fixtures",
				);
			});
});
