/** Grammars for tests, straight from node_modules: no build needed. */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
	const files = languages.flatMap(({ reading }) => (reading.kind === "grammar" ? [grammarFile(reading.wasm)] : []));
	return loadGrammarFiles(createRequire(__filename).resolve("web-tree-sitter/web-tree-sitter.wasm"), files);
}

/** Where packages keep grammars, in the order in which the build looks (`esbuild.mjs`). */
function grammarFolders(): string[] {
	const modules = join(__dirname, "../../node_modules");
	const named = (folder: string) =>
		readdirSync(join(modules, folder))
			.filter((name) => name.startsWith("tree-sitter-"))
			.map((name) => join(modules, folder, name));
	return [
		join(modules, "@vscode/tree-sitter-wasm/wasm"),
		...named("@tree-sitter-grammars"),
		...named("."),
		join(modules, "@repomix/tree-sitter-wasms/out"),
	];
}

/** @returns where the grammar of this name (`tree-sitter-python.wasm`) is installed */
export function grammarFile(name: string): string {
	const file = grammarFolders()
		.map((folder) => join(folder, name))
		.find(existsSync);
	if (file === undefined) throw new Error(`no installed package holds the grammar ${name}`);
	return file;
}
