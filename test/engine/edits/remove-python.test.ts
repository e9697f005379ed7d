import { expectWithout } from "./marked";

const python = (marked: string, expected: string) => () => expectWithout("python", marked, expected);

describe("edits: remove an item of a list", () => {
	it("between others on one line", python("f(a=1, «b=2», c=3)\n", "f(a=1, c=3)\n"));
	it("the first on one line", python("f(«a=1», b=2)\n", "f(b=2)\n"));
	it("the last on one line, with the comma before it", python("f(a=1, «b=2»)\n", "f(a=1)\n"));
	it("the last on one line keeps the list's trailing comma", python("f(a=1, «b=2»,)\n", "f(a=1,)\n"));
	it("all, down to the parentheses", python("f(«a=1», «b=2»)\n", "f()\n"));
	it("two neighbours at the end", python("f(a=1, «b=2», «c=3»)\n", "f(a=1)\n"));
	it("a line of its own", python("f(\n    a=1,\n    «b=2»,\n    c=3,\n)\n", "f(\n    a=1,\n    c=3,\n)\n"));
	it("the last line, with its comma", python("f(\n    a=1,\n    «b=2»,\n)\n", "f(\n    a=1,\n)\n"));
	it("the last line without comma takes the comma before", python("f(\n    a=1,\n    «b=2»\n)\n", "f(\n    a=1\n)\n"));
	it(
		"the last line without comma leaves the comment before",
		python("f(\n    a=1,  # one\n    «b=2»\n)\n", "f(\n    a=1  # one\n)\n"),
	);
	it(
		"with its trailing comment",
		python("f(\n    a=1,\n    «b=2»,  # two\n    c=3,\n)\n", "f(\n    a=1,\n    c=3,\n)\n"),
	);
	it(
		"but not the comment above it",
		python("f(\n    a=1,\n    # two\n    «b=2»,\n    c=3,\n)\n", "f(\n    a=1,\n    # two\n    c=3,\n)\n"),
	);
	it(
		"nor between two that go: one after the other must give the same",
		python("f(\n    «a=1»,\n    # two\n    «b=2»,\n    c=3,\n)\n", "f(\n    # two\n    c=3,\n)\n"),
	);
	it(
		"at the end the comma before them goes",
		python("f(\n    a=1,\n    «b=2»,\n    # two\n    «c=3»\n)\n", "f(\n    a=1\n    # two\n)\n"),
	);
	it("all, with comments of their own", python("f(\n    «a=1»,  # one\n    «b=2»,  # two\n)\n", "f()\n"));
	it("all, but a comment above stays", python("f(\n    # mine\n    «a=1»,\n)\n", "f(\n    # mine\n)\n"));
	it("first of a line that others follow", python("f(\n    «a=1», b=2,\n    c=3,\n)\n", "f(\n    b=2,\n    c=3,\n)\n"));
	it(
		"last of a line that others follow",
		python("f(\n    a=1, «b=2»,  # two\n    c=3,\n)\n", "f(\n    a=1,\n    c=3,\n)\n"),
	);
	it("on the opener's line", python("f(«a=1»,\n  b=2)\n", "f(\n  b=2)\n"));
	it("behind a line that ends in a comment", python("f(a=1,  # one\n  «b=2»)\n", "f(a=1  # one\n  )\n"));
	it(
		"over several lines",
		python("f(\n    a=1,\n    «b=[\n        1,\n    ]»,\n    c=3,\n)\n", "f(\n    a=1,\n    c=3,\n)\n"),
	);
	it(
		"blank lines between groups do not pile up",
		python("f(\n    a=1,\n\n    «b=2»,\n\n    c=3,\n)\n", "f(\n    a=1,\n\n    c=3,\n)\n"),
	);
	it("a tuple of one stays a tuple", python("x = (a, «b»)\n", "x = (a,)\n"));
	it("a tuple of one stays a tuple from the front", python("x = («a», b)\n", "x = (b,)\n"));
	it(
		"a comment in between stays at what it follows",
		python("f(a,  # one\n  # two\n  «b=2»)\n", "f(a  # one\n  # two\n  )\n"),
	);
});

describe("edits: what goes along", () => {
	it("the argument that held an emptied map", python('f(k, headers={«"A": b»})\n', "f(k)\n"));
	it("the argument that held an emptied dict()", python("f(k, headers=dict(«a=b»))\n", "f(k)\n"));
	it("not a call that may do something", python("f(k, headers=make(«a=b»))\n", "f(k, headers=make())\n"));
	it("two levels up", python('f(k, extra={"headers": {«"A": b»}})\n', "f(k)\n"));
	it("the last positional argument", python('f(k, {«"A": b»}, x=1)\n', "f(k, x=1)\n"));
	it("not one in the middle", python('f({«"A": b»}, k)\n', "f({}, k)\n"));
	it("two positional arguments at the end", python('f(k, {«"A": b»}, {«"B": b»})\n', "f(k)\n"));
	it("a spread", python('f(k, **{«"A": b»})\n', "f(k)\n"));
	it("both branches of a conditional spread", python('f(k, **({«"A": b»} if c else {}))\n', "f(k)\n"));
	it(
		"not a spread whose other branch says something",
		python('f(k, **({«"A": b»} if c else {"B": 1}))\n', 'f(k, **({} if c else {"B": 1}))\n'),
	);
	it("an assignment to a member", python('x = 1\ncfg.headers = {«"A": b»}\ny = 2\n', "x = 1\ny = 2\n"));
	it("an assignment to a key", python('x = 1\ncfg["h"] = {«"A": b»}\ny = 2\n', "x = 1\ny = 2\n"));
	it(
		"never a variable: it may be read later",
		python('headers = {«"A": b»}\nuse(headers)\n', "headers = {}\nuse(headers)\n"),
	);
	it("the guard of an emptied block", python("a()\nif x:\n    «b()»\nc()\n", "a()\nc()\n"));
	it("guards around guards", python("a()\nif x:\n    if y:\n        «b()»\nc()\n", "a()\nc()\n"));
	it("an emptied else", python("if x:\n    a()\nelse:\n    «b()»\nc()\n", "if x:\n    a()\nc()\n"));
	it("an emptied elif", python("if x:\n    a()\nelif y:\n    «b()»\nc()\n", "if x:\n    a()\nc()\n"));
	it("a guard with both branches", python("if x:\n    «a()»\nelse:\n    «b()»\nc()\n", "c()\n"));
	it(
		"not a branch that an else follows",
		python("if x:\n    «a()»\nelse:\n    b()\n", "if x:\n    pass\nelse:\n    b()\n"),
	);
	it("not a function", python("def f():\n    «a()»\n\nb()\n", "def f():\n    pass\n\nb()\n"));
	it("not a try", python("try:\n    «a()»  # call\nfinally:\n    b()\n", "try:\n    pass\nfinally:\n    b()\n"));
	it("a comment in the block stays", python("def f():\n    # mine\n    «a()»\n", "def f():\n    # mine\n    pass\n"));
});

describe("edits: remove a statement", () => {
	it("with its line", python("a()\n«b()»\nc()\n", "a()\nc()\n"));
	it("and one of the blank lines around it", python("a()\n\n«b()»\n\nc()\n", "a()\n\nc()\n"));
	it("at the start with the blank line behind it", python("«import h»\n\na()\n", "a()\n"));
	it("at the end with the blank line before it", python("a()\n\n«b()»\n", "a()\n"));
	it("the last line of a file without final newline", python("a()\n«b()»", "a()"));
	it("at the end of a block", python("def f():\n    a()\n\n    «b()»\n\n\nc()\n", "def f():\n    a()\n\n\nc()\n"));
	it("two blank lines stay two", python("a()\n\n\n«b()»\n\n\nc()\n", "a()\n\n\nc()\n"));
	it("below a comment that stays", python("# about\n«a()»\n\nb()\n", "# about\n\nb()\n"));
	it("one of two on a line", python("a(); «b()»\n", "a()\n"));
	it("the first of two on a line", python("«a()»; b()\n", "b()\n"));
	it("with its trailing comment", python("a()\n«b()»  # why\nc()\n", "a()\nc()\n"));
	it("behind a byte order mark", python("\uFEFF«a()»\nb()\n", "\uFEFFb()\n"));
});

describe("edits: remove a link of a chain", () => {
	it("on one line", python('b.url(u)«.header("A", "b")».send()\n', "b.url(u).send()\n"));
	it("the last one", python('x = b.url(u)«.header("A", "b")»\n', "x = b.url(u)\n"));
	it("several", python('x = b«.header("A", "b")».url(u)«.header("C", "d")»\n', "x = b.url(u)\n"));
	it(
		"on a line of its own",
		python('x = (\n    b.url(u)\n    «.header("A", "b")»\n    .send()\n)\n', "x = (\n    b.url(u)\n    .send()\n)\n"),
	);
	it(
		"with its comment, not with the one before",
		python(
			'x = (\n    b.url(u)  # url\n    «.header("A", "b")»  # auth\n    .send()\n)\n',
			"x = (\n    b.url(u)  # url\n    .send()\n)\n",
		),
	);
	it("a statement with nothing but links goes", python('a()\nb«.header("A", "b")»\nc()\n', "a()\nc()\n"));
	it("an assignment to itself goes", python('a()\nb = b«.header("A", "b")»\nc()\n', "a()\nc()\n"));
});
