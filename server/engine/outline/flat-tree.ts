/**
 * A syntax tree copied once, through a cursor, into typed arrays: walking it then costs no calls into wasm,
 * and the tree can be deleted. Nodes are indexes in document order; a node's children follow it.
 */
import type { Language, Tree, TreeCursor } from "web-tree-sitter";
import type { Reuse } from "./reuse";
import type { Item } from "./schema";

export interface FlatTree {
	readonly text: string;
	readonly count: number;
	/** Type ids of the grammar; `grammar.errorType` for what it could not read. */
	readonly type: Uint16Array;
	readonly field: Uint16Array;
	readonly start: Uint32Array;
	readonly end: Uint32Array;
	/** Index behind the node's last descendant: the next sibling, if the parent holds it. */
	readonly next: Uint32Array;
	/** Index of the parent; 0 for the root itself. */
	readonly parent: Uint32Array;
	/** 1 for a token the parser made up. */
	readonly missing: Uint8Array;
	/** Statements that an earlier outline has already, by node: what is below these nodes was not copied. */
	readonly reused: ReadonlyMap<number, Item>;
	readonly grammar: Grammar;
}

/** Names behind the ids of one loaded grammar. */
export interface Grammar {
	readonly typeNames: readonly string[];
	readonly isNamed: readonly boolean[];
	readonly errorType: number;
	readonly fieldIds: ReadonlyMap<string, number>;
}

const parserErrorType = 65535;

/** @param reuse statements that need not be looked into */
export function flattenTree(tree: Tree, text: string, reuse?: Reuse): FlatTree {
	const grammar = grammarOf(tree.language);
	const capacity = tree.rootNode.descendantCount;
	const flat = {
		text,
		type: new Uint16Array(capacity),
		field: new Uint16Array(capacity),
		start: new Uint32Array(capacity),
		end: new Uint32Array(capacity),
		next: new Uint32Array(capacity),
		parent: new Uint32Array(capacity),
		missing: new Uint8Array(capacity),
		reused: new Map<number, Item>(),
		grammar,
	};
	const cursor = tree.walk();
	try {
		return { ...flat, count: copy(cursor, flat, reuse) };
	} finally {
		cursor.delete();
	}
}

type Writable = Omit<FlatTree, "text" | "count" | "reused"> & { readonly reused: Map<number, Item> };

/** @returns how many nodes were copied */
function copy(cursor: TreeCursor, flat: Writable, reuse: Reuse | undefined): number {
	const parents: number[] = [];
	let node = 0;
	for (;;) {
		flat.parent[node] = parents.at(-1) ?? 0;
		// A token has no children; not asking saves a call into wasm for half of all nodes.
		const isInner = copyNode(cursor, flat, node) && !isReused(flat, node, reuse);
		if (isInner && cursor.gotoFirstChild()) {
			parents.push(node++);
			continue;
		}
		flat.next[node] = ++node;
		while (!cursor.gotoNextSibling()) {
			const parent = parents.pop();
			if (parent === undefined) return node;
			cursor.gotoParent();
			flat.next[parent] = node;
		}
	}
}

function isReused(flat: Writable, node: number, reuse: Reuse | undefined): boolean {
	const item = reuse?.find(flat.type[node] ?? 0, flat.start[node] ?? 0, flat.end[node] ?? 0);
	if (item !== undefined) flat.reused.set(node, item);
	return item !== undefined;
}

/** @returns whether the node is named. Start and end are asked of each: hidden tokens make a node wider than its children. */
function copyNode(cursor: TreeCursor, flat: Writable, node: number): boolean {
	const id = cursor.nodeTypeId;
	const start = cursor.startIndex;
	const end = cursor.endIndex;
	const type = id === parserErrorType ? flat.grammar.errorType : id;
	flat.type[node] = type;
	flat.field[node] = cursor.currentFieldId;
	flat.start[node] = start;
	flat.end[node] = end;
	// Only an empty node can be a made-up one.
	if (start === end && cursor.nodeIsMissing) flat.missing[node] = 1;
	return flat.grammar.isNamed[type] ?? false;
}

const grammars = new WeakMap<Language, Grammar>();

function grammarOf(language: Language): Grammar {
	const known = grammars.get(language);
	if (known !== undefined) return known;
	const typeNames = [...language.types, "ERROR"];
	const grammar: Grammar = {
		typeNames,
		isNamed: typeNames.map((_, id) => id === language.types.length || language.nodeTypeIsNamed(id)),
		errorType: language.types.length,
		fieldIds: new Map(language.fields.flatMap((name, id) => (name ? [[name, id] as const] : []))),
	};
	grammars.set(language, grammar);
	return grammar;
}
