/** How C# spells what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const csharpWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	environment: environmentRead,
	entry: (key, value, role) => (role === "args" ? `${key}: ${value}` : `${entryKey(key)} = ${value}`),
	map: (entries) => `new { ${entries.join(", ")} }`,
	seq: (values) => `new[] { ${values.join(", ")} }`,
	true: "true",
	environmentImport: () => undefined,
};

/** `Environment` alone is only known where `System` is used; its whole name is known everywhere. */
function environmentRead(name: string, like: Outline): string {
	const isKnown = like.imports.some((one) => one.module === "System") || /(?<![\w.])Environment\./.test(like.text);
	return `${isKnown ? "" : "System."}Environment.GetEnvironmentVariable("${name}")`;
}

function entryKey(key: string): string {
	return /^[A-Za-z_]\w*$/.test(key) ? key : `[${backslashQuoted(key, '"')}]`;
}
