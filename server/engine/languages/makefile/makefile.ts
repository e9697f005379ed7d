import type { Language } from "../language";
import { readMakefile } from "./reader";
import { recipesIn } from "./recipes";

export const makefile: Language = {
	id: "makefile",
	name: "Makefile",
	editorIds: ["makefile"],
	extensions: [".mk", ".mak"],
	fileNames: ["Makefile", "GNUmakefile", "Makefile.*"],
	reading: { kind: "reader", read: readMakefile },
	writer: {
		lineComment: "# ",
		string: (value) => value.replaceAll("$", "$$$$"),
		environment: (name) => `$(${name})`,
		entry: (key, value) => `${key} = ${value}`,
		map: (entries) => entries.join("\n"),
		seq: (values) => values.join(" "),
		true: "true",
		environmentImport: () => undefined,
	},
	regions: (text) => recipesIn(text),
};
