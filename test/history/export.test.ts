/** `export` against Helicone's emulated API: everything, once, in order, whatever happens on the way. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, createReadStream, readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { exportHistory } from "../../server/host/history/export-history";
import { createHttpClient, type HttpClient } from "../../server/host/http/http-client";
import { runWith } from "../cli/running";
import { history, idOf } from "../gateway/history";
import { heliconeKey } from "../gateway/keys";
import { type Gateways, startGateways } from "../gateway/server";
import { folderWith, removeFolders } from "../support/folder";
import { root } from "../vscode/server-package";

const variables = { HELICONE_API_KEY: heliconeKey };

describe("export", function () {
	this.timeout(180_000);
	let helicone: Gateways;
	let http: HttpClient;
	let origin: string;
	let file: string;

	before(async () => {
		helicone = await startGateways({ port: 0, host: "api.helicone.ai" });
		http = createHttpClient({ variables: {} });
		origin = `http://127.0.0.1:${helicone.port}`;
	});
	beforeEach(() => {
		helicone.forget();
		file = path.join(folderWith({}), "history.jsonl");
	});
	afterEach(() => removeFolders());
	after(async () => {
		await http.close();
		await helicone.close();
	});

	const everything = { to: "2027-01-01T00:00:00Z", bodies: false, pause: 1 };
	const whole = (signal?: AbortSignal) =>
		exportHistory({ ...everything, http, origin, key: heliconeKey, file, signal });
	const command = (...more: readonly string[]) =>
		runWith({ variables }, path.dirname(file), "export", "--out", file, "--base-url", origin, ...more);

	it("writes 100,000 requests, each once, oldest first", async () => {
		const { rows } = await whole();
		assert.equal(rows, history.size);
		await assertComplete(file, 0, history.size);
	});

	it("goes on after refusals, silence and nonsense without a lost or doubled row", async () => {
		const faults = [
			{ status: 429, retryAfter: 0, times: 3 },
			{ status: 500, times: 2 },
			{ fault: "drop", times: 2 },
			{ fault: "garbage", times: 1 },
		] as const;
		let pages = 0;
		await exportHistory({
			...everything,
			...{ http, origin, key: heliconeKey, file },
			onProgress: () => {
				const fault = faults[pages++ % 7];
				if (fault) helicone.behave(fault);
			},
		});
		assert.ok(pages >= 100, `${pages} pages`);
		await assertComplete(file, 0, history.size);
	});

	it("is ended by its signal and goes on with the next run", async () => {
		const abort = new AbortController();
		const ending = exportHistory({
			...everything,
			...{ http, origin, key: heliconeKey, file, signal: abort.signal },
			onProgress: ({ rows }) => rows >= 5000 && abort.abort(),
		});
		await assert.rejects(ending, { name: "AbortError" });
		await whole();
		await assertComplete(file, 0, history.size);
	});

	it("mends the half row that a kill leaves", async () => {
		await command("--to", "2026-01-01T00:30:00Z");
		const { length } = readFileSync(file);
		truncateSync(file, length - 40);
		const { out } = await command("--to", "2026-01-01T00:30:00Z");
		assert.match(out, /^5400 requests in /);
		await assertComplete(file, 0, 5400);
	});

	it("survives kills of the real command, with memory that does not grow with the history", async () => {
		const cli = path.join(root, "server/out/cli.js");
		const args = ["--max-old-space-size=64", cli, "export", "--out", file, "--base-url", origin];
		const env = { ...process.env, ...variables };
		for (const patience of [700, 900, 1100]) {
			const child = spawn(process.execPath, args, { env, stdio: "ignore" });
			const ended = once(child, "exit");
			await setTimeout(patience);
			child.kill("SIGKILL");
			await ended;
		}
		const last = spawn(process.execPath, args, { env, stdio: "ignore" });
		assert.deepEqual(await once(last, "exit"), [0, null]);
		await assertComplete(file, 0, history.size);
	});

	it("takes the dates that are wanted", async () => {
		await command("--from", "2026-01-01T00:01:00Z", "--to", "2026-01-01T00:02:00Z");
		await assertComplete(file, 180, 360);
	});

	it("says which date it cannot read", async () => {
		const { code, err } = await command("--from", "yesterday");
		assert.equal(code, 2);
		assert.match(err, /a date such as 2026-01-31 was expected/);
	});

	it("puts bodies beside their requests, and says which are gone", async () => {
		await command("--to", "2026-01-01T00:00:10Z", "--bodies");
		const rows = readFileSync(file, "utf8")
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		assert.equal(rows.length, 30);
		assert.deepEqual(rows[1].body, { request: { id: idOf(1) }, response: { id: idOf(1) } });
		assert.deepEqual([rows[10].body, rows[10].body_missing], [null, "not available"]);
		assert.ok(
			!readFileSync(file, "utf8").includes("X-Amz-Signature"),
			"an address that opens a body stands in the file",
		);
	});

	it("says what to do about a refused key, and never says the key", async () => {
		const wrong = "sk-helicone-eeeeeee-fffffff-ggggggg-hhhhhhh";
		const { code, out, err } = await runWith(
			{ variables: { HELICONE_API_KEY: wrong } },
			path.dirname(file),
			...["export", "--out", file, "--base-url", origin],
		);
		assert.equal(code, 2);
		assert.match(err, /refused the key \(status 401\)/);
		assert.ok(!`${out}${err}${readFileSync(file, "utf8")}`.includes(wrong.slice(15)));
		for (const { headers } of helicone.recorded) assert.equal(headers.authorization, `Bearer ${wrong}`);
	});

	it("wants a key", async () => {
		const { code, err } = await runWith({}, path.dirname(file), "export", "--out", file);
		assert.equal(code, 2);
		assert.match(err, /HELICONE_API_KEY/);
	});

	it("leaves a file alone that is none of an export", async () => {
		writeFileSync(file, "notes\n");
		const { code, err } = await command();
		assert.equal(code, 2);
		assert.match(err, /line 1 is no row of an export/);
		assert.equal(readFileSync(file, "utf8"), "notes\n");
		appendFileSync(file, "more");
		await command();
		assert.equal(readFileSync(file, "utf8"), "notes\nmore");
	});
});

/** Reads the file line by line, as anybody must whose history is long. */
async function assertComplete(file: string, first: number, end: number): Promise<void> {
	let index = first;
	for await (const line of createInterface({ input: createReadStream(file) }))
		assert.equal(JSON.parse(line).request_id, idOf(index++));
	assert.equal(index, end);
}
