import assert from "node:assert/strict";
import { isDisjointSorted, mergeChanges } from "../../../server/engine/edits/apply";
import type { Operation } from "../../../server/engine/edits/operation";
import type { Change } from "../../../server/engine/model";
import { contains, statementOf } from "../../../server/engine/outline/questions";
import type { Item, Outline, Range } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { edited, read, readMarks, renderIn } from "./marked";

type Make = (outline: Outline, range: Range) => Operation;

/** One operation for each mark. */
async function outcome(marked: string, make: Make, language = "python"): Promise<string> {
	const grammars = await testGrammars();
	const { text, ranges } = readMarks(marked);
	const outline = read(grammars, language, text);
	return edited(
		grammars,
		outline,
		ranges.map((range) => make(outline, range)),
	);
}

const python = (make: Make, marked: string, expected: string) => async () => {
	assert.equal(await outcome(marked, make), expected);
	const crlf = (text: string) => text.replace(/\n/g, "\r\n");
	assert.equal(await outcome(crlf(marked), make), crlf(expected), "with CRLF");
};

function itemAt(outline: Outline, range: Range): Item {
	const item = outline.items.find((one) => one.range[0] === range[0] && one.range[1] === range[1]);
	assert.ok(item);
	return item;
}

describe("edits: comment out", () => {
	const make: Make = (outline, range) => ({ op: "comment-out", item: itemAt(outline, range) });
	const marked: Make = (outline, range) => ({ op: "comment-out", item: itemAt(outline, range), mark: "old: " });
	it("a line", python(make, "a = 1\n«b = 2»\nc = 3\n", "a = 1\n# b = 2\nc = 3\n"));
	it("with its indentation", python(make, "def f():\n    «a()»\n    b()\n", "def f():\n    # a()\n    b()\n"));
	it("all lines", python(make, "x = 1\n«a(\n    1,\n\n    2,\n)»\n", "x = 1\n# a(\n    # 1,\n\n    # 2,\n# )\n"));
	it("an entry with its comma", python(make, "f(\n    «a=1»,\n    b=2,\n)\n", "f(\n    # a=1,\n    b=2,\n)\n"));
	it("the last line without newline", python(make, "x = 1\n«a = 1»", "x = 1\n# a = 1"));
	it(
		"with a mark on each line",
		python(marked, "x = 1\n«a(\n    1,\n)»\n", "x = 1\n# old: a(\n    # old: 1,\n# old: )\n"),
	);
	it("two statements of one line", python(make, "x = 1\n«a()»; «b()»\n", "x = 1\n# a(); b()\n"));
	it("not if something else is on the line", async () => {
		await assert.rejects(outcome("f(a=1, «b=2»)\n", make), /shares its line/);
	});
});

describe("edits: insert a line", () => {
	const make: Make = (_, range) => ({ op: "insert-line", offset: range[0], text: "import os" });
	it("before the line", python(make, "import a\nimport «»b\n", "import a\nimport os\nimport b\n"));
	it("behind a byte order mark", python(make, "«»\uFEFFimport a\n", "\uFEFFimport os\nimport a\n"));
	it("once", python(make, "«»import «»a\n", "import os\nimport a\n"));
	it("behind the last line", python(make, "x = 1\nimport a«»", "x = 1\nimport a\nimport os"));
	it("behind the last newline", python(make, "import a\n«»", "import a\nimport os\n"));
});

describe("edits: unwrap a guard", () => {
	const make: Make = (outline, range) => {
		const guard = outline.guards.find((one) => contains(one.range, range));
		assert.ok(guard);
		return { op: "unwrap-guard", guard };
	};
	it(
		"dedents the body",
		python(make, "a()\nif «x»:\n    b()\n    c(\n        1,\n    )\nd()\n", "a()\nb()\nc(\n    1,\n)\nd()\n"),
	);
	it("keeps comments", python(make, "if «x»:\n    # why\n    b()  # b\n\n    c()\n", "# why\nb()  # b\n\nc()\n"));
	it("drops the else", python(make, "if «x»:\n    b()\nelse:\n    c()\nd()\n", "b()\nd()\n"));
	it("leaves strings alone", python(make, 'if «x»:\n    b("""\n    text\n    """)\n', 'b("""\n    text\n    """)\n'));
	it("on one line", python(make, "if «x»: b()\nc()\n", "b()\nc()\n"));
	it(
		"inside a function",
		python(make, "def f():\n    if «x»:\n        b()\n    c()\n", "def f():\n    b()\n    c()\n"),
	);
});

describe("edits: replace", () => {
	const make: Make = (_, range) => ({ op: "replace", range, newText: "new" });
	const both = async (text: string, make2: (outline: Outline) => readonly Operation[]) => {
		const outline = read(await testGrammars(), "python", text);
		return renderIn(outline, make2(outline));
	};
	it("inside a string", python(make, 'f("«old»/v1")\n', 'f("new/v1")\n'));
	it("inside a string among errors", async () => {
		const result = await both('f("old", x=)\n', () => [{ op: "replace", range: [3, 6], newText: "new" }]);
		assert.deepEqual(result, { ok: true, changes: [{ range: [3, 6], newText: "new" }] });
	});
	it("the same twice is one", async () => {
		const one: Operation = { op: "replace", range: [3, 6], newText: "new" };
		const result = await both('f("old")\n', () => [one, { ...one }]);
		assert.deepEqual(result, { ok: true, changes: [{ range: [3, 6], newText: "new" }] });
	});
	it("not two things at once", async () => {
		const result = await both('f("old")\n', () => [
			{ op: "replace", range: [3, 6], newText: "new" },
			{ op: "replace", range: [4, 6], newText: "new" },
		]);
		assert.ok(!result.ok);
	});
	it("what goes needs no replacement", async () => {
		const result = await both('f("old", b)\n', (outline) => {
			const item = outline.strings[0] && outline.calls[0]?.args?.items[0];
			assert.ok(item);
			return [
				{ op: "replace", range: [3, 6], newText: "new" },
				{ op: "remove", item },
			];
		});
		assert.deepEqual(result, { ok: true, changes: [{ range: [2, 9], newText: "" }] });
	});
	it("not text that goes in part", async () => {
		const result = await both("a()\nb()\n", (outline) => {
			const item = outline.calls[0] && statementOf(outline.calls[0]);
			assert.ok(item);
			return [
				{ op: "remove", item },
				{ op: "replace", range: [2, 5], newText: "x" },
			];
		});
		assert.ok(!result.ok);
	});
});

describe("edits: merge changes", () => {
	const change = (start: number, end: number, newText = ""): Change => ({ range: [start, end], newText });
	it("sorts and drops twins", () => {
		assert.deepEqual(mergeChanges([[change(5, 6, "a")], [change(1, 2, "b"), change(5, 6, "a")]]), [
			change(1, 2, "b"),
			change(5, 6, "a"),
		]);
	});
	it("joins deletions", () => assert.deepEqual(mergeChanges([[change(1, 4)], [change(3, 6)]]), [change(1, 6)]));
	it("drops what a deletion holds", () =>
		assert.deepEqual(mergeChanges([[change(1, 9)], [change(3, 4, "x")]]), [change(1, 9)]));
	it("knows a conflict", () => assert.equal(mergeChanges([[change(1, 4, "x")], [change(3, 6)]]), undefined));
	it("knows order", () => {
		assert.ok(isDisjointSorted([change(1, 2), change(2, 3, "x")]));
		assert.ok(!isDisjointSorted([change(1, 1, "x"), change(1, 1, "y")]));
		assert.ok(!isDisjointSorted([change(2, 4), change(3, 5)]));
	});
});
