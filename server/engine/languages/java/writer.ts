/** How Java spells what a fix inserts. */
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const javaWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	environment: (name) => `System.getenv("${name}")`,
	entry: (key, value, role) => (role === "args" ? `${key}(${value})` : `${backslashQuoted(key, '"')}, ${value}`),
	map: (entries) => `Map.of(${entries.join(", ")})`,
	seq: (values) => `List.of(${values.join(", ")})`,
	true: "true",
	environmentImport: () => undefined,
};
