/** What a file says about packages to the lists of its folder. */
import { packages } from "../../../shared/mappings";
import type { Outline } from "../outline/schema";
import { isLockFile, manifestEntries } from "./manifest";
import { packageImports } from "./package-import";
import { packagePrograms } from "./package-program";

const replacements = packages.flatMap(({ replacement }) => (replacement ? [replacement.name] : []));

/** @returns ids of rows that the file imports or starts, and names of packages that take the place of one */
export function usedPackages(outline: Outline, uri: string): string[] {
	if (isLockFile(uri)) return [];
	const listed = new Set(manifestEntries(outline, uri).map(({ range }) => range[0]));
	const rows = [
		// A list of packages may be a program: `gem "helicone-rb"`.
		...packageImports(outline).filter(({ from }) => !isListing(outline, from.range)),
		...packagePrograms(outline).filter(({ range }) => !listed.has(range[0])),
	];
	const constants = outline.language === "ruby" ? rubyConstants(outline) : [];
	const modules = outline.imports.map(({ module }) => module);
	return [
		...rows.map(({ row }) => row.id),
		...constants,
		...replacements.filter((name) => modules.some((module) => isOf(name, module))),
	];
}

/** `llama-index-llms-openai-like` is imported as `llama_index.llms.openai_like`. */
function isOf(name: string, module: string): boolean {
	return module === name || module.startsWith(`${name}/`) || module.replace(/[._]/g, "-") === name;
}

function isListing({ language, text }: Outline, range: readonly [number, number]): boolean {
	return language === "ruby" && /^gem\b/.test(text.slice(...range));
}

function rubyConstants(outline: Outline): string[] {
	const says = outline.refs.some((ref) => ref.name === "Helicone");
	return says ? ["gem-helicone-rb"] : [];
}
