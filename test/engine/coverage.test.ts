/** Law 6: every row of the guide (that it has a mapping, `test/shared` knows) has a fixture that holds it and a hover that explains it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { analyze } from "../../server/engine/analyze";
import { rowById, tables } from "../../shared/mappings/row-ids";
import { type Case, readFixtures } from "../support/fixture";
import { contextOf } from "../support/fixture-checks";
import { testGrammars } from "../support/grammars";

const testFolder = join(__dirname, "..");
const cases: readonly Case[] = [
	...readFixtures(join(testFolder, "rules"), "rules"),
	...readFixtures(join(testFolder, "languages"), "languages"),
].flatMap((file) => file.cases);

interface GuideRow {
	readonly name: string;
	readonly guide: string;
	/** Words of which at least one stands in a text that the row is about. */
	readonly words: readonly string[];
}

const withGuide: readonly GuideRow[] = Object.entries(tables).flatMap(([table, rows]) =>
	rows
		.filter((row) => row.guide !== undefined)
		.map((row) => ({ name: `${table}/${row.id}`, guide: row.guide ?? "", words: wordsOf(row) })),
);

function wordsOf(row: object): readonly string[] {
	const { names, from, paths } = row as Partial<Record<"names" | "from" | "paths", readonly string[]>>;
	return (names ?? from ?? paths ?? []).map((word) => word.replace(/\*$/, "").toLowerCase());
}

describe("the guide's rows", function () {
	this.timeout(120_000);
	it("all stand in a fixture", () => {
		const texts = cases.map((one) => one.text.toLowerCase());
		const missing = withGuide.filter(({ words }) => !texts.some((text) => words.some((word) => text.includes(word))));
		assert.deepEqual(
			missing.map((row) => row.name),
			[],
		);
	});

	it("are all found and explained by a hover in a fixture", async () => {
		const grammars = await testGrammars();
		const found = new Set<string>();
		let hovers = "";
		for (const one of cases) {
			const { document, options } = contextOf(one, grammars);
			const analysis = analyze(document, options);
			for (const { row } of analysis.hovers) if (row !== undefined) found.add(row);
			// A hover escapes what could be markup.
			hovers += analysis.hovers.map((hover) => hover.markdown.replaceAll("\\", "")).join("\n");
		}
		const names = withGuide.map((row) => row.name);
		assert.deepEqual(
			withGuide.filter((row) => !hovers.includes(`“${row.guide}”`)).map((row) => row.name),
			[],
			"rows without a hover",
		);
		assert.deepEqual(
			names.filter((name) => !found.has(name)),
			[],
			"rows without a finding",
		);
	});

	it("are what findings refer to", async () => {
		const grammars = await testGrammars();
		for (const one of cases) {
			const { document, options } = contextOf(one, grammars);
			for (const { row, subject } of analyze(document, options).findings)
				assert.ok(row === undefined || rowById(row) !== undefined, `${subject} refers to ${row}`);
		}
	});
});
