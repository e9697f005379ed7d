/**
 * Issue 3: each language has positives, a negative, odd quoting, a guard and a header per request. `languages.json` names a fixture
 * of each kind for every language that the engine reads, or says why the kind makes no sense there.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../server/engine/languages";
import { type Case, readFixtures } from "../support/fixture";

const kinds = ["positives", "negative", "odd quoting", "guard", "header per request"] as const;

type Named = readonly string[] | string;
type Row = Readonly<Record<(typeof kinds)[number], Named>>;

const { $comment: _, ...rows }: Readonly<Record<string, Row>> & { readonly $comment: string } = JSON.parse(
	readFileSync(join(__dirname, "languages.json"), "utf8"),
);

const cases: ReadonlyMap<string, Case> = new Map(
	(["rules", "languages"] as const).flatMap((kind) =>
		readFixtures(join(__dirname, "..", kind), kind).flatMap((file) =>
			file.cases.map((one) => [`${file.name}: ${one.title}`, one] as const),
		),
	),
);

describe("each language has a case of each kind", () => {
	it("and no language is left out", () => {
		assert.deepEqual(Object.keys(rows).sort(), languages.map(({ id }) => id).sort());
	});

	for (const [language, row] of Object.entries(rows))
		for (const kind of kinds)
			it(`${language}: ${kind}`, () => {
				const named = row[kind];
				if (typeof named === "string") assert.match(named, /^[A-Z].{15,}\.$/, "a reason is a sentence");
				else checkCases(language, kind, named);
			});
});

function checkCases(language: string, kind: (typeof kinds)[number], titles: readonly string[]): void {
	assert.ok(titles.length > 0, "no fixture named");
	for (const title of titles) {
		const one = cases.get(title);
		assert.ok(one, `no such fixture: ${title}`);
		assert.equal(one.language, language, title);
		const isNegative = kind === "negative";
		assert.equal(one.marks.length === 0, isNegative, `${title}: ${isNegative ? "finds" : "finds nothing"}`);
		if (isNegative) assert.equal(one.suggested, one.text, `${title}: is changed`);
	}
}
