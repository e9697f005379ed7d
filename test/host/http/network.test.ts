import assert from "node:assert/strict";
import { proxyFor } from "../../../server/host/http/network";
import { retryAfterOf } from "../../../server/host/http/retry";
import type { EditorNetwork } from "../../../shared/protocol";

const target = "https://api.concentrate.ai/v1/models";
const editor: EditorNetwork = { proxy: "", noProxy: [], strictProxy: true, proxyAuthorization: null, isOff: false };

describe("which proxy", () => {
	const environments: readonly [string, Record<string, string>, string | undefined][] = [
		["none without a word", {}, undefined],
		["HTTPS_PROXY for https", { HTTPS_PROXY: "http://proxy:8080" }, "http://proxy:8080"],
		[
			"lower case first, as curl does",
			{ https_proxy: "http://small:1", HTTPS_PROXY: "http://BIG:1" },
			"http://small:1",
		],
		["not HTTP_PROXY for https", { HTTP_PROXY: "http://proxy:8080" }, undefined],
		["ALL_PROXY for whatever is left", { ALL_PROXY: "http://proxy:8080" }, "http://proxy:8080"],
		["a scheme is added", { HTTPS_PROXY: "proxy:8080" }, "http://proxy:8080"],
		["NO_PROXY takes a domain out", { HTTPS_PROXY: "http://proxy", NO_PROXY: "concentrate.ai" }, undefined],
		["with a dot in front", { HTTPS_PROXY: "http://proxy", NO_PROXY: "a.b, .concentrate.ai" }, undefined],
		["and everything", { HTTPS_PROXY: "http://proxy", no_proxy: "*" }, undefined],
		["and a port", { HTTPS_PROXY: "http://proxy", NO_PROXY: "api.concentrate.ai:443" }, undefined],
		["but not another port", { HTTPS_PROXY: "http://proxy", NO_PROXY: "api.concentrate.ai:8443" }, "http://proxy"],
		["and not a name that ends alike", { HTTPS_PROXY: "http://proxy", NO_PROXY: "trate.ai" }, "http://proxy"],
	];
	for (const [what, variables, expected] of environments)
		it(what, () => assert.equal(proxyFor(target, { variables })?.url, expected));

	it("the editor's setting wins over the environment", () => {
		const variables = { HTTPS_PROXY: "http://environment" };
		const found = proxyFor(target, {
			variables,
			editor: { ...editor, proxy: "http://setting", proxyAuthorization: "Basic x" },
		});
		assert.deepEqual(found, { url: "http://setting", authorization: "Basic x", isStrict: true });
		assert.equal(proxyFor(target, { variables, editor })?.url, "http://environment");
	});

	it("the editor may spare hosts, or switch proxies off", () => {
		const variables = { HTTPS_PROXY: "http://environment" };
		assert.equal(proxyFor(target, { variables, editor: { ...editor, noProxy: ["*.concentrate.ai"] } }), undefined);
		assert.equal(proxyFor(target, { variables, editor: { ...editor, isOff: true } }), undefined);
	});

	it("an IPv6 host can be spared", () => {
		const variables = { HTTP_PROXY: "http://proxy", NO_PROXY: "[::1]" };
		assert.equal(proxyFor("http://[::1]:3000/", { variables }), undefined);
	});
});

describe("Retry-After", () => {
	const now = Date.UTC(2026, 10, 22, 12, 0, 0);
	it("is seconds", () => assert.equal(retryAfterOf("7", now), 7));
	it("or a date", () => assert.equal(retryAfterOf("Sun, 22 Nov 2026 12:00:30 GMT", now), 30));
	it("that may have passed", () => assert.equal(retryAfterOf("Sun, 22 Nov 2026 11:00:00 GMT", now), 0));
	it("or nothing that can be read", () => assert.equal(retryAfterOf("soon", now), undefined));
});
