import type { Language, Writer } from "../language";
import { powershellTable } from "./node-table";

/** Single quotes take everything as it is; in double ones a back-tick escapes. */
function quoted(value: string, quote: '"' | "'"): string {
	if (quote === "'" && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
	return `"${value.replace(/["$`]/g, "`$&").replaceAll("\n", "`n").replaceAll("\r", "`r")}"`;
}

const writer: Writer = {
	lineComment: "# ",
	string: quoted,
	environment: (name) => `$env:${name}`,
	joined: (before, expression, after) =>
		/["`$]/.test(before + after) || /^[\w:]/.test(after) ? undefined : `"${before}${expression}${after}"`,
	entry: (key, value, _role, quote) => `${/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key, quote)} = ${value}`,
	map: (entries) => (entries.length === 0 ? "@{}" : `@{ ${entries.join("; ")} }`),
	seq: (values) => `@(${values.join(", ")})`,
	true: "$true",
	environmentImport: () => undefined,
};

export const powershell: Language = {
	id: "powershell",
	name: "PowerShell",
	editorIds: ["powershell"],
	extensions: [".ps1", ".psm1", ".psd1"],
	fileNames: [],
	reading: { kind: "grammar", wasm: "tree-sitter-powershell.wasm", table: powershellTable },
	writer,
};
