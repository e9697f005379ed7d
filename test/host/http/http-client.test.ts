import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHttpClient, type HttpClient, type SendOptions } from "../../../server/host/http/http-client";
import type { Network } from "../../../server/host/http/network";
import { type Certificates, makeCertificates } from "../../gateway/certificates";
import { concentrateHost } from "../../gateway/concentrate";
import { startProxy } from "../../gateway/proxy";
import { type Gateways, startGateways } from "../../gateway/server";

/** One request, one result, nothing thrown: against emulated gateways, plain and by TLS, and proxies. */
describe("HTTP client", () => {
	let gateways: Gateways;
	const clients: HttpClient[] = [];
	before(async () => {
		gateways = await startGateways({ port: 0, host: concentrateHost });
	});
	afterEach(async () => {
		gateways.forget();
		await Promise.all(clients.splice(0).map((one) => one.close()));
	});
	after(() => gateways.close());

	const client = (network: Network = { variables: {} }) => {
		const made = createHttpClient(network);
		clients.push(made);
		return made;
	};
	const health = (options: SendOptions = {}, port = gateways.port) =>
		client().send({ method: "GET", url: `http://127.0.0.1:${port}/v1/responses/health` }, options);

	it("gives status, request id, limits and time", async () => {
		const answer = await health();
		assert.equal(answer.kind, "answer");
		if (answer.kind !== "answer") return;
		assert.equal(answer.status, 200);
		assert.equal(answer.requestId, "req_0123456789");
		assert.equal(answer.headers["x-ratelimit-remaining"], "59");
		assert.equal(answer.attempts, 1);
		assert.ok(answer.milliseconds >= 0);
	});

	it("repeats a read that the gateway could not serve just now", async () => {
		gateways.behave({ status: 503, times: 2 });
		const answer = await health();
		assert.equal(answer.kind === "answer" && answer.status, 200);
		assert.equal(answer.attempts, 3);
	});

	it("stops after so many attempts", async () => {
		gateways.behave({ status: 503 });
		const answer = await health({ retries: 1 });
		assert.equal(answer.kind === "answer" && answer.status, 503);
		assert.equal(gateways.recorded.length, 2);
	});

	it("does not repeat a request that may have cost money", async () => {
		gateways.behave({ fault: "drop" });
		const url = `http://127.0.0.1:${gateways.port}/v1/responses`;
		const answer = await client().send({ method: "POST", url, body: {} });
		assert.equal(answer.kind === "failure" && answer.reason, "dropped");
		assert.equal(gateways.recorded.length, 1);
	});

	it("waits as Retry-After says, when that is short", async () => {
		gateways.behave({ status: 429, retryAfter: 1, times: 1 });
		const started = Date.now();
		const answer = await health();
		assert.equal(answer.kind === "answer" && answer.status, 200);
		assert.ok(Date.now() - started >= 950);
	});

	it("gives up at once when Retry-After is long, and says how long", async () => {
		gateways.behave({ status: 429, retryAfter: 60 });
		const answer = await health();
		assert.equal(answer.kind === "answer" && answer.retryAfter, 60);
		assert.equal(gateways.recorded.length, 1);
	});

	it("ends when the time is over, once and for all", async () => {
		gateways.behave({ fault: "hang" });
		const started = Date.now();
		const answer = await health({ timeout: 150 });
		assert.equal(answer.kind === "failure" && answer.reason, "timeout");
		assert.equal(answer.attempts, 1);
		assert.ok(Date.now() - started < 2000);
	});

	it("ends when the person wants it, in an attempt and between two", async () => {
		gateways.behave({ fault: "hang" });
		const hanging = await health({ signal: AbortSignal.timeout(50) });
		assert.equal(hanging.kind === "failure" && hanging.reason, "cancelled");
		gateways.behave({ status: 429, retryAfter: 2 });
		const waiting = await health({ signal: AbortSignal.timeout(100) });
		assert.equal(waiting.kind === "failure" && waiting.reason, "cancelled");
	});

	it("does not follow a redirect: a key would follow along", async () => {
		gateways.behave({ status: 302 });
		const answer = await health();
		assert.equal(answer.kind === "answer" && answer.status, 302);
	});

	it("takes no more than it may", async () => {
		const answer = await health({ mostBytes: 5 });
		assert.equal(answer.kind === "failure" && answer.reason, "too-large");
	});

	const failures: readonly [string, string, string][] = [
		["nobody listens", "http://127.0.0.1:1/", "refused"],
		["the name does not resolve", "https://no-such-host.invalid/", "dns"],
	];
	for (const [what, url, reason] of failures)
		it(what, async () => {
			const answer = await client().send({ method: "GET", url }, { retries: 0 });
			assert.equal(answer.kind === "failure" && answer.reason, reason);
		});

	it("what is no HTTP is garbage", async () => {
		const server = createServer((socket) => socket.once("data", () => socket.end("SSH-2.0-OpenSSH_9.6\r\n")));
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const address = server.address();
		const port = typeof address === "object" && address ? address.port : 0;
		const answer = await health({ retries: 0 }, port);
		server.close();
		assert.equal(answer.kind === "failure" && answer.reason, "garbage");
	});

	it("a header that cannot be sent is said so, without its value", async () => {
		const url = `http://127.0.0.1:${gateways.port}/`;
		const answer = await client().send({ method: "GET", url, headers: { authorization: "Bearer sk-cn-\nsecret" } });
		assert.equal(answer.kind === "failure" && answer.reason, "unsendable");
		assert.doesNotMatch(JSON.stringify(answer), /secret/);
	});

	describe("by proxy", () => {
		const send = (network: Network) =>
			client(network).send(
				{ method: "GET", url: `http://127.0.0.1:${gateways.port}/v1/responses/health` },
				{ retries: 0 },
			);

		it("HTTP_PROXY, HTTPS_PROXY and the editor's setting are gone through", async () => {
			const proxy = await startProxy();
			const variables = { HTTP_PROXY: proxy.url };
			assert.equal((await send({ variables })).kind, "answer");
			assert.deepEqual(proxy.tunnels, [`127.0.0.1:${gateways.port}`]);
			await send({ variables: { ...variables, NO_PROXY: "127.0.0.1" } });
			assert.equal(proxy.tunnels.length, 1, "NO_PROXY goes straight");
			await proxy.close();
		});

		it("the password of http.proxyAuthorization reaches the proxy and only it", async () => {
			const proxy = await startProxy({ authorization: "Basic canary" });
			const editor = {
				proxy: proxy.url,
				noProxy: [],
				strictProxy: true,
				proxyAuthorization: "Basic canary",
				isOff: false,
			};
			assert.equal((await send({ variables: {}, editor })).kind, "answer");
			assert.doesNotMatch(JSON.stringify(gateways.recorded), /canary/);
			const without = await send({ variables: {}, editor: { ...editor, proxyAuthorization: null } });
			assert.equal(without.kind === "failure" && without.reason, "proxy");
			await proxy.close();
		});

		it("a proxy that refuses, is not there, or has no usable address is named as the culprit", async () => {
			const proxy = await startProxy({ refuses: true });
			for (const HTTP_PROXY of [proxy.url, "http://127.0.0.1:1", "http://no-such-proxy.invalid:1", "ftp://x"]) {
				const answer = await send({ variables: { HTTP_PROXY } });
				assert.equal(answer.kind === "failure" && answer.reason, "proxy", HTTP_PROXY);
			}
			await proxy.close();
		});
	});

	describe("by TLS", () => {
		let folder: string;
		let certificates: Certificates;
		let secure: Gateways;
		before(async () => {
			folder = mkdtempSync(path.join(tmpdir(), "migrate-helicone-tls-"));
			certificates = makeCertificates(folder, ["localhost"]);
			secure = await startGateways({ port: 0, host: concentrateHost, certificates });
		});
		after(async () => {
			await secure.close();
			rmSync(folder, { recursive: true });
		});
		const send = (network: Network, host = "localhost") =>
			client(network).send(
				{ method: "GET", url: `https://${host}:${secure.port}/v1/responses/health` },
				{ retries: 0 },
			);

		it("an unknown authority is not believed", async () => {
			const answer = await send({ variables: {} });
			assert.equal(answer.kind === "failure" && answer.reason, "tls");
		});

		it("NODE_EXTRA_CA_CERTS makes it known", async () => {
			assert.equal((await send({ variables: { NODE_EXTRA_CA_CERTS: certificates.authority } })).kind, "answer");
		});

		it("a certificate for another host is not believed", async () => {
			const answer = await send({ variables: { NODE_EXTRA_CA_CERTS: certificates.authority } }, "127.0.0.1");
			assert.equal(answer.kind === "failure" && answer.reason, "tls");
		});

		it("a variable that names no file changes nothing", async () => {
			const answer = await send({ variables: { NODE_EXTRA_CA_CERTS: "/nowhere.pem" } });
			assert.equal(answer.kind === "failure" && answer.reason, "tls");
		});

		it("by a proxy, the gateway's own certificate counts", async () => {
			const proxy = await startProxy();
			const variables = { HTTPS_PROXY: proxy.url };
			assert.equal(
				(await send({ variables: { ...variables, NODE_EXTRA_CA_CERTS: certificates.authority } })).kind,
				"answer",
			);
			const editor = { proxy: proxy.url, noProxy: [], strictProxy: false, proxyAuthorization: null, isOff: false };
			const lax = await send({ variables, editor });
			assert.equal(lax.kind === "failure" && lax.reason, "tls", "http.proxyStrictSSL is about the proxy alone");
			await proxy.close();
		});
	});
});
