import type { Language } from "../language";
import { heredocsIn } from "./heredocs";
import { shellTable } from "./node-table";
import { shellWriter } from "./writer";

export const shell: Language = {
	id: "shell",
	name: "Shell",
	editorIds: ["shellscript"],
	extensions: [".sh", ".bash", ".zsh", ".ksh"],
	fileNames: [
		".envrc",
		".bashrc",
		".bash_profile",
		".bash_aliases",
		".bash_login",
		".profile",
		".zshrc",
		".zprofile",
		".zshenv",
		".zlogin",
		".kshrc",
		"bashrc",
		"zshrc",
	],
	reading: { kind: "grammar", wasm: "tree-sitter-bash.wasm", table: shellTable },
	writer: shellWriter,
	regions: (_text, languageOf, outline) => heredocsIn(outline, languageOf),
};
