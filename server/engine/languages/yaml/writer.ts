/** How YAML spells what a fix inserts. */

import { configReference } from "../config/reference";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const yamlWriter: Writer = {
	lineComment: "# ",
	string: (value, quote) => (quote === "'" && !/['\n]/.test(value) ? `'${value}'` : backslashQuoted(value, '"')),
	environment: configReference,
	entry: (key, value) => `${key}: ${value}`,
	map: (entries) => `{ ${entries.join(", ")} }`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	// `KEY:` alone is null, which compose fills from outside.
	emptyBare: '""',
	environmentImport: () => undefined,
};
