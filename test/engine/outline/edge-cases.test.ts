import assert from "node:assert/strict";
import type { Grammars } from "../../../server/engine/outline/grammars";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import type { Outline, Range } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { assertInvariants } from "./invariants";
import { samples } from "./samples";

const deep = 5_000;

/** Each of these once ended a naive recursion. */
const nested: Readonly<Record<string, readonly [language: string, text: string]>> = {
	"parentheses in Python": ["python", `x = ${"(".repeat(deep)}"a"${")".repeat(deep)}`],
	"open parentheses in Python": ["python", `x = ${"(".repeat(deep)}`],
	"lists in Python": ["python", `x = ${"[".repeat(deep)}${"]".repeat(deep)}`],
	"method calls in Python": ["python", `x = a${".b()".repeat(deep)}`],
	"arrays in TypeScript": ["typescript", `x = ${"[".repeat(deep)}${"]".repeat(deep)}`],
	"else ifs in TypeScript": ["typescript", `${"if (a) b; else ".repeat(deep)}c`],
	"templates in TypeScript": ["typescript", `x = ${"`${".repeat(deep)}${"}`".repeat(deep)}`],
	"elements in TSX": ["tsx", `x = ${"<a>".repeat(deep)}${"</a>".repeat(deep)}`],
	"substitutions in a shell": ["shell", `${"$(".repeat(deep)}${")".repeat(deep)}`],
	"defaults in a .env file": ["dotenv", `A=${"${X:-".repeat(deep)}${"}".repeat(deep)}`],
};

describe("outlineOf", () => {
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	function outline(language: string, text: string): Outline {
		const read = outlineOf({ language, text }, grammars);
		assert.ok(read);
		assertInvariants(read);
		return read;
	}

	for (const [name, [language, text]] of Object.entries(nested)) {
		it(`survives ${deep} nested ${name}`, () => void outline(language, text));
	}

	it("looks through any number of parentheses", () => {
		const read = outline("python", `x = ${"(".repeat(deep)}"a"${")".repeat(deep)}`);
		assert.deepEqual(contents(read), ["a"]);
	});

	it("flattens any number of concatenations", () => {
		assert.equal(outline("typescript", `x = ${'"a" + '.repeat(deep)}b`).strings.length, deep);
	});

	it("answers undefined for a language it does not know and a grammar that is not loaded", () => {
		assert.equal(outlineOf({ language: "cobol", text: "" }, grammars), undefined);
		assert.equal(outlineOf({ language: "python", text: "" }, { parse: () => undefined }), undefined);
	});

	for (const language of Object.keys(samples)) {
		it(`reads an empty ${language} file`, () => {
			const read = outline(language, "");
			assert.deepEqual(read.root.range, [0, 0]);
			assert.deepEqual(read.root.items, []);
		});
	}

	const wide: Readonly<Record<string, string>> = {
		python: 'a = "🙂é"  # 🙂\nb = "end"\n',
		typescript: 'const a = "🙂é"; // 🙂\nconst b = "end";\n',
		shell: 'a="🙂é" # 🙂\nb="end"\n',
		dotenv: 'a="🙂é" # 🙂\nb="end"\n',
	};
	for (const [language, text] of Object.entries(wide)) {
		for (const [name, variant] of [
			["\\n", text],
			["\\r\\n", text.replaceAll("\n", "\r\n")],
			["a byte order mark", `\uFEFF${text}`],
		] as const) {
			it(`counts UTF-16 units in ${language} with ${name}`, () => {
				const read = outline(language, variant);
				assert.deepEqual(contents(read), ["🙂é", "end"]);
				assert.deepEqual(read.comments.map(sourceIn(variant)), [language === "typescript" ? "// 🙂" : "# 🙂"]);
				assert.deepEqual(read.broken, []);
			});
		}
	}
});

function contents(outline: Outline): string[] {
	return outline.strings.map((string) => outline.text.slice(...string.content));
}

function sourceIn(text: string): (node: { readonly range: Range }) => string {
	return ({ range }) => text.slice(...range);
}
