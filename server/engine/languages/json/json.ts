import { embeddedIn } from "../config/embedded";
import type { Language } from "../language";
import { readJson } from "./reader";
import { jsonWriter } from "./writer";

export const json: Language = {
	id: "json",
	name: "JSON",
	editorIds: ["json", "jsonc"],
	extensions: [".json", ".jsonc", ".code-workspace"],
	fileNames: ["Pipfile.lock", "composer.lock", "deno.lock"],
	reading: { kind: "reader", read: readJson },
	writer: jsonWriter,
	regions: (_text, languageOf, outline) => embeddedIn(outline, languageOf),
};
