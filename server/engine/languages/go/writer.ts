/** How Go spells what a fix inserts. */
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";
import { importLine } from "./imports";

export const goWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	environment: (name) => `os.Getenv("${name}")`,
	// Go has no named arguments: a name among arguments is an option function.
	entry: (key, value, role) =>
		role === "args" ? `${key}(${value})` : `${/^\w+$/.test(key) ? key : backslashQuoted(key, '"')}: ${value}`,
	map: (entries) => `map[string]any{${entries.join(", ")}}`,
	seq: (values) => `[]string{${values.join(", ")}}`,
	true: "true",
	environmentImport: (outline) => importLine(outline, "os"),
};
