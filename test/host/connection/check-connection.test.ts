import assert from "node:assert/strict";
import { checkAddress } from "../../../server/host/connection/address-check";
import { checkConnection } from "../../../server/host/connection/check-connection";
import { keyTrouble } from "../../../server/host/connection/key-check";
import { createHttpClient, type HttpClient } from "../../../server/host/http/http-client";
import type { ConnectionReport } from "../../../shared/connection";
import { tables } from "../../../shared/mappings";
import { ConnectionFailure } from "../../../shared/mappings/schema";
import { concentrateHost, concentrateKey } from "../../gateway/concentrate";
import type { Behaviour } from "../../gateway/exchange";
import { type Gateways, startGateways } from "../../gateway/server";

/** What a person learns from Test Connection and `verify`, for each way in which a connection fails. */
describe("connection test", () => {
	let gateways: Gateways;
	let http: HttpClient;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
		http = createHttpClient({ variables: {} });
	});
	afterEach(() => gateways.forget());
	after(async () => {
		await http.close();
		await gateways.close();
	});

	interface Asked {
		readonly behaviour?: Behaviour;
		readonly key?: string | undefined;
		readonly address?: string;
		readonly signal?: AbortSignal;
	}
	const test = async (asked: Asked = {}): Promise<ConnectionReport> => {
		gateways.behave(asked.behaviour ?? {});
		const address = asked.address ?? `http://127.0.0.1:${gateways.port}/v1`;
		const key = "key" in asked ? asked.key : concentrateKey;
		return (await checkConnection({ http, address, key, timeout: 1500, signal: asked.signal })).report;
	};
	const outcomes = ({ steps }: ConnectionReport) => steps.map(({ id, outcome }) => `${id} ${outcome}`).join(", ");
	const failed = ({ steps }: ConnectionReport) => steps.find(({ outcome }) => outcome === "failed");

	it("a healthy gateway and a good key: each step with its time and request id", async () => {
		const report = await test();
		assert.equal(report.outcome, "passed");
		assert.equal(outcomes(report), "address passed, health passed, catalogue passed, key passed, request passed");
		for (const step of report.steps.filter(({ status }) => status !== null)) {
			assert.equal(step.requestId, "req_0123456789");
			assert.ok(step.milliseconds !== null && step.milliseconds >= 0);
			assert.equal(step.advice, null);
		}
	});

	it("sends exactly this, and the key in the last request's Authorization alone", async () => {
		await test();
		assert.deepEqual(
			gateways.recorded.map(({ method, path }) => `${method} ${path}`),
			["GET /v1/responses/health", "GET /v1/models", "POST /v1/responses"],
		);
		const [health, models, request] = gateways.recorded;
		assert.doesNotMatch(JSON.stringify([health, models]), /sk-cn-/);
		assert.equal(request?.headers.authorization, `Bearer ${concentrateKey}`);
		const { authorization: _, ...others } = request.headers;
		assert.doesNotMatch(JSON.stringify([others, request.body, request.path, request.query]), /sk-cn-/);
		assert.equal(request.status, 200, "a small model that the catalogue has");
	});

	it("both shapes of the catalogue are read", async () => {
		for (const models of ["data", "bare"] as const) {
			const report = await test({ behaviour: { models } });
			assert.match(report.steps[2]?.says ?? "", /185 models/);
		}
	});

	it("without a key, no request is made, and that is no failure", async () => {
		for (const key of [undefined, ""]) {
			const report = await test({ key });
			assert.equal(report.outcome, "keyless");
			assert.equal(outcomes(report), "address passed, health passed, catalogue passed, key skipped, request skipped");
		}
	});

	/** The failing step, the row that explains it, and a word of its advice. */
	const answers: readonly [string, Asked, string, string, RegExp][] = [
		["401: a key that Concentrate does not know", { key: "sk-cn-v1-wrong" }, "request", "key-refused", /dashboard/],
		["402", { behaviour: { status: 402, only: "POST" } }, "request", "credits", /credit/],
		["403", { behaviour: { status: 403, only: "POST" } }, "request", "key-refused", /dashboard/],
		["404", { behaviour: { status: 404 } }, "health", "path-not-found", /\/api/],
		["422", { behaviour: { status: 422, only: "POST" } }, "request", "no-zero-retention-route", /retention/],
		["424", { behaviour: { status: 424, only: "POST" } }, "request", "providers-exhausted", /fallbacks/],
		[
			"429 with Retry-After",
			{ behaviour: { status: 429, retryAfter: 17, only: "POST" } },
			"request",
			"rate-limit",
			/17 s/,
		],
		["400", { behaviour: { status: 400, only: "POST" } }, "request", "request-refused", /says why/],
		["500", { behaviour: { status: 500, only: "POST" } }, "request", "service-fault", /later/],
		["a page of somebody else's", { behaviour: { fault: "garbage" } }, "health", "not-concentrate", /log-in page/],
		["a redirect to somebody else", { behaviour: { status: 302 } }, "health", "not-concentrate", /log-in page/],
		["no catalogue", { behaviour: { fault: "garbage", only: "GET" } }, "health", "not-concentrate", /address/],
		["a key of Helicone's", { key: "sk-helicone-abcdef" }, "key", "key-of-helicone", /not sent/],
		["a provider's key", { key: "sk-proj-abcdef" }, "key", "key-of-provider", /not sent/],
		["spaces around the key", { key: ` ${concentrateKey}` }, "key", "key-with-stray-characters", /Spaces/],
		["quotes around the key", { key: `"${concentrateKey}"` }, "key", "key-with-stray-characters", /quotes/],
		["a line break behind the key", { key: `${concentrateKey}\n` }, "key", "key-with-stray-characters", /alone/],
		[
			"an address of Helicone's",
			{ address: "https://oai.helicone.ai/v1" },
			"address",
			"address-of-helicone",
			/Helicone/,
		],
		["/api in the address", { address: "https://api.concentrate.ai/api/v1" }, "address", "address-with-api", /\/api/],
		[
			"a host per provider",
			{ address: "https://openai.concentrate.ai/v1" },
			"address",
			"address-per-provider",
			/One host/,
		],
		["plain http", { address: "http://api.concentrate.ai/v1" }, "address", "address-without-tls", /https/],
		["no address at all", { address: "concentrate" }, "address", "address-unusable", /whole/],
	];
	for (const [what, asked, step, row, words] of answers)
		it(`${what}: says what to do`, async () => {
			const report = await test(asked);
			assert.equal(report.outcome, "failed");
			const bad = failed(report);
			assert.deepEqual([bad?.id, bad?.trouble], [step, `troubleshooting/${row}`]);
			assert.match(bad?.advice ?? "", words);
			assert.match(bad?.advice ?? "", /^[^.]+(\.[^ ][^.]*)*\.$/, "one sentence");
		});

	const silences: readonly [string, Asked, string][] = [
		["it hangs", { behaviour: { fault: "hang" } }, "timeout"],
		["it drops the connection", { behaviour: { fault: "drop" } }, "dropped"],
		["nobody listens", { address: "http://127.0.0.1:1" }, "no-connection"],
		["the name does not resolve", { address: "https://no-such-host.invalid" }, "dns"],
		["no TLS is spoken", {}, "tls"],
	];
	for (const [what, asked, row] of silences)
		it(`${what}: nothing more is tried`, async () => {
			const address = row === "tls" ? { address: `https://127.0.0.1:${gateways.port}` } : {};
			const report = await test({ ...asked, ...address });
			assert.equal(report.outcome, "unreachable");
			assert.equal(failed(report)?.trouble, `troubleshooting/${row}`);
			assert.equal(report.steps.at(-1)?.outcome, "skipped");
		});

	it("the key is never sent to what did not answer as Concentrate does", async () => {
		for (const behaviour of [{ fault: "garbage" }, { status: 302 }, { status: 404 }, { status: 401 }] as const)
			await test({ behaviour });
		assert.doesNotMatch(JSON.stringify(gateways.recorded), /sk-cn-/);
	});

	it("an answer that quotes the key is shown without it", async () => {
		const key = "sk-cn-v1-canary-0123456789";
		assert.doesNotMatch(JSON.stringify(await test({ key })), /canary/);
	});

	it("a name and a password in the address are not shown", async () => {
		const report = await test({ address: "https://me:secret@api.concentrate.ai/v1" });
		assert.equal(report.outcome, "failed");
		assert.doesNotMatch(JSON.stringify(report), /secret/);
	});

	it("ends when the person wants it", async () => {
		const report = await test({ behaviour: { fault: "hang" }, signal: AbortSignal.timeout(100) });
		assert.equal(report.outcome, "cancelled");
	});
});

describe("connection test's tables", () => {
	it("each failure is explained by exactly one row, in one sentence", () => {
		for (const failure of ConnectionFailure.options) {
			const rows = tables.troubleshooting.filter(({ failures }) => failures?.includes(failure));
			assert.deepEqual(rows.length, 1, failure);
			assert.doesNotMatch(rows[0]?.advice ?? "", /[.!?] [A-Z]/, failure);
		}
	});

	it("an address is taken with and without a slash or /v1", () => {
		for (const typed of ["https://api.concentrate.ai", " https://api.concentrate.ai/v1/ "])
			assert.deepEqual(checkAddress(typed), { kind: "usable", base: "https://api.concentrate.ai/v1" });
		assert.deepEqual(checkAddress("https://llm.example.com/concentrate/v1"), {
			kind: "usable",
			base: "https://llm.example.com/concentrate/v1",
		});
	});

	it("an address that only looks like Concentrate's is somebody's own", () => {
		assert.equal(checkAddress("https://notconcentrate.ai/v1").kind, "usable");
		assert.equal(checkAddress("http://127.0.0.1.evil.com/v1").kind, "refused");
	});

	it("a key is judged by its shape", () => {
		assert.equal(keyTrouble(concentrateKey), undefined);
		assert.equal(keyTrouble('"sk-helicone-x"'), "key-helicone");
		for (const key of ["sk-x", "sk-ant-x", "gsk_x", "eyJhbGciOi", "Bearer"])
			assert.equal(keyTrouble(key), "key-provider");
		assert.equal(keyTrouble(`Bearer ${concentrateKey}`), "key-stray");
		assert.equal(keyTrouble(`${concentrateKey}ü`), "key-stray");
	});
});
