/** Layouts that nobody would print: what is left still parses and says the same, and nothing else is touched. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { render } from "../../../server/engine/edits/render";
import { javascriptWriter } from "../../../server/engine/languages/javascript/writer";
import type { Grammars } from "../../../server/engine/outline/grammars";
import type { Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { edited, read } from "./marked";

const gap = fc.constantFrom(
	"",
	" ",
	"\n  ",
	"\n\n\t",
	" /* c, */ ",
	" // d, )\n",
	"\n  // e\n  ",
	" /* f */ // g\n",
	"\r\n",
);
const part = fc.record({
	before: gap,
	source: fc.constantFrom("a: 1", "...b", "c", "d() {}", "'e,': [1, 2]", "f: { g }", "h: () => {}"),
	behind: gap,
	goes: fc.boolean(),
});
const shape = fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 5 }), trailing: fc.boolean(), end: gap });
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function print({ parts, trailing, end }: Shape): string {
	const inner = parts.map(({ before, source, behind }) => before + source + behind).join(",");
	return `before();\nconst x = {${inner}${trailing ? "," : ""}${end}};\nafter();\n`;
}

function itemsOf(outline: Outline): readonly string[] {
	const map = outline.lists.find((list) => list.role === "map");
	return (map?.items ?? []).map((item) => outline.text.slice(...item.range).replace(/\s*(\/\*.*|\/\/.*|\s)*$/s, ""));
}

function check(grammars: Grammars, one: Shape): void {
	const outline = read(grammars, "typescript", print(one));
	const map = outline.lists.find((list) => list.role === "map");
	assert.ok(map && outline.broken.length === 0);
	const gone = map.items.filter((_, index) => one.parts[index]?.goes);
	const operations = gone.map((item) => ({ op: "remove", item }) as const);
	const text = edited(grammars, outline, operations);
	const kept = one.parts.filter((each) => !each.goes).map((each) => each.source);
	assert.deepEqual(itemsOf(read(grammars, "typescript", text)), kept);
	assert.ok(text.startsWith("before();\nconst x = {") && text.endsWith("};\nafter();\n"), text);
	const again = render(outline, [...operations, ...operations].reverse(), javascriptWriter);
	assert.deepEqual(again, render(outline, operations, javascriptWriter), "order and repetition do not matter");
}

describe("edits: irregular layouts", function () {
	this.timeout(30_000); // Slow machines share their cores.
	it("keep every item that stays, and the text around", async () => {
		const grammars = await testGrammars();
		fc.assert(
			fc.property(shape, (one) => check(grammars, one)),
			{ numRuns: 500 },
		);
	});
});
