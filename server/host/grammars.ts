/** Loads tree-sitter grammars for the engine: from a folder of wasm files, once. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Language, Parser, type Tree } from "web-tree-sitter";
import type { Grammars } from "../engine/outline/grammars";

export interface LoadedGrammars extends Grammars {
	/**
	 * @param previous the tree of an earlier text, already edited to match `text`: what did not change is not parsed again.
	 * It stays the caller's.
	 */
	parse(wasm: string, text: string, previous?: Tree): Tree | undefined;
	/** Gives the parsers' memory back; `parse` answers undefined from then on. */
	dispose(): void;
}

const runtime = "web-tree-sitter.wasm";

/** `Parser.init` corrupts its memory when it runs twice at once: one promise for the whole process. */
let initialised: Promise<void> | undefined;

/** @param runtimeFile path of `web-tree-sitter.wasm`; the first caller's counts */
function initialiseParser(runtimeFile: string): Promise<void> {
	initialised ??= startRuntime(runtimeFile).catch((error: unknown) => {
		initialised = undefined;
		throw error;
	});
	return initialised;
}

async function startRuntime(runtimeFile: string): Promise<void> {
	await readable(runtimeFile);
	await Parser.init({ locateFile: (file: string) => (file.endsWith(".wasm") ? runtimeFile : file) });
}

/**
 * @param directory holds `web-tree-sitter.wasm` and the grammars
 * @param wasmFiles file names of the grammars to load, such as `tree-sitter-python.wasm`
 * @throws Error that names the file which is missing or no grammar
 */
export async function loadGrammars(directory: string, wasmFiles: readonly string[]): Promise<LoadedGrammars> {
	return loadGrammarFiles(
		join(directory, runtime),
		wasmFiles.map((file) => join(directory, file)),
	);
}

/** Like `loadGrammars`, for a runtime and grammars that lie in different folders. A grammar is known by its file's name. */
export async function loadGrammarFiles(runtimeFile: string, grammarFiles: readonly string[]): Promise<LoadedGrammars> {
	await initialiseParser(runtimeFile);
	const parsers = new Map<string, Parser>();
	for (const file of new Set(grammarFiles)) parsers.set(fileName(file), await newParser(file));
	return {
		parse: (wasm, text, previous) => parsers.get(wasm)?.parse(text, previous) ?? undefined,
		dispose() {
			for (const parser of parsers.values()) parser.delete();
			parsers.clear();
		},
	};
}

async function newParser(file: string): Promise<Parser> {
	const bytes = await readable(file);
	try {
		const parser = new Parser();
		return parser.setLanguage(await Language.load(bytes));
	} catch (error) {
		throw new Error(`${file} is not a grammar that can be loaded: ${String(error)}`, { cause: error });
	}
}

async function readable(file: string): Promise<Uint8Array> {
	try {
		return await readFile(file);
	} catch (error) {
		throw new Error(`Cannot read the grammar file ${file}: ${String(error)}`, { cause: error });
	}
}

function fileName(file: string): string {
	return file.split(/[\\/]/).at(-1) ?? file;
}
