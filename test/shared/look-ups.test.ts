import assert from "node:assert/strict";
import {
	environmentVariable,
	heliconeModel,
	heliconePackage,
	hostOf,
	isCatalogueModel,
	providerSlug,
	requestHeader,
	responseHeader,
	slugRow,
} from "../../shared/mappings";

describe("hostOf", () => {
	const rows: Record<string, string> = {
		"oai.helicone.ai": "oai",
		"oai.helicone.ai:443": "oai",
		"OAI.HConeAI.com": "oai",
		"oai.helicone.ai.": "oai",
		"oai.eu.hconeai.com": "oai",
		"oai_staging.hconeai.com": "oai",
		"preview-oai.hconeai.com": "oai",
		"groq.staging.eu.hconeai.com": "groq",
		"anthropic.us.helicone.ai": "anthropic",
		"ai-gateway.helicone.ai": "ai-gateway",
		"gateway.hconeai.com": "gateway",
		"x.helicone.ai": "x",
		"api.worker.helicone.ai": "api-worker",
		"api.us.helicone.ai": "api",
		"eu.api.helicone.ai": "api",
		"jawn.helicone.ai": "jawn",
		"helicone.ai": "site",
		"www.helicone.ai": "site",
		"us.helicone.ai": "site",
		"docs.helicone.ai": "docs",
		"gemini.helicone.ai": "google",
		"gateway.llmmapper.com": "llmmapper",
		"my-startup.helicone.ai": "unknown",
		"a.b.helicone.ai": "unknown",
	};
	for (const [host, id] of Object.entries(rows)) it(`${host} is ${id}`, () => assert.equal(hostOf(host)?.row.id, id));

	for (const host of [
		"nothelicone.ai",
		"helicone.ai.evil.com",
		"oai.helicone.ai.evil.com",
		"helicone.air",
		"api.openai.com",
		"evil.com/oai.helicone.ai",
		"https://oai.helicone.ai",
		"user@oai.helicone.ai",
		"oai helicone.ai",
		"oai",
		"*",
		"@",
		":443",
		".",
		"",
	])
		it(`“${host}” is nobody's`, () => assert.equal(hostOf(host), undefined));

	it("says what stands before the domain", () => {
		assert.equal(hostOf("oai.us.helicone.ai")?.label, "oai");
		assert.equal(hostOf("eu.helicone.ai")?.label, "@");
	});
});

describe("environmentVariable", () => {
	const names: Record<string, readonly [string, string | undefined]> = {
		HELICONE_API_KEY: ["helicone-api-key", "CONCENTRATE_API_KEY"],
		helicone_api_key: ["helicone-api-key", "concentrate_api_key"],
		SYCAMORE_HELICONE_API_KEY: ["helicone-key-prefixed", "SYCAMORE_CONCENTRATE_API_KEY"],
		HELICONE_API_KEY_2: ["helicone-key-numbered", "CONCENTRATE_API_KEY_2"],
		NEXT_PUBLIC_HELICONE_API_KEY: ["helicone-key-public", "CONCENTRATE_API_KEY"],
		HELICON_API_KEY: ["helicone-key-misspelt", "CONCENTRATE_API_KEY"],
		HELICONE_CONTROL_PLANE_API_KEY: ["helicone-control-plane-api-key", undefined],
		HELICONE_BASE_URL: ["helicone-base-url", "CONCENTRATE_BASE_URL"],
		APP_HELICONE_BASE_URL: ["helicone-base-url-prefixed", "APP_CONCENTRATE_BASE_URL"],
		HELICONE_ANTHROPIC_BASE_URL: ["helicone-anthropic-base-url", undefined],
		HELICONE_PROPERTY_APP: ["helicone-property", undefined],
		CALCIFORGE_HELICONE_ENABLED: ["helicone-enabled", undefined],
		SOME_HELICONE_THING: ["helicone-other", undefined],
		BASE_URL: ["base-url", undefined],
		OPENAI_API_KEY: ["openai-api-key", undefined],
		ANTHROPIC_BASE_URL: ["anthropic-base-url", undefined],
	};
	for (const [name, [id, replacement]] of Object.entries(names))
		it(`${name} is ${id}`, () => {
			const found = environmentVariable(name);
			assert.equal(found?.row.id, id);
			assert.equal(found?.replacement, replacement);
		});

	for (const name of ["base_url", "openai_api_key", "heliconeApiKey", "PATH", "CONCENTRATE_API_KEY", ""])
		it(`“${name}” is nobody's`, () => assert.equal(environmentVariable(name), undefined));
});

describe("headers", () => {
	it("are found in any case, the longest match first", () => {
		assert.equal(requestHeader("HELICONE-AUTH")?.id, "helicone-auth");
		assert.equal(requestHeader("helicone-property-Feature")?.id, "helicone-property");
		assert.equal(requestHeader("Helicone-Course")?.id, "helicone-other");
		assert.equal(requestHeader("x-helicone-whatever")?.id, "helicone-other");
		assert.equal(requestHeader("cache-control")?.shared, true);
		assert.equal(requestHeader("content-type"), undefined);
		assert.equal(responseHeader("helicone-id")?.replacement, "X-Request-Id");
		assert.equal(responseHeader("x-request-id"), undefined);
	});
});

describe("models and packages", () => {
	it("spell Helicone's ids the way Concentrate does", () => {
		assert.equal(slugRow("model", "claude-4.5-haiku")?.to, "claude-haiku-4-5");
		assert.equal(slugRow("model", "us.anthropic.claude-haiku-4-5-20251001-v1:0")?.to, "claude-haiku-4-5");
		assert.equal(slugRow("provider", "google-ai-studio")?.to, "ai-studio");
		assert.equal(slugRow("author", "meta-llama")?.to, "bedrock");
		assert.equal(slugRow("model", "gpt-4o"), undefined);
		assert.equal(isCatalogueModel("claude-haiku-4-5"), true);
		assert.equal(isCatalogueModel("claude-4.5-haiku"), false);
		assert.equal(providerSlug("aws"), "bedrock");
		assert.equal(providerSlug("google"), undefined);
		assert.equal(heliconeModel("deepseek-r1"), "deepseek-reasoner");
		assert.equal(heliconeModel("constructor"), undefined);
	});

	it("never turn one version of a model into another and call it safe", () => {
		assert.equal(slugRow("model", "claude-opus-4")?.to, undefined);
		assert.equal(slugRow("model", "claude-3.5-sonnet")?.to, undefined);
		assert.equal(slugRow("model", "gpt-4o-2024-08-06")?.applicability, "suggested");
	});

	it("find a package by its name, module and subpath", () => {
		assert.equal(heliconePackage("@helicone/helpers")?.id, "npm-helicone-helpers");
		assert.equal(heliconePackage("@helicone/helpers/dist", "npm")?.id, "npm-helicone-helpers");
		assert.equal(heliconePackage("@helicone/new-thing")?.id, "npm-helicone-other");
		assert.equal(heliconePackage("helicone.openai_proxy", "pypi")?.id, "pypi-helicone");
		assert.equal(heliconePackage("llama_index.llms.helicone", "pypi")?.id, "pypi-llama-index-llms-helicone");
		assert.equal(heliconePackage("openai"), undefined);
	});
});
