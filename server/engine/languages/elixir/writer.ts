/** How Elixir spells what a fix inserts. */
import type { Outline } from "../../outline/schema";
import type { Writer } from "../language";

export const elixirWriter: Writer = {
	lineComment: "# ",
	string: quoted,
	environment: environmentRead,
	joined: (before, expression, after) =>
		/["\\#]/.test(before + after) ? undefined : `"${before}#{${expression}}${after}"`,
	entry: (key, value, role) => {
		if (/^[a-z_][A-Za-z0-9_]*[?!]?$/.test(key)) return `${key}: ${value}`;
		return role === "args" ? `${quoted(key)}: ${value}` : `${quoted(key)} => ${value}`;
	},
	map: (entries) => `%{${entries.join(", ")}}`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "true",
	environmentImport: () => undefined,
};

/** Single quotes make a list of characters, never a string. */
function quoted(value: string): string {
	const escaped = value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("#{", "\\#{");
	return `"${escaped.replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}

/** As most of the file's other reads go; without any, the one that says what is missing. */
function environmentRead(name: string, { text }: Outline): string {
	const got = text.match(/\bSystem\.get_env\(/g)?.length ?? 0;
	const fetched = text.match(/\bSystem\.fetch_env!\(/g)?.length ?? 0;
	return got > fetched ? `System.get_env(${quoted(name)})` : `System.fetch_env!(${quoted(name)})`;
}
