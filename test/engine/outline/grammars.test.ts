import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadGrammarFiles, loadGrammars } from "../../../server/host/grammars";

const find = createRequire(__filename);
const runtime = find.resolve("web-tree-sitter/web-tree-sitter.wasm");
const folder = join(dirname(find.resolve("@vscode/tree-sitter-wasm/package.json")), "wasm");
const python = "tree-sitter-python.wasm";

describe("loadGrammars", () => {
	let scratch: string;
	before(async () => {
		scratch = await mkdtemp(join(tmpdir(), "grammars-"));
	});
	after(() => rm(scratch, { recursive: true }));

	it("parses with what it loaded, and not with what it did not", async () => {
		const grammars = await loadGrammarFiles(runtime, [join(folder, python)]);
		const tree = grammars.parse(python, "a = 1");
		assert.equal(tree?.rootNode.type, "module");
		tree?.delete();
		assert.equal(grammars.parse("tree-sitter-go.wasm", ""), undefined);
		grammars.dispose();
		assert.equal(grammars.parse(python, "a = 1"), undefined);
	});

	it("parses again from an edited tree", async () => {
		const grammars = await loadGrammarFiles(runtime, [join(folder, python)]);
		const before = grammars.parse(python, "a = 1");
		assert.ok(before);
		const at = (index: number) => ({ row: 0, column: index });
		before.edit({
			startIndex: 4,
			oldEndIndex: 5,
			newEndIndex: 7,
			startPosition: at(4),
			oldEndPosition: at(5),
			newEndPosition: at(7),
			editPoint: () => assert.fail(),
			editRange: () => assert.fail(),
		});
		const after = grammars.parse(python, 'a = "b"', before);
		assert.equal(after?.rootNode.endIndex, 7);
		assert.equal(after?.rootNode.descendantsOfType("string").length, 1);
		before.delete();
		after?.delete();
		grammars.dispose();
	});

	it("starts the runtime once for callers at the same time", async () => {
		const both = await Promise.all([1, 2].map(() => loadGrammarFiles(runtime, [join(folder, python)])));
		for (const grammars of both) grammars.dispose();
	});

	it("names a file that is missing", async () => {
		await assert.rejects(loadGrammarFiles(runtime, [join(scratch, "none.wasm")]), /none\.wasm/);
	});

	it("names a file that is no grammar", async () => {
		await writeFile(join(scratch, "broken.wasm"), "not wasm");
		await assert.rejects(loadGrammarFiles(runtime, [join(scratch, "broken.wasm")]), /broken\.wasm/);
	});

	it("loads from one folder", async () => {
		await assert.rejects(loadGrammars(scratch, [python]), /tree-sitter-python\.wasm/);
	});
});
