/** How a `.env` file spells what a fix inserts. */
import type { Writer } from "../language";

export const dotenvWriter: Writer = {
	lineComment: "# ",
	/** Single quotes mean every character itself; a value that holds one takes double quotes. */
	string(value, quote) {
		if (quote === "'" && !/['\n]/.test(value)) return `'${value}'`;
		return `"${value.replace(/[\\"$]/g, "\\$&").replaceAll("\n", "\\n")}"`;
	},
	environment: (name) => `\${${name}}`,
	entry: (key, value) => `${key}=${value}`,
	map: (entries) => entries.join("\n"),
	seq: (values) => values.join(","),
	true: "true",
	environmentImport: () => undefined,
};
