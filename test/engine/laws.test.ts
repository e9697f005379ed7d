/** Laws over texts that nobody wrote: random ones, damaged fixtures, and programs that have nothing to do with Helicone. */
import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { type AnalyzeOptions, analyze } from "../../server/engine/analyze";
import type { Grammars } from "../../server/engine/outline/grammars";
import { contribute, emptyWorkspace } from "../../server/engine/workspace";
import { countBroken } from "../support/broken";
import { type Case, readFixtures } from "../support/fixture";
import { contextOf } from "../support/fixture-checks";
import { laws, neverThrows } from "../support/fixture-laws";
import { testGrammars } from "../support/grammars";
import { negatives } from "../support/negatives";

const testFolder = join(__dirname, "..");
const cases: readonly Case[] = [
	...readFixtures(join(testFolder, "rules"), "rules"),
	...readFixtures(join(testFolder, "languages"), "languages"),
].flatMap((file) => file.cases);
const languages = [...new Set(cases.map((one) => one.language))];

/** The same texts on every machine; `LAWS_SEED` and `LAWS_RUNS` for a longer hunt. */
const seed = Number(process.env.LAWS_SEED ?? 20_260_101);
const runs = (usual: number) => ({ seed, numRuns: Number(process.env.LAWS_RUNS ?? usual) });

/** Pieces of programs that mean something to the engine, in any order. */
const shard = fc.constantFrom(
	...["https://oai.helicone.ai/v1", "Helicone-Auth", "HELICONE_API_KEY", "sk-helicone-", "new OpenAI(", "OpenAI("],
	...["base_url=", "baseURL: ", "default_headers={", "headers[", "]", "{", "}", "(", ")", '"', "'", "`", "${", 'f"'],
	...["curl ", "-H ", "\\\n", "\n", "\r\n", "  ", ",", ":", "=", "export ", "if ", "# ", "// ", "<<EOF\n", "\u{1f600}"],
);
const shards = fc.array(shard, { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("laws", () => {
	let grammars: Grammars;
	let options: AnalyzeOptions;
	before(async () => {
		grammars = await testGrammars();
		options = { grammars, severities: { "helicone-mention": "hint" }, workspace: emptyWorkspace };
	});

	it("hold for text that is nested deeper than the stack reaches", () => {
		const text = `${"[".repeat(50_000)}"https://oai.helicone.ai/v1"${"]".repeat(50_000)}`;
		const document = { uri: "file:///deep.json", language: "json", text };
		assert.deepEqual(
			analyze(document, options).problems.map(({ message }) => message),
			["The text is nested too deeply to be read."],
		);
		assert.equal(contribute(document, grammars).uri, document.uri);
	});

	for (const language of languages) {
		it(`${language}: no random text throws`, () => {
			const texts = fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), shards);
			fc.assert(
				fc.property(texts, (text) => neverThrows({ document: { uri: "file:///random", language, text }, options })),
				runs(60),
			);
		}).timeout(600_000);

		it(`${language}: no damaged fixture throws`, () => {
			const texts = cases.filter((one) => one.language === language).map((one) => one.text);
			fc.assert(
				fc.property(damaged(texts), (text) =>
					neverThrows({ document: { uri: "file:///damaged", language, text }, options }),
				),
				runs(60),
			);
		}).timeout(600_000);

		for (const law of laws.slice(0, 4))
			it(`${language}: two fixtures in one file: ${law.name}`, () => {
				const texts = cases.filter((one) => one.language === language).map((one) => one.text);
				const brokenIn = (text: string) => countBroken(language, text, options.grammars);
				fc.assert(
					fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (first, second) => {
						// Dart's imports may not stand behind the first text: what of it can be read changes with every fix.
						fc.pre(brokenIn(first + second) <= brokenIn(first) + brokenIn(second));
						law.check({
							document: { uri: "file:///joined", language, text: first + second },
							// A name of the program's own that a fix leaves is a mention: no law forbids that.
							options: { ...options, severities: {} },
						});
					}),
					runs(20),
				);
			}).timeout(600_000);
	}

	it("an unknown language gives nothing", () => {
		const document = { uri: "file:///a.cobol", language: "cobol", text: "https://oai.helicone.ai/v1" };
		assert.deepEqual(analyze(document, options).findings, []);
	});

	for (const one of cases.filter(({ text }) => !/concentrate/i.test(text)))
		it(`another product's name finds nothing: ${one.title} (${one.where})`, () => {
			const { document, options: caseOptions } = contextOf(one, grammars);
			const found = analyze(
				{ ...document, text: renamed(document.text) },
				{ ...caseOptions, workspace: emptyWorkspace },
			);
			assert.deepEqual(found.findings, []);
		});

	for (const { name, language, uri, text } of negatives)
		it(`finds nothing in ${name}`, () => {
			const off = { ...options, severities: { "helicone-mention": "off" } } as const;
			assert.deepEqual(analyze({ uri, language, text }, off).findings, []);
		});
});

/** A fixture's text with one run of characters taken out and some junk put in. */
function damaged(texts: readonly string[]): fc.Arbitrary<string> {
	return fc
		.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(30), fc.nat(), shards)
		.map(([text, cutAt, length, putAt, junk]) => {
			const start = cutAt % (text.length + 1);
			const cut = text.slice(0, start) + text.slice(start + length);
			const place = putAt % (cut.length + 1);
			return cut.slice(0, place) + junk + cut.slice(place);
		});
}

/** The same program for another product, at a host that only ends like Helicone's: still parsed, never found. */
function renamed(text: string): string {
	return (
		text
			.replace(/hconeai/gi, "nothconeai")
			.replace(/helicone(?!\.ai)/gi, (name) => (name === name.toUpperCase() ? "HEXAGONE" : "Hexagone"))
			.replace(/helicon_/gi, "HEXAGON_")
			.replace(/helicone\.ai/gi, "nothelicone.ai")
			// A path and a placeholder that nobody but Helicone has.
			.replace(/\/v1\/gateway\//g, "/v1/hexgate/")
			.replace(/\{\{hcp?:/g, "{{hex:")
	);
}
