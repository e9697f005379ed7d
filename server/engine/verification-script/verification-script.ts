/** A small script that a project keeps: it calls each model that the code uses, plain and streamed. Text in, text out. */
import { maskKey } from "../../../shared/mask-key";
import { type CatalogueIndex, shippedCatalogue } from "../catalogue-index";
import { checkSlug } from "../slug-check";
import { javascriptScript, typescriptScript } from "./javascript-script";
import { pythonScript } from "./python-script";
import { shellScript } from "./shell-script";

/** What the scripts can be written in. */
export const scriptLanguages = ["python", "typescript", "javascript", "shell"] as const;

export type ScriptLanguage = (typeof scriptLanguages)[number];

/** A model as the code asks for it. */
export interface ScriptModel {
	/** Letters, digits and `_.:@+-/`, so that it fits between the quotes of every language. */
	readonly slug: string;
	/** What the answer may call it, in lower case; a date may follow. None: anything may answer (`auto`). */
	readonly names: readonly string[];
}

/** A file of the project with the model strings in it. */
export interface UsingFile {
	/** Id of its language. */
	readonly language: string;
	readonly slugs: readonly string[];
}

const writers: Readonly<Record<ScriptLanguage, (models: readonly ScriptModel[]) => string>> = {
	python: pythonScript,
	typescript: typescriptScript,
	javascript: javascriptScript,
	shell: shellScript,
};

const homes: ReadonlyMap<string, ScriptLanguage> = new Map([
	...["python", "notebook"].map((id) => [id, "python"] as const),
	...["typescript", "tsx"].map((id) => [id, "typescript"] as const),
	...["javascript", "vue", "svelte", "astro", "html"].map((id) => [id, "javascript"] as const),
]);

/** @returns the language that most files with clients are written in; shell where none of the others leads */
export function mainLanguage(files: readonly UsingFile[]): ScriptLanguage {
	const counts = new Map<string, number>();
	for (const { language, slugs } of files)
		if (slugs.length > 0) counts.set(family(language), (counts.get(family(language)) ?? 0) + 1);
	const [first] = [...counts].sort(([, a], [, b]) => b - a);
	return scriptLanguages.find((one) => one === first?.[0]) ?? "shell";
}

function family(language: string): string {
	return homes.get(language) ?? language;
}

/**
 * What is no single slug (a comma list, a template) is left out, and so is what looks like a key.
 * @returns each model once, in the order of the files
 */
export function scriptModels(
	files: readonly UsingFile[],
	catalogue: CatalogueIndex = shippedCatalogue,
): readonly ScriptModel[] {
	const slugs = new Set(files.flatMap((file) => file.slugs.map((slug) => slug.trim())));
	return [...slugs]
		.filter((slug) => checkSlug(slug, catalogue) !== undefined && maskKey(slug) === slug)
		.map((slug) => ({ slug, names: namesOf(slug, catalogue) }));
}

function namesOf(slug: string, catalogue: CatalogueIndex): readonly string[] {
	const bare = slug.slice(slug.indexOf("/") + 1);
	if (bare.toLowerCase() === "auto") return [];
	const model = catalogue.model(bare);
	const all = [bare, ...(model ? [model.id, ...(model.aliases ?? [])] : [])].map((name) => name.toLowerCase());
	return [...new Set(all)].filter((name) => /^[\w.:@+-]+$/.test(name));
}

/** @returns the script; it ends with a newline and holds no key */
export function verificationScript(language: ScriptLanguage, models: readonly ScriptModel[]): string {
	return writers[language](models);
}
