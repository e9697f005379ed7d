import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../server/engine/languages";
import { rules } from "../../shared/rules";

const root = join(__dirname, "../..");
const file = join(root, "README.md");

describe("the README", () => {
	it("lists every rule (UPDATE=1 rewrites the table)", () => {
		const text = readFileSync(file, "utf8");
		const table = rules
			.filter((rule) => hasPage(rule.id))
			.map((rule) => `| [\`${rule.id}\`](test/rules/${rule.id}.md) | ${rule.title} (${rule.severity}) |`)
			.join("\n");
		const wanted = text.replace(/(\| \[`(helicone|concentrate)-.*\n)+/, `${table}\n`);
		if (process.env.UPDATE === "1") writeFileSync(file, wanted);
		assert.equal(readFileSync(file, "utf8"), wanted);
	});

	it("names every language", () => {
		const text = readFileSync(file, "utf8");
		for (const { name } of languages) assert.ok(text.toLowerCase().includes(name.toLowerCase()), name);
	});
});

function hasPage(id: string): boolean {
	try {
		return readFileSync(join(root, "test/rules", `${id}.md`)).length > 0;
	} catch {
		return false;
	}
}
