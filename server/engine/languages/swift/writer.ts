/** How Swift spells what a fix inserts. */
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const swiftWriter: Writer = {
	lineComment: "// ",
	string: (value) => backslashQuoted(value, '"'),
	// A string, whether the variable is set or not: in parentheses it fits behind a `+` too.
	environment: (name) => `(ProcessInfo.processInfo.environment["${name}"] ?? "")`,
	joined: (before, expression, after, str) =>
		str.open === '"' ? `"${inner(before)}\\(${bare(expression)})${inner(after)}"` : undefined,
	entry: (key, value, role) => (role === "args" ? `${key}: ${value}` : `${backslashQuoted(key, '"')}: ${value}`),
	map: (entries) => `[${entries.join(", ")}]`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: ({ imports, text }) =>
		imports.some(({ module }) => /^(Foundation|UIKit|AppKit|SwiftUI|Cocoa|Vapor|FoundationEssentials)$/.test(module)) ||
		text.includes("ProcessInfo.")
			? undefined
			: "import Foundation",
};

function inner(value: string): string {
	return backslashQuoted(value, '"').slice(1, -1);
}

/** An interpolation brings parentheses of its own. */
function bare(expression: string): string {
	return /^\([^()]*\)$/.test(expression) ? expression.slice(1, -1) : expression;
}
