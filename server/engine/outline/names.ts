/**
 * Names of one file: where they are defined, where they are used. Scopes are functions; an ambiguous name
 * (assigned more than once) resolves to nothing, because a fix built on a guess is worse than none.
 */
import { classFieldsOf } from "./class-fields";
import { contains, entryNamed, keyName, pathOf, textOf, valueIn } from "./questions";
import type { Assign, Call, Expr, Fn, Import, ImportedName, List, Member, Node, Outline, Ref } from "./schema";

export interface Names {
	/** The one assignment that gives this name or member path its value; undefined when there is none, or several. */
	definition(expr: Expr): Assign | undefined;
	/** Every assignment of this name or path in the scope that `expr` sees. */
	definitions(expr: Expr): readonly Assign[];
	/** Refs and member paths that mean the target of `assign`, the target itself left out. */
	uses(assign: Assign): readonly Expr[];
	/** Like `value` for a name that is no node of its own: a callee. */
	valueOfName(name: string, at: Node): Expr | undefined;
	/** A function of this file by its name, or by the one that a constant gives it. */
	fn(name: string): Fn | undefined;
	/** Members of that path: `client.headers`. */
	members(path: string): readonly Member[];
	/** Where the name stands by itself, as a value or as what is called. */
	mentions(name: string): readonly (Ref | Call)[];
	imported(local: string): { readonly from: Import; readonly name: ImportedName } | undefined;
	/** What an assignment gives its value to: in Go's `req, err := f()` the first name. */
	targetOf(assign: Assign): Expr;
	/** The value behind a name, a member path, or a field of a constant map; `expr` itself when it is neither. */
	value(expr: Expr): Expr | undefined;
}

/** `a = b; b = a` has no value: names are followed this far and no further. */
const deepest = 16;

/** Operators that give a name its value: `x = v`, Python's `(x := v)` and `with v as x`. */
const naming = new Set(["=", ":=", "as"]);

const cache = new WeakMap<Outline, Names>();

export function namesOf(outline: Outline): Names {
	let names = cache.get(outline);
	if (!names) {
		names = buildNames(outline);
		cache.set(outline, names);
	}
	return names;
}

function buildNames(outline: Outline): Names {
	const targetOf = (assign: Assign): Expr => firstTarget(outline, assign);
	const assigns = groupBy(outline.assigns, (assign) => pathOf(targetOf(assign)));
	// Most files are asked for few of these: each is made when it is wanted first.
	const refs = lazy(() => groupBy<Ref>(outline.refs, (ref) => ref.name));
	const members = lazy(() => groupBy(outline.members, (member) => pathOf(member)));
	const membersByName = lazy(() => groupBy(outline.members, (member) => member.name));
	const called = lazy(() => groupBy<Call>(outline.calls, (call) => (call.receiver ? undefined : call.name)));
	const fns = lazy(() => groupBy(outline.fns, (fn) => fn.name));
	const imports = new Map<string, { from: Import; name: ImportedName }>();
	for (const from of outline.imports) for (const name of from.names) imports.set(name.local, { from, name });

	const scopeOf = scopes();
	const parameters = new Map<Fn, Set<string>>();
	const hasParameter = (fn: Fn, name: string): boolean => {
		let known = parameters.get(fn);
		if (!known) {
			known = fn.params ? namesIn(outline, fn.params) : new Set();
			parameters.set(fn, known);
		}
		return known.has(name);
	};
	const fields = classFieldsOf(outline);
	const definitions = (expr: Expr): readonly Assign[] => {
		const path = pathOf(expr);
		const found = path === undefined ? [] : definitionsAt(path, expr);
		const field = found.length === 0 && expr.kind === "member" ? fields.behind(expr, definition) : undefined;
		return field ? [field] : found;
	};
	const definitionsAt = (path: string, at: Node): readonly Assign[] => {
		const all = assigns.get(path) ?? [];
		if (isField(path)) return all;
		if (all.length === 0) return all;
		for (let scope = scopeOf(at); ; scope = scope && scopeOf(scope)) {
			if (scope && hasParameter(scope, path)) return [];
			const here = all.filter((assign) => scopeOf(assign) === scope);
			if (here.length > 0 || !scope) return here;
		}
	};
	const definition = (expr: Expr): Assign | undefined => {
		const found = definitions(expr);
		return found.length === 1 && found[0] && naming.has(found[0].op) ? found[0] : undefined;
	};
	const uses = (assign: Assign): readonly Expr[] => {
		const target = targetOf(assign);
		const path = pathOf(target);
		if (path === undefined) return [];
		const named: readonly Expr[] = target.kind === "ref" ? (refs().get(path) ?? []) : (members().get(path) ?? []);
		const reads = assign.declares === "field" ? (membersByName().get(path) ?? []) : [];
		return [...named, ...reads].filter(
			(use) => !contains(assign.target.range, use.range) && !isName(use) && definitions(use).includes(assign),
		);
	};
	const value = (expr: Expr, depth = 0): Expr | undefined => {
		if (expr.kind !== "ref" && expr.kind !== "member" && expr.kind !== "index") return defaultOf(outline, expr);
		if (depth > deepest) return undefined;
		const direct = definition(expr);
		if (direct) return direct.value && value(direct.value, depth + 1);
		return fieldOf(expr, depth + 1);
	};
	const fieldOf = (expr: Expr, depth: number): Expr | undefined => {
		if (expr.kind !== "member" && expr.kind !== "index") return undefined;
		const name =
			expr.kind === "member" ? expr.name : expr.key.kind === "string" ? textOf(outline, expr.key.content) : undefined;
		const object = expr.object.kind === "ref" || expr.object.kind === "member" ? value(expr.object, depth) : undefined;
		if (name === undefined || object?.kind !== "list" || object.role !== "map") return undefined;
		const entry = object.items.findLast((item) => item.form === "entry" && keyName(outline, item) === name);
		const found = valueIn(entry);
		return found && value(found, depth);
	};
	return {
		targetOf,
		definition,
		definitions,
		uses,
		value: (expr) => value(expr),
		valueOfName: (name, at) => {
			const found = definitionsAt(name, at);
			return found.length === 1 && found[0]?.value ? value(found[0].value) : undefined;
		},
		fn: (name) => {
			const named = fns().get(name) ?? [];
			if (named.length > 0) return named.length === 1 ? named[0] : undefined;
			const held = assigns.get(name) ?? [];
			const value = held.length === 1 ? held[0]?.value : undefined;
			return value?.kind === "fn" ? value : undefined;
		},
		members: (path) => members().get(path) ?? [],
		mentions: (name) => [...(refs().get(name) ?? []), ...(called().get(name) ?? [])],
		imported: (local) => imports.get(local),
	};
}

/** Python's `field(default_factory=lambda: v)` and `field(default=v)` of a dataclass, attrs' too: what a field has when nobody gives it. */
function defaultOf(outline: Outline, expr: Expr): Expr {
	if (expr.kind !== "call" || outline.language !== "python" || !/^((dataclasses|attrs?)\.)?(field|ib)$/.test(expr.path))
		return expr;
	const given =
		expr.args &&
		(entryNamed(outline, expr.args, "default_factory") ??
			entryNamed(outline, expr.args, "factory") ??
			entryNamed(outline, expr.args, "default"));
	const value = valueIn(given);
	if (value?.kind !== "fn") return value ?? expr;
	return value.body && value.body.kind !== "list" ? value.body : expr;
}

/** Languages whose functions return a value and an error, or a value and whether it was there. */
const severalResults = new Set(["go"]);

function firstTarget(outline: Outline, { target, value }: Assign): Expr {
	if (!severalResults.has(outline.language) || target.kind !== "list" || value?.kind !== "call") return target;
	return valueIn(target.items[0]) ?? target;
}

/** `self.client`, `this.client` and Ruby's `@client` mean the same in every method of the file. */
function isField(path: string): boolean {
	return /^((self|this|cls)\.|@)/.test(path);
}

/** `functionOf`, remembered for every node on the way up: the question is asked of every name of a file. */
function scopes(): (node: Node) => Fn | undefined {
	const known = new Map<Node, Fn | undefined>();
	const scopeOf = (node: Node): Fn | undefined => {
		const path: Node[] = [];
		let scope: Fn | undefined;
		for (let at: Node = node; ; ) {
			if (known.has(at)) {
				scope = known.get(at);
				break;
			}
			path.push(at);
			const up = at.parent;
			if (!up) break;
			if (up.kind === "fn" && up.form === "function") {
				scope = up;
				break;
			}
			at = up;
		}
		for (const one of path) known.set(one, scope);
		return scope;
	};
	return scopeOf;
}

/** Every name that a parameter list or a destructuring pattern introduces. */
export function namesIn(outline: Outline, list: List): Set<string> {
	const found = new Set<string>();
	for (const item of list.items) {
		const value = valueIn(item);
		if (item.key?.kind === "ref" && item.key.name) found.add(item.key.name);
		if (value?.kind === "ref") found.add(value.name);
		if (value?.kind === "list") for (const name of namesIn(outline, value)) found.add(name);
	}
	return found;
}

/** A Ref that is no use of a variable: a keyword, a property's name. Shorthand `{ a }` is a use. */
function isName(expr: Expr): boolean {
	const item = expr.parent;
	return item?.kind === "item" && item.form === "entry" && item.key === expr && item.value !== expr && !item.computed;
}

function lazy<T extends object>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

function groupBy<T>(all: readonly T[], key: (one: T) => string | undefined): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const name = key(one);
		if (name === undefined) continue;
		const group = groups.get(name);
		if (group) group.push(one);
		else groups.set(name, [one]);
	}
	return groups;
}
