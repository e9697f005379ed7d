import assert from "node:assert/strict";
import type { Operation } from "../../../server/engine/edits/operation";
import type { Item, List, Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { edited, read, readMarks, removalOf, renderIn } from "./marked";

interface Put {
	readonly path: string;
	readonly value: string;
	/** Source of the item that the new one goes behind. */
	readonly after?: string;
}

/** Puts into the arguments of the first call (for JavaScript the first object); «…» goes at the same time. */
async function put(language: string, marked: string, puts: readonly Put[]): Promise<string> {
	const grammars = await testGrammars();
	const { text, ranges } = readMarks(marked);
	const outline = read(grammars, language, text);
	const removals = ranges.map((range) => removalOf(outline, range));
	return edited(grammars, outline, [...removals, ...operations(outline, puts)]);
}

function operations(outline: Outline, puts: readonly Put[]): readonly Operation[] {
	const list = target(outline);
	return puts.map((one) => {
		const after = one.after === undefined ? undefined : itemWith(outline, list, one.after);
		return { op: "put", list, path: one.path.split("."), value: one.value, ...(after && { after }) };
	});
}

function target(outline: Outline): List {
	const list = outline.language === "python" ? outline.calls[0]?.args : outline.lists.find((one) => one.role === "map");
	assert.ok(list);
	return list;
}

function itemWith(outline: Outline, list: List, source: string): Item {
	const item = list.items.find((one) => outline.text.slice(...one.range) === source);
	assert.ok(item, source);
	return item;
}

const python = (marked: string, puts: readonly Put[], expected: string) => async () => {
	assert.equal(await put("python", marked, puts), expected);
	const crlf = (text: string) => text.replace(/\n/g, "\r\n");
	assert.equal(await put("python", crlf(marked), puts), crlf(expected), "with CRLF");
};
const timeout: Put = { path: "timeout", value: "60" };
const model: Put = { path: "extra_body.routing.model", value: '"auto"' };
const fallbacks: Put = { path: "extra_body.routing.fallbacks", value: '["a", "b"]' };

describe("edits: put a value", () => {
	it("into an empty list", python("f()\n", [timeout], "f(timeout=60)\n"));
	it("at the end of a line", python("f(a=1)\n", [timeout], "f(a=1, timeout=60)\n"));
	it("keeping a trailing comma", python("f(a=1,)\n", [timeout], "f(a=1, timeout=60,)\n"));
	it("on a line of its own", python("f(\n    a=1,\n)\n", [timeout], "f(\n    a=1,\n    timeout=60,\n)\n"));
	it(
		"without trailing comma where there is none",
		python("f(\n    a=1\n)\n", [timeout], "f(\n    a=1,\n    timeout=60\n)\n"),
	);
	it("behind a comment", python("f(\n    a=1  # one\n)\n", [timeout], "f(\n    a=1,  # one\n    timeout=60\n)\n"));
	it(
		"behind a comment and a comma",
		python("f(\n    a=1,  # one\n)\n", [timeout], "f(\n    a=1,  # one\n    timeout=60,\n)\n"),
	);
	it("behind an item", python("f(a=1, b=2)\n", [{ ...timeout, after: "a=1" }], "f(a=1, timeout=60, b=2)\n"));
	it(
		"behind an item on its line",
		python(
			"f(\n    a=1,\n    b=2,\n)\n",
			[{ ...timeout, after: "a=1" }],
			"f(\n    a=1,\n    timeout=60,\n    b=2,\n)\n",
		),
	);
	it("for one that exists", python("f(timeout=5, b=2)\n", [timeout], "f(timeout=60, b=2)\n"));
	it("several in their order", python("f(a=1)\n", [timeout, { path: "x", value: "1" }], "f(a=1, timeout=60, x=1)\n"));
	it("below maps that are missing", python("f(a=1)\n", [model], 'f(a=1, extra_body={"routing": {"model": "auto"}})\n'));
	it(
		"below the same missing map",
		python(
			"f(a=1)\n",
			[model, fallbacks],
			'f(a=1, extra_body={"routing": {"model": "auto", "fallbacks": ["a", "b"]}})\n',
		),
	);
	it(
		"below a map that exists",
		python('f(extra_body={"x": 1})\n', [model], 'f(extra_body={"x": 1, "routing": {"model": "auto"}})\n'),
	);
	it(
		"below dict()",
		python("f(extra_body=dict(x=1))\n", [{ path: "extra_body.y", value: "2" }], "f(extra_body=dict(x=1, y=2))\n"),
	);
	it(
		"with the quotes of the list",
		python("f(extra_body={'x': 1})\n", [model], "f(extra_body={'x': 1, 'routing': {'model': \"auto\"}})\n"),
	);
});

describe("edits: put a value where something goes", () => {
	it("in its place", python("f(a=1, «b=2», c=3)\n", [{ ...timeout, after: "b=2" }], "f(a=1, timeout=60, c=3)\n"));
	it("at the end", python("f(a=1, «b=2»)\n", [timeout], "f(a=1, timeout=60)\n"));
	it("of which nothing is left", python("f(«a=1», «b=2»)\n", [timeout], "f(timeout=60)\n"));
	it(
		"on a line with a comment",
		python("f(\n    a=1,\n    «b=2»,  # two\n)\n", [timeout], "f(\n    a=1,\n    timeout=60,\n)\n"),
	);
	it(
		"behind what stays, before what goes",
		python("f(a=1, «b=2»)\n", [{ ...timeout, after: "a=1" }], "f(a=1, timeout=60)\n"),
	);
	it("at the end while something else goes", python("f(«a=1», b=2)\n", [timeout], "f(b=2, timeout=60)\n"));
	it(
		"into a map that loses everything else",
		python('f(extra_body={«"x": 1»})\n', [model], 'f(extra_body={"routing": {"model": "auto"}})\n'),
	);
	it(
		"with the name of what goes",
		python('f(a=1, «extra_body={"x": 1}», c=3)\n', [model], 'f(a=1, extra_body={"routing": {"model": "auto"}}, c=3)\n'),
	);
});

describe("edits: put refuses", () => {
	const reasonOf = async (text: string, puts: readonly Put[], removed?: (outline: Outline) => Operation) => {
		const outline = read(await testGrammars(), "python", text);
		const result = renderIn(outline, [...operations(outline, puts), ...(removed ? [removed(outline)] : [])]);
		return result.ok ? "no reason" : result.reason;
	};
	it("two values for one name", async () => {
		assert.match(await reasonOf("f()\n", [timeout, { path: "timeout", value: "5" }]), /Two different values/);
	});
	it("two values for an existing name", async () => {
		assert.match(await reasonOf("f(timeout=1)\n", [timeout, { path: "timeout", value: "5" }]), /different text/);
	});
	it("to look into a variable", async () => {
		assert.match(await reasonOf("f(extra_body=body)\n", [model]), /not written out/);
	});
	it("to put into a statement that goes", async () => {
		const first = (outline: Outline): Operation => {
			const item = outline.root.items[0];
			assert.ok(item);
			return { op: "remove", item };
		};
		assert.match(await reasonOf("f(a=1)\ng()\n", [timeout], first), /another one removes/);
	});
	it("code with errors", async () => {
		assert.match(await reasonOf("f(a=1, b=)\n", [timeout]), /without errors/);
	});
	it("not because of errors elsewhere", async () => {
		const outline = read(await testGrammars(), "python", "f(a=1)\ng()\nh()\nx = = 3\n");
		assert.ok(renderIn(outline, operations(outline, [timeout])).ok);
	});
});
