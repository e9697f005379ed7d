import { embeddedIn } from "../config/embedded";
import type { Language } from "../language";
import { readYaml } from "./reader";
import { yamlWriter } from "./writer";

export const yaml: Language = {
	id: "yaml",
	name: "YAML",
	editorIds: ["yaml", "dockercompose", "github-actions-workflow", "helm"],
	extensions: [".yml", ".yaml"],
	fileNames: [],
	reading: { kind: "reader", read: readYaml },
	writer: yamlWriter,
	regions: (_text, languageOf, outline) => embeddedIn(outline, languageOf),
};
