/** Parameters that nothing reads any more once an edit is done go with the arguments that fill them. Only where every use is seen. */
import { ancestors, contains, within } from "../outline/questions";
import type { Call, Fn, Item, List, Node, Outline, Range } from "../outline/schema";
import { argumentOf, type Parameter, parametersOf } from "./fillings";
import { callsBesideExports, type Definition, definitionOf, followed, isKey, onlyCalls } from "./function-uses";
import type { Operation } from "./operation";
import { saidNames } from "./said-names";

/**
 * @param gone what the edit takes out
 * @param operations what the edit wants: names that it writes are read again
 * @param known parameters of functions that other files call, as `ask(userId)`: those files can do without
 * @returns parameters, and the arguments of all calls of this file
 */
export function unusedParameters(
	outline: Outline,
	gone: readonly Range[],
	operations: readonly Operation[],
	importedNames: ReadonlySet<string>,
	known: ReadonlySet<string>,
): Item[] {
	if (!followed.has(outline.language)) return [];
	const whole = unreadParameters(outline, gone, operations).flatMap(({ fn, definition, unread }): Item[] => {
		const own = onlyCalls(outline, fn, definition, importedNames);
		const calls = own && own.length > 0 ? own : undefined;
		return unread.flatMap((parameter): Item[] => {
			const isKnown = known.has(`${definition.name}(${parameter.label})`);
			const all = calls ?? (isKnown ? callsBesideExports(outline, fn, definition) : undefined);
			const filling = all && fillingOf(outline, all, parameter, gone);
			return filling ? [parameter.item, ...filling] : [];
		});
	});
	return whole.length > 0 ? whole : unreadEntries(outline, gone, operations);
}

/** `{ user }` of `{ prompt, user }: Options`: whoever gives the object may go on giving it. The last name of a pattern stays. */
function unreadEntries(outline: Outline, gone: readonly Range[], operations: readonly Operation[]): Item[] {
	const goes = (range: Range) => gone.some((one) => contains(one, range));
	return functionsTouched(outline, gone).flatMap((fn) =>
		patternsOf(fn).flatMap(({ items }): Item[] => {
			if (goes(fn.range) || items.some(({ form }) => form === "spread")) return [];
			const unread = items.filter(({ value, range }) => {
				if (value?.kind !== "ref" || !isUnused(outline, fn, [value.name], goes)) return false;
				const others = operations.filter((one) => one.op !== "replace" || !contains(range, one.range));
				return !saidNames(others).has(value.name);
			});
			return unread.length < items.length ? unread : [];
		}),
	);
}

function patternsOf({ params }: Fn): List[] {
	const within = ({ value }: Item): List[] => {
		const target = value?.kind === "assign" ? value.target : value;
		return target?.kind === "list" && target.role === "names" ? [target, ...target.items.flatMap(within)] : [];
	};
	return (params?.items ?? []).flatMap(within);
}

function functionsTouched(outline: Outline, gone: readonly Range[]): readonly Fn[] {
	const refs = gone.flatMap((range) => within(outline.refs, range));
	return [...new Set(refs.flatMap((ref) => [...functionsAround(ref)]))];
}

interface Unread {
	readonly fn: Fn;
	readonly definition: Definition;
	readonly unread: readonly Parameter[];
}

/** Functions whose parameters nothing reads any more once that is gone. */
function unreadParameters(outline: Outline, gone: readonly Range[], operations: readonly Operation[]): Unread[] {
	const said = saidNames(operations);
	const goes = (range: Range) => gone.some((one) => contains(one, range));
	return functionsTouched(outline, gone).flatMap((fn): Unread[] => {
		const definition = goes(fn.range) ? undefined : definitionOf(outline, fn);
		const idle = definition ? parametersOf(outline, fn).filter((one) => isUnused(outline, fn, one.names, goes)) : [];
		const unread = idle.filter(
			(one) => !isLastNamed(outline, fn, one.item, idle) && !one.names.some((name) => said.has(name)),
		);
		return definition && unread.length > 0 ? [{ fn, definition, unread }] : [];
	});
}

function fillingOf(
	outline: Outline,
	calls: readonly Call[],
	parameter: Parameter,
	gone: readonly Range[],
): Item[] | undefined {
	const left = calls.filter(({ range }) => !gone.some((one) => contains(one, range)));
	const filling = left.map((call) => argumentOf(outline, call, parameter));
	return filling.every((one) => one !== undefined) ? filling.flat() : undefined;
}

/** A parameter of a function at the top of a file that other files may call, and that nothing but what goes reads. */
export interface SpareParameter {
	/** `ask(userId)` */
	readonly path: string;
	readonly parameter: Parameter;
}

/** Those that could go, as far as this file knows; @param gone what the edit takes out, with all that follows from it */
export function spareParameters(
	outline: Outline,
	gone: readonly Range[],
	operations: readonly Operation[],
): readonly SpareParameter[] {
	if (!followed.has(outline.language)) return [];
	return unreadParameters(outline, gone, operations).flatMap(({ fn, definition, unread }) => {
		const calls = callsBesideExports(outline, fn, definition);
		return unread.flatMap((parameter) =>
			calls && fillingOf(outline, calls, parameter, gone)
				? [{ path: `${definition.name}(${parameter.label})`, parameter }]
				: [],
		);
	});
}

function* functionsAround(node: Node): Generator<Fn> {
	for (const up of ancestors(node)) if (up.kind === "fn" && up.form === "function") yield up;
}

function isUnused(outline: Outline, fn: Fn, names: readonly string[], goes: (range: Range) => boolean): boolean {
	const body = fn.body?.range;
	if (!body) return false;
	const refs = within(outline.refs, body);
	return (
		refs.some((ref) => names.includes(ref.name) && goes(ref.range)) &&
		names.every((name) => isUnread(outline, body, name, goes) && !isReadByParameter(outline, fn, name))
	);
}

function isUnread(outline: Outline, body: Range, name: string, goes: (range: Range) => boolean): boolean {
	const word = new RegExp(`(?<![\\w$.])${name.replace(/\$/g, "\\$")}(?![\\w$])`, "g");
	return [...outline.text.slice(...body).matchAll(word)].every(({ index }) => {
		const range: Range = [body[0] + index, body[0] + index + name.length];
		return goes(range) || outline.comments.some((comment) => contains(comment.range, range)) || isKey(outline, range);
	});
}

/** Python's `*` wants a parameter behind it. */
function isLastNamed({ text, language }: Outline, { params }: Fn, one: Item, unread: readonly Parameter[]): boolean {
	if (language !== "python" || !params) return false;
	const star = /\*\s*,/.exec(text.slice(...params.range));
	const at = star ? params.range[0] + star.index : Number.POSITIVE_INFINITY;
	const behind = params.items.filter((item) => item.range[0] > at);
	return behind.includes(one) && behind.every((item) => unread.some((other) => other.item === item));
}

/** Another parameter's default may read it. */
function isReadByParameter(outline: Outline, { params }: Fn, name: string): boolean {
	return !params || within(outline.refs, params.range).filter((ref) => ref.name === name).length !== 1;
}
