import type { Language } from "../language";
import { importOffset } from "./imports";
import { goTable } from "./node-table";
import { goWriter } from "./writer";

export const go: Language = {
	id: "go",
	name: "Go",
	editorIds: ["go"],
	extensions: [".go"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-go.wasm", table: goTable },
	writer: goWriter,
	importOffset: (outline) => importOffset(outline, "os"),
};
