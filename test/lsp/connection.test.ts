import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import type { ConnectionReport } from "../../shared/connection";
import {
	type EditorNetwork,
	type RefreshCatalogueResult,
	refreshCatalogueRequest,
	testConnectionRequest,
} from "../../shared/protocol";
import { concentrateHost, concentrateKey } from "../gateway/concentrate";
import { startProxy } from "../gateway/proxy";
import { type Gateways, startGateways } from "../gateway/server";
import { Editor } from "./editor";

const network: EditorNetwork = { proxy: "", noProxy: [], strictProxy: true, proxyAuthorization: null, isOff: false };

describe("connection requests", () => {
	let gateways: Gateways;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
	});
	afterEach(async () => {
		gateways.forget();
		await Editor.stopAll();
	});
	after(() => gateways.close());

	const address = () => `http://127.0.0.1:${gateways.port}/v1`;
	const test = (editor: Editor, more: object = {}): Promise<ConnectionReport> =>
		editor.connection.sendRequest(testConnectionRequest.method, {
			address: address(),
			key: concentrateKey,
			network,
			...more,
		});
	const refresh = (editor: Editor, more: object = {}): Promise<RefreshCatalogueResult> =>
		editor.connection.sendRequest(refreshCatalogueRequest.method, { address: address(), network, ...more });
	const saved = (editor: Editor) => path.join(editor.root, ".cache/migrate-helicone/catalogue.json");

	it("nothing is sent until somebody asks", async () => {
		const editor = await Editor.start({ files: { "a.py": "client = OpenAI(base_url='https://oai.helicone.ai/v1')" } });
		await editor.open("a.py", "client = OpenAI(base_url='https://api.concentrate.ai/v1')\n");
		await editor.diagnostics("a.py");
		assert.equal(gateways.recorded.length, 0);
	});

	it("the test says each step before it is sent, and everything afterwards", async () => {
		const editor = await Editor.start();
		const report = await test(editor);
		assert.equal(report.outcome, "passed");
		assert.deepEqual(editor.steps, ["health", "catalogue", "request"]);
	});

	it("VS Code's proxy is gone through", async () => {
		const editor = await Editor.start();
		const proxy = await startProxy();
		assert.equal((await test(editor, { network: { ...network, proxy: proxy.url } })).outcome, "passed");
		assert.ok(proxy.tunnels.length > 0);
		await proxy.close();
	});

	it("is cancelled when the person wants it", async () => {
		const editor = await Editor.start();
		gateways.behave({ fault: "hang" });
		const source = new CancellationTokenSource();
		const params = { address: address(), key: concentrateKey, network };
		const asked = editor.connection.sendRequest(testConnectionRequest.method, params, source.token);
		setTimeout(() => source.cancel(), 300);
		const started = Date.now();
		assert.equal(((await asked) as ConnectionReport).outcome, "cancelled");
		assert.ok(Date.now() - started < 4000);
	});

	it("no line of the log holds the key", async () => {
		const editor = await Editor.start();
		await test(editor, { key: "sk-cn-v1-canary" });
		await test(editor, { key: " canary-without-a-mark" });
		assert.doesNotMatch(editor.log.join("\n"), /canary/);
		assert.ok(editor.log.some((line) => line.startsWith("test connection")));
	});

	for (const models of ["data", "bare"] as const)
		it(`a refresh reads the catalogue in the shape "${models}", with providers, prices, aliases and dates`, async () => {
			const editor = await Editor.start();
			gateways.behave({ models });
			const result = await refresh(editor);
			assert.equal(result.kind === "refreshed" && result.models, 185);
			const catalogue = JSON.parse(readFileSync(saved(editor), "utf8"));
			const model = (id: string) => catalogue.models.find((one: { id: string }) => one.id === id);
			assert.deepEqual(model("gpt-4o").aliases, ["gpt-4o-2024-08-06"]);
			assert.deepEqual(model("gpt-4o").providers[0], {
				slug: "openai",
				contextWindow: 128_000,
				inputPrice: 1,
				outputPrice: 4,
			});
			assert.equal(model("gpt-4.1-mini").providers[1].deprecated, "2026-12-31");
			assert.match(catalogue.source, /^GET \/v1\/models of 127\.0\.0\.1:/);
		});

	it("a refresh that fails says why, and leaves everything as it was", async () => {
		const editor = await Editor.start();
		gateways.behave({ status: 503 });
		const failed = await refresh(editor);
		assert.equal(failed.kind === "failed" && failed.says, "503, Service Unavailable: as the test asked for");
		const refused = await refresh(editor, { address: "https://oai.helicone.ai/v1" });
		assert.match(refused.kind === "failed" ? (refused.advice ?? "") : "", /Helicone's/);
		gateways.behave({ fault: "garbage" });
		assert.equal((await refresh(editor)).kind, "failed");
		assert.ok(!existsSync(saved(editor)));
	});
});
