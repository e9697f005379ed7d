/** How PHP spells what a fix inserts. */
import type { Outline, Str } from "../../outline/schema";
import type { Writer } from "../language";

export const phpWriter: Writer = {
	lineComment: "// ",
	string: phpString,
	environment: environmentRead,
	joined,
	entry: (key, value, role, quote) => (role === "args" ? `${key}: ${value}` : `${phpString(key, quote)} => ${value}`),
	map: (entries) => `[${entries.join(", ")}]`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: () => undefined,
};

/** In single quotes only `'` and `\` are escaped, and a line break stands for itself; double quotes expand `$`. */
function phpString(value: string, quote: '"' | "'"): string {
	const escaped = value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
	if (quote === "'") return `'${escaped}'`;
	return `"${escaped.replaceAll("$", "\\$").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}

function joined(before: string, expression: string, after: string, { close }: Str): string | undefined {
	if (close !== "'" && close !== '"') return undefined;
	const parts = [before && `${close}${before}${close}`, expression, after && `${close}${after}${close}`];
	return parts.filter((part) => part !== "").join(" . ");
}

/** As most of the file's reads go: `getenv('X')`, Laravel's `env('X')`, `$_ENV['X']`, `$_SERVER['X']`. */
function environmentRead(name: string, { text }: Outline): string {
	const spellings = [
		{ count: counted(text, /\bgetenv\(/g), before: "getenv(", after: ")" },
		{ count: counted(text, /(?<![\w>])env\(/g), before: "env(", after: ")" },
		{ count: counted(text, /\$_ENV\[/g), before: "$_ENV[", after: "]" },
		{ count: counted(text, /\$_SERVER\[/g), before: "$_SERVER[", after: "]" },
	];
	const most = spellings.reduce((best, one) => (one.count > best.count ? one : best));
	const isDouble = counted(text, /(?:env\(|_ENV\[|_SERVER\[)"/g) > counted(text, /(?:env\(|_ENV\[|_SERVER\[)'/g);
	return most.before + phpString(name, isDouble ? '"' : "'") + most.after;
}

function counted(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
