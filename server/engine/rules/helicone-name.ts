import { contains } from "../outline/questions";
import type { Range } from "../outline/schema";
import { heliconeWords } from "../program-names/helicone-words";
import { type ProgramName, programNames } from "../program-names/program-names";
import { alone, type Found, type Hit, type Rule } from "./rule";

/** Names of the program's own that can be renamed: they follow when nothing of Helicone's is left in their file. */
export const heliconeName: Rule = {
	id: "helicone-name",
	find: ({ facts, workspace }, before) => {
		const isLeft = isHeliconesLeft(before);
		// A file that never spoke to a gateway names something else: a product, a setting, somebody's data.
		if (!isLeft && !/concentrate\.ai|CONCENTRATE_|sk-cn-/.test(facts.outline.text)) return [];
		const names = programNames(facts, workspace);
		return (isLeft ? names : thatMoved(facts.outline.text, names)).map((one) => hit(one, isLeft));
	},
};

function isHeliconesLeft(before: Found): boolean {
	return [...before].some(([rule, hits]) => /^helicone-/.test(rule) && rule !== "helicone-link" && hits.length > 0);
}

function hit(name: ProgramName, isLeft: boolean): Hit {
	const operations = name.changes.map((change) => ({ op: "rename", ...change }) as const);
	return {
		range: name.range,
		message: `\`${name.name}\` is named after Helicone.`,
		subject: name.name,
		advice: isLeft
			? "The name can follow once everything of Helicone's in this file has moved."
			: `What it names is Concentrate's now: \`${name.renamed}\` says so.`,
		proposal: isLeft
			? undefined
			: alone("helicone-name", name.range, `Rename to ${name.renamed}`, "suggested", ...operations),
	};
}

/** Names whose values and bodies say nothing of Helicone but what can be renamed as well. */
function thatMoved(text: string, names: readonly ProgramName[]): readonly ProgramName[] {
	const places = [...heliconeWords(text)].flatMap(([name, starts]) =>
		starts.map((start) => ({ name, range: [start, start + name.length] as Range })),
	);
	let moved = names;
	for (;;) {
		const changing = new Set(moved.flatMap(({ changes }) => changes.map(({ range }) => range[0])));
		const left = places.filter(({ range }) => !changing.has(range[0]));
		const next = moved.filter(
			({ meanings }) => !left.some(({ range }) => meanings.some((meaning) => contains(meaning, range))),
		);
		if (next.length === moved.length) return moved;
		moved = next;
	}
}
