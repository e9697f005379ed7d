/** Imports of Helicone's own packages. */
import { heliconePackage } from "../../../shared/mappings";
import type { Package } from "../../../shared/mappings/schema";
import type { Import, Outline } from "../outline/schema";

/** Where the packages of a language come from. */
const ecosystems: Readonly<Record<string, Package["ecosystem"]>> = {
	python: "pypi",
	javascript: "npm",
	typescript: "npm",
	tsx: "npm",
	ruby: "gem",
	go: "go",
	csharp: "nuget",
};

export interface PackageImport {
	readonly from: Import;
	readonly row: Package;
}

const known = new WeakMap<Outline, readonly PackageImport[]>();

/** In document order; a module of the program's own that is only called alike is none. */
export function packageImports(outline: Outline): readonly PackageImport[] {
	const found = known.get(outline) ?? find(outline);
	known.set(outline, found);
	return found;
}

function find(outline: Outline): PackageImport[] {
	const ecosystem = ecosystems[outline.language];
	if (!ecosystem) return [];
	return outline.imports.flatMap((from) => {
		const row = heliconePackage(from.module, ecosystem);
		return row ? [{ from, row }] : [];
	});
}
