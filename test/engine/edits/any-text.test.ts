/** Whatever the text and whatever is asked: no exception, sorted and disjoint changes, and nothing structural near errors. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { isDisjointSorted } from "../../../server/engine/edits/apply";
import type { Operation } from "../../../server/engine/edits/operation";
import type { Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { read, renderIn } from "./marked";
import { templates } from "./templates";

const junk = fc.constantFrom(
	"",
	"{",
	"}",
	")",
	"(",
	'"',
	"`",
	"'",
	"//",
	"#",
	"\\",
	",",
	";",
	"=",
	"\r",
	"\n",
	"if",
	"é🙂",
	"<<A",
);
const request = fc.record({
	text: fc.nat(templates.length - 1),
	at: fc.nat(200),
	junk,
	picks: fc.array(fc.nat(99), { maxLength: 8 }),
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

function textOf({ text, at, junk: inserted }: Request): { language: string; text: string } {
	const template = templates[text];
	assert.ok(template);
	const style = {
		layout: template.layouts[0] ?? "lines",
		trailing: at % 2 === 0,
		lineBreak: "\n",
		final: true,
	} as const;
	const printed = template.print(
		template.sources.map((source, index) => ({ source, comment: index % 2 === 0 })),
		style,
	);
	const offset = at % (printed.length + 1);
	return { language: template.language, text: printed.slice(0, offset) + inserted + printed.slice(offset) };
}

/** The n-th operation that could be asked for, of whatever kind. */
function operationOf(outline: Outline, pick: number): Operation[] {
	const item = outline.items[pick % Math.max(1, outline.items.length)];
	const list = outline.lists.filter((one) => one.role === "args" || one.role === "map")[pick % 3];
	const call = outline.calls[pick % 3];
	const guard = outline.guards[0];
	const assign = outline.assigns[pick % 2];
	const start = pick % (outline.text.length + 1);
	const all: (Operation | undefined)[] = [
		item && { op: "remove", item },
		item && { op: "comment-out", item, mark: "Why: " },
		list && { op: "put", list, path: ["a", "b"].slice(pick % 2), value: "1", ...(item && { after: item }) },
		call && { op: "remove-link", call },
		guard && { op: "unwrap-guard", guard },
		assign && { op: "remove-assign", assign },
		{ op: "replace", range: [start, Math.min(start + (pick % 5), outline.text.length)], newText: "x" },
		{ op: "insert-line", offset: start, text: "y" },
		item && { op: "remove", item },
	];
	return all[pick % all.length] ? [all[pick % all.length] as Operation] : [];
}

describe("edits: any text, any operations", function () {
	this.timeout(30_000); // Slow machines share their cores.
	it("never throw and never overlap", async () => {
		const grammars = await testGrammars();
		fc.assert(
			fc.property(request, (one) => {
				const { language, text } = textOf(one);
				const outline = read(grammars, language, text);
				const result = renderIn(
					outline,
					one.picks.flatMap((pick) => operationOf(outline, pick)),
				);
				if (result.ok) assert.ok(isDisjointSorted(result.changes), JSON.stringify(result.changes));
				else assert.match(result.reason, /^[A-Z`].*\.$/);
			}),
			{ numRuns: 600 },
		);
	});
});
