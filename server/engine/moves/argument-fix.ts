/** Arguments for parameters that go with what is taken out of another file. */
import { calleeOf, goingArguments } from "../names/parameters";
import type { Item } from "../outline/schema";
import type { Context, Proposal } from "./context";

export interface ArgumentFix {
	/** The function, as this file says it. */
	readonly callee: string;
	readonly path: string;
	readonly items: readonly Item[];
	readonly proposal: Proposal;
}

export function argumentFixes({ facts: { outline }, names }: Context): readonly ArgumentFix[] {
	return Object.entries(names.taken).flatMap(([path, taken]): ArgumentFix[] => {
		const items = goingArguments(outline, path, taken);
		if (items.length === 0) return [];
		const callee = calleeOf(path);
		const proposal: Proposal = {
			group: argumentGroup(path),
			title: `Leave out what ${callee} passes on to nobody but Helicone`,
			applicability: taken.verdict.certainty === "safe" ? "safe" : "suggested",
			operations: items.map((item) => ({ op: "remove", item })),
		};
		return [{ callee, path, items, proposal }];
	});
}

export function argumentGroup(path: string): string {
	return `argument:${path}`;
}
