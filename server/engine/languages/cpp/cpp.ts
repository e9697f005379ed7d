import type { Language } from "../language";
import { cppTable } from "./node-table";
import { cppWriter } from "./writer";

/** C is read with the grammar of C++, which is nearly all of it. */
export const cpp: Language = {
	id: "cpp",
	name: "C and C++",
	editorIds: ["c", "cpp"],
	extensions: [".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-cpp.wasm", table: cppTable },
	writer: cppWriter,
};
