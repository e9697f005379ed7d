/** How JSON spells what a fix inserts. */
import { configReference } from "../config/reference";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const jsonWriter: Writer = {
	// Most programs refuse JSON with comments: nothing is commented out here.
	lineComment: "",
	string: (value) => backslashQuoted(value, '"'),
	environment: configReference,
	entry: (key, value) => `${backslashQuoted(key, '"')}: ${value}`,
	map: (entries) => `{ ${entries.join(", ")} }`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: () => undefined,
};
