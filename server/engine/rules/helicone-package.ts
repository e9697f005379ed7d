import { packageImports } from "../facts/package-import";
import type { Context } from "../moves/context";
import { retirementOf, retiring } from "../moves/retirement";
import type { Hit, Rule } from "./rule";

/** Imports of Helicone's packages. What takes their place depends on what the program does with them. */
export const heliconePackageRule: Rule = {
	id: "helicone-package",
	find: (context: Context): Hit[] => {
		const seen = new Set<number>();
		return packageImports(context.facts.outline).flatMap(({ from: { module, moduleRange }, row }) => {
			if (seen.has(moduleRange[0])) return [];
			seen.add(moduleRange[0]);
			const retired = row.role === "logger" ? retirementOf(context) : undefined;
			return [
				{
					range: moduleRange,
					message: `${row.title} is a package of Helicone's.`,
					subject: module,
					row: `packages/${row.id}`,
					advice: [row.advice, ...(retired?.kind === "kept" ? [retired.reason] : [])].join(" "),
					proposal: retiring(retired, moduleRange),
				},
			];
		});
	},
};
