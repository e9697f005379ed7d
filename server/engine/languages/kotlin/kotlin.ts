import type { Language } from "../language";
import { kotlinTable } from "./node-table";
import { kotlinWriter } from "./writer";

export const kotlin: Language = {
	id: "kotlin",
	name: "Kotlin",
	editorIds: ["kotlin"],
	extensions: [".kt", ".kts"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-kotlin.wasm", table: kotlinTable },
	writer: kotlinWriter,
};
