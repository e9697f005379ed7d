import type { Language } from "../language";
import { backslashQuoted } from "../quoting";
import { readJustfile } from "./reader";
import { recipesIn } from "./recipes";

export const justfile: Language = {
	id: "justfile",
	name: "justfile",
	editorIds: ["just", "justfile"],
	extensions: [".just"],
	fileNames: ["justfile", ".justfile"],
	reading: { kind: "reader", read: readJustfile },
	writer: {
		lineComment: "# ",
		string: (value) => backslashQuoted(value, '"'),
		environment: (name) => `env("${name}")`,
		entry: (key, value) => `${key} := ${value}`,
		map: (entries) => entries.join("\n"),
		seq: (values) => values.join(" + "),
		true: '"true"',
		emptyBare: '""',
		environmentImport: () => undefined,
	},
	regions: (text, languageOf) => recipesIn(text, languageOf),
};
