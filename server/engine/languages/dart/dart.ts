import type { Language } from "../language";
import { dartTable } from "./node-table";
import { dartWriter } from "./writer";

export const dart: Language = {
	id: "dart",
	name: "Dart",
	editorIds: ["dart"],
	extensions: [".dart"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-dart.wasm", table: dartTable },
	writer: dartWriter,
};
