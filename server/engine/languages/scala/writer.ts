/** How Scala spells what a fix inserts. */
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const scalaWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	environment: (name) => `sys.env("${name}")`,
	// Not with `+`: behind `->` it would be read as part of the pair.
	joined: (before, expression, after, str) =>
		str.open === '"' ? `s"${inner(before)}\${${expression}}${inner(after)}"` : undefined,
	entry: (key, value, role) => (role === "args" ? `${key} = ${value}` : `${backslashQuoted(key, '"')} -> ${value}`),
	map: (entries) => `Map(${entries.join(", ")})`,
	seq: (values) => `Seq(${values.join(", ")})`,
	true: "true",
	environmentImport: () => undefined,
};

function inner(value: string): string {
	return backslashQuoted(value, '"').slice(1, -1).replaceAll("$", "$$$$");
}
