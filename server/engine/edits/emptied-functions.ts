/**
 * Functions of a file that give an empty map once an edit is done go with every call that passes it on; parameters that
 * nothing reads any more go with the arguments that fill them. Only where every use is seen.
 */
import { ancestors, contains, functionOf, listOf, statementOf, valueIn, within } from "../outline/questions";
import type { Call, Expr, Fn, Item, Node, Outline, Range } from "../outline/schema";
import { isEmptied, type Removal, updates } from "./cascade";

/** Where a function that is not exported is nobody else's, or its name says so. */
const languages = new Set(["typescript", "tsx", "javascript", "python"]);

/**
 * @param importedNames names that other files import from here
 * @returns the definitions of such functions, and what passes their results on
 */
export function emptiedFunctions(outline: Outline, removal: Removal, importedNames: ReadonlySet<string>): Item[] {
	if (!languages.has(outline.language)) return [];
	const touched = new Set([...removal.items].flatMap((item) => functionOf(item) ?? []));
	return [...touched].flatMap((fn): Item[] => {
		const definition = definitionOf(fn);
		if (!definition || removal.items.has(definition.item) || !givesNothing(fn, removal)) return [];
		const calls = onlyCalls(outline, fn, definition, importedNames);
		const passing = calls?.map((call) => passingOn(call));
		if (!passing || passing.length === 0 || passing.some((item) => item === undefined)) return [];
		return [definition.item, ...passing.flatMap((item) => item ?? [])];
	});
}

/**
 * @param gone what the edit takes out
 * @param said names that the edit writes
 * @returns parameters, and the arguments of all calls
 */
export function unusedParameters(
	outline: Outline,
	gone: readonly Range[],
	said: ReadonlySet<string>,
	importedNames: ReadonlySet<string>,
): Item[] {
	if (!languages.has(outline.language)) return [];
	const goes = (range: Range) => gone.some((one) => contains(one, range));
	const touched = new Set(
		gone.flatMap((range) => within(outline.refs, range)).flatMap((ref) => [...functionsAround(ref)]),
	);
	return [...touched].flatMap((fn): Item[] => {
		const definition = goes(fn.range) ? undefined : definitionOf(fn);
		const unread = definition ? parametersOf(fn).filter((one) => isUnused(outline, fn, one, goes)) : [];
		const unused = unread.filter((one) => !isLastNamed(outline, fn, one, unread) && !said.has(nameOf(one) ?? ""));
		if (!definition || unused.length === 0) return [];
		const calls = onlyCalls(outline, fn, definition, importedNames);
		if (!calls || calls.length === 0) return [];
		return unused.flatMap((parameter): Item[] => {
			const filling = calls.filter(({ range }) => !goes(range)).map((call) => argumentOf(fn, call, parameter));
			return filling.every((one) => one !== undefined) ? [parameter, ...filling.flat()] : [];
		});
	});
}

function* functionsAround(node: Node): Generator<Fn> {
	for (const up of ancestors(node)) if (up.kind === "fn" && up.form === "function") yield up;
}

interface Definition {
	readonly name: string;
	readonly item: Item;
	readonly isMethod: boolean;
	readonly exported: boolean;
}

/** `function f() {…}`, `const f = () => …`, a method: a statement of its own. */
function definitionOf(fn: Fn): Definition | undefined {
	const held = fn.parent?.kind === "assign" && fn.parent.value === fn ? fn.parent : undefined;
	const item = statementOf(fn);
	const isWhole = item?.value === (held ?? fn);
	const name = held?.target.kind === "ref" ? held.target.name : fn.name;
	const owner = item && listOf(item)?.parent;
	const isMethod = owner?.kind === "fn" && owner.form === "class";
	if (!item || !isWhole || name === undefined) return undefined;
	return { name, item, isMethod, exported: fn.exported || held?.exported === true };
}

/** Every place that says the name is a call of the function; undefined when one is not, or nobody can say. */
function onlyCalls(
	outline: Outline,
	fn: Fn,
	{ name, item, isMethod, exported }: Definition,
	importedNames: ReadonlySet<string>,
): Call[] | undefined {
	const isTop = functionOf(fn) === undefined;
	if (exported || importedNames.has(name) || fn.children.some((child) => child.kind === "call")) return undefined;
	if (isMethod ? !isPrivate(outline, item, name) : outline.language === "python" && isTop && !name.startsWith("_"))
		return undefined;
	const calls = outline.calls.filter(
		(call) => call.name === name && call.path === (isMethod ? `${ownerOf(call)}.${name}` : name),
	);
	const word = new RegExp(`(?<![\\w$])${name.replace(/\$/g, "\\$")}(?![\\w$])`, "g");
	const said = [...outline.text.matchAll(word)].filter(
		({ index }) => !outline.comments.some(({ range }) => range[0] <= index && index < range[1]),
	);
	return said.length === calls.length + 1 ? calls : undefined;
}

function ownerOf({ receiver }: Call): string {
	return receiver?.kind === "ref" && /^(this|self|cls)$/.test(receiver.name) ? receiver.name : "";
}

function isPrivate(outline: Outline, item: Item, name: string): boolean {
	if (outline.language === "python") return /^_(?!_)/.test(name);
	return name.startsWith("#") || /^\s*private\b/.test(outline.text.slice(...item.range));
}

/** All that is left of its body gives a map in which nothing is left. */
function givesNothing({ body }: Fn, removal: Removal): boolean {
	if (body?.kind !== "list") return false;
	if (body.role === "map") return isEmptied(body, removal);
	if (body.role !== "block") return false;
	const left = body.items.filter((item) => !removal.items.has(item) && item.value?.kind !== "string");
	const result = givenBy(left.at(-1));
	if (!result || left.length > 2) return false;
	if (left.length === 1) return isEmptyMap(result, removal);
	const made = left[0]?.value;
	return (
		made?.kind === "assign" &&
		made.target.kind === "ref" &&
		result.kind === "ref" &&
		made.target.name === result.name &&
		made.value !== undefined &&
		isEmptyMap(made.value, removal)
	);
}

function givenBy(item: Item | undefined): Expr | undefined {
	const value = item?.value;
	const given = value?.kind === "opaque" && value.type.startsWith("return") ? value.children[0] : undefined;
	return given?.kind === "list" || given?.kind === "ref" ? given : undefined;
}

function isEmptyMap(expr: Expr, removal: Removal): boolean {
	return expr.kind === "list" && expr.role === "map" && (expr.items.length === 0 || isEmptied(expr, removal));
}

/** `...f(x)`, `headers: f(x)`, `h.update(f(x))`: what can be left out. */
function passingOn(call: Call): Item | undefined {
	const item = call.parent;
	if (item?.kind !== "item" || item.value !== call) return undefined;
	const list = listOf(item);
	if (list?.role !== "map" && list?.role !== "args") return undefined;
	if (item.form === "spread" || (item.form === "entry" && item.key !== call)) return item;
	return list.parent?.kind === "call" && updates.test(list.parent.name) ? item : undefined;
}

/** Plain ones: no pattern, no rest, no `self`. */
function parametersOf({ params }: Fn): Item[] {
	return (params?.items ?? []).filter((item) => item.form !== "spread" && nameOf(item) !== undefined);
}

function nameOf({ key, value }: Item): string | undefined {
	const target = value?.kind === "assign" ? value.target : (value ?? key);
	return target?.kind === "ref" && !/^(self|cls|this|_.*)$/.test(target.name) ? target.name : undefined;
}

function isUnused(outline: Outline, fn: Fn, parameter: Item, goes: (range: Range) => boolean): boolean {
	const name = nameOf(parameter);
	const body = fn.body?.range;
	if (name === undefined || !body) return false;
	const uses = within(outline.refs, body).filter((ref) => ref.name === name);
	const word = new RegExp(`(?<![\\w$.])${name.replace(/\$/g, "\\$")}(?![\\w$])`, "g");
	const said = [...outline.text.slice(...body).matchAll(word)].map(({ index }): Range => {
		return [body[0] + index, body[0] + index + name.length];
	});
	const isSpared = (range: Range) =>
		goes(range) || outline.comments.some((comment) => contains(comment.range, range)) || isKey(outline, range);
	return uses.some((use) => goes(use.range)) && said.every(isSpared) && !isReadByParameter(outline, fn, name);
}

/** Python's `*` wants a parameter behind it. */
function isLastNamed({ text, language }: Outline, { params }: Fn, one: Item, unread: readonly Item[]): boolean {
	if (language !== "python" || !params) return false;
	const star = /\*\s*,/.exec(text.slice(...params.range));
	const at = star ? params.range[0] + star.index : Number.POSITIVE_INFINITY;
	const behind = params.items.filter((item) => item.range[0] > at);
	return behind.includes(one) && behind.every((item) => unread.includes(item));
}

/** A property or keyword that is only called so. */
function isKey(outline: Outline, range: Range): boolean {
	return outline.items.some(
		({ key, value, computed }) => key?.range[0] === range[0] && key !== value && key.kind === "ref" && !computed,
	);
}

/** Another parameter's default may read it. */
function isReadByParameter(outline: Outline, { params }: Fn, name: string): boolean {
	return !params || within(outline.refs, params.range).filter((ref) => ref.name === name).length !== 1;
}

/** What a call gives for it: nothing, or something that can be left out without being missed. Undefined when nobody can say. */
function argumentOf(fn: Fn, { args, body }: Call, parameter: Item): Item[] | undefined {
	const all = args?.items ?? [];
	if (body || all.some((item) => item.form === "spread")) return undefined;
	const positional = (fn.params?.items ?? []).filter((item) => !isReceiver(item));
	const named = all.find(
		(item) => item.form === "entry" && item.key?.kind === "ref" && item.key.name === nameOf(parameter),
	);
	const given = named ?? all.filter((item) => item.form === "value")[positional.indexOf(parameter)];
	if (!given) return [];
	const value = valueIn(given);
	return value && isPure(value) ? [given] : undefined;
}

function isReceiver({ value }: Item): boolean {
	return value?.kind === "ref" && /^(self|cls)$/.test(value.name);
}

/** Reading it does nothing that anybody could miss. */
function isPure(expr: Expr): boolean {
	if (expr.kind === "ref" || expr.kind === "string") return true;
	return expr.kind === "member" && isPure(expr.object);
}
