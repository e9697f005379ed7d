/** How Ruby spells what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";

export const rubyWriter: Writer = {
	lineComment: "# ",
	string: rubyString,
	environment: environmentRead,
	joined: (before, expression, after) =>
		/["\\#]/.test(before + after) ? undefined : `"${before}#{${expression}}${after}"`,
	entry: (key, value, role, quote) =>
		isWord(key) ? `${key}: ${value}` : role === "args" ? `"${key}": ${value}` : `${rubyString(key, quote)} => ${value}`,
	map: (entries) => (entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`),
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: () => undefined,
};

/** Only a double-quoted string expands; in a single-quoted one a line break stands for itself. */
function rubyString(value: string, quote: '"' | "'"): string {
	const escaped = value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
	if (quote === "'") return `'${escaped}'`;
	return `"${escaped.replaceAll("#", "\\#").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}

/** As the file's other reads go: `ENV["X"]` or `ENV.fetch("X")`, in its quotes. */
function environmentRead(name: string, { text }: Outline): string {
	const indexed = text.match(/\bENV\[/g)?.length ?? 0;
	const fetched = text.match(/\bENV\.fetch\b/g)?.length ?? 0;
	const single = text.match(/\bENV(?:\[|\.fetch\(?)\s*'/g)?.length ?? 0;
	const quoted = rubyString(name, single * 2 > indexed + fetched ? "'" : '"');
	return indexed > fetched ? `ENV[${quoted}]` : `ENV.fetch(${quoted})`;
}

function isWord(name: string): boolean {
	return /^[a-z_][A-Za-z0-9_]*$/.test(name);
}
