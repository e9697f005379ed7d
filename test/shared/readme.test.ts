import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testGrammars } from "../support/grammars";
import { languageTable } from "../support/language-table";

const file = join(__dirname, "../../README.md");
const marks = ["<!-- languages: generated from the fixtures -->\n", "\n<!-- end of languages -->"] as const;

describe("README.md", () => {
	it("says for each language what the fixtures show (UPDATE=1 rewrites it)", async () => {
		const text = readFileSync(file, "utf8");
		const start = text.indexOf(marks[0]) + marks[0].length;
		const end = text.indexOf(marks[1]);
		assert.ok(start >= marks[0].length && end >= start, "the table's marks are missing");
		const table = languageTable(await testGrammars());
		if (process.env.UPDATE === "1") writeFileSync(file, text.slice(0, start) + table + text.slice(end));
		else assert.equal(text.slice(start, end), table);
	}).timeout(120_000);
});
