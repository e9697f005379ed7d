import { heliconePackage } from "../../../shared/mappings";
import type { Package } from "../../../shared/mappings/schema";
import type { Context } from "../moves/context";
import type { Hit, Rule } from "./rule";

const ecosystems: Readonly<Record<string, Package["ecosystem"]>> = {
	python: "pypi",
	javascript: "npm",
	typescript: "npm",
	tsx: "npm",
	ruby: "gem",
};

/** Imports of Helicone's packages. What takes their place depends on what the program does with them: no automatic fix. */
export const heliconePackageRule: Rule = {
	id: "helicone-package",
	find: ({ facts, language }: Context): Hit[] => {
		const ecosystem = ecosystems[language.id];
		if (!ecosystem) return [];
		const seen = new Set<number>();
		return facts.outline.imports.flatMap(({ module, moduleRange }) => {
			const row = heliconePackage(module, ecosystem);
			if (!row || seen.has(moduleRange[0])) return [];
			seen.add(moduleRange[0]);
			return [
				{
					range: moduleRange,
					message: `${row.title} is a package of Helicone's.`,
					subject: module,
					row: `packages/${row.id}`,
					advice: row.advice,
				},
			];
		});
	},
};
