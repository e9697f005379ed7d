import { contains } from "../outline/questions";
import type { Range } from "../outline/schema";
import { heliconeWords } from "../program-names/helicone-words";
import { fileNamed, isRecord, type KeptName, keptNames } from "../program-names/kept-names";
import { type ProgramName, programNames } from "../program-names/program-names";
import { alone, type Found, type Hit, type Rule } from "./rule";

/**
 * Names of the program's own: those that this file alone says follow when nothing of Helicone's is left in it; what other files may
 * say, and the file's own name, are listed.
 */
export const heliconeName: Rule = {
	id: "helicone-name",
	find: ({ document, facts, workspace }, before) => {
		if (isRecord(document.uri)) return [];
		const isLeft = isHeliconesLeft(before);
		// A file that never spoke to a gateway names something else: a product, a setting, somebody's data.
		if (!isLeft && !/concentrate\.ai|CONCENTRATE_|sk-cn-/.test(facts.outline.text)) return [];
		const names = programNames(facts, workspace);
		const file = fileNamed(facts, document.uri);
		return [
			...(file ? [listed(file, fileAdvice)] : []),
			...(isLeft ? names : thatMoved(facts.outline.text, names)).map((one) => hit(one, isLeft)),
			...keptNames(facts, new Set(names.map(({ name }) => name))).map((one) => listed(one, nameAdvice)),
		];
	},
};

function isHeliconesLeft(before: Found): boolean {
	return [...before].some(([rule, hits]) => /^helicone-/.test(rule) && rule !== "helicone-link" && hits.length > 0);
}

const nameAdvice =
	"Other files may say it, or what reads it at run time: rename it in your editor, which finds its uses, or keep it.";
const fileAdvice =
	"Rename the file in your editor, which changes what imports it, or keep it: no request depends on it.";

function listed({ name, range }: KeptName, advice: string): Hit {
	return { range, message: `\`${name}\` is named after Helicone.`, subject: name, advice };
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
