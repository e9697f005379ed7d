import { packageImports } from "../facts/package-import";
import { importOf } from "../moves/class-change";
import type { Context } from "../moves/context";
import type { Move } from "../moves/move";
import { retirementOf, retiring } from "../moves/retirement";
import type { Import } from "../outline/schema";
import { type Hit, moveProposal, type Rule, withReasons } from "./rule";

/** Imports of Helicone's packages. What takes their place depends on what the program does with them. */
export const heliconePackageRule: Rule = {
	id: "helicone-package",
	find: (context: Context): Hit[] => {
		const seen = new Set<number>();
		return packageImports(context.facts.outline).flatMap(({ from, row }) => {
			const { module, moduleRange } = from;
			if (seen.has(moduleRange[0])) return [];
			seen.add(moduleRange[0]);
			const retired = row.role === "logger" ? retirementOf(context) : undefined;
			const move = row.role === "client" ? moveOf(context, from) : undefined;
			return [
				{
					range: moduleRange,
					message: `${row.title} is a package of Helicone's.`,
					subject: module,
					row: `packages/${row.id}`,
					advice: withReasons([row.advice, ...(retired?.kind === "kept" ? [retired.reason] : [])].join(" "), move),
					proposal: moveProposal(move) ?? retiring(retired, moduleRange),
				},
			];
		});
	},
};

/** The move of the clients whose class comes from this import. */
function moveOf({ facts, moves }: Context, from: Import): Move | undefined {
	return moves.find((move) =>
		move.clients.some(({ row, call }) => row.becomes && call && importOf(facts.outline, call) === from),
	);
}
