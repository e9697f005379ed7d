import assert from "node:assert/strict";
import { testGrammars } from "../../support/grammars";
import { edited, expectWithout, read, readMarks } from "./marked";

const typescript = (marked: string, expected: string) => () => expectWithout("typescript", marked, expected);

describe("edits in TypeScript: objects and arguments", () => {
	it("a spaced object on one line", typescript("f({ «a: 1», b: 2 });\n", "f({ b: 2 });\n"));
	it("its last entry", typescript("f({ a: 1, «b: 2» });\n", "f({ a: 1 });\n"));
	it("its last entry with a comment", typescript("f({ a: 1, «b: 2» /* two */ });\n", "f({ a: 1 });\n"));
	it("an entry with a comment before it", typescript("f({ a: 1, /* two */ «b: 2», c: 3 });\n", "f({ a: 1, c: 3 });\n"));
	it("a shorthand", typescript("f({ a, «b» });\n", "f({ a });\n"));
	it("a method", typescript("f({\n  a,\n  «b() { return 1; }»,\n});\n", "f({\n  a,\n});\n"));
	it("commas at the start of lines", typescript("f({\n  a: 1\n, «b: 2»\n, c: 3\n});\n", "f({\n  a: 1\n, c: 3\n});\n"));
	it(
		"headers go with their last one",
		typescript('new A({\n  k,\n  headers: {\n    «"X": y»,\n  },\n});\n', "new A({\n  k,\n});\n"),
	);
	it("an argument goes with its last entry", typescript("f(u, { «a: 1» });\n", "f(u);\n"));
	it("an emptied new Headers()", typescript('f(u, { b, headers: new Headers({ «"X": y» }) });\n', "f(u, { b });\n"));
	it("an only argument stays: whoever takes one takes it apart", typescript("new A({ «a: 1» });\n", "new A({});\n"));
	it("a cast is no obstacle", typescript("f({ h: { «a: 1» } as any, b });\n", "f({ b });\n"));
	it("a conditional spread", typescript("f({ b, ...(c ? { «a: 1» } : {}) });\n", "f({ b });\n"));
	it("a conditional spread with undefined", typescript("f({ b, ...(c ? { «a: 1» } : undefined) });\n", "f({ b });\n"));
	it("a conditional spread with both", typescript("f({ b, ...(c ? { «a: 1» } : { «d: 2» }) });\n", "f({ b });\n"));
	it("a spread with &&", typescript("f({ b, ...(c && { «a: 1» }) });\n", "f({ b });\n"));
	it("a field keeps its value", typescript("class A {\n  h = { «a: 1» };\n}\n", "class A {\n  h = {};\n}\n"));
	it(
		"a field",
		typescript("class A {\n  a = 1;\n  «h = { a: 1 }»;\n\n  f() {}\n}\n", "class A {\n  a = 1;\n\n  f() {}\n}\n"),
	);
	it("a destructured name", typescript("const { A, «B» } = process.env;\n", "const { A } = process.env;\n"));
	it("all destructured names", typescript("a();\nconst { «A», «B» } = process.env;\n", "a();\n"));
});

describe("edits in TypeScript: statements", () => {
	it("in a block", typescript("if (x) {\n  a();\n  «b();»\n}\n", "if (x) {\n  a();\n}\n"));
	it("an emptied if", typescript("a();\nif (x) {\n  «b();»\n}\n", "a();\n"));
	it("an emptied if without braces", typescript("a();\nif (x) «b();»\nc();\n", "a();\nc();\n"));
	it("an emptied else", typescript("if (x) {\n  a();\n} else {\n  «b();»\n}\n", "if (x) {\n  a();\n}\n"));
	it("an emptied else without braces", typescript("if (x) a();\nelse «b();»\nc();\n", "if (x) a();\nc();\n"));
	it(
		"an emptied if with else",
		typescript("if (x) {\n  «a();»\n} else {\n  b();\n}\n", "if (x) {} else {\n  b();\n}\n"),
	);
	it("an emptied if with else, without braces", typescript("if (x) «a();» else b();\n", "if (x) {} else b();\n"));
	it(
		"an emptied loop without braces",
		typescript("for (const x of y) «a();»\nb();\n", "for (const x of y) {}\nb();\n"),
	);
	it("an emptied function", typescript("function f() {\n  «a();»\n}\n", "function f() {}\n"));
	it(
		"an emptied case",
		typescript(
			"switch (x) {\n  case 1:\n    «a();»\n  case 2:\n    b();\n}\n",
			"switch (x) {\n  case 1:\n  case 2:\n    b();\n}\n",
		),
	);
	it("two on a line", typescript("a(); «b();»\n", "a();\n"));
	it("without semicolons", typescript("a()\n«b()»\nc()\n", "a()\nc()\n"));
	it("inside a function on one line", typescript("const f = () => { a(); «b();» };\n", "const f = () => { a(); };\n"));
	it("an assignment to a member that empties", typescript("a();\nc.h = { «x: 1» };\n", "a();\n"));
});

describe("edits in TypeScript: chains", () => {
	it("a link", typescript('a.b(u)«.set("A", "b")».send();\n', "a.b(u).send();\n"));
	it("an optional link", typescript('a.b(u)«?.set("A", "b")».send();\n', "a.b(u).send();\n"));
	it("a line", typescript('a\n  .b(u)\n  «.set("A", "b")»\n  .send();\n', "a\n  .b(u)\n  .send();\n"));
	it("two lines", typescript('a\n  .b(u)\n  «.set("A", "b")»\n  «.set("C", "d")»;\n', "a\n  .b(u);\n"));
	it("a statement of nothing else", typescript('a();\nh«.set("A", "b")»;\nb();\n', "a();\nb();\n"));
});

describe("edits in TypeScript: declarators", () => {
	const withoutNames = async (marked: string): Promise<string> => {
		const grammars = await testGrammars();
		const { text, ranges } = readMarks(marked);
		const outline = read(grammars, "typescript", text);
		const assigns = ranges.map((range) => outline.assigns.find((one) => one.target.range[0] === range[0]));
		return edited(
			grammars,
			outline,
			assigns.flatMap((assign) => (assign ? [{ op: "remove-assign", assign }] : [])),
		);
	};
	it("the first", async () => assert.equal(await withoutNames("const «a» = 1, b = 2;\n"), "const b = 2;\n"));
	it("the last", async () => assert.equal(await withoutNames("const a = 1, «b» = 2;\n"), "const a = 1;\n"));
	it("on their lines", async () =>
		assert.equal(await withoutNames("const a = 1,\n  «b» = 2,\n  c = 3;\n"), "const a = 1,\n  c = 3;\n"));
	it("all", async () => assert.equal(await withoutNames("x();\nconst «a» = 1, «b» = 2;\n"), "x();\n"));
	it("the only one", async () => assert.equal(await withoutNames("x();\nconst «a» = 1;\n"), "x();\n"));
	it("not part of an expression", async () => {
		await assert.rejects(withoutNames("f(«a» = 1);\n"), /part of an expression/);
	});
});

describe("edits in TSX", () => {
	const tsx = (marked: string, expected: string) => () => expectWithout("tsx", marked, expected);
	it("an attribute", tsx('const x = <A «b="1"» c={2} />;\n', "const x = <A c={2} />;\n"));
	it("the last attribute", tsx('const x = <A b="1" «c={2}» />;\n', 'const x = <A b="1" />;\n'));
	it("the only attribute", tsx('const x = <A «b="1"» />;\n', "const x = <A />;\n"));
	it("the only attribute of an element", tsx('const x = <A «b="1"»>y</A>;\n', "const x = <A>y</A>;\n"));
	it(
		"an attribute on its line",
		tsx('const x = (\n  <A\n    «b="1"»\n    c={2}\n  />\n);\n', "const x = (\n  <A\n    c={2}\n  />\n);\n"),
	);
});
