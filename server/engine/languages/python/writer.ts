/** How Python spells what a fix inserts. */
import type { Import, Outline } from "../../outline/schema";
import type { Writer } from "../language";
import { backslashQuoted, usualQuote } from "../quoting";

export const pythonWriter: Writer = {
	lineComment: "# ",
	string: backslashQuoted,
	environment: (name, like) => environmentRead(backslashQuoted(name, usualQuote(like)), like),
	entry: (key, value, role, quote) =>
		role === "args" ? `${key}=${value}` : `${backslashQuoted(key, quote)}: ${value}`,
	map: (entries) => `{${entries.join(", ")}}`,
	seq: (values) => `[${values.join(", ")}]`,
	true: "True",
	environmentImport: (outline) => (osNames(outline).length === 0 ? "import os" : undefined),
};

/**
 * The way the file's other reads go: `os.environ["X"]` unless it says `os.getenv("X")` more often, on whatever name
 * `os`, `environ` or `getenv` have here.
 */
function environmentRead(quoted: string, like: Outline): string {
	const { getenv, environ } = spellings(like);
	const prefersGetenv = getenv !== undefined && count(like, `${getenv}(`) > count(like, `${environ ?? "\0"}[`);
	if (prefersGetenv || environ === undefined) return `${getenv ?? "os.getenv"}(${quoted})`;
	return `${environ}[${quoted}]`;
}

function spellings(outline: Outline): { getenv: string | undefined; environ: string | undefined } {
	const names = osNames(outline);
	const os = names.find((name) => name.name === "*")?.local ?? (names.length === 0 ? "os" : undefined);
	const direct = (wanted: string) => names.find((name) => name.name === wanted)?.local;
	return {
		getenv: direct("getenv") ?? (os && `${os}.getenv`),
		environ: direct("environ") ?? (os && `${os}.environ`),
	};
}

/** What of `os` the file's top level can name; an import inside a function does not count. */
function osNames(outline: Outline): { name: string; local: string }[] {
	return outline.imports
		.filter((one) => one.module === "os" && isTopLevel(one, outline))
		.flatMap((one) => one.names)
		.filter(({ name }) => name === "*" || name === "environ" || name === "getenv")
		.map(({ name, local }) => ({ name, local: local === "*" ? "os" : local }));
}

function isTopLevel(one: Import, outline: Outline): boolean {
	const item = one.parent?.kind === "opaque" ? one.parent.parent : one.parent;
	return item?.parent === outline.root;
}

function count(outline: Outline, spelling: string): number {
	return outline.text.split(spelling).length - 1;
}
