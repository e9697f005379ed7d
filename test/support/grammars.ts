/** Grammars for tests, straight from node_modules: no build needed. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { languages } from "../../server/engine/languages";
import type { Grammars } from "../../server/engine/outline/grammars";
import { loadGrammarFiles } from "../../server/host/grammars";

let loaded: Promise<Grammars> | undefined;

/** All languages' grammars, loaded once per test process. */
export function testGrammars(): Promise<Grammars> {
	loaded ??= load();
	return loaded;
}

function load(): Promise<Grammars> {
	const find = createRequire(__filename);
	const folder = join(dirname(find.resolve("@vscode/tree-sitter-wasm/package.json")), "wasm");
	const files = languages.flatMap(({ reading }) => (reading.kind === "grammar" ? [join(folder, reading.wasm)] : []));
	return loadGrammarFiles(find.resolve("web-tree-sitter/web-tree-sitter.wasm"), files);
}
