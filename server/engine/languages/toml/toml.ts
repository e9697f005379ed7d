import { embeddedIn } from "../config/embedded";
import { configReference } from "../config/reference";
import type { Language } from "../language";
import { backslashQuoted } from "../quoting";
import { readToml } from "./reader";

export const toml: Language = {
	id: "toml",
	name: "TOML",
	editorIds: ["toml"],
	extensions: [".toml"],
	fileNames: ["Pipfile", "poetry.lock", "pdm.lock", "uv.lock", "Cargo.lock"],
	reading: { kind: "reader", read: readToml },
	writer: {
		lineComment: "# ",
		string: (value) => backslashQuoted(value, '"'),
		environment: configReference,
		entry: (key, value) => `${key} = ${value}`,
		map: (entries) => `{ ${entries.join(", ")} }`,
		seq: (values) => `[${values.join(", ")}]`,
		true: "true",
		environmentImport: () => undefined,
	},
	regions: (_text, languageOf, outline) => embeddedIn(outline, languageOf),
};
