import assert from "node:assert/strict";
import { analyze } from "../../server/engine/analyze";
import { indexCatalogue, shippedCatalogue } from "../../server/engine/catalogue-index";
import type { Analysis } from "../../server/engine/model";
import { checkSlug } from "../../server/engine/slug-check";
import { emptyWorkspace } from "../../server/engine/workspace";
import type { Catalogue } from "../../shared/mappings";
import { testGrammars } from "../support/grammars";

/** What a fetched catalogue knows and the dated copy does not: who serves, until when, under which other names. */
const fetched: Catalogue = {
	source: "GET /v1/models of api.concentrate.ai",
	date: "2026-11-22",
	providers: [
		{ slug: "openai", aliases: ["oai"] },
		{ slug: "azure", aliases: [] },
		{ slug: "fireworks", aliases: [] },
		{ slug: "mistral", aliases: [] },
	],
	models: [
		{
			id: "gpt-4o",
			author: "openai",
			aliases: ["gpt-4o-2024-08-06"],
			providers: [
				{ slug: "openai", contextWindow: 128_000, inputPrice: 2.5, outputPrice: 10 },
				{ slug: "azure", contextWindow: 128_000, deprecated: "2026-12-31" },
			],
		},
		{ id: "gpt-old", author: "openai", providers: [{ slug: "openai", deprecated: "2026-12-01" }] },
		{ id: "llama-9", author: "meta", providers: [{ slug: "fireworks" }] },
	],
};
const catalogue = indexCatalogue(fetched);

describe("a model string against a fetched catalogue", () => {
	const verdicts: readonly [string, string, readonly string[]][] = [
		["gpt-4o", "known", []],
		["gpt-4o-2024-08-06", "known", []],
		["openai/gpt-4o", "known", []],
		["oai/gpt-4o", "known", []],
		["auto", "known", []],
		["azure/gpt-4o", "deprecated", ["gpt-4o", "openai/gpt-4o"]],
		["fireworks/gpt-4o", "not-served", ["gpt-4o", "openai/gpt-4o"]],
		["gpt-old", "deprecated", ["gpt-4o"]],
		["meta/llama-9", "author-prefix", ["bedrock/llama-9", "llama-9"]],
		["nowhere/llama-9", "unknown-provider", ["llama-9"]],
		["gpt-4o-mini", "unknown-model", ["gpt-4o"]],
		["gpt-4o/openai", "unknown-provider", ["openai/gpt-4o"]],
	];
	for (const [slug, kind, closest] of verdicts)
		it(`${slug}: ${kind}`, () => {
			const verdict = checkSlug(slug, catalogue);
			assert.equal(verdict?.kind, kind);
			assert.deepEqual(verdict && "closest" in verdict ? verdict.closest : [], closest);
		});

	it("what is no single slug has no verdict", () => {
		for (const text of ["", "a,b", "!openai", "my model", "a/b/c", "{model}", "$MODEL"])
			assert.equal(checkSlug(text, catalogue), undefined, text);
	});

	it("every model of the dated copy is known to it, and no closest slug is unknown", () => {
		for (const { id } of shippedCatalogue.catalogue.models) {
			assert.equal(checkSlug(id, shippedCatalogue)?.kind, "known");
			const near = checkSlug(`${id}-x`, shippedCatalogue);
			for (const slug of near && "closest" in near ? near.closest : [])
				assert.equal(checkSlug(slug, shippedCatalogue)?.kind, "known", slug);
		}
	});
});

describe("findings and hovers with a fetched catalogue", () => {
	const look = async (slug: string, index = catalogue): Promise<Analysis> => {
		const text = `from openai import OpenAI\nclient = OpenAI(base_url="https://api.concentrate.ai/v1", api_key=KEY)\nclient.chat.completions.create(model="${slug}", messages=[])\n`;
		const options = { grammars: await testGrammars(), severities: {}, workspace: emptyWorkspace, catalogue: index };
		return analyze({ uri: "a.py", language: "python", text }, options);
	};

	it("a deprecated model is struck through, says until when, and offers what stays", async () => {
		const [finding, ...others] = (await look("gpt-old")).findings;
		assert.deepEqual(others, []);
		assert.equal(finding?.rule, "concentrate-unknown-model");
		assert.match(finding?.message ?? "", /deprecated \(2026-12-01\)/);
		assert.deepEqual(finding?.tags, ["deprecated"]);
		assert.equal(finding?.fix, undefined, "another model answers differently");
		assert.deepEqual(
			finding?.alternatives.map(({ title, applicability }) => `${title}, ${applicability}`),
			["Replace by gpt-4o, suggested"],
		);
	});

	it("a provider that does not serve the model: the same model on another way is a suggested fix, others are choices", async () => {
		const [finding] = (await look("mistral/gpt-4o")).findings;
		assert.equal(finding?.fix?.title, "Replace by gpt-4o");
		assert.equal(finding?.fix?.applicability, "suggested");
		assert.deepEqual(
			finding?.alternatives.map(({ title }) => title),
			["Replace by openai/gpt-4o"],
		);
	});

	it("the catalogue decides: what only the fetched one has is no finding, what only the copy has is one", async () => {
		assert.deepEqual((await look("llama-9")).findings, []);
		assert.deepEqual((await look("fireworks/llama-9")).findings, [], "a provider that was none when the copy was made");
		assert.equal((await look("llama-9", shippedCatalogue)).findings.length, 1);
		assert.equal((await look("gpt-4o-mini")).findings.length, 1);
		assert.deepEqual((await look("gpt-4o-mini", shippedCatalogue)).findings, []);
	});
});
