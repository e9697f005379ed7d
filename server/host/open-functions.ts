/** Functions that somebody may call whom nobody can see here: users of a package, the rest of a repository, a page. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { NamedPlace } from "./typescript-names";

export interface OpenAsking {
	/** Every file of the folder, absolute. */
	readonly files: readonly string[];
	/** Where that is declared which the package of a folder offers. */
	offered(root: string): readonly NamedPlace[];
	textOf(file: string): string | undefined;
}

/** A word that more files say than this is no name that could be followed. */
export const mostSayers = 300;

/** Their scripts are read by themselves: what those import is not followed. */
const pages = new Set([".vue", ".svelte", ".astro", ".html", ".htm", ".xhtml", ".ipynb"]);

export class OpenFunctions {
	readonly #said = new Set<string>();
	readonly #offers = new Map<string, readonly NamedPlace[]>();
	readonly #files: ReadonlySet<string>;
	readonly #folder: string;

	constructor(readonly asking: OpenAsking) {
		this.#files = new Set(asking.files);
		this.#folder = commonFolder(asking.files);
	}

	isOpen(file: string, name: string): boolean {
		return this.#said.has(name) || !this.#isAllHere(file) || this.#isOffered(file, name);
	}

	/** @returns whether the file says the name in a way that nobody follows */
	look(file: string, text: string, name: string): boolean {
		const word = name.replace(/\$/g, "\\$");
		const isPage = pages.has(path.extname(file).toLowerCase()) && new RegExp(`(?<![\\w$])${word}(?![\\w$])`).test(text);
		// `patch("app.llm.ask")`
		const isQuoted = file.endsWith(".py") && new RegExp(`["'][\\w.]+\\.${word}["']`).test(text);
		if (isPage || isQuoted) this.add(name);
		return isPage || isQuoted;
	}

	add(name: string): void {
		this.#said.add(name);
	}

	/** The whole repository is looked at, or the whole program where there is none. */
	#isAllHere(file: string): boolean {
		const root = nearest(file, [".git"]) ?? nearest(file, ["package.json", "pyproject.toml", "setup.py"]);
		return root === undefined || root === this.#folder || root.startsWith(this.#folder + path.sep);
	}

	#isOffered(file: string, name: string): boolean {
		const root = nearest(file, ["package.json"]);
		if (root === undefined || file.endsWith(".py")) return false;
		const offers = this.#offers.get(root) ?? this.asking.offered(root);
		this.#offers.set(root, offers);
		const isOffered = offers.some((one) => one.path === file && (one.name === "*" || one.name === name));
		return isOffered && !(this.#isPrivate(root) && this.#isInside(root));
	}

	#isPrivate(root: string): boolean {
		return /"private"\s*:\s*true/.test(this.asking.textOf(path.join(root, "package.json")) ?? "");
	}

	/** A package of a repository whose others are here as well. */
	#isInside(root: string): boolean {
		const above = nearest(root, ["package.json"]);
		return above !== undefined && this.#files.has(path.join(above, "package.json"));
	}
}

/** The nearest folder above that holds one of the names. */
function nearest(file: string, names: readonly string[]): string | undefined {
	for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
		if (names.some((name) => fs.existsSync(path.join(folder, name)))) return folder;
		if (folder === path.dirname(folder)) return undefined;
	}
}

function commonFolder(files: readonly string[]): string {
	let common = path.dirname(files[0] ?? "").split(path.sep);
	for (const file of files) {
		const folders = path.dirname(file).split(path.sep);
		let length = 0;
		while (length < common.length && common[length] === folders[length]) length++;
		common = common.slice(0, length);
	}
	return common.join(path.sep);
}
