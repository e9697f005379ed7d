/**
 * Takes statements of an earlier outline over into the one of an edited text. Nothing is guessed: the parser says where
 * two trees differ, and a statement that neither the edit nor such a place touches is the same, some characters further on.
 */
import type { Aside, BuildContext } from "./build-context";
import { copyNode } from "./copy-node";
import { within } from "./questions";
import type { Comment, Item, Node, Outline, Range } from "./schema";
import type { TextEdit } from "./text-edit";

/** Where a statement came from: its node's type id, and what it added to the asides. */
export interface Statement {
	readonly type: number;
	readonly from: number;
	readonly to: number;
}

/** What an outline must be remembered with, so that its statements can be taken over. */
export interface Trace {
	readonly statements: ReadonlyMap<Item, Statement>;
	readonly asides: readonly Aside[];
}

export interface Reuse {
	/** The earlier statement that a node of the new tree is again. */
	find(type: number, start: number, end: number): Item | undefined;
	/** A copy of an earlier statement where it stands now, with everything that belongs to it. */
	take(item: Item, into: Pick<BuildContext, "asides" | "statements">): Item;
	/** The comments inside an earlier statement, where they stand now. */
	comments(item: Item): readonly Comment[];
}

/** A node that was to be taken over is asked for what is below it. */
export class NotReusable extends Error {}

/** More differences than one edit makes: looking them through would cost more than it saves. */
const mostTouched = 64;

/**
 * @param touched ranges of the new text where its tree differs from the earlier one
 * @returns undefined when too much is different
 */
export function newReuse(outline: Outline, trace: Trace, edit: TextEdit, touched: readonly Range[]): Reuse | undefined {
	if (touched.length > mostTouched) return undefined;
	const changed: readonly Range[] = [[edit.start, edit.newEnd], ...touched];
	const byStart = startsOf(outline, trace);
	const grown = edit.newEnd - edit.oldEnd;
	const shiftOf = (item: Item) => (item.range[0] < edit.start ? 0 : grown);
	return {
		find(type, start, end) {
			if (changed.some((range) => range[0] <= end && start <= range[1])) return undefined;
			const shift = start < edit.start ? 0 : grown;
			return byStart
				.get(start - shift)
				?.find((item) => item.range[1] === end - shift && trace.statements.get(item)?.type === type);
		},
		take: (item, into) => take(item, shiftOf(item), trace, into),
		comments: (item) =>
			within(outline.comments, item.range).map(({ range }) => ({
				range: [range[0] + shiftOf(item), range[1] + shiftOf(item)],
			})),
	};
}

/** Statements next to what could not be read are made anew. */
function startsOf({ broken }: Outline, { statements }: Trace): Map<number, Item[]> {
	const byStart = new Map<number, Item[]>();
	for (const item of statements.keys()) {
		const { range } = item;
		if (broken.some((one) => one[0] <= range[1] && range[0] <= one[1])) continue;
		const known = byStart.get(range[0]);
		if (known) known.push(item);
		else byStart.set(range[0], [item]);
	}
	return byStart;
}

function take(item: Item, shift: number, trace: Trace, into: Pick<BuildContext, "asides" | "statements">): Item {
	const own = trace.statements.get(item);
	const asides = own ? trace.asides.slice(own.from, own.to) : [];
	const moved = into.asides.length - (own?.from ?? 0);
	const owners = new Map<Node, Node | undefined>(asides.map(({ owner }) => [owner, undefined] as const));
	const onCopy = (node: Node, copy: Node): void => {
		// A heredoc's body stands outside its statement, perhaps beyond the edit.
		if (node.range[0] < item.range[0] || node.range[1] > item.range[1]) throw new NotReusable();
		if (owners.size > 0 && owners.has(node)) owners.set(node, copy);
		const statement = node.kind === "item" && node.form === "statement" ? trace.statements.get(node) : undefined;
		if (statement && copy.kind === "item")
			into.statements.set(copy, { ...statement, from: statement.from + moved, to: statement.to + moved });
	};
	const copy = copyNode(item, shift, onCopy);
	// An owner may stand inside an aside that is copied later.
	const nodes = asides.map(({ node }) => copyNode(node, shift, onCopy));
	for (const [index, { owner }] of asides.entries()) {
		const node = nodes[index];
		const newOwner = owners.get(owner);
		if (!node || !newOwner) throw new NotReusable();
		into.asides.push({ owner: newOwner, node });
	}
	return copy;
}
