/** Turns a tree of nodes into an Outline: parents set, every node listed by kind in document order. */
import { childrenOf } from "./children";
import type { Call, Comment, Import, List, Node, Outline, Range } from "./schema";

export interface Unfinished {
	readonly language: string;
	readonly text: string;
	readonly root: List;
	readonly comments?: readonly Comment[];
	readonly broken?: readonly Range[];
	/** The import that a call says (`require("x")`): listed, its parent is the call, but it is no child of it. */
	readonly importOfCall?: ((call: Call, text: string) => Import | undefined) | undefined;
	/** Nodes that hang below an owner without being a child of it: the type of a declaration. */
	readonly asides?: readonly { readonly owner: Node; readonly node: Node }[];
}

/** @param unfinished the tree under `root`, whose nodes belong to no other Outline: their `parent` is set here */
export function finishOutline(unfinished: Unfinished): Outline {
	const lists = emptyLists();
	walk(unfinished.root, lists);
	for (const { owner, node } of unfinished.asides ?? []) {
		node.parent = owner;
		walk(node, lists);
	}
	// In a broken text the owner may have been read and left out again: what hung below it belongs to the file.
	for (const { owner, node } of unfinished.asides ?? []) {
		if (owner.parent === undefined && owner !== unfinished.root) node.parent = unfinished.root;
	}
	addImportsOfCalls(unfinished, lists);
	for (const list of Object.values(lists)) sortByStart<Node>(list);
	return {
		language: unfinished.language,
		text: unfinished.text,
		root: unfinished.root,
		...lists,
		comments: sortByStart([...(unfinished.comments ?? [])]),
		broken: [...(unfinished.broken ?? [])].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
	};
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Lists = Mutable<Omit<Outline, "language" | "text" | "root" | "comments" | "broken">>;

function emptyLists(): Lists {
	return {
		strings: [],
		refs: [],
		members: [],
		indexes: [],
		calls: [],
		lists: [],
		items: [],
		assigns: [],
		guards: [],
		infixes: [],
		fns: [],
		imports: [],
	};
}

/** With a stack of its own: a reader's tree may be deeper than the engine's call stack. */
function walk(root: Node, lists: Lists): void {
	const stack: Node[] = [root];
	for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
		collect(node, lists);
		const children = childrenOf(node);
		for (let at = children.length - 1; at >= 0; at--) {
			const child = children[at];
			if (child === undefined) continue;
			child.parent = node;
			stack.push(child);
		}
	}
}

function addImportsOfCalls({ importOfCall, text }: Unfinished, lists: Lists): void {
	if (importOfCall === undefined) return;
	for (const call of lists.calls) {
		const found = importOfCall(call, text);
		if (found === undefined) continue;
		found.parent = call;
		lists.imports.push(found);
	}
}

function collect(node: Node, lists: Lists): void {
	switch (node.kind) {
		case "string":
			return void lists.strings.push(node);
		case "ref":
			return void lists.refs.push(node);
		case "member":
			return void lists.members.push(node);
		case "index":
			return void lists.indexes.push(node);
		case "call":
			return void lists.calls.push(node);
		case "list":
			return void lists.lists.push(node);
		case "item":
			return void lists.items.push(node);
		case "assign":
			return void lists.assigns.push(node);
		case "guard":
			return void lists.guards.push(node);
		case "infix":
			return void lists.infixes.push(node);
		case "fn":
			return void lists.fns.push(node);
		case "import":
			return void lists.imports.push(node);
	}
}

/** Nearly always in order already: only texts that stand elsewhere (heredocs) and asides are not. */
function sortByStart<T extends { readonly range: Range }>(nodes: T[]): T[] {
	let last = 0;
	for (const { range } of nodes) {
		if (range[0] < last) return nodes.sort((a, b) => a.range[0] - b.range[0]);
		last = range[0];
	}
	return nodes;
}
