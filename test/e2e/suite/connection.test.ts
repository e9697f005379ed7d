import assert from "node:assert/strict";
import * as vscode from "vscode";
import { concentrateHost, concentrateKey } from "../../gateway/concentrate";
import type { Behaviour } from "../../gateway/exchange";
import { type Gateways, startGateways } from "../../gateway/server";
import { until } from "../../vscode/waiting";

const section = vscode.workspace.getConfiguration("migrateHelicone");

/** Test Connection as a person sees it: the page with its table of steps, against gateways that are well and unwell. */
describe("Test Connection", () => {
	let gateways: Gateways;
	const inherited = process.env.CONCENTRATE_API_KEY;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
		await section.update("baseUrl", `http://127.0.0.1:${gateways.port}/v1`, vscode.ConfigurationTarget.Global);
	});
	afterEach(async () => {
		gateways.forget();
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});
	after(async () => {
		await section.update("baseUrl", undefined, vscode.ConfigurationTarget.Global);
		if (inherited === undefined) delete process.env.CONCENTRATE_API_KEY;
		else process.env.CONCENTRATE_API_KEY = inherited;
		await gateways.close();
	});

	/** @returns the text in front of the person when the command has ended */
	const page = async (behaviour: Behaviour, key: string): Promise<string> => {
		process.env.CONCENTRATE_API_KEY = key;
		gateways.behave(behaviour);
		await vscode.commands.executeCommand("migrateHelicone.testConnection");
		const document = vscode.window.activeTextEditor?.document;
		assert.equal(document?.uri.scheme, "migrate-helicone-connection");
		return document?.getText() ?? "";
	};

	it("a healthy gateway: every step with its time and request id", async () => {
		const text = await page({}, concentrateKey);
		assert.match(
			text,
			/^# Connection to Concentrate\n\nAll is well: http:\/\/127\.0\.0\.1:\d+\/v1 answers, and the key is good\./,
		);
		assert.match(text, /^\| Health +\| passed +\| 200, healthy +\| \d+ ms +\| req_0123456789 \|$/m);
		assert.match(text, /^\| Model catalogue +\| passed +\| 200, 185 models/m);
		assert.match(text, /^\| One small request +\| passed +\| 200, gpt-5-nano answered/m);
		assert.match(text, /The key came from the environment/);
		assert.doesNotMatch(text, new RegExp(concentrateKey));
	});

	it("a key that is refused: 401, and what to do", async () => {
		const text = await page({}, "sk-cn-v1-canary");
		assert.match(text, /The connection to .* does not work yet\./);
		assert.match(text, /^\*\*One small request:\*\* Concentrate does not know this key/m);
		assert.match(text, /^\| One small request +\| failed +\| 401, /m);
		assert.doesNotMatch(text, /canary/);
	});

	it("a gateway that hangs: no answer, and nothing more is tried", async () => {
		const text = await page({ fault: "hang" }, concentrateKey);
		assert.match(text, /There is no answer from http/);
		assert.match(text, /^\*\*Health:\*\* No answer came in time/m);
		assert.match(text, /^\| One small request +\| not tried/m);
	});

	it("a gateway that talks garbage is not Concentrate, and gets no key", async () => {
		const text = await page({ fault: "garbage" }, concentrateKey);
		assert.match(text, /^\*\*Health:\*\* What answers there does not speak as Concentrate does/m);
		assert.ok(gateways.recorded.every(({ headers }) => headers.authorization === undefined));
	});

	it("the page shows the last test alone", async () => {
		await page({}, "sk-cn-v1-wrong");
		assert.match(await page({}, concentrateKey), /All is well/);
	});

	it("a folder has no say in the address", async () => {
		const elsewhere = await startGateways({ port: 0, host: concentrateHost });
		try {
			const address = `http://127.0.0.1:${elsewhere.port}/v1`;
			const refused = section.update("baseUrl", address, vscode.ConfigurationTarget.Workspace);
			await assert.rejects(async () => refused, "VS Code itself refuses the setting for a workspace");
			await page({}, concentrateKey);
			assert.equal(elsewhere.recorded.length, 0);
		} finally {
			await elsewhere.close();
		}
	});

	it("Refresh Model Catalogue takes the gateway's list, and asks for each model", async () => {
		await vscode.commands.executeCommand("migrateHelicone.refreshCatalogue");
		const asked = await until("models were asked for", () => gateways.recorded.length > 100 && gateways.recorded);
		assert.ok(asked.every(({ headers, method }) => method === "GET" && headers.authorization === undefined));
		assert.ok(asked.some(({ path }) => path === "/v1/models/gpt-4o"));
	});
});
