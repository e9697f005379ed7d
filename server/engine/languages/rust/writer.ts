/** How Rust spells what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const rustWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	environment: environmentRead,
	// A string around a key needs `format!`, and where a `&'static str` is wanted not even that does.
	joined: () => undefined,
	entry: (key, value, role) => (role === "args" ? value : `${backslashQuoted(key, '"')}: ${value}`),
	map: (entries) => (entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`),
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: () => undefined,
};

/** As the file's other reads go: `env::var("X")?`, `std::env::var("X").unwrap()`; `.expect("X")` where there is none. */
function environmentRead(name: string, { text, imports }: Outline): string {
	const isImported = imports.some((one) =>
		one.names.some(({ name: given, local }) => given === "env" && local === "env"),
	);
	const read = `${isImported ? "" : "std::"}env::var(${backslashQuoted(name, '"')})`;
	const tried = text.match(/\bvar\("\w+"\)\?/g)?.length ?? 0;
	const unwrapped = text.match(/\bvar\("\w+"\)\s*\.unwrap\(\)/g)?.length ?? 0;
	const expected = text.match(/\bvar\("\w+"\)\s*\.expect\(/g)?.length ?? 0;
	if (tried > unwrapped && tried > expected) return `${read}?`;
	return unwrapped > expected ? `${read}.unwrap()` : `${read}.expect("${name} is not set")`;
}
