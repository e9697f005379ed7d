/**
 * What becomes unused by an edit goes with it: a variable whose every use goes, and a map that loses all it held
 * together with the arguments that pass it on. What was unused before stays.
 */
import { environmentRead, isShell } from "../facts/environment";
import { namesOf } from "../outline/names";
import { contains, functionOf, listOf, statementOf, within } from "../outline/questions";
import type { Assign, Expr, Item, List, Outline, Range } from "../outline/schema";
import { cascade, isEmptied as isEmptiedList, type Removal, updates } from "./cascade";
import { emptiedFunctions } from "./emptied-functions";
import type { Operation } from "./operation";
import { saidNames } from "./said-names";
import { discarded, isStrict, unusedImports, unusedRangeNames } from "./strict-names";
import { unusedParameters } from "./unread-parameters";
import { unusedNames } from "./unused-imports";

/** A removal may make another variable unused, and so on; no real file goes deeper. */
const mostRounds = 8;

/** What other files have to do with the names of a file. */
export interface Elsewhere {
	/** Names that other files import from here: those stay, used or not. */
	readonly importedNames: ReadonlySet<string>;
	/** Names here that are imported from other files of the folder: unused ones go. */
	readonly taken: ReadonlySet<string>;
	/** Parameters that all callers in other files can do without: `ask(userId)`. */
	readonly spare: ReadonlySet<string>;
}

const nobodyElse: Elsewhere = { importedNames: new Set(), taken: new Set(), spare: new Set() };

/** What the operations take out, with all that follows from them. */
export function goneWith(outline: Outline, operations: readonly Operation[]): readonly Range[] {
	const all = planLiveness(outline, operations, nobodyElse);
	return goneRanges(removalOf(outline, all), all);
}

/** @returns the operations with the removals that follow from them */
export function planLiveness(
	outline: Outline,
	operations: readonly Operation[],
	elsewhere: Elsewhere,
): readonly Operation[] {
	if (
		isShell(outline) ||
		!operations.some((one) => one.op === "remove" || one.op === "remove-link" || one.op === "replace")
	)
		return operations;
	let all = operations;
	for (let round = 0; round < mostRounds; round++) {
		const more = follow(outline, all, elsewhere);
		if (more.length === 0) return all;
		all = [...all, ...more];
	}
	return all;
}

function follow(
	outline: Outline,
	operations: readonly Operation[],
	{ importedNames, taken, spare }: Elsewhere,
): Operation[] {
	const removal = removalOf(outline, operations);
	const gone = goneRanges(removal, operations);
	if (gone.length === 0) return [];
	const items = new Set<Item>();
	const dropped: Operation[] = [];
	const said = saidNames(operations);
	for (const assign of candidates(outline, removal, gone)) {
		if (!isLocal(outline, assign, importedNames) || isSaid(said, assign)) continue;
		const uses = namesOf(outline).uses(assign);
		const left = uses.filter((use) => !gone.some((range) => contains(range, use.range)));
		const isEmptied = isEmptyMap(assign, removal);
		if (left.length === uses.length && !(isEmptied && hasItems(assign))) continue;
		const mayGo = assign.target.kind === "ref" && isPure(outline, assign);
		const unused = uses.length > 0 && left.length === 0 && !mayGo;
		const without = unused && !isGone(gone, assign) ? discarded(outline, assign) : undefined;
		if (without) dropped.push(without);
		const statement = holderOf(assign);
		if (!statement || removal.items.has(statement)) continue;
		if (left.length === 0 && mayGo) items.add(statement);
		const passing = left.length > 0 && isEmptied ? passedOn(left) : undefined;
		if (passing) for (const item of [statement, ...passing]) items.add(item);
	}
	for (const item of emptyUpdates(removal)) items.add(item);
	for (const item of emptiedFunctions(outline, removal, importedNames)) items.add(item);
	for (const item of unusedParameters(outline, gone, operations, importedNames, spare)) items.add(item);
	for (const item of unusedImports(outline, gone, operations)) items.add(item);
	dropped.push(...unusedRangeNames(outline, gone));
	const unused = unusedNames(outline, gone, new Set([...taken].filter((name) => !said.has(name))));
	for (const one of unused) if (one.op === "remove") items.add(one.item);
	dropped.push(...unused.filter((one) => one.op !== "remove"));
	const removed = [...items]
		.filter((item) => !removal.items.has(item))
		.map((item): Operation => ({ op: "remove", item }));
	return [...removed, ...dropped.filter((one) => !isAsked(operations, one))];
}

/** What goes here is put elsewhere: `Helicone-Cache-Seed: seed` becomes `prompt_cache_key=seed`. */
function isSaid(said: ReadonlySet<string>, { target }: Assign): boolean {
	return target.kind === "ref" && said.has(target.name);
}

function isGone(gone: readonly Range[], assign: Assign): boolean {
	return gone.some((range) => contains(range, assign.range));
}

function isAsked(operations: readonly Operation[], one: Operation): boolean {
	return operations.some((other) => JSON.stringify(rangeOf(other)) === JSON.stringify(rangeOf(one)));
}

function rangeOf(operation: Operation): Range | undefined {
	return operation.op === "replace" ? operation.range : undefined;
}

/** Variables that the edit touches: used in what goes, or holding a map that loses entries. */
function candidates(outline: Outline, removal: Removal, gone: readonly Range[]): Set<Assign> {
	const names = namesOf(outline);
	const used = gone.flatMap((range) => within(outline.refs, range)).flatMap((ref) => names.definition(ref) ?? []);
	const lists = new Set([...removal.items].flatMap((item) => listOf(item) ?? []));
	const holding = [...lists].flatMap((list) =>
		list.parent?.kind === "assign" && list.parent.value === list ? [list.parent] : [],
	);
	return new Set([...used, ...holding]);
}

/** `headers.update({…})` and `Object.assign(headers, {…})` that have nothing left to say. */
function emptyUpdates(removal: Removal): Item[] {
	return [...removal.items].flatMap((item) => {
		const call = listOf(item)?.parent;
		if (call?.kind !== "call" || !updates.test(call.name)) return [];
		const left = call.args?.items.filter((one) => !removal.items.has(one)).length ?? 0;
		const statement = statementOf(call);
		// Go's `opts = append(opts)`.
		const isAppended = statement?.value?.kind === "assign" && statement.value.value === call && call.name === "append";
		if (isAppended) return left === 1 ? [statement] : [];
		return statement?.value === call && left === (call.path === "Object.assign" ? 1 : 0) ? [statement] : [];
	});
}

function removalOf(outline: Outline, operations: readonly Operation[]): Removal {
	const items = operations.flatMap((one) => (one.op === "remove" ? [one.item] : []));
	const links = new Set(operations.flatMap((one) => (one.op === "remove-link" ? [one.call] : [])));
	const receiving = new Set(operations.flatMap((one): List[] => (one.op === "put" ? [one.list] : [])));
	return cascade(outline, items, links, receiving);
}

function goneRanges(removal: Removal, operations: readonly Operation[]): Range[] {
	return [
		...[...removal.items].map((item) => item.range),
		...[...removal.links].map((call): Range => [call.receiver?.range[1] ?? call.range[0], call.range[1]]),
		...operations.flatMap((one) => (one.op === "replace" ? [one.range] : [])),
	];
}

/** Languages whose files of one folder share what stands at their top. */
const sharedTops = new Set(["go"]);

/** A plain variable of this file with one definition; fields and exports may be read elsewhere. */
function isLocal(outline: Outline, assign: Assign, importedNames: ReadonlySet<string>): boolean {
	// A default parameter is part of a signature.
	if (assign.parent?.kind === "item" && listOf(assign.parent)?.role === "names") return false;
	if (sharedTops.has(outline.language) && functionOf(assign) === undefined) return false;
	return (
		(assign.target.kind === "ref" || isStrict(outline)) &&
		assign.op === "=" &&
		assign.declares !== "field" &&
		!assign.exported &&
		(assign.target.kind !== "ref" || !importedNames.has(assign.target.name))
	);
}

/** The statement, if the assignment is all of it; the declarator otherwise. */
function holderOf(assign: Assign): Item | undefined {
	if (assign.parent?.kind === "item" && assign.parent.value === assign) return assign.parent;
	const statement = statementOf(assign);
	return statement?.value === assign ? statement : undefined;
}

/** Evaluating the value does nothing that anybody could miss: literals, names, environment reads. */
function isPure(outline: Outline, assign: Assign): boolean {
	const value = assign.value;
	if (!value || namesOf(outline).definitions(assign.target).length !== 1) return false;
	if (value.kind === "opaque" || value.kind === "fn") return false;
	return within(outline.calls, value.range).every((call) => environmentRead(outline, call) !== undefined);
}

function isEmptyMap(assign: Assign, removal: Removal): boolean {
	const list = assign.value?.kind === "list" ? assign.value : undefined;
	return list?.role === "map" && (list.items.length === 0 || isEmptiedList(list, removal));
}

function hasItems(assign: Assign): boolean {
	return assign.value?.kind === "list" && assign.value.items.length > 0;
}

/** The entries and spreads that do nothing but pass the variable on; undefined when it is used in any other way. */
function passedOn(uses: readonly Expr[]): Item[] | undefined {
	const items = uses.map((use) => {
		const item = use.parent;
		const isPassed = item?.kind === "item" && item.value === use && (item.form === "entry" || item.form === "spread");
		return isPassed && listOf(item)?.role !== "block" ? item : undefined;
	});
	return items.every((item) => item !== undefined) ? items : undefined;
}
