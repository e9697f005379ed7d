import type { Language } from "../language";
import { importOffset } from "./import-offset";
import { pythonTable } from "./node-table";
import { pythonWriter } from "./writer";

export const python: Language = {
	id: "python",
	name: "Python",
	editorIds: ["python"],
	extensions: [".py", ".pyi", ".pyw"],
	fileNames: ["SConstruct", "SConscript", "wscript"],
	reading: { kind: "grammar", wasm: "tree-sitter-python.wasm", table: pythonTable },
	writer: pythonWriter,
	importOffset,
};
