import { expectWithout } from "./marked";

const shell = (marked: string, expected: string) => () => expectWithout("shell", marked, expected);
const dotenv = (marked: string, expected: string) => () => expectWithout("dotenv", marked, expected);

describe("edits in shell scripts", () => {
	it("a flag with its value", shell('curl -s «-H "A: b"» x\n', "curl -s x\n"));
	it("the last flag", shell('curl x «-H "A: b"»\n', "curl x\n"));
	it("a flag on its line", shell('curl x \\\n  «-H "A: b"» \\\n  -d y\n', "curl x \\\n  -d y\n"));
	it(
		"the last line with the continuation before it",
		shell('curl x \\\n  -d y \\\n  «-H "A: b"»\n', "curl x \\\n  -d y\n"),
	);
	it("the last two lines", shell("curl x \\\n  «-H 'A: b'» \\\n  «-H 'C: d'»\n", "curl x\n"));
	it("the end of a line", shell("curl x «-H 'A: b'» \\\n  -d y\n", "curl x \\\n  -d y\n"));
	it("the first word, before a continuation", shell("curl «-H 'A: b'» \\\n  -d y\n", "curl \\\n  -d y\n"));
	it("before a pipe", shell("curl x «-H 'A: b'» | jq\n", "curl x | jq\n"));
	it("a variable before the command", shell("«A=1» B=2 curl x\n", "B=2 curl x\n"));
	it("all variables before the command", shell("«A=1» «B=2» curl x\n", "curl x\n"));
	it("an export", shell("a\n«export B=1»\nc\n", "a\nc\n"));
	it("one of several exports", shell("export A=1 «B=2»\n", "export A=1\n"));
	it("all of several exports", shell("a\nexport «A=1» «B=2»\nc\n", "a\nc\n"));
	it("an element of an array", shell("a=(b «c» d)\n", "a=(b d)\n"));
	it("a branch", shell("a\nif b; then\n  «export C=1»\nfi\nd\n", "a\nd\n"));
	it("an else", shell("if b; then\n  c\nelse\n  «export D=1»\nfi\n", "if b; then\n  c\nfi\n"));
	it("a branch that an else follows", shell("if b; then\n  «c»\nelse\n  d\nfi\n", "if b; then\n  :\nelse\n  d\nfi\n"));
	it("a function's body", shell("f() {\n  «a»\n}\n", "f() {\n  :\n}\n"));
	it("a function's body on one line", shell("f() { «a»; }\n", "f() { :; }\n"));
	it("one of two on a line", shell("a; «b»\n", "a\n"));
	it("the only statement of a case", shell("case x in\n  a) «b» ;;\nesac\n", "case x in\n  a) : ;;\nesac\n"));
});

describe("edits in .env files", () => {
	it("a line", dotenv("A=1\n«B=2»\nC=3\n", "A=1\nC=3\n"));
	it("a line with its comment", dotenv("A=1\n«B=2» # two\nC=3\n", "A=1\nC=3\n"));
	it("the only line", dotenv("«A=1»\n", ""));
	it("a group of its own", dotenv("A=1\n\n«B=2»\n\nC=3\n", "A=1\n\nC=3\n"));
	it("the last line without newline", dotenv("A=1\n«B=2»", "A=1"));
	it("the comment above stays", dotenv("A=1\n# two\n«B=2»\nC=3\n", "A=1\n# two\nC=3\n"));
});
