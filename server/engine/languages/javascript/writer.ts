/** How JavaScript and TypeScript spell what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";
import { backslashQuoted } from "../quoting";

export const javascriptWriter: Writer = {
	lineComment: "// ",
	string: backslashQuoted,
	environment: environmentRead,
	entry: (key, value, _role, quote) => `${isIdentifier(key) ? key : backslashQuoted(key, quote)}: ${value}`,
	map: (entries) => (entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`),
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: () => undefined,
};

export const typescriptWriter: Writer = {
	...javascriptWriter,
	/** A spread of `object` adds nothing to the type: the compiler checks the rest as before. */
	undeclared: (entry) => `...({ ${entry} } as object)`,
};

/** The objects that hold the environment: Node, Vite, Deno, Bun. The first one wins where the file reads none. */
const environments = ["process.env", "import.meta.env", "Deno.env", "Bun.env"] as const;

/** As the file's other reads go, with their `!` if most of them have it. */
function environmentRead(name: string, like: Outline): string {
	const counts = environments.map(
		(object) => like.text.split(`${object}.`).length + like.text.split(`${object}[`).length,
	);
	const object = environments[counts.indexOf(Math.max(...counts))] ?? "process.env";
	const bang = like.language !== "javascript" && mostlyAsserted(object, like.text) ? "!" : "";
	if (object === "Deno.env") return `Deno.env.get(${JSON.stringify(name)})${bang}`;
	return `${object}${isIdentifier(name) ? `.${name}` : `[${JSON.stringify(name)}]`}${bang}`;
}

function mostlyAsserted(object: string, text: string): boolean {
	const reads = text.split(`${object}.`).slice(1);
	const asserted = reads.filter((rest) => /^(?:get\([^)]*\)|[\w$]+)!(?!=)/.test(rest));
	return reads.length > 0 && asserted.length * 2 > reads.length;
}

function isIdentifier(name: string): boolean {
	return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}
