/** How Dart spells what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const dartWriter: Writer = {
	lineComment: "// ",
	string: (value, quote) => quoted(value, quote),
	environment: (name, like) => readOf(name, like),
	joined: (before, expression, after, str) => {
		const quote = str.open === '"' || str.open === "'" ? str.open : undefined;
		if (quote === undefined) return undefined;
		return `${quote}${inner(before, quote)}\${${bare(expression)}}${inner(after, quote)}${quote}`;
	},
	entry: (key, value, role, quote) => (role === "args" ? `${key}: ${value}` : `${quoted(key, quote)}: ${value}`),
	map: (entries) => `{${entries.join(", ")}}`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	// What a read needs is imported, or it is not spelled so.
	environmentImport: () => undefined,
};

/** A string, whether the variable is set or not. Without `dart:io`, which a browser lacks, the build says it; that read is constant too. */
function readOf(name: string, { imports, text }: Outline): string {
	const io = imports.find(({ module }) => module === "dart:io")?.names[0]?.local;
	if (io !== undefined || /\bPlatform\.environment\b/.test(text)) {
		const prefix = io !== undefined && /^\w+$/.test(io) && io !== "Platform" ? `${io}.` : "";
		return `(${prefix}Platform.environment['${name}'] ?? '')`;
	}
	return /\bdotenv\.env\[/.test(text) ? `(dotenv.env['${name}'] ?? '')` : `const String.fromEnvironment('${name}')`;
}

/** `$` would begin an interpolation. */
function quoted(value: string, quote: '"' | "'"): string {
	return backslashQuoted(value, quote).replaceAll("$", "\\$");
}

function inner(value: string, quote: '"' | "'"): string {
	return quoted(value, quote).slice(1, -1);
}

/** An interpolation brings brackets of its own. */
function bare(expression: string): string {
	return /^\([^()]*\)$/.test(expression) ? expression.slice(1, -1) : expression;
}
