import type { Language } from "../language";
import { csharpTable } from "./node-table";
import { csharpWriter } from "./writer";

export const csharp: Language = {
	id: "csharp",
	name: "C#",
	editorIds: ["csharp"],
	extensions: [".cs", ".csx"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-c-sharp.wasm", table: csharpTable },
	writer: csharpWriter,
};
