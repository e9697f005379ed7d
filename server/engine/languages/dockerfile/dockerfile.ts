import type { Language } from "../language";
import { commandsIn } from "./commands";
import { readDockerfile } from "./reader";

export const dockerfile: Language = {
	id: "dockerfile",
	name: "Dockerfile",
	editorIds: ["dockerfile"],
	extensions: [".dockerfile"],
	fileNames: ["Dockerfile", "Dockerfile.*", "Containerfile", "Containerfile.*"],
	reading: { kind: "reader", read: readDockerfile },
	writer: {
		lineComment: "# ",
		string: (value) => `"${value.replace(/[\\"$]/g, "\\$&")}"`,
		environment: (name) => `\${${name}}`,
		entry: (key, value) => `${key}=${value}`,
		map: (entries) => entries.join(" "),
		seq: (values) => values.join(" "),
		true: "true",
		emptyBare: '""',
		environmentImport: () => undefined,
	},
	regions: (_text, languageOf, outline) => commandsIn(outline, languageOf),
};
