/** Regions: the offset map, and that a fix changes nothing but the code it is about. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Grammars } from "../../server/engine/outline/grammars";
import { planFile } from "../../server/engine/plan";
import { newRegion } from "../../server/engine/regions/region";
import { readFixtures } from "../support/fixture";
import { contextOf } from "../support/fixture-checks";
import { testGrammars } from "../support/grammars";

const cases = readFixtures(join(__dirname, "..", "languages"), "languages").flatMap((file) => file.cases);

describe("regions", () => {
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	it("map every character back, decoded ones and joints among them", () => {
		const host = `["a\\n", "b"]`;
		const builder = newRegion();
		builder.copy(host, [2, 3]);
		builder.decoded("\n", [3, 5]);
		builder.copy(host, [9, 10]);
		builder.virtual("\n");
		const region = builder.finish({ language: "python", isExample: false, encode: (newText) => newText });
		assert.ok(region);
		assert.equal(region.text, "a\nb\n");
		assert.deepEqual(region.place([1, 2]), [3, 5]);
		assert.deepEqual(region.place([3, 4]), undefined);
		assert.deepEqual(region.change({ range: [0, 2], newText: "" }), { range: [2, 9], newText: "" });
		// The last line takes the line break before it.
		assert.deepEqual(region.change({ range: [2, 4], newText: "" }), { range: [3, 10], newText: "" });
		assert.equal(region.covers([5, 8]), false);
	});

	it("of a notebook change sources and nothing else", () => {
		const whole = (text: string) => text.trimEnd().endsWith("}");
		for (const one of cases.filter(({ language, text }) => language === "notebook" && whole(text))) {
			const { document, options } = contextOf(one, grammars);
			const { newText } = planFile(document, options, { applicability: "suggested" });
			assert.deepEqual(withoutCode(JSON.parse(newText)), withoutCode(JSON.parse(one.text)), one.where);
		}
	});

	it("of a component or page change scripts and nothing else", () => {
		for (const one of cases.filter(({ language }) => /^(vue|svelte|html)$/.test(language))) {
			const { document, options } = contextOf(one, grammars);
			const { newText } = planFile(document, options, { applicability: "suggested" });
			assert.equal(withoutScripts(newText), withoutScripts(one.text), one.where);
		}
	});

	it("of Markdown change fences and, where a person agrees, names of variables in the words around them", () => {
		for (const one of cases.filter(({ language, uri }) => language === "markdown" && !/\.(adoc|rst)$/.test(uri))) {
			const { document, options } = contextOf(one, grammars);
			const safe = planFile(document, options, { applicability: "safe" }).newText;
			assert.equal(withoutFences(safe), withoutFences(one.text), one.where);
			const { newText } = planFile(document, options, { applicability: "suggested" });
			assert.equal(withoutNames(withoutFences(newText)), withoutNames(withoutFences(one.text)), one.where);
		}
	});
});

interface Notebook {
	readonly cells: readonly { readonly cell_type: string }[];
}

function withoutCode(notebook: Notebook): unknown {
	const cells = notebook.cells.map((cell) => (cell.cell_type === "code" ? { ...cell, source: "" } : cell));
	return { ...notebook, cells };
}

function withoutScripts(page: string): string {
	return page.replace(/(<script\b[^\n]*?>)[\s\S]*?(?=<\/script>)/gi, "$1");
}

function withoutFences(markdown: string): string {
	return markdown.replace(/^([ >]*(?:- )?)(```|~~~)[\s\S]*?\2$/gm, "$1");
}

function withoutNames(text: string): string {
	return text.replace(/\b[A-Z0-9_]*(HELICONE|CONCENTRATE)[A-Z0-9_]*\b/g, "NAME");
}
