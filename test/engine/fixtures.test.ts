/** Every case of `test/rules` and `test/languages`: what it says about itself, and the laws that hold for any text. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Grammars } from "../../server/engine/outline/grammars";
import { type Case, type FixtureFile, readFixtures } from "../support/fixture";
import { checkFixed, checkMarks, checkMessages, contextOf } from "../support/fixture-checks";
import { laws } from "../support/fixture-laws";
import { testGrammars } from "../support/grammars";

const testFolder = join(__dirname, "..");
const ruleFiles = readFixtures(join(testFolder, "rules"), "rules");
const languageFiles = readFixtures(join(testFolder, "languages"), "languages");

describe("fixtures", () => {
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	for (const file of [...ruleFiles, ...languageFiles])
		describe(file.name, () => {
			for (const one of file.cases) describe(`${one.title} (${one.where})`, () => caseTests(one, () => grammars));
		});

	describe("the files", () => {
		for (const file of ruleFiles) it(`${file.name} has the headings of a rule's page`, () => rulePageHeadings(file));
		it("hold at least 170 cases with titles of their own", () => {
			const titles = [...ruleFiles, ...languageFiles].flatMap(({ name, cases }) =>
				cases.map(({ title }) => name + title),
			);
			assert.ok(titles.length >= 170, `${titles.length} cases`);
			assert.equal(new Set(titles).size, titles.length, "two cases of a file share a title");
		});
	});
});

function caseTests(one: Case, grammars: () => Grammars): void {
	it("finds what is marked", () => checkMarks(one, contextOf(one, grammars())));
	it("makes the safe fixes", () => checkFixed(one, contextOf(one, grammars()), "safe"));
	it("makes the suggested fixes", () => checkFixed(one, contextOf(one, grammars()), "suggested"));
	if (one.messages.length > 0) it("says what it should", () => checkMessages(one, contextOf(one, grammars())));
	for (const law of laws) it(law.name, () => law.check(contextOf(one, grammars())));
}

function rulePageHeadings({ name, headings }: FixtureFile): void {
	const rule = name.slice(0, -".md".length);
	assert.deepEqual(headings, [`# ${rule}`, "## What it finds", "## Why", "## What the fix does", "## Cases"]);
}
