import type { Language } from "../language";
import { rustTable } from "./node-table";
import { rustWriter } from "./writer";

export const rust: Language = {
	id: "rust",
	name: "Rust",
	editorIds: ["rust"],
	extensions: [".rs"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-rust.wasm", table: rustTable },
	writer: rustWriter,
};
