/** How C and C++ spell what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const cppWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	environment: (name, like) => `${isCpp(like) ? "std::" : ""}getenv("${name}")`,
	// Two C strings cannot be added, and nobody can see here what the sum would be passed to.
	joined: () => undefined,
	entry: (key, value) => `{${backslashQuoted(key, '"')}, ${value}}`,
	map: (entries) => `{${entries.join(", ")}}`,
	seq: (values) => `{${values.join(", ")}}`,
	true: "true",
	environmentImport: (outline) => {
		if (outline.imports.some(({ module }) => /^(cstdlib|stdlib\.h)$/.test(module))) return undefined;
		return isCpp(outline) ? "#include <cstdlib>" : "#include <stdlib.h>";
	},
};

function isCpp({ text }: Outline): boolean {
	return /::|\bclass\b|\bnamespace\b|#include <[a-z_]+>/.test(text);
}
