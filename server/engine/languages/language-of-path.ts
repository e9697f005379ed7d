/** Which language a file is in: by its name, its ending, the editor's word for it, or its first line. */
import type { Language } from "./language";

export interface LanguageLookup {
	/** A whole name (`.env.local`) counts before an ending, a longer ending before a shorter one. Either slash separates. */
	languageOfPath(path: string): Language | undefined;
	/** The name decides, as on the command line; the editor's id only for a name that says nothing. */
	languageOfEditorId(id: string, path: string): Language | undefined;
	/** `#!/usr/bin/env python3`, for scripts without an ending. */
	languageOfShebang(firstLine: string): Language | undefined;
	/** For a path that says nothing: the interpreter of its first line, or an ending that many share (`.conf`) with a text that only one reads. */
	languageOfText(path: string, text: string): Language | undefined;
	languageById(id: string): Language | undefined;
	/** The word that a code fence opens with: `py`, `bash`, `typescript`. */
	languageOfWord(word: string): Language | undefined;
}

export function newLanguageLookup(languages: readonly Language[]): LanguageLookup {
	const byId = new Map(languages.map((language) => [language.id, language]));
	const byExtension = new Map(
		languages.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)),
	);
	const byName = languages.map((language) => ({ language, pattern: anyOf(language.fileNames) }));
	const languageOfPath = (path: string) => {
		const [name = "", folder = ""] = path.toLowerCase().split(/[\\/]/).reverse();
		const inFolder = `${folder}/${name}`;
		const named = byName.find(({ pattern }) => pattern.test(name) || pattern.test(inFolder));
		return named?.language ?? ofEnding(name, byExtension);
	};
	const languageOfShebang = (firstLine: string) => byId.get(idOfShebang(firstLine) ?? "");
	return {
		languageOfPath,
		languageOfText: (path, text) =>
			text.startsWith("#!")
				? languageOfShebang(text.split("\n", 1)[0] ?? "")
				: isServerBlock(path, text)
					? byId.get("nginx")
					: undefined,
		languageOfEditorId: (id, path) =>
			languageOfPath(path) ?? languages.find((language) => language.editorIds.includes(id)),
		languageOfShebang,
		languageById: (id) => byId.get(id),
		languageOfWord: (word) =>
			byId.get(word) ??
			byId.get(words[word] ?? "") ??
			languages.find((language) => language.editorIds.includes(word)) ??
			byExtension.get(`.${word}`),
	};
}

/** `*` stands for anything but a slash, every other character for itself. */
function anyOf(names: readonly string[]): RegExp {
	const patterns = names.map((name) =>
		name
			.toLowerCase()
			.replace(/[.+?^${}()|[\]\\]/g, "\\$&")
			.replaceAll("*", "[^/]*"),
	);
	return patterns.length === 0 ? /^(?!)/ : new RegExp(`^(?:${patterns.join("|")})$`);
}

function ofEnding(name: string, byExtension: ReadonlyMap<string, Language>): Language | undefined {
	for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
		const language = byExtension.get(name.slice(dot));
		if (language !== undefined) return language;
	}
	return undefined;
}

/** nginx gives no ending to itself: `.conf` is everybody's. */
function isServerBlock(path: string, text: string): boolean {
	return (
		/\.conf(?:\.\w+)?$/i.test(path) &&
		/^[ \t]*(?:server|upstream[ \t]+\S+|location[ \t]+[^\n{]+)[ \t]*\{/m.test(text) &&
		/^[ \t]*(?:proxy_pass|proxy_set_header|listen|server)[ \t][^\n]*;/m.test(text)
	);
}

/** What fences say besides ids, editors' ids and endings. */
const words: Readonly<Record<string, string>> = {
	python3: "python",
	ipython: "python",
	node: "javascript",
	docker: "dockerfile",
	zsh: "shell",
};

const interpreters: readonly (readonly [pattern: RegExp, id: string])[] = [
	[/^python[\d.]*$/, "python"],
	[/^(?:ba|z|k|da|a)?sh$/, "shell"],
	[/^(?:node|nodejs|bun)$/, "javascript"],
	[/^php[\d.]*$/, "php"],
	[/^(?:j|t)?ruby[\d.]*$/, "ruby"],
	[/^(?:deno|tsx|ts-node)$/, "typescript"],
];

/** `env`, its options and its assignments are looked past: `#!/usr/bin/env -S A=b node --flag`. */
function idOfShebang(firstLine: string): string | undefined {
	if (!firstLine.startsWith("#!")) return undefined;
	const words = firstLine.slice(2).trim().split(/\s+/);
	const program = words.find((word) => !/^-|=/.test(word) && !/(?:^|\/)env$/.test(word));
	const name = program?.split("/").at(-1) ?? "";
	return interpreters.find(([pattern]) => pattern.test(name))?.[1];
}
