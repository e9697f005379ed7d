/** Putting an entry is printing with it, whatever goes at the same time and whatever the layout. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Operation } from "../../../server/engine/edits/operation";
import type { Grammars } from "../../../server/engine/outline/grammars";
import type { List, Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { edited, read } from "./marked";
import { type Part, type Style, type Template, templates } from "./templates";

interface Case {
	readonly style: Style;
	readonly parts: readonly (Part & { readonly goes: boolean })[];
	/** The new entry comes behind this part; at the end for one past the last. */
	readonly after: number;
}

const newEntries: Readonly<Record<string, { readonly key: string; readonly source: string }>> = {
	"Python keyword arguments": { key: "zz", source: "zz=1" },
	"a Python dict": { key: "zz", source: '"zz": 1' },
	"a TypeScript object": { key: "zz", source: "zz: 1" },
};

function cases(template: Template): fc.Arbitrary<Case> {
	const part = (source: string) =>
		fc.record({ source: fc.constant(source), comment: fc.boolean(), goes: fc.boolean() });
	const style = fc.record<Style>({
		layout: fc.constantFrom("tight", "spaced", "lines"),
		trailing: fc.boolean(),
		lineBreak: fc.constantFrom("\n" as const, "\r\n" as const),
		final: fc.constant(true),
	});
	const parts = fc.shuffledSubarray([...template.sources], { minLength: 1, maxLength: 4 });
	return fc.record({ style, parts: parts.chain((sources) => fc.tuple(...sources.map(part))), after: fc.nat(4) });
}

function print(template: Template, style: Style, parts: readonly Part[]): string {
	return template.print(parts, style).replace(/\n/g, style.lineBreak);
}

function listOfParts(outline: Outline, count: number): List {
	const found = outline.lists.find((list) => ["args", "map"].includes(list.role) && list.items.length === count);
	assert.ok(found);
	return found;
}

function check(grammars: Grammars, template: Template, one: Case): void {
	const entry = newEntries[template.name];
	assert.ok(entry);
	const outline = read(grammars, template.language, print(template, one.style, one.parts));
	const list = listOfParts(outline, one.parts.length);
	const after = list.items[one.after];
	const removals = list.items.filter((_, index) => one.parts[index]?.goes);
	const operations: Operation[] = removals.map((item) => ({ op: "remove", item }));
	operations.push({ op: "put", list, path: [entry.key], value: "1", ...(after && { after }) });
	const withNew = [
		...one.parts.slice(0, one.after + 1),
		{ source: entry.source, comment: false, goes: false },
		...one.parts.slice(one.after + 1),
	];
	const expected = print(
		template,
		one.style,
		withNew.filter((part) => !part.goes),
	);
	assert.equal(edited(grammars, outline, operations), expected);
}

describe("edits: putting is printing with", function () {
	this.timeout(30_000); // Slow machines share their cores.
	for (const template of templates.filter((one) => one.name in newEntries)) {
		it(template.name, async () => {
			const grammars = await testGrammars();
			fc.assert(
				fc.property(cases(template), (one) => check(grammars, template, one)),
				{ numRuns: 200 },
			);
		});
	}
});
