import { embeddedIn } from "../config/embedded";
import { configReference } from "../config/reference";
import type { Language } from "../language";
import { readProperties } from "./reader";

export const properties: Language = {
	id: "properties",
	name: ".properties, ini and systemd units",
	editorIds: ["properties", "ini", "java-properties", "spring-boot-properties"],
	extensions: [".properties", ".ini", ".service"],
	// `systemctl edit` writes drop-ins.
	fileNames: ["*.service.d/*.conf"],
	reading: { kind: "reader", read: readProperties },
	writer: {
		lineComment: "# ",
		string: (value) => value,
		// Spring and Quarkus; of ini files nobody knows who reads them.
		environment: (name, like) => (/^\[/m.test(like.text) ? configReference(name, like) : `\${${name}}`),
		entry: (key, value) => `${key}=${value}`,
		map: (entries) => entries.join("\n"),
		seq: (values) => values.join(","),
		true: "true",
		environmentImport: () => undefined,
	},
	regions: (_text, languageOf, outline) => embeddedIn(outline, languageOf),
};
