/** Marks in fixture texts: `⟦rule|text⟧`, or `⟦text⟧` for the file's own rule. They nest. */
import type { Range } from "../../server/engine/model";

export interface Mark {
	readonly rule: string;
	readonly range: Range;
}

export interface Unmarked {
	readonly text: string;
	/** In document order of their start, outer before inner. */
	readonly marks: readonly Mark[];
}

const namedRule = /^⟦((?:helicone|concentrate)-[a-z-]+)\|/;

/** Takes the marks out. Throws on a mark that never closes, on a stray `⟧`, and on `⟦text⟧` without a default rule. */
export function unmark(marked: string, defaultRule: string | undefined): Unmarked {
	let text = "";
	const open: { rule: string; start: number }[] = [];
	const marks: Mark[] = [];
	for (let at = 0; at < marked.length; ) {
		const here = marked[at];
		if (here === "⟦") {
			const rule = namedRule.exec(marked.slice(at, at + 60))?.[1];
			const meant = rule ?? defaultRule;
			if (meant === undefined) throw new Error(`a mark without a rule: ${marked.slice(at, at + 40)}`);
			open.push({ rule: meant, start: text.length });
			at += rule === undefined ? 1 : rule.length + 2;
		} else if (here === "⟧") {
			const mark = open.pop();
			if (mark === undefined) throw new Error(`a closing mark without an opening one: ${marked.slice(0, at)}`);
			marks.push({ rule: mark.rule, range: [mark.start, text.length] });
			at++;
		} else {
			text += here;
			at++;
		}
	}
	if (open.length > 0) throw new Error(`a mark that never closes: ${marked}`);
	return { text, marks: inOrder(marks) };
}

/** Writes the marks back, in one canonical way, so that two sets of marks can be compared as texts. */
export function mark(text: string, marks: readonly Mark[], defaultRule: string | undefined): string {
	const inserts = inOrder(marks).flatMap(({ rule, range: [start, end] }, index) => [
		{ at: start, closes: 0, order: index, insert: rule === defaultRule ? "⟦" : `⟦${rule}|` },
		// At the same offset everything that closes comes first, inner before outer.
		{ at: end, closes: 1, order: -index, insert: "⟧" },
	]);
	inserts.sort((a, b) => a.at - b.at || b.closes - a.closes || a.order - b.order);
	let marked = "";
	let done = 0;
	for (const { at, insert } of inserts) {
		marked += text.slice(done, at) + insert;
		done = at;
	}
	return marked + text.slice(done);
}

function inOrder(marks: readonly Mark[]): readonly Mark[] {
	return [...marks].sort(
		(a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
	);
}
