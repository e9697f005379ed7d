/**
 * R8: what goes along when something goes, until nothing more does.
 *
 * An emptied map or sequence takes its entry, its spread or the last positional argument with it; the value of
 * `x.y =` or `x[k] =` the statement; an emptied block its guard. A declared variable (`const headers = {}`) stays:
 * later code may use it. A function stays too.
 */
import { clients } from "../../../shared/mappings";
import { cascadeOwner } from "../outline/cascaded";
import { namesOf } from "../outline/names";
import { contains, keyName, listOf, within } from "../outline/questions";
import type { Assign, Call, Either, Expr, Guard, Item, List, Node, Outline } from "../outline/schema";
import { withoutLinks } from "./remove-link";

export interface Removal {
	readonly items: ReadonlySet<Item>;
	readonly links: ReadonlySet<Call>;
	/** Guards whose `else` goes while they stay. */
	readonly elses: ReadonlySet<Guard>;
}

interface Going {
	readonly outline: Outline;
	readonly items: Set<Item>;
	readonly links: Set<Call>;
	readonly elses: Set<Guard>;
	readonly receiving: ReadonlySet<List>;
}

/** Arguments cannot be left out where the signature is fixed. */
const fixedArguments = new Set([
	"go",
	"rust",
	"java",
	"csharp",
	"kotlin",
	"php",
	"elixir",
	"swift",
	"dart",
	"scala",
	"cpp",
]);
/** Calls that without arguments make an empty map. */
const emptyMakers = new Set([
	"Map.of",
	"Map.ofEntries",
	"ImmutableMap.of",
	"dict",
	"OrderedDict",
	"httpx.Headers",
	"Headers",
	"Map",
	"URLSearchParams",
]);
/** Calls that put what they are given into something. */
export const updates = /^(update|append|extend|push|assign|merge!|add_headers)$/;
/** So do these, of languages whose calls need their arguments. */
const puts = /^(addAll|putAll|includeHeaders)$/;
/** Commands that do nothing without a word. */
const emptyShells = new Set(["export", "declare", "local", "readonly", "typeset"]);
/** Calls in a loop's header that only look. */
const lookers = /(^|\.)(items|keys|values|entries|enumerate|zip|sorted|reversed|range|len|fromEntries)$/;
const nothing = new Set(["undefined", "null", "None", "nil", "NULL"]);

/**
 * @param items what is asked to go
 * @param links calls that go out of their chains
 * @param receiving lists that something is put into: never empty
 */
export function cascade(
	outline: Outline,
	items: Iterable<Item>,
	links: ReadonlySet<Call>,
	receiving: ReadonlySet<List>,
): Removal {
	const going: Going = { outline, items: new Set(items), links: new Set(links), elses: new Set(), receiving };
	for (const call of links) addBareStatement(going, call);
	for (let size = -1; size !== sizeOf(going); ) {
		size = sizeOf(going);
		for (const list of emptiedLists(going)) addHolder(going, list);
	}
	return going;
}

/** A list lost everything that was in it. */
export function isEmptied(list: List, removal: Pick<Removal, "items">): boolean {
	return list.items.length > 0 && list.items.every((item) => goes(item, list, removal.items));
}

function goes(item: Item, list: List, items: ReadonlySet<Item>): boolean {
	if (items.has(item)) return true;
	if (list.stride === 1) return false;
	const index = list.items.indexOf(item);
	const partner = list.items[index % 2 === 0 ? index + 1 : index - 1];
	return partner !== undefined && items.has(partner);
}

function sizeOf(going: Going): number {
	return going.items.size + going.elses.size + going.links.size;
}

function emptiedLists(going: Going): readonly List[] {
	const lists = new Set([...going.items].flatMap((item) => listOf(item) ?? []));
	return [...lists].filter((list) => !going.receiving.has(list) && isEmptied(list, going));
}

function addHolder(going: Going, list: List): void {
	switch (list.role) {
		case "map":
		case "seq":
			addValueHolder(going, list);
			return;
		case "block":
			addGuard(going, list);
			addLoop(going, list);
			addScope(going, list);
			return;
		case "words":
			addEmptyShell(going, list);
			return;
		case "names":
			if (list.parent?.kind === "assign" && list.parent.target === list) addStatement(going, list.parent);
			return;
		case "args":
			if (list.parent?.kind === "call") addEmptyCall(going, list.parent);
			return;
		case "members":
			return;
	}
}

/** `value` is empty now: climbs through what means the same, to the place that holds it. */
function addValueHolder(going: Going, value: Expr): void {
	const holder = value.parent;
	switch (holder?.kind) {
		case "item":
			if (holder.value === value && mayGo(going, holder, value)) going.items.add(holder);
			else {
				addLink(going, holder);
				addEmptyPut(going, holder);
			}
			return;
		case "either":
			if (isEmptyEither(going, holder, value)) addValueHolder(going, holder);
			return;
		case "assign":
			if (holder.value === value && isPlaceIn(holder) && !isReadLater(going, holder)) addStatement(going, holder);
			return;
		case "call":
			if (isInitialiser(going, holder, value)) addValueHolder(going, holder);
			return;
	}
}

/** Calls that give back what they are called on with something more: without arguments they say nothing. */
const carriers = /^(bind|with_options|withOptions|with_config|withConfig|add_headers)$/;

/** `dict()` is an empty map; `model.bind()` and `client.add_headers()` go out of their chains. */
function addEmptyCall(going: Going, call: Call): void {
	if (emptyMakers.has(call.path)) addValueHolder(going, call);
	const saysNothing = carriers.test(call.name) || (call.args?.stride === 2 && call.name === "headers");
	if (!call.receiver || !saysNothing || going.links.has(call)) return;
	going.links.add(call);
	addBareStatement(going, call);
}

/** Links of a builder that pass on a map of headers: without one they say nothing. */
const mapLinks = new Set(clients.flatMap((row) => row.links?.headers ?? []));

/** `request.headers.addAll({});` puts nothing. */
function addEmptyPut(going: Going, argument: Item): void {
	const call = listOf(argument)?.parent;
	if (call?.kind === "call" && puts.test(call.name) && call.args?.items.length === 1) addStatement(going, call);
}

/** `.customHeaders(Map.of())` where the argument cannot be left out: the link goes. */
function addLink(going: Going, argument: Item): void {
	const list = listOf(argument);
	const call = list?.parent;
	if (list?.role !== "args" || list.items.length !== 1 || call?.kind !== "call") return;
	if (call.receiver?.kind !== "call" && !isFirstOnClass(going.outline, call)) return;
	if (fixedArguments.has(going.outline.language) && mapLinks.has(call.name)) going.links.add(call);
}

/** PHP's `Http::withHeaders([…])->post(…)`: what follows can be called on the class. */
function isFirstOnClass({ language }: Outline, call: Call): boolean {
	return (
		language === "php" && call.receiver !== undefined && call.parent?.kind === "call" && call.parent.receiver === call
	);
}

function mayGo(going: Going, item: Item, value: Expr): boolean {
	const list = listOf(item);
	if (!list) return false;
	if (item.form === "spread") return true;
	if (item.form === "entry")
		return list.role !== "args" || mayLeaveArguments(going, list) || isOptional(going, list, item);
	if (item.form !== "value" || value.kind === "call") return false;
	// `- name: A` of YAML: without its entries only a dash is left. `[{}]` stays: somebody may count the elements.
	if (list.role === "seq") return value.kind === "list" && !value.delimited;
	if (list.role !== "args" || fixedArguments.has(going.outline.language)) return false;
	// `f({})` stays: whoever takes one argument takes it apart. `h.update({})` goes altogether.
	const call = list.parent?.kind === "call" ? list.parent : undefined;
	const mayBeBare = call !== undefined && (updates.test(call.name) || emptyMakers.has(call.path));
	return (list.items.length > 1 || mayBeBare) && isLastPositional(going, list, item);
}

/** Named arguments that the table's clients can do without: `headers = mapOf()` of openai-kotlin. */
const optional = new Set(
	clients.flatMap(({ callees, slots }) =>
		callees.flatMap((callee) => slots.headers.map((slot) => `${callee.slice(callee.lastIndexOf(".") + 1)}(${slot})`)),
	),
);

function isOptional({ outline }: Going, list: List, item: Item): boolean {
	return list.parent?.kind === "call" && optional.has(`${list.parent.name}(${keyName(outline, item) ?? ""})`);
}

/** Ruby's `with(headers: {})` stays for the reason that `f({})` stays: its keywords are one hash. */
function mayLeaveArguments({ outline }: Going, list: List): boolean {
	if (fixedArguments.has(outline.language)) return false;
	const call = list.parent?.kind === "call" ? list.parent : undefined;
	return outline.language !== "ruby" || list.items.length > 1 || call === undefined || updates.test(call.name);
}

function isLastPositional(going: Going, list: List, item: Item): boolean {
	const later = list.items.slice(list.items.indexOf(item) + 1);
	return later.every((other) => other.form === "entry" || going.items.has(other));
}

/** `c ? { a } : {}` says nothing once both branches are empty, `c && { a }` once its only one is. */
function isEmptyEither(going: Going, either: Either, value: Expr): boolean {
	if (either.test === value || either.form === "or") return false;
	if (either.form === "and") return true;
	const other = either.then === value ? either.else : either.then;
	return other === undefined || isEmptyExpr(going, other);
}

function isEmptyExpr(going: Going, expr: Expr): boolean {
	if (expr.kind === "list") {
		return expr.items.length === 0 ? !going.receiving.has(expr) : !going.receiving.has(expr) && isEmptied(expr, going);
	}
	if (expr.kind === "either")
		return expr.form === "ternary" && isEmptyExpr(going, expr.then) && isEmptyElse(going, expr);
	return nothing.has(going.outline.text.slice(expr.range[0], expr.range[1]));
}

function isEmptyElse(going: Going, either: Either): boolean {
	return either.else === undefined || isEmptyExpr(going, either.else);
}

/** `x.y = {}` and `x[k] = {}`, but not `x = {}`: the variable may be read later. */
function isPlaceIn(assign: Assign): boolean {
	const isPlace = assign.target.kind === "member" || assign.target.kind === "index";
	return isPlace && assign.op === "=" && assign.declares === undefined;
}

/** `self.headers = {}` that another line reads: without it that line would fail. */
function isReadLater(going: Going, assign: Assign): boolean {
	if (assign.target.kind !== "member") return false;
	return namesOf(going.outline)
		.uses(assign)
		.some((use) => ![...going.items].some((item) => contains(item.range, use.range)));
}

/** `http.Header{}`, `new Dictionary<string, string> { }`: nothing without what stood in the braces. Rust wants each field. */
function isInitialiser(going: Going, call: Call, value: Expr): boolean {
	return call.init === value && (call.args?.items.length ?? 0) === 0 && going.outline.language !== "rust";
}

function addStatement(going: Going, node: Node): void {
	const item = node.parent;
	if (item?.kind === "item" && item.form === "statement" && item.value === node) going.items.add(item);
}

/** Without an `else` the guard goes; with one only an emptied `else` does. */
function addGuard(going: Going, block: List): void {
	const guard = block.parent;
	if (guard?.kind !== "guard") return;
	if (guard.else === block) going.elses.add(guard);
	const hasElse = guard.else !== undefined && !going.elses.has(guard);
	const isThenEmpty = isEmptied(guard.then, going) && !going.receiving.has(guard.then);
	if (hasElse || !isThenEmpty) return;
	if (guard.parent?.kind === "guard" && guard.parent.else === guard) going.elses.add(guard.parent);
	else addStatement(going, guard);
}

/** `.apply { }` and Ktor's `headers { }` with nothing left to say. */
function addScope(going: Going, block: List): void {
	const call = block.parent;
	if (call?.kind !== "call" || call.body !== block || !/^(apply|also|let|headers|defaultRequest)$/.test(call.name))
		return;
	if (going.outline.language !== "kotlin" || going.receiving.has(block)) return;
	// `user?.let { … }`
	const isBare = call.receiver === undefined || call.receiver.kind === "ref" || call.receiver.kind === "member";
	if (isBare) addStatement(going, call);
	if (call.receiver && call.name !== "let") going.links.add(call);
}

/** `for k, v in tags.items():` with nothing left to do for each. The Outline has no word for a loop. */
function addLoop(going: Going, block: List): void {
	const loop = block.parent;
	if (loop?.kind !== "opaque" || !/^for(_in|each|_each)?_statement$/.test(loop.type)) return;
	const others = within(going.outline.lists, loop.range).filter(
		(list) => list.role === "block" && list !== block && !contains(block.range, list.range),
	);
	const header = going.outline.text.slice(loop.range[0], block.range[0]);
	const calls = within(going.outline.calls, [loop.range[0], block.range[0]]);
	// A bare name may be a generator that somebody wants to run.
	const isPure =
		calls.length > 0 &&
		!/\b(async|await)\b|[^=!<>]=[^=>]|\+\+|--/.test(header) &&
		calls.every((call) => lookers.test(call.path));
	const isRange = /^for\b[^;=]*:=\s*range\s/.test(header) && calls.every((call) => lookers.test(call.path));
	if (others.length === 0 && (isPure || isRange)) addStatement(going, loop);
}

/** `export A=1 B=2` without words; the Outline has no word for the command when it declares several. */
function addEmptyShell(going: Going, words: List): void {
	const holder = words.parent;
	if (holder?.kind === "opaque") addStatement(going, holder);
	// Dart's `request..headers['A'] = b;`
	const cascaded = cascadeOwner(words);
	if (cascaded && cascaded.kind !== "call") addStatement(going, cascaded);
	// `HEADERS+=(-H "…")` adds nothing any more.
	if (holder?.kind === "assign" && holder.op === "+=") addStatement(going, holder);
	if (holder?.kind === "call" && holder.args === words && emptyShells.has(holder.name)) addStatement(going, holder);
}

/** `b.header("A", "x");` leaves `b;`, `r = r.header("A", "x")` leaves `r = r`: the statement goes. */
function addBareStatement(going: Going, call: Call): void {
	const parent = call.parent;
	const rest = withoutLinks(call, going.links);
	if (rest.kind !== "ref" && rest.kind !== "member") return;
	if (parent?.kind === "item" && parent.form === "statement") addStatement(going, call);
	if (parent?.kind !== "assign" || parent.value !== call) return;
	const { text } = going.outline;
	const isSame = text.slice(...parent.target.range) === text.slice(...rest.range);
	if (isSame) addStatement(going, parent);
}
