/** What the engine knows of one language: how to read it, and how to write it. */

import type { NodeTable } from "../outline/node-table";
import type { Outline, Str } from "../outline/schema";
import type { Region } from "../regions/region";

export type Reading =
	| {
			readonly kind: "grammar" /** File name of the wasm: `tree-sitter-python.wasm`. */;
			readonly wasm: string;
			readonly table: NodeTable;
	  }
	| { readonly kind: "reader"; read(text: string): Outline };

/** How this language spells what a fix inserts. All text is single-line unless `indent` says otherwise. */
export interface Writer {
	/** The line comment's opener, with a trailing space: `# `, `// `. */
	readonly lineComment: string;
	/** A string literal with the preferred quote; `"` or `'`. */
	string(value: string, quote: '"' | "'"): string;
	/** An environment read that fails or yields undefined the way this file's other reads do: `like` is the file's outline. */
	environment(name: string, like: Outline): string;
	/** One string of fixed text around an expression: `f"Bearer {x}"`. Undefined when `str` cannot hold one. */
	joined?(before: string, expression: string, after: string, str: Str): string | undefined;
	/** `name=value`, `name: value`, `"name": value` for an args or map list. */
	entry(key: string, value: string, role: "args" | "map", quote: '"' | "'"): string;
	/** A map literal of ready entries, on one line: `{"a": 1}`, `{ a: 1 }`. */
	map(entries: readonly string[]): string;
	/** A sequence literal of ready values. */
	seq(values: readonly string[]): string;
	readonly true: string;
	/** An entry that the call's types do not declare, so that the program still compiles; absent where nobody checks. */
	undeclared?(entry: string): string;
	/** What stands in place of an unquoted value that goes; nothing at all without it. */
	readonly emptyBare?: string;
	/** Line that makes `environment` work, if the file lacks it: `import os`; undefined when nothing is needed. */
	environmentImport(outline: Outline): string | undefined;
}

export interface Language {
	readonly id: string;
	/** For people and the README: `Python`. */
	readonly name: string;
	/** VS Code language ids that mean this language. */
	readonly editorIds: readonly string[];
	/** Lower-case endings with the dot: `.py`. */
	readonly extensions: readonly string[];
	/** Whole file names, or patterns for them, alone or with the folder they lie in: `.env`, `.env.*`, `conf.d/*.conf`. */
	readonly fileNames: readonly string[];
	readonly reading: Reading;
	readonly writer: Writer;
	/** Code of other languages inside a text; `languageOf` finds the id behind what names one: a word (`py`, `bash`) or a file. */
	regions?(
		text: string,
		languageOf: (word: string) => string | undefined,
		outline: Outline,
		path: string,
	): readonly Region[];
	/** Start of the line that a new import goes before, in UTF-16 code units; 0 without it. */
	importOffset?(outline: Outline): number;
}
