import assert from "node:assert/strict";
import { concentrateHost, concentrateKey } from "./concentrate";
import type { Behaviour } from "./exchange";
import { type Gateways, startGateways } from "./server";

/** The emulators themselves: strict where Concentrate is, and unwell when asked to be. */
describe("emulated gateways", () => {
	let gateways: Gateways;
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
	});
	afterEach(() => gateways.forget());
	after(() => gateways.close());

	const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${gateways.port}${path}`, init);
	const post = (path: string, headers: Record<string, string>, body: unknown) =>
		ask(path, { method: "POST", headers, body: JSON.stringify(body) });
	const bearer = { authorization: `Bearer ${concentrateKey}` };
	const body = { model: "gpt-4o", messages: [{ role: "user", content: "hello" }] };

	const response = { model: "gpt-4o", input: "hello" };

	const refusals: readonly [string, () => Promise<Response>, number][] = [
		["a path with /api", () => post("/api/v1/chat/completions", bearer, body), 404],
		["the version twice", () => post("/v1/v1/messages", bearer, body), 404],
		["no key", () => post("/v1/chat/completions", {}, body), 401],
		["a key of Helicone's", () => post("/v1/chat/completions", { authorization: "Bearer sk-helicone-a" }, body), 401],
		["a header of Helicone's", () => post("/v1/chat/completions", { ...bearer, "Helicone-User-Id": "u" }, body), 400],
		["an author as provider", () => post("/v1/chat/completions", bearer, { ...body, model: "google/gpt-4o" }), 400],
		["Helicone's slug", () => post("/v1/chat/completions", bearer, { ...body, model: "gpt-4o/openai" }), 400],
		["messages sent as a response's", () => post("/v1/responses", bearer, { ...body, input: "hello" }), 400],
		[
			"a tool of Chat Completions",
			() => post("/v1/responses", bearer, { ...response, tools: [{ type: "function", function: { name: "a" } }] }),
			400,
		],
		[
			"a part of Chat Completions",
			() =>
				post("/v1/responses", bearer, {
					...response,
					input: [{ role: "user", content: [{ type: "text", text: "a" }] }],
				}),
			400,
		],
		[
			"a schema of Chat Completions",
			() =>
				post("/v1/responses", bearer, {
					...response,
					text: { format: { type: "json_schema", json_schema: { name: "a" } } },
				}),
			400,
		],
		["a body without messages", () => post("/v1/messages", bearer, { model: "gpt-4o" }), 400],
	];
	for (const [what, send, status] of refusals) {
		it(`Concentrate refuses ${what}, and records it`, async () => {
			const response = await send();
			assert.equal(response.status, status);
			assert.equal(typeof ((await response.json()) as { error: unknown }).error, "string");
			assert.ok(response.headers.get("x-request-id"));
			assert.ok(gateways.recorded[0]?.refusal);
		});
	}

	it("answers health and the catalogue, in both shapes, without a key", async () => {
		assert.equal((await ask("/v1/responses/health")).status, 200);
		assert.ok(((await (await ask("/v1/models")).json()) as { data: unknown[] }).data.length > 100);
		gateways.behave({ models: "bare" });
		assert.ok(Array.isArray(await (await ask("/v1/models")).json()));
		assert.equal((await ask("/v1/models/openai/gpt-4o")).status, 200);
		assert.equal((await ask("/v1/models/no-such-model")).status, 404);
		assert.ok(Array.isArray(await (await ask("/v1/models/providers")).json()));
	});

	it("takes x-api-key, and lets bearer win over it", async () => {
		assert.equal((await post("/v1/messages", { "x-api-key": concentrateKey }, body)).status, 200);
		assert.equal((await post("/v1/messages", { ...bearer, "x-api-key": "wrong" }, body)).status, 200);
		const both = { "x-api-key": concentrateKey, authorization: "Bearer wrong" };
		assert.equal((await post("/v1/messages", both, body)).status, 401);
	});

	it("streams server-sent events", async () => {
		const response = await post("/v1/chat/completions", bearer, { ...body, stream: true });
		assert.match(response.headers.get("content-type") ?? "", /^text\/event-stream/);
		assert.match(await response.text(), /^data: \{[\s\S]*data: \[DONE\]\n\n$/);
	});

	it("limits once, says when to come back, and is well again", async () => {
		gateways.behave({ status: 429, retryAfter: 2, times: 1 });
		const limited = await post("/v1/chat/completions", bearer, body);
		assert.equal(limited.status, 429);
		assert.equal(limited.headers.get("retry-after"), "2");
		assert.equal((await post("/v1/chat/completions", bearer, body)).status, 200);
	});

	it("drops, hangs, is slow and talks garbage", async () => {
		const health = (behaviour: Behaviour, init?: RequestInit) => {
			gateways.behave(behaviour);
			return ask("/v1/responses/health", init);
		};
		await assert.rejects(health({ fault: "drop" }));
		await assert.rejects(health({ fault: "hang" }, { signal: AbortSignal.timeout(100) }));
		assert.match(await (await health({ fault: "garbage" })).text(), /<html>/);
		const started = Date.now();
		assert.equal((await health({ delay: 60 })).status, 200);
		assert.ok(Date.now() - started >= 50);
	});
});
