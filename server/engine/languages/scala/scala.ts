import type { Language } from "../language";
import { scalaTable } from "./node-table";
import { scalaWriter } from "./writer";

export const scala: Language = {
	id: "scala",
	name: "Scala",
	editorIds: ["scala"],
	extensions: [".scala", ".sc"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-scala.wasm", table: scalaTable },
	writer: scalaWriter,
};
