/** *Export Helicone History* as the editor asks for it, against Helicone's emulated API. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import {
	type ExportHistoryParams,
	type ExportHistoryResult,
	exportHistoryRequest,
} from "../../shared/history-protocol";
import { history, idOf } from "../gateway/history";
import { heliconeKey } from "../gateway/keys";
import { type Gateways, startGateways } from "../gateway/server";
import { Editor } from "./editor";

const network = { proxy: "", noProxy: [], strictProxy: true, proxyAuthorization: null, isOff: false };

describe("export of Helicone's history", function () {
	this.timeout(180_000);
	let helicone: Gateways;
	before(async () => {
		helicone = await startGateways({ port: 0, host: "api.helicone.ai" });
	});
	afterEach(async () => {
		helicone.forget();
		await Editor.stopAll();
	});
	after(() => helicone.close());

	const fileOf = (editor: Editor) => path.join(editor.root, "history.jsonl");
	const paramsOf = (editor: Editor, more: Partial<ExportHistoryParams> = {}): ExportHistoryParams => ({
		...{ key: heliconeKey, region: null, bodies: false, from: null, to: null, network },
		...{ file: editor.uri("history.jsonl"), origin: `http://127.0.0.1:${helicone.port}` },
		...more,
	});
	const idsIn = (editor: Editor): readonly string[] =>
		readFileSync(fileOf(editor), "utf8")
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line).request_id);

	it("says how far it is, is cancelled when the person wants it, and goes on behind what it wrote", async () => {
		const editor = await Editor.start();
		const source = new CancellationTokenSource();
		const asked: Promise<ExportHistoryResult> = editor.connection.sendRequest(
			exportHistoryRequest.method,
			paramsOf(editor),
			source.token,
		);
		while (editor.exported.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
		source.cancel();
		assert.deepEqual(await asked, { kind: "cancelled" });
		const before = idsIn(editor);
		assert.ok(before.length >= 2000 && before.length < history.size, `${before.length} rows when it was cancelled`);

		const { length } = helicone.recorded;
		const result = await editor.connection.sendRequest(exportHistoryRequest.method, paramsOf(editor));
		const until = new Date(history.start + Math.floor((history.size - 1) / history.perInstant) * 1000).toISOString();
		assert.deepEqual(result, { kind: "exported", rows: history.size, until });
		assert.deepEqual(
			idsIn(editor),
			Array.from({ length: history.size }, (_, index) => idOf(index)),
			"each once, in order",
		);
		assert.ok(helicone.recorded.length - length <= 102, "what was there is not asked for again");
	});

	it("takes the dates that are wanted", async () => {
		const editor = await Editor.start();
		const dates = { from: "2026-01-01T00:01:00.000Z", to: "2026-01-01T00:02:00.000Z" };
		await editor.connection.sendRequest(exportHistoryRequest.method, paramsOf(editor, dates));
		assert.deepEqual([idsIn(editor).length, idsIn(editor)[0], idsIn(editor).at(-1)], [180, idOf(180), idOf(359)]);
	});

	it("a refused key and a file of something else are said; no line of the log, no file holds the key", async () => {
		const editor = await Editor.start();
		const key = "sk-helicone-canary0-canary0";
		const refused: ExportHistoryResult = await editor.connection.sendRequest(
			exportHistoryRequest.method,
			paramsOf(editor, { key }),
		);
		assert.match(refused.kind === "failed" ? refused.says : "", /refused the key \(status 401\)/);
		for (const { headers, ...rest } of helicone.recorded) {
			const { authorization, ...others } = headers;
			assert.equal(authorization, `Bearer ${key}`);
			assert.doesNotMatch(JSON.stringify([others, rest.path, rest.query, rest.body]), /canary/);
		}
		assert.ok(existsSync(fileOf(editor)));
		writeFileSync(fileOf(editor), "notes\n");
		const other: ExportHistoryResult = await editor.connection.sendRequest(
			exportHistoryRequest.method,
			paramsOf(editor, { key }),
		);
		assert.match(other.kind === "failed" ? other.says : "", /line 1 is no row of an export/);
		assert.equal(readFileSync(fileOf(editor), "utf8"), "notes\n");
		assert.doesNotMatch(JSON.stringify([refused, other, editor.log]), /canary/);
	});

	it("nothing is sent until somebody asks", async () => {
		const editor = await Editor.start({ files: { ".env": `HELICONE_API_KEY=${heliconeKey}\n` } });
		await editor.ready();
		assert.equal(helicone.recorded.length, 0);
	});
});
