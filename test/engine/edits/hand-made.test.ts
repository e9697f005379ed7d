/** Shapes that no grammar of the first languages has, as Outlines made by hand. */
import assert from "node:assert/strict";
import { applyChanges } from "../../../server/engine/edits/apply";
import { render } from "../../../server/engine/edits/render";
import { pythonWriter } from "../../../server/engine/languages/python/writer";
import { finishOutline } from "../../../server/engine/outline/finish-outline";
import { newCall, newItem, newList, newOpaque, newRef } from "../../../server/engine/outline/nodes";
import type { Item, List, ListRole, Outline, Range } from "../../../server/engine/outline/schema";

interface Shape {
	readonly text: string;
	readonly items: readonly string[];
	readonly role: ListRole;
	/** What the list's brackets are, if it has any. */
	readonly brackets?: string;
	readonly stride?: 1 | 2;
	/** Text that belongs to the first item. */
	readonly owns?: string;
}

/** `f(…)` as the only statement, with the list as its arguments or as an argument without brackets. */
function outlineOfShape(shape: Shape): { outline: Outline; list: List } {
	const { text, items, role, brackets, stride = 1, owns } = shape;
	const rangeOf = (source: string): Range => [text.indexOf(source), text.indexOf(source) + source.length];
	const made = items.map((source, index) => {
		const range = rangeOf(source);
		const owned = index === 0 && owns !== undefined ? rangeOf(owns) : undefined;
		return newItem(range, "value", newRef(range, source), undefined, false, owned);
	});
	const last = made.at(-1)?.range[1] ?? 0;
	const outer: Range = brackets
		? [text.indexOf(brackets[0] ?? ""), text.indexOf(brackets[1] ?? "") + 1]
		: [made[0]?.range[0] ?? 0, last];
	const list = newList(outer, role, made, brackets ? [outer[0] + 1, outer[1] - 1] : outer, stride);
	const whole: Range = [0, outer[1]];
	const holder =
		role === "args" ? newCall(whole, [0, 1], { path: "f", name: "f", args: list }) : newOpaque(whole, "holder", [list]);
	const root = newList([0, text.length], "block", [newItem(whole, "statement", holder)]);
	return { outline: finishOutline({ language: "made", text, root }), list };
}

function without(shape: Shape, ...gone: readonly string[]): string {
	const { outline, list } = outlineOfShape(shape);
	const items: Item[] = list.items.filter((item) => gone.includes(outline.text.slice(...item.range)));
	assert.equal(items.length, gone.length);
	const result = render(
		outline,
		items.map((item) => ({ op: "remove", item })),
		pythonWriter,
	);
	assert.ok(result.ok);
	return applyChanges(outline.text, result.changes);
}

describe("edits: keys and values in turn (Map.of)", () => {
	const shape: Shape = {
		text: "f(k1, v1, k2, v2);\n",
		items: ["k1", "v1", "k2", "v2"],
		role: "args",
		brackets: "()",
		stride: 2,
	};
	it("a key takes its value along", () => assert.equal(without(shape, "k1"), "f(k2, v2);\n"));
	it("a value takes its key along", () => assert.equal(without(shape, "v2"), "f(k1, v1);\n"));
	it("all", () => assert.equal(without(shape, "k1", "k2"), "f();\n"));
});

describe("edits: text that belongs to an item (heredocs)", () => {
	const shape: Shape = {
		text: "f(<<~A, b)\n  body\nA\nc\n",
		items: ["<<~A", "b"],
		role: "args",
		brackets: "()",
		owns: "  body\nA",
	};
	it("goes along", () => assert.equal(without(shape, "<<~A"), "f(b)\nc\n"));
	it("stays along", () => assert.equal(without(shape, "b"), "f(<<~A)\n  body\nA\nc\n"));
});

describe("edits: lists told by indentation (YAML)", () => {
	const entries: Shape = { text: "x:\n  - a: 1\n    b: 2\n", items: ["a: 1", "b: 2"], role: "map" };
	it("the entry behind the dash", () => assert.equal(without(entries, "a: 1"), "x:\n  - b: 2\n"));
	it("the entry below it", () => assert.equal(without(entries, "b: 2"), "x:\n  - a: 1\n"));
	const elements: Shape = { text: "x:\n  - a\n  - b\n\ny: 1\n", items: ["- a", "- b"], role: "seq" };
	it("the last element", () => assert.equal(without(elements, "- b"), "x:\n  - a\n\ny: 1\n"));
});
