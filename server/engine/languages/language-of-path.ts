/** Which language a file is in: by its name, its ending, the editor's word for it, or its first line. */
import type { Language } from "./language";

export interface LanguageLookup {
	/** A whole name (`.env.local`) counts before an ending, a longer ending before a shorter one. Either slash separates. */
	languageOfPath(path: string): Language | undefined;
	/** The name decides, as on the command line; the editor's id only for a name that says nothing. */
	languageOfEditorId(id: string, path: string): Language | undefined;
	/** `#!/usr/bin/env python3`, for scripts without an ending. */
	languageOfShebang(firstLine: string): Language | undefined;
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
		const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
		return byName.find(({ pattern }) => pattern.test(name))?.language ?? ofEnding(name, byExtension);
	};
	return {
		languageOfPath,
		languageOfEditorId: (id, path) =>
			languageOfPath(path) ?? languages.find((language) => language.editorIds.includes(id)),
		languageOfShebang: (firstLine) => byId.get(idOfShebang(firstLine) ?? ""),
		languageById: (id) => byId.get(id),
		languageOfWord: (word) =>
			byId.get(word) ??
			byId.get(words[word] ?? "") ??
			languages.find((language) => language.editorIds.includes(word)) ??
			byExtension.get(`.${word}`),
	};
}

/** `*` stands for anything, every other character for itself. */
function anyOf(names: readonly string[]): RegExp {
	const patterns = names.map((name) =>
		name
			.toLowerCase()
			.replace(/[.+?^${}()|[\]\\]/g, "\\$&")
			.replaceAll("*", ".*"),
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
