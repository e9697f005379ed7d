import type { Language } from "../language";
import { elixirTable } from "./node-table";
import { elixirWriter } from "./writer";

export const elixir: Language = {
	id: "elixir",
	name: "Elixir",
	editorIds: ["elixir"],
	extensions: [".ex", ".exs"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-elixir.wasm", table: elixirTable },
	writer: elixirWriter,
};
