/** What `facts/helicone.md` lists is in a row of its own, and does not fall through to the row for the unknown. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentVariable, heliconePackage, hostOf, requestHeader, responseHeader } from "../../shared/mappings";

const text = readFileSync(join(__dirname, "../facts/helicone.md"), "utf8");

function section(from: string, to: string): string {
	const start = text.indexOf(from);
	assert.ok(start >= 0, from);
	return text.slice(start, text.indexOf(to, start));
}

function all(part: string, pattern: RegExp): string[] {
	return [...new Set([...part.matchAll(pattern)].flatMap((match) => match[0]))];
}

describe("Helicone's surface", () => {
	it("request headers of 2.1", () => {
		const names = all(section("### 2.1", "### 2.2"), /(?<![\w-])(x-)?helicone-[a-z0-9-]*[a-z0-9](?!-?[\w*<])/gi);
		const invented = ["Helicone-Course", "helicone-eu"];
		const synthesised = ["Helicone-Sent-To-Posthog", "Helicone-Rate-Limit-Status"];
		const known = new Set([...invented, ...synthesised].map((name) => name.toLowerCase()));
		assert.ok(names.length > 60, `only ${names.length} names read`);
		assert.deepEqual(
			names.filter(
				(name) => !known.has(name.toLowerCase()) && (requestHeader(name)?.id ?? "helicone-other") === "helicone-other",
			),
			[],
		);
	});

	it("shared request headers of 2.1", () => {
		for (const name of [
			"Cache-Control",
			"aws-access-key",
			"aws-secret-key",
			"aws-session-token",
			"x-stripe-customer-id",
			"Upstash-Callback",
			"api-key",
		])
			assert.equal(requestHeader(name)?.shared, true, name);
	});

	it("response headers of 2.2", () => {
		const names = all(section("### 2.2", "### 2.3"), /(?<![\w-])(x-)?helicone-[a-z0-9-]*[a-z0-9](?!-?[\w*<])/gi);
		assert.ok(names.length >= 14, names.join(" "));
		assert.deepEqual(
			names.filter((name) => (responseHeader(name)?.id ?? "helicone-other") === "helicone-other"),
			[],
		);
	});

	it("hosts of the whole document", () => {
		const hosts = all(text, /(?<![\w.-])[a-z0-9_][a-z0-9_.-]*\.(helicone\.ai|hconeai\.com)/g);
		const made = /^(my-startup|provider|gateway-staging)\./;
		assert.ok(hosts.length > 40, `only ${hosts.length} hosts read`);
		assert.deepEqual(
			hosts.filter((host) => !made.test(host) && (hostOf(host)?.row.id ?? "unknown") === "unknown"),
			[],
		);
	});

	it("environment variables of 4", () => {
		const names = all(
			section("## 4.", "## 5."),
			/(?<![\w$])[A-Z][A-Z_]*HELICONE[A-Z0-9_]*(?![\w<*\]])|(?<![\w$])HELICONE_[A-Z_]*[A-Z](?![\w<*\]])/g,
		);
		assert.ok(names.length > 30, names.join(" "));
		assert.deepEqual(
			names.filter((name) => (environmentVariable(name)?.row.id ?? "helicone-other") === "helicone-other"),
			[],
		);
	});

	it("packages of 5", () => {
		const part = section("## 5.", "Base-URL + header keywords");
		const npm = all(part, /(?<=`)@helicone\/[a-z-]+(?=`)/g);
		assert.deepEqual(
			npm.filter((name) => (heliconePackage(name, "npm")?.id ?? "npm-helicone-other") === "npm-helicone-other"),
			[],
		);
		for (const name of [
			"helicone-helpers",
			"helicone-async",
			"helicone_prompts",
			"llama-index-llms-helicone",
			"helicone",
		])
			assert.ok(heliconePackage(name, "pypi"), name);
		for (const name of [
			"helicone-openai",
			"helicone",
			"n8n-nodes-helicone",
			"opencode-helicone-session",
			"opencode-helicone-async-telemetry",
		])
			assert.ok(heliconePackage(name, "npm"), name);
	});
});
