/**
 * Makers of Outline nodes for the generic builder and the hand-written readers. They fill in what is usual,
 * so that a reader names only what it read. Parents are set later, by `finishOutline`.
 */
import type {
	Assign,
	Call,
	Concat,
	Either,
	Expr,
	Fn,
	Guard,
	Hole,
	Import,
	ImportedName,
	Index,
	Infix,
	Item,
	List,
	ListRole,
	Member,
	Node,
	Opaque,
	Range,
	Ref,
	Str,
} from "./schema";

/** A bare word by default; give `open` and `close` for a quoted string. */
export function newStr(range: Range, rest: Partial<Omit<Str, "kind" | "range" | "parent">> = {}): Str {
	return {
		kind: "string",
		range,
		parent: undefined,
		content: rest.content ?? range,
		open: rest.open ?? "",
		close: rest.close ?? "",
		holes: rest.holes ?? noHoles,
		raw: rest.raw ?? false,
		hasEscapes: rest.hasEscapes ?? false,
		form: rest.form ?? "bare",
	};
}

const noHoles: readonly Hole[] = [];

export function newRef(range: Range, name: string, nameRange: Range = range): Ref {
	return { kind: "ref", range, parent: undefined, name, nameRange };
}

export function newMember(range: Range, object: Expr, name: string, nameRange: Range): Member {
	return { kind: "member", range, parent: undefined, object, name, nameRange };
}

export function newIndex(range: Range, object: Expr, key: Expr): Index {
	return { kind: "index", range, parent: undefined, object, key };
}

export function newCall(
	range: Range,
	nameRange: Range,
	rest: Partial<Omit<Call, "kind" | "range" | "nameRange" | "parent">>,
): Call {
	return {
		kind: "call",
		range,
		parent: undefined,
		path: rest.path ?? "",
		name: rest.name ?? "",
		nameRange,
		receiver: rest.receiver,
		args: rest.args,
		init: rest.init,
		body: rest.body,
		isNew: rest.isNew ?? false,
		isMacro: rest.isMacro ?? false,
	};
}

/** Delimited exactly if `inner` differs from `range`. */
export function newList(
	range: Range,
	role: ListRole,
	items: readonly Item[],
	inner: Range = range,
	stride: 1 | 2 = 1,
): List {
	const delimited = inner[0] !== range[0] || inner[1] !== range[1];
	return { kind: "list", range, parent: undefined, role, inner, delimited, items, stride };
}

export function newItem(
	range: Range,
	form: Item["form"],
	value: Node | undefined,
	key?: Expr,
	computed = false,
	owns?: Range,
): Item {
	return { kind: "item", range, parent: undefined, form, key, computed, value, owns };
}

/** Nested concatenations are flattened; a single part stays itself. */
export function newConcat(range: Range, parts: readonly Expr[]): Concat {
	const flat = parts.flatMap((part) => (part.kind === "concat" ? part.parts : [part]));
	return { kind: "concat", range, parent: undefined, parts: flat };
}

/** Without `test` the tested expression is `then` itself, as for `then ?? else`. */
export function newEither(range: Range, form: Either["form"], then: Expr, otherwise?: Expr, test: Expr = then): Either {
	return { kind: "either", range, parent: undefined, form, test, then, else: otherwise };
}

export function newInfix(range: Range, op: string, left: Expr, right: Expr): Infix {
	return { kind: "infix", range, parent: undefined, op, left, right };
}

export function newFn(range: Range, rest: Partial<Omit<Fn, "kind" | "range" | "parent">>): Fn {
	return {
		kind: "fn",
		range,
		parent: undefined,
		form: rest.form ?? "function",
		name: rest.name,
		params: rest.params,
		body: rest.body,
		exported: rest.exported ?? false,
		children: rest.children ?? [],
	};
}

export function newOpaque(range: Range, type: string, children: readonly Node[] = []): Opaque {
	return { kind: "opaque", range, parent: undefined, type, children };
}

export function newAssign(
	range: Range,
	target: Expr,
	value: Expr | undefined,
	op = "=",
	declares?: Assign["declares"],
	exported = false,
): Assign {
	return { kind: "assign", range, parent: undefined, target, op, value, declares, exported };
}

export function newGuard(range: Range, form: Guard["form"], test: Expr, then: List, otherwise?: List | Guard): Guard {
	return { kind: "guard", range, parent: undefined, form, test, then, else: otherwise };
}

export function newImport(range: Range, module: string, moduleRange: Range, names: readonly ImportedName[]): Import {
	return { kind: "import", range, parent: undefined, module, moduleRange, names };
}
