import type { Language } from "../language";
import { javaTable } from "./node-table";
import { javaWriter } from "./writer";

export const java: Language = {
	id: "java",
	name: "Java",
	editorIds: ["java"],
	extensions: [".java"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-java.wasm", table: javaTable },
	writer: javaWriter,
};
