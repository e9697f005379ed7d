/** Lists and their items. */
import {
	type Ambient,
	type BuildContext,
	besides,
	childNodes,
	contentChildren,
	isToken,
	noAmbient,
	pickNode,
	rangeOf,
	ruleOf,
	sourceOf,
	typeOf,
	unwrap,
} from "./build-context";
import { addAsides, keepTelling } from "./build-expressions";
import type { EntryRule, FnRule, ListRule, Rule } from "./node-table";
import { newItem, newList, newOpaque, newRef } from "./nodes";
import type { Expr, Item, List, ListRole, Opaque, Range } from "./schema";

const openers = new Set(["(", "[", "{", "<", "{|", "%{"]);
const closers = new Set([")", "]", "}", ">", "|}"]);

/** @param ambient what the list says about each declaration directly in it */
export function buildList(
	cx: BuildContext,
	node: number,
	role: ListRole,
	rule?: ListRule,
	ambient: Ambient = noAmbient,
): List {
	return newList(rangeOf(cx, node), role, buildItems(cx, node, role, ambient), innerOf(cx, node, rule));
}

/** Any node as a list: an argument that needs no parentheses, `if (x) single();`. */
export function asList(cx: BuildContext, node: number, role: ListRole): List {
	const inner = unwrap(cx, node);
	const rule = ruleOf(cx, inner);
	if (rule?.is === "list" && fitsRole(rule.role, role)) return buildList(cx, inner, role, rule);
	return newList(rangeOf(cx, node), role, [asItem(cx, node, role)]);
}

/** A lone `style={[a]}` or `f {a: 1}` is one item that happens to be a list; a `for`'s block is the list itself. */
function fitsRole(found: ListRole, wanted: ListRole): boolean {
	return found === wanted || (wanted !== "block" && wanted !== "map");
}

function innerOf(cx: BuildContext, node: number, rule: ListRule | undefined): Range {
	const [start, end] = rangeOf(cx, node);
	const children = childNodes(cx, node);
	const first = children[0];
	const last = children.at(-1);
	if (first === undefined || last === undefined || first === last) return [start, end];
	if (!isDelimiter(cx, first, openers, rule?.open)) return [start, end];
	const closed = isDelimiter(cx, last, closers, rule?.close);
	return [rangeOf(cx, first)[1], closed ? rangeOf(cx, last)[0] : end];
}

function isDelimiter(cx: BuildContext, node: number, usual: ReadonlySet<string>, extra?: readonly string[]): boolean {
	const type = typeOf(cx, node);
	return (isToken(cx, node) && usual.has(type)) || (extra?.includes(type) ?? false);
}

export function buildItems(cx: BuildContext, node: number, role: ListRole, ambient: Ambient = noAmbient): Item[] {
	return inlined(cx, node).map((child) => {
		cx.ambient = ambient;
		return asItem(cx, child, role);
	});
}

function inlined(cx: BuildContext, node: number): number[] {
	const children = contentChildren(cx, node);
	if (!children.some((child) => ruleOf(cx, child)?.is === "inline")) return children;
	return children.flatMap((child) => (ruleOf(cx, child)?.is === "inline" ? contentChildren(cx, child) : [child]));
}

/** The item keeps the outer range (`(a)`, `a;`), its value is what that means. */
export function asItem(cx: BuildContext, outer: number, role: ListRole): Item {
	const again = role === "block" ? cx.flat.reused.get(outer) : undefined;
	if (again !== undefined && cx.reuse !== undefined) return cx.reuse.take(again, cx);
	const node = unwrap(cx, outer);
	const from = cx.asides.length;
	const item = withOwned(cx, itemOf(cx, node, rangeOf(cx, outer), role));
	if (node !== outer) addAsides(cx, item, besides(cx, outer, node));
	if (role === "block") cx.statements.set(item, { type: cx.flat.type[outer] ?? 0, from, to: cx.asides.length });
	return item;
}

function withOwned(cx: BuildContext, item: Item): Item {
	const owns = cx.table.ownedBy?.(cx, item.range);
	return owns === undefined ? item : { ...item, owns };
}

function itemOf(cx: BuildContext, node: number, range: Range, role: ListRole): Item {
	const rule = ruleOf(cx, node);
	const form = role === "block" ? "statement" : "value";
	switch (rule?.is) {
		case "entry":
			return buildEntry(cx, node, range, rule);
		case "spread":
			return buildSpread(cx, node, range, rule);
		case "shorthand":
			return shorthand(newRef(rangeOf(cx, node), sourceOf(cx, node)), range);
		case "fn":
			return rule.entryInMap && role !== "block" ? buildMethod(cx, node, range, rule) : plain(cx, node, range, form);
		case "assign":
			return rule.keyed ? keyed(plain(cx, node, range, form)) : plain(cx, node, range, form);
		default:
			return role === "members" ? member(plain(cx, node, range, form)) : plain(cx, node, range, form);
	}
}

function plain(cx: BuildContext, node: number, range: Range, form: Item["form"]): Item {
	return newItem(range, form, cx.node(node));
}

function shorthand(name: Expr, range: Range): Item {
	return newItem(range, "entry", name, name);
}

function keyed(item: Item): Item {
	if (item.value?.kind !== "assign") return item;
	return newItem(item.range, "entry", item.value, item.value.target);
}

/** A bare name among members is a declaration without a value: an enum's `A`. */
function member(item: Item): Item {
	if (item.value?.kind !== "ref" && item.value?.kind !== "string") return item;
	return newItem(item.range, "entry", undefined, item.value);
}

function buildEntry(cx: BuildContext, node: number, range: Range, rule: EntryRule): Item {
	const key = pickNode(cx, node, rule.key);
	const picked = pickNode(cx, node, rule.value);
	const value = picked === key ? undefined : picked;
	if (key === undefined) return newItem(range, "entry", value === undefined ? undefined : cx.node(value));
	const keyExpr = cx.expr(key);
	if (value === undefined && rule.shorthand) return shorthand(keyExpr, range);
	const computed = isComputed(cx, key, keyExpr, rule.keys);
	return newItem(range, "entry", value === undefined ? undefined : cx.node(value), keyExpr, computed);
}

function isComputed(cx: BuildContext, key: number, built: Expr, keys: EntryRule["keys"]): boolean {
	if (keys === "names") return typeOf(cx, key) === cx.table.computedKey;
	if (built.kind === "string" || built.kind === "opaque") return false;
	return keys === "expressions" || !keys.includes(typeOf(cx, key));
}

function buildSpread(cx: BuildContext, node: number, range: Range, rule: Extract<Rule, { is: "spread" }>): Item {
	const operand = pickNode(cx, node, rule.value);
	return newItem(range, "spread", operand === undefined ? undefined : cx.node(operand));
}

function buildMethod(cx: BuildContext, node: number, range: Range, rule: FnRule): Item {
	const name = pickNode(cx, node, rule.name);
	if (name === undefined) return plain(cx, node, range, "value");
	return newItem(range, "entry", cx.node(node), cx.expr(name), typeOf(cx, name) === cx.table.computedKey);
}

/** A JSX element: its attributes as one list, then its children. */
export function buildGroup(cx: BuildContext, node: number, rule: Extract<Rule, { is: "group" }>): Opaque {
	const field = cx.flat.grammar.fieldIds.get(rule.field);
	const grouped: number[] = [];
	const others: number[] = [];
	for (const child of contentChildren(cx, node)) (cx.flat.field[child] === field ? grouped : others).push(child);
	const list = groupOf(cx, grouped, rule.role);
	const rest = keepTelling(others.map((child) => cx.node(child)));
	const children = [...list, ...rest].sort((a, b) => a.range[0] - b.range[0]);
	return newOpaque(rangeOf(cx, node), typeOf(cx, node), children);
}

/** `for (…) { }`: the only child is that list already. */
function groupOf(cx: BuildContext, nodes: readonly number[], role: ListRole): List[] {
	const [first] = nodes;
	const last = nodes.at(-1);
	if (first === undefined || last === undefined) return [];
	if (first === last) return [asList(cx, first, role)];
	const items = nodes.map((child) => asItem(cx, child, role));
	return [newList([rangeOf(cx, first)[0], rangeOf(cx, last)[1]], role, items)];
}
