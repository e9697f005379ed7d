/** What the builder's functions share, and how they move about in the flat tree. */
import type { FlatTree, Grammar } from "./flat-tree";
import type { NodeTable, Pick, Rule } from "./node-table";
import type { Reuse, Statement } from "./reuse";
import type { Assign, Expr, Item, Node, Range } from "./schema";

/** What a wrapper says about the declaration inside it. */
export interface Ambient {
	readonly declares: Assign["declares"];
	readonly exported: boolean;
}

export interface Aside {
	readonly owner: Node;
	readonly node: Node;
}

export const noAmbient: Ambient = { declares: undefined, exported: false };

export interface BuildContext {
	readonly flat: FlatTree;
	readonly text: string;
	readonly table: NodeTable;
	/** By type id; undefined for Opaque. */
	readonly rules: readonly (Rule | undefined)[];
	/** 1 by type id for named nodes that are neither comments nor skipped. */
	readonly isContent: Uint8Array;
	depth: number;
	/** Read and reset by the next node built. */
	ambient: Ambient;
	/** What hangs below a node without being a child of it: the types of a declaration, of a parameter, of a cast. */
	readonly asides: Aside[];
	/** Where each statement came from, so that a later outline can take it over. */
	readonly statements: Map<Item, Statement>;
	/** The earlier outline whose statements are taken over. */
	readonly reuse: Reuse | undefined;
	/** `node` as the Outline says it; in an expression's place an assignment is wrapped. For hooks. */
	readonly expr: (node: number) => Expr;
	readonly node: (node: number) => Node;
}

/** A table, resolved for the type ids of one loaded grammar. */
export interface CompiledTable {
	readonly rules: readonly (Rule | undefined)[];
	readonly isContent: Uint8Array;
}

const compiled = new WeakMap<Grammar, Map<NodeTable, CompiledTable>>();

export function compileTable(table: NodeTable, grammar: Grammar): CompiledTable {
	const ofGrammar = compiled.get(grammar) ?? new Map<NodeTable, CompiledTable>();
	compiled.set(grammar, ofGrammar);
	const known = ofGrammar.get(table);
	if (known !== undefined) return known;
	const rules = grammar.typeNames.map((name, id) =>
		grammar.isNamed[id] && Object.hasOwn(table.nodes, name) ? table.nodes[name] : undefined,
	);
	const isContent = Uint8Array.from(rules, (rule, id) =>
		grammar.isNamed[id] && rule?.is !== "comment" && rule?.is !== "skip" ? 1 : 0,
	);
	const result = { rules, isContent };
	ofGrammar.set(table, result);
	return result;
}

export function rangeOf(cx: BuildContext, node: number): Range {
	return [cx.flat.start[node] ?? 0, cx.flat.end[node] ?? 0];
}

export function sourceOf(cx: BuildContext, node: number): string {
	return cx.text.slice(cx.flat.start[node], cx.flat.end[node]);
}

export function typeOf(cx: BuildContext, node: number): string {
	return cx.flat.grammar.typeNames[cx.flat.type[node] ?? 0] ?? "";
}

/** All children, tokens and comments among them. */
export function childNodes(cx: BuildContext, node: number): number[] {
	const { next } = cx.flat;
	const behind = next[node] ?? 0;
	const children: number[] = [];
	for (let child = node + 1; child < behind; child = next[child] ?? behind) children.push(child);
	return children;
}

/** Named children without comments, skipped types and what the parser made up. */
export function contentChildren(cx: BuildContext, node: number): number[] {
	const { next, type, missing } = cx.flat;
	const behind = next[node] ?? 0;
	const children: number[] = [];
	for (let child = node + 1; child < behind; child = next[child] ?? behind) {
		if (cx.isContent[type[child] ?? 0] === 1 && missing[child] === 0) children.push(child);
	}
	return children;
}

/** Content children in a field. */
export function childrenInField(cx: BuildContext, node: number, field: string): number[] {
	const id = cx.flat.grammar.fieldIds.get(field);
	return id === undefined ? [] : contentChildren(cx, node).filter((child) => cx.flat.field[child] === id);
}

/** The first child in a field, be it a token. */
export function tokenInField(cx: BuildContext, node: number, field: string): number | undefined {
	const id = cx.flat.grammar.fieldIds.get(field);
	return id === undefined ? undefined : childNodes(cx, node).find((child) => cx.flat.field[child] === id);
}

export function hasToken(cx: BuildContext, node: number, token: string): boolean {
	return childNodes(cx, node).some((child) => isToken(cx, child) && typeOf(cx, child) === token);
}

export function isToken(cx: BuildContext, node: number): boolean {
	return !cx.flat.grammar.isNamed[cx.flat.type[node] ?? 0];
}

export function pickNode(cx: BuildContext, node: number, pick: Pick | undefined): number | undefined {
	if (pick === undefined) return undefined;
	if (typeof pick === "string") return pickField(cx, node, pick);
	if (typeof pick === "number") return contentChildren(cx, node).at(pick);
	for (const one of pick) {
		const found = pickNode(cx, node, one);
		if (found !== undefined) return found;
	}
	return undefined;
}

function pickField(cx: BuildContext, node: number, name: string): number | undefined {
	const id = cx.flat.grammar.fieldIds.get(name);
	if (id === undefined) return undefined;
	const { next, type, missing, field } = cx.flat;
	const behind = next[node] ?? 0;
	for (let child = node + 1; child < behind; child = next[child] ?? behind) {
		if (field[child] === id && cx.isContent[type[child] ?? 0] === 1 && missing[child] === 0) return child;
	}
	return undefined;
}

/** The node's rule, with `choice`s made. */
export function ruleOf(cx: BuildContext, node: number): Rule | undefined {
	let rule = cx.rules[cx.flat.type[node] ?? 0];
	while (rule?.is === "choice") {
		const fits =
			(rule.parents === undefined || rule.parents.includes(typeOf(cx, cx.flat.parent[node] ?? 0))) &&
			(rule.token === undefined || hasToken(cx, node, rule.token)) &&
			(rule.says === undefined || says(cx, node, rule.says));
		rule = fits ? rule.use : rule.otherwise;
	}
	return rule;
}

function says(
	cx: BuildContext,
	node: number,
	{ child, text }: { readonly child: number; readonly text: string },
): boolean {
	const said = contentChildren(cx, node)[child];
	return said !== undefined && sourceOf(cx, said) === text;
}

/** Looks through parentheses and the like, however many; a wrapper of nothing or of several things stays itself. */
export function unwrap(cx: BuildContext, node: number): number {
	let at = node;
	for (let rule = ruleOf(cx, at); isTransparent(rule); rule = ruleOf(cx, at)) {
		const picked = rule.is === "wrap" ? rule.inner : undefined;
		const inner = picked === undefined ? onlyChild(cx, at) : pickNode(cx, at, picked);
		if (inner === undefined) return at;
		at = inner;
	}
	return at;
}

type Transparent = Extract<Rule, { is: "wrap" | "list" }>;

function isTransparent(rule: Rule | undefined): rule is Transparent {
	return rule?.is === "wrap" || (rule?.is === "list" && rule.onlyIfSeveral === true);
}

/** What stands beside `inner` in the wrappers between it and `outer`: the `T` of `x as T`. */
export function besides(cx: BuildContext, outer: number, inner: number): number[] {
	const found: number[] = [];
	for (let at = inner; at !== outer; ) {
		const above = cx.flat.parent[at] ?? outer;
		for (const child of contentChildren(cx, above)) if (child !== at) found.push(child);
		at = above;
	}
	return found;
}

function onlyChild(cx: BuildContext, node: number): number | undefined {
	const children = contentChildren(cx, node);
	return children.length === 1 ? children[0] : undefined;
}
