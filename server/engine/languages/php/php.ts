import type { Language } from "../language";
import { phpTable } from "./node-table";
import { phpWriter } from "./writer";

export const php: Language = {
	id: "php",
	name: "PHP",
	editorIds: ["php"],
	extensions: [".php", ".phtml", ".php5", ".inc"],
	fileNames: ["artisan"],
	reading: { kind: "grammar", wasm: "tree-sitter-php.wasm", table: phpTable },
	writer: phpWriter,
};
