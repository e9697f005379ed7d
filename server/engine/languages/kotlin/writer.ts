/** How Kotlin spells what a fix inserts. */
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const kotlinWriter: Writer = {
	lineComment: "// ",
	string: quoted,
	// A platform type: it fits where a `String` is wanted and where a `String?` is.
	environment: (name) => `System.getenv("${name}")`,
	joined: (before, expression, after, str) =>
		str.open === '"' ? `"${inner(before)}\${${expression}}${inner(after)}"` : undefined,
	entry: (key, value, role) => (role === "args" ? `${key} = ${value}` : `${quoted(key)} to ${value}`),
	map: (entries) => `mapOf(${entries.join(", ")})`,
	seq: (values) => `listOf(${values.join(", ")})`,
	true: "true",
	environmentImport: () => undefined,
};

/** A dollar sign would start an interpolation. */
function quoted(value: string): string {
	return backslashQuoted(value, '"').replaceAll("$", "\\$");
}

function inner(value: string): string {
	return quoted(value).slice(1, -1);
}
