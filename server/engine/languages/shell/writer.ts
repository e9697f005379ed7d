/** How a shell spells what a fix inserts. */
import type { Writer } from "../language";

export const shellWriter: Writer = {
	lineComment: "# ",
	string: shellQuoted,
	/** Bare: inside `"…"` it stands as it is; as a word of its own it wants the quotes of the words around it. */
	environment: (name) => `$${name}`,
	entry: (key, value) => `${key}=${value}`,
	map: (entries) => entries.join(" "),
	seq: (values) => `(${values.join(" ")})`,
	true: "true",
	environmentImport: () => undefined,
};

/** Inside `"…"` a shell expands `$`, back-ticks and backslashes; inside `'…'` nothing, and `'` itself has to leave it. */
function shellQuoted(value: string, quote: '"' | "'"): string {
	if (quote === '"') return `"${value.replace(/[\\"$`]/g, "\\$&")}"`;
	return `'${value.replaceAll("'", "'\\''")}'`;
}
