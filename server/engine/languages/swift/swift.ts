import type { Language } from "../language";
import { swiftTable } from "./node-table";
import { swiftWriter } from "./writer";

export const swift: Language = {
	id: "swift",
	name: "Swift",
	editorIds: ["swift"],
	extensions: [".swift"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-swift.wasm", table: swiftTable },
	writer: swiftWriter,
};
