/** The generic builder: a syntax tree and a node table in, an Outline out. No language has code here. */
import type { Tree } from "web-tree-sitter";
import { buildCall } from "./build-calls";
import { type BuildContext, besides, compileTable, noAmbient, rangeOf, ruleOf, typeOf, unwrap } from "./build-context";
import { buildAssign, buildDeclaration, buildFn, buildGuard } from "./build-declarations";
import {
	addAsides,
	buildBinary,
	buildConcat,
	buildEither,
	buildIndex,
	buildMember,
	buildOpaque,
	buildRef,
	buildString,
} from "./build-expressions";
import { buildGroup, buildItems, buildList } from "./build-lists";
import { finishOutline } from "./finish-outline";
import { type FlatTree, flattenTree } from "./flat-tree";
import type { NodeTable, Rule } from "./node-table";
import { newList, newOpaque } from "./nodes";
import { NotReusable, type Reuse, type Trace } from "./reuse";
import type { Comment, Expr, List, Node, Outline, Range } from "./schema";

/** Deeper nesting than any person writes becomes one Opaque without children: the call stack is not endless. */
const deepest = 300;

export interface Built {
	readonly outline: Outline;
	readonly trace: Trace;
}

/**
 * @param tree of `text`; stays the caller's, who deletes it
 * @returns an Outline for whatever text and tree; what the grammar could not read is in `broken`
 */
export function buildOutline(language: string, table: NodeTable, tree: Tree, text: string): Outline {
	return buildTraced(language, table, tree, text).outline;
}

/**
 * The same Outline, with what it takes to make the one of a slightly different text from it.
 * @param reuse statements of an earlier Outline; they are copied, the earlier one stays as it is
 * @throws NotReusable when a statement stands where it did not stand before: then build without `reuse`
 */
export function buildTraced(language: string, table: NodeTable, tree: Tree, text: string, reuse?: Reuse): Built {
	const cx = newContext(flattenTree(tree, text, reuse), table, reuse);
	const { comments, broken } = scan(cx);
	const { asides, statements } = cx;
	const root = buildRoot(cx);
	const outline = finishOutline({ language, text, root, comments, broken, asides, importOfCall: table.importOfCall });
	return { outline, trace: { asides, statements } };
}

function newContext(flat: FlatTree, table: NodeTable, reuse: Reuse | undefined): BuildContext {
	const cx: BuildContext = {
		flat,
		text: flat.text,
		table,
		...compileTable(table, flat.grammar),
		depth: 0,
		ambient: noAmbient,
		asides: [],
		statements: new Map(),
		reuse,
		expr: (node) => buildExpr(cx, node),
		node: (node) => buildNode(cx, node),
	};
	return cx;
}

/** The whole text is the root's range, with the white space around the statements. */
function buildRoot(cx: BuildContext): List {
	const rule = ruleOf(cx, 0);
	const built = rule?.is === "hook" ? rule.build(cx, 0) : undefined;
	const items = built?.kind === "list" ? built.items : buildItems(cx, 0, "block");
	return newList([0, cx.text.length], "block", items);
}

function scan(cx: BuildContext): { comments: Comment[]; broken: Range[] } {
	const { type, missing, count, grammar, reused } = cx.flat;
	const comments: Comment[] = [];
	const broken: Range[] = [];
	for (let node = 0; node < count; node++) {
		const again = reused.size > 0 ? reused.get(node) : undefined;
		if (again && cx.reuse) comments.push(...cx.reuse.comments(again));
		const id = type[node] ?? 0;
		if (id === grammar.errorType || missing[node] === 1) broken.push(rangeOf(cx, node));
		else if (cx.rules[id]?.is === "comment") comments.push({ range: withoutLineEnd(cx.text, rangeOf(cx, node)) });
	}
	return { comments, broken };
}

/** Some grammars count the line's end into a line comment, and `\r` into the comment's text. */
function withoutLineEnd(text: string, [start, end]: Range): Range {
	let last = end;
	while (last > start && (text[last - 1] === "\n" || text[last - 1] === "\r")) last--;
	return [start, last];
}

/** Assignments, guards and the like in an expression's place are wrapped, so that their parts are kept. */
function buildExpr(cx: BuildContext, node: number): Expr {
	const built = buildNode(cx, node);
	switch (built.kind) {
		case "assign":
		case "guard":
		case "import":
		case "item":
			return newOpaque(built.range, built.kind, [built]);
		default:
			return built;
	}
}

function buildNode(cx: BuildContext, wrapped: number): Node {
	const node = unwrap(cx, wrapped);
	if (cx.flat.reused.size > 0 && cx.flat.reused.has(node)) throw new NotReusable();
	if (cx.depth >= deepest) return newOpaque(rangeOf(cx, node), typeOf(cx, node));
	cx.depth++;
	try {
		const built = buildByRule(cx, node, ruleOf(cx, node));
		if (node !== wrapped) addAsides(cx, built, besides(cx, wrapped, node));
		return built;
	} finally {
		cx.depth--;
		cx.ambient = noAmbient;
	}
}

function buildByRule(cx: BuildContext, node: number, rule: Rule | undefined): Node {
	const ambient = cx.ambient;
	if (rule?.is !== "hook") cx.ambient = noAmbient;
	switch (rule?.is) {
		case "ref":
		case "shorthand":
			return buildRef(cx, node, rule.is === "ref" ? rule.name : undefined);
		case "string":
			return buildString(cx, node, rule);
		case "concat":
			return buildConcat(cx, node);
		case "list":
			return buildList(cx, node, rule.role, rule);
		case "call":
			return buildCall(cx, node, rule);
		case "member":
			return buildMember(cx, node, rule);
		case "index":
			return buildIndex(cx, node, rule);
		case "assign":
			return buildAssign(cx, node, rule, ambient);
		case "declaration":
			return buildDeclaration(cx, node, rule, ambient);
		case "either":
			return buildEither(cx, node, rule);
		case "binary":
			return buildBinary(cx, node, rule);
		case "guard":
			return buildGuard(cx, node, rule);
		case "fn":
			return buildFn(cx, node, rule, ambient);
		case "group":
			return buildGroup(cx, node, rule);
		case "hook":
			return rule.build(cx, node) ?? buildOpaque(cx, node);
		default:
			return buildOpaque(cx, node);
	}
}
