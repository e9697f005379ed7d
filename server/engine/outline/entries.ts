/**
 * One view of everything that reads as key and value: dicts, objects, keyword arguments, tuple lists, `Headers` objects,
 * conditional spreads, and what is put into a variable later (`h["X"] = …`, `h.set("X", …)`).
 */
import { fieldsCascaded } from "./cascaded";
import { doneInBody, isScope } from "./done-in-body";
import { headerConstant } from "./header-constant";
import { usesWhileHeld } from "./held";
import { labelledHeader } from "./labelled-header";
import { namesOf } from "./names";
import { pairOf } from "./pairs";
import {
	ancestors,
	contains,
	functionOf,
	keyName,
	pathOf,
	positional,
	statementOf,
	valueIn,
	within,
} from "./questions";
import type { Assign, Call, Expr, Fn, Item, List, Member, Outline, Ref } from "./schema";

/** What must go for the entry to go. */
export type Carrier =
	| { readonly kind: "item"; readonly item: Item }
	/** A setter that stands as a statement or in a chain. */
	| { readonly kind: "call"; readonly call: Call };

export interface Entry {
	readonly name: string | undefined;
	readonly key: Expr | undefined;
	readonly value: Expr | undefined;
	readonly carrier: Carrier;
	/** It is there only under a condition. */
	readonly guarded: boolean;
	/** The variables whose definition it was found in, outermost first. */
	readonly via: readonly Assign[];
}

const deepest = 8;
/** A bare name may be a call of a method without arguments. */
const callsByName = new Set(["ruby"]);
/** The last statement of a function is what it gives. */
const implicitReturns = new Set(["ruby", "rust", "elixir", "scala"]);
/** So is the only one. */
const loneReturns = new Set(["swift"]);
/** Calls that give what they are made on and what they are given, together. */
const mergers = new Set(["merge", "merge!", "reverse_merge", "deep_merge", "array_merge", "array_replace"]);
const setters = new Set([
	"set",
	"append",
	"insert",
	"add",
	"put",
	"setdefault",
	"add_field",
	"header",
	"setHeader",
	"addHeader",
	"setRequestHeader",
	"Set",
	"Add",
]);

/** All entries of a map-like expression, in source order of their origin. An expression that is no map has none. */
export function entriesOf(outline: Outline, expr: Expr | undefined): readonly Entry[] {
	const found: Entry[] = [];
	if (expr) collect(outline, expr, false, [], found);
	return found;
}

/** The entry of that name (case-insensitive) that wins. */
export function lastEntry(entries: readonly Entry[], name: string): Entry | undefined {
	return entries.findLast((entry) => entry.name?.toLowerCase() === name.toLowerCase());
}

function collect(outline: Outline, expr: Expr, guarded: boolean, via: readonly Assign[], found: Entry[]): void {
	if (via.length > deepest) return;
	switch (expr.kind) {
		case "list":
			for (const item of expr.items) collectItem(outline, item, guarded, via, found);
			return;
		case "either":
			collect(outline, expr.then, true, via, found);
			if (expr.else) collect(outline, expr.else, true, via, found);
			return;
		case "infix":
			// Python's `{**a} | {…}`, Elixir's `a ++ […]`
			if (expr.op === "|" || expr.op === "++")
				for (const side of [expr.left, expr.right]) collect(outline, side, guarded, via, found);
			return;
		case "ref":
		case "member":
			collectVariable(outline, expr, guarded, via, found);
			return;
		case "call":
			collectCall(outline, expr, guarded, via, found);
			return;
		default:
			return;
	}
}

function collectItem(outline: Outline, item: Item, guarded: boolean, via: readonly Assign[], found: Entry[]): void {
	const value = valueIn(item);
	if (item.form === "entry") {
		const name = keyName(outline, item) ?? headerConstant(item.key);
		found.push({ name, key: item.key, value, carrier: { kind: "item", item }, guarded, via });
	} else if (item.form === "spread" && value) {
		collect(outline, value, guarded, via, found);
	} else if (value) {
		const pair = pairOf(outline, value);
		if (pair) found.push({ ...pair, carrier: { kind: "item", item }, guarded, via });
	}
}

function collectVariable(outline: Outline, expr: Expr, guarded: boolean, via: readonly Assign[], found: Entry[]): void {
	const names = namesOf(outline);
	const assign = names.definition(expr);
	if (!assign) {
		const value = names.value(expr);
		if (value && value !== expr) collect(outline, value, guarded, via, found);
		else if (expr.kind === "ref" && callsByName.has(outline.language))
			collectResults(outline, expr, guarded, via, found);
		return;
	}
	if (via.includes(assign)) return;
	const deeper = [...via, assign];
	if (assign.value) collect(outline, assign.value, guarded, deeper, found);
	for (const put of putsInto(outline, assign)) found.push({ ...put, guarded: guarded || put.guarded, via: deeper });
}

/** What is put into a variable after it was made: `h["A"] = b`, `h.set("A", b)`, `h.update({…})`. */
function putsInto(outline: Outline, assign: Assign): Entry[] {
	return putsThrough(outline, namesOf(outline).uses(assign), functionOf(assign));
}

/**
 * What is put into a field of a variable: `session.headers.update({…})`, `api.defaults.headers.common["A"] = b`.
 * The empty field is the variable itself.
 */
export function entriesPutInto(outline: Outline, assign: Assign, field: string): readonly Entry[] {
	if (field === "") return putsInto(outline, assign);
	const owner = pathOf(namesOf(outline).targetOf(assign));
	if (owner === undefined) return [];
	const named = namesOf(outline).members(`${owner}.${field}`);
	if (named.length === 0 && outline.language !== "dart") return [];
	const uses = new Set<Expr>(usesWhileHeld(outline, assign));
	const fields = named.filter((member) => hasRoot(member, uses));
	const cascaded = [...uses].flatMap((use) => fieldsCascaded(outline, use, field));
	return putsThrough(outline, [...fields, ...cascaded], functionOf(assign));
}

/** What sections behind a value put into a field of it: `Request('POST', u)..headers['A'] = b`. */
export function entriesCascaded(outline: Outline, value: Expr, field: string): readonly Entry[] {
	return putsThrough(outline, fieldsCascaded(outline, value, field), functionOf(value));
}

function hasRoot(member: Expr, uses: ReadonlySet<Expr>): boolean {
	return member.kind === "member" && (uses.has(member.object) || hasRoot(member.object, uses));
}

function putsThrough(outline: Outline, uses: readonly Expr[], scope: Fn | undefined): Entry[] {
	const found: Entry[] = [];
	for (const use of uses) {
		const parent = use.parent;
		const guarded = functionOf(use) !== scope || [...ancestors(use)].some((up) => up.kind === "guard");
		if (
			parent?.kind === "index" &&
			parent.object === use &&
			parent.parent?.kind === "assign" &&
			parent.parent.target === parent
		) {
			found.push(...indexPut(outline, parent.parent, guarded));
			continue;
		}
		const field = parent?.kind === "member" && parent.object === use ? fieldPut(outline, parent, guarded) : undefined;
		if (field) {
			found.push(field);
			continue;
		}
		if (parent?.kind === "call" && parent.receiver === use) collectPut(outline, parent, guarded, found);
	}
	return found;
}

/** `h["A"] = b` */
function indexPut(outline: Outline, assign: Assign, guarded: boolean): Entry[] {
	const { target, value } = assign;
	const item = [...ancestors(target)].find((up) => up.kind === "item");
	if (target.kind !== "index" || item?.kind !== "item") return [];
	const name = target.key.kind === "string" ? outline.text.slice(...target.key.content) : headerConstant(target.key);
	return [{ name, key: target.key, value, carrier: { kind: "item", item }, guarded, via: [] }];
}

/** Languages in which an object's field is its entry: `options.baseURL = …`. */
const fieldEntries = new Set(["javascript", "typescript", "tsx", "go", "csharp", "kotlin", "swift", "dart"]);

function fieldPut(outline: Outline, member: Member, guarded: boolean): Entry | undefined {
	const assign = member.parent;
	if (assign?.kind !== "assign" || assign.target !== member || !fieldEntries.has(outline.language)) return undefined;
	const item = statementOf(assign);
	if (item?.value !== assign) return undefined;
	return { name: member.name, key: undefined, value: assign.value, carrier: { kind: "item", item }, guarded, via: [] };
}

function collectPut(outline: Outline, call: Call, guarded: boolean, found: Entry[]): void {
	const labelled = labelledHeader(outline, call);
	const first = labelled?.name ?? valueIn(positional(call, 0));
	const second = labelled ? labelled.value : valueIn(positional(call, 1));
	const named = first?.kind === "string" ? outline.text.slice(...first.content) : headerConstant(first);
	if ((setters.has(call.name) || labelled) && first && named !== undefined && second) {
		found.push({
			name: named,
			key: first,
			value: second,
			carrier: { kind: "call", call },
			guarded,
			via: [],
		});
	} else if (/^(update|append|push|extend|merge!|addAll|putAll)$/.test(call.name) && first) {
		const pair = pairOf(outline, first);
		if (pair) found.push({ ...pair, carrier: { kind: "call", call }, guarded, via: [] });
		else collect(outline, first, guarded, [], found);
	}
}

/** `dict(a=b)`, `new Headers({…})`, `Object.assign({}, {…})`, a function of this file that returns a map. */
function collectCall(outline: Outline, call: Call, guarded: boolean, via: readonly Assign[], found: Entry[]): void {
	const maker =
		/^(dict|OrderedDict|Ok|Some|(HashMap|BTreeMap|IndexMap)\.from|Headers|Map|Map\.ofEntries|Map\.copyOf|Object\.(assign|fromEntries|freeze)|httpx\.Headers|(\w+\.)*HttpOptions)$/.test(
			call.path,
		);
	if (maker && call.args) {
		for (const item of call.args.items) {
			const value = valueIn(item);
			if (item.form === "entry") collectItem(outline, item, guarded, via, found);
			else if (value) collect(outline, value, guarded, via, found);
		}
		return;
	}
	if (call.args?.stride === 2) {
		collectAlternating(outline, call.args, guarded, via, found);
		return;
	}
	if (call.init) {
		collect(outline, call.init, guarded, via, found);
		return;
	}
	if (mergers.has(call.name)) {
		if (call.receiver) collect(outline, call.receiver, guarded, via, found);
		for (const item of call.args?.items ?? []) {
			const value = valueIn(item);
			if (item.form === "entry") collectItem(outline, item, guarded, via, found);
			else if (value) collect(outline, value, guarded, via, found);
		}
		return;
	}
	if (isConstruction(outline, call)) {
		for (const item of call.args?.items ?? [])
			if (item.form === "entry") collectItem(outline, item, guarded, via, found);
		return;
	}
	if (call.body && isScope(call) && doneInBody(outline, call).length > 0) {
		if (call.receiver) collect(outline, call.receiver, guarded, via, found);
		collectDone(outline, call, guarded, via, found);
		return;
	}
	if (!isOnObject(call)) collectResults(outline, call, guarded, via, found);
}

/** Languages without `new`, where arguments are named: `ChatCompletionRequest(model = "…")` is a record with that field. */
const namedArguments = new Set(["kotlin", "swift", "scala", "dart"]);

function isConstruction(outline: Outline, call: Call): boolean {
	const isNamed = call.args?.items.some((item) => item.form === "entry") ?? false;
	return isNamed && namedArguments.has(outline.language) && /^[A-Z]/.test(call.name) && call.body === undefined;
}

/** `mutableMapOf<String, String>().apply { put("A", "b"); this["C"] = "d" }`, `buildMap { put("A", "b") }`. */
function collectDone(outline: Outline, call: Call, guarded: boolean, via: readonly Assign[], found: Entry[]): void {
	for (const done of doneInBody(outline, call)) {
		const puts: Entry[] = [];
		if (done.node.kind === "call") collectPut(outline, done.node, guarded || done.guarded, puts);
		else puts.push(...indexPut(outline, done.node, guarded || done.guarded));
		found.push(...puts.map((put) => ({ ...put, via })));
	}
}

/** Neither `headers()` nor what a method calls on its own object: `$this->headers()`, `self.headers()`. */
function isOnObject({ receiver }: Call): boolean {
	return receiver !== undefined && !(receiver.kind === "ref" && /^(self|Self|static|this|\$this)$/.test(receiver.name));
}

/** What a function of this file gives that is called by name. */
function collectResults(
	outline: Outline,
	call: Call | Ref,
	guarded: boolean,
	via: readonly Assign[],
	found: Entry[],
): void {
	const fn = namesOf(outline).fn(call.name);
	const body = fn?.body;
	if (!fn || !body || contains(body.range, call.range)) return;
	const results = body.kind === "list" && body.role === "block" ? returnsOf(outline, body, fn) : [body];
	for (const result of results) collect(outline, result, guarded || results.length > 1, via, found);
}

/** `Map.of("A", "b", "C", "d")`: the pair goes with its key. */
function collectAlternating(
	outline: Outline,
	list: List,
	guarded: boolean,
	via: readonly Assign[],
	found: Entry[],
): void {
	for (const [index, item] of list.items.entries()) {
		if (index % 2 === 1) continue;
		const key = valueIn(item);
		const name = key?.kind === "string" ? outline.text.slice(...key.content) : undefined;
		found.push({ name, key, value: valueIn(list.items[index + 1]), carrier: { kind: "item", item }, guarded, via });
	}
}

function returnsOf(outline: Outline, body: List, fn: object): Expr[] {
	const found: Expr[] = [];
	for (const list of [...within(outline.lists, body.range), ...within(outline.refs, body.range)]) {
		const parent = list.parent;
		if (parent?.kind === "opaque" && parent.type.startsWith("return") && functionOf(list) === fn) found.push(list);
	}
	const isImplicit =
		implicitReturns.has(outline.language) || (loneReturns.has(outline.language) && body.items.length === 1);
	const last = isImplicit ? valueIn(body.items.at(-1)) : undefined;
	return last && last.kind !== "opaque" ? [...found, last] : found;
}

/** The value at a dotted path below a map-like expression or an argument list: `configuration.baseURL`. */
export function entryAt(outline: Outline, from: Expr | undefined, path: readonly string[]): Entry | undefined {
	let entry: Entry | undefined;
	let here = from;
	for (const name of path) {
		entry = lastEntry(entriesOf(outline, here), name);
		if (!entry) return undefined;
		here = entry.value;
	}
	return entry;
}
