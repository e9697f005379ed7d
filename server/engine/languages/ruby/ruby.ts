import type { Language } from "../language";
import { rubyTable } from "./node-table";
import { rubyWriter } from "./writer";

export const ruby: Language = {
	id: "ruby",
	name: "Ruby",
	editorIds: ["ruby"],
	extensions: [".rb", ".rake", ".ru", ".gemspec", ".jbuilder", ".podspec"],
	fileNames: ["Gemfile", "Rakefile", "Guardfile", "Capfile", "Vagrantfile", "Fastfile", "Podfile"],
	reading: { kind: "grammar", wasm: "tree-sitter-ruby.wasm", table: rubyTable },
	writer: rubyWriter,
};
