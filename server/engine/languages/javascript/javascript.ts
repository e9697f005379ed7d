import type { Language } from "../language";
import { javascriptTable } from "./node-table";
import { javascriptWriter, typescriptWriter } from "./writer";

/** Its grammar reads JSX too. */
export const javascript: Language = {
	id: "javascript",
	name: "JavaScript",
	editorIds: ["javascript", "javascriptreact"],
	extensions: [".js", ".mjs", ".cjs", ".jsx"],
	fileNames: ["Jakefile"],
	reading: { kind: "grammar", wasm: "tree-sitter-javascript.wasm", table: javascriptTable },
	writer: javascriptWriter,
};

export const typescript: Language = {
	id: "typescript",
	name: "TypeScript",
	editorIds: ["typescript"],
	extensions: [".ts", ".mts", ".cts"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-typescript.wasm", table: javascriptTable },
	writer: typescriptWriter,
};

/** A language of its own: `<T>x` is a cast in TypeScript and an element here. */
export const tsx: Language = {
	id: "tsx",
	name: "TypeScript with JSX",
	editorIds: ["typescriptreact"],
	extensions: [".tsx"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-tsx.wasm", table: javascriptTable },
	writer: typescriptWriter,
};
