/** What becomes of environment variables where a shell or `.env` file defines them (guide step 1). */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import { type Asker, targetOf } from "../facts/address-target";
import { definitionsOf, type EnvironmentUse, isShell } from "../facts/environment";
import type { Facts } from "../facts/facts";
import type { Applicability } from "../model";
import { statementOf, within } from "../outline/questions";
import type { Assign, Expr, Outline, Range } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { addressEdit, isRangeIn, type Move } from "./move";

/** A definition of a variable that is Helicone's by its name. Undefined when the table has no new name for it. */
export function planDefinition({ facts: { outline }, workspace }: Context, use: EnvironmentUse): Proposal | undefined {
	const { assign, replacement, row } = use;
	if (!assign || replacement === undefined) return undefined;
	const group = `env:${use.nameRange[0]}`;
	const isComputed = assign.value !== undefined && within(outline.calls, assign.value.range).length > 0;
	const isKept = workspace.keptVariables.has(use.name);
	const applicability = isComputed || isKept ? "suggested" : (row.applicability ?? "suggested");
	const statement = statementOf(assign);
	if (statement && isDefinedElsewhere(outline, assign, replacement)) {
		return {
			group,
			title: `Remove ${use.name}: ${replacement} is defined already`,
			applicability,
			operations: [{ op: "remove", item: statement }],
		};
	}
	const operations: Operation[] = [{ op: "replace", range: use.nameRange, newText: replacement }];
	const value = assign.value;
	if (row.role === "helicone-key" && value) operations.push(...withoutValue(outline, value, isComputed));
	return { group, title: `Rename to ${replacement}`, applicability, operations };
}

/** Somebody defined the new name, or an earlier line becomes it. */
function isDefinedElsewhere(outline: Outline, assign: Assign, replacement: string): boolean {
	if (definitionsOf(outline, replacement).length > 0) return true;
	return outline.assigns.some((other) => {
		if (other.range[0] >= assign.range[0] || other.target.kind !== "ref" || other.target.name === replacement)
			return false;
		return environmentVariable(other.target.name)?.replacement === replacement;
	});
}

/** A key's value is never carried over: a literal or what a command yields becomes empty, the guide's placeholder the guide's, a reference stays. */
function withoutValue(outline: Outline, value: Expr, isComputed: boolean): Operation[] {
	if (isComputed) return [{ op: "replace", range: value.range, newText: "" }];
	if (value.kind !== "string" || value.holes.length > 0) return [];
	return withoutLiteral(outline, value.content);
}

function withoutLiteral(outline: Outline, range: Range): Operation[] {
	const text = outline.text.slice(...range);
	if (text === "") return [];
	return [{ op: "replace", range, newText: /(\.\.\.|…)$/.test(text) ? gateway.keyPlaceholder : "" }];
}

/** The value of a key that a command or a here-document sets: it is not carried over either. */
export function withoutPassedValue(outline: Outline, { row, literal }: EnvironmentUse): Operation[] {
	return row.role === "helicone-key" && literal ? withoutLiteral(outline, literal) : [];
}

export interface ProviderKey {
	readonly name: string;
	readonly assign: Assign;
	readonly row: string;
	readonly proposal: Proposal;
}

/** Provider keys that a shell or `.env` file defines and that nothing needs any more: commented out, never deleted. */
export function providerKeys(context: Context): ProviderKey[] {
	const { outline } = context.facts;
	if (!isShell(outline)) return [];
	return outline.assigns.flatMap((assign) => {
		const name = assign.target.kind === "ref" ? assign.target.name : "";
		const row = environmentVariable(name)?.row;
		const item = statementOf(assign);
		if (row?.role !== "provider-key" || !item || isEmpty(assign)) return [];
		const address = upstreamAddress(context, name);
		const alone = needlessness(context, name);
		const proposal: Proposal | undefined =
			alone === undefined && address && isFree(context, name)
				? addressDefinition(context, address)
				: alone && {
						group: `env:${assign.range[0]}`,
						title: `Comment out ${name}`,
						applicability: alone,
						operations: [{ op: "comment-out", item }],
					};
		return proposal ? [{ name, assign, row: `environment/${row.id}`, proposal }] : [];
	});
}

function isEmpty(assign: Assign): boolean {
	return (
		assign.value === undefined ||
		(assign.value.kind === "string" && assign.value.content[0] === assign.value.content[1])
	);
}

/** Nobody else is known to read the key. */
function isFree({ facts, moves, workspace }: Context, name: string): boolean {
	return !workspace.directKeys.has(name) && !isReadHere(facts, moves, name);
}

/** What the clients of the file and of the folder say; undefined while somebody may still need the key. */
function needlessness(context: Context, name: string): Applicability | undefined {
	const { facts, moves, workspace } = context;
	if (!isFree(context, name)) return undefined;
	const moved = moves.filter((move) => move.keys.some((key) => key.variable === name));
	if (moved.some((move) => move.applicability === "blocked")) return undefined;
	if (moved.some((move) => move.applicability === "suggested")) return "suggested";
	if (moved.length > 0 || workspace.migratedKeys.has(name)) return "safe";
	if (upstreamAddress(context, name)) return undefined;
	return holdsGatewayKey(facts.outline) ? "suggested" : undefined;
}

/** The file defines Helicone's key, or Concentrate's without a value: it is being migrated. */
export function holdsGatewayKey(outline: Outline): boolean {
	return (
		isShell(outline) &&
		outline.assigns.some((assign) => {
			const name = assign.target.kind === "ref" ? assign.target.name : "";
			if (name === gateway.keyVariable) return isEmpty(assign) || isPlaceholder(outline, assign);
			return environmentVariable(name)?.row.role === "helicone-key";
		})
	);
}

function isPlaceholder(outline: Outline, assign: Assign): boolean {
	return assign.value?.kind === "string" && outline.text.slice(...assign.value.content) === gateway.keyPlaceholder;
}

/** The first address of the file that points the key's provider at Helicone. */
function upstreamAddress({ facts }: Context, name: string): Address | undefined {
	return facts.addresses.find(
		({ row, place, owner }) =>
			owner === "helicone" && place === "whole" && row?.mode === "proxy" && row.providerKey === name,
	);
}

/**
 * An address that a shell or `.env` file sets a variable to, and with it the keys of the provider behind it: the guide's
 * step 1 changes both at once.
 */
export function addressDefinition(context: Context, address: Address): Proposal | undefined {
	const { outline } = context.facts;
	const assign = address.str.parent;
	if (!isShell(outline) || assign?.kind !== "assign" || assign.value !== address.str) return undefined;
	const target = targetOf(address, askerFor(assign, address));
	if (target.text === undefined) return undefined;
	const isSafe =
		target.certainty === "exact" &&
		address.place === "whole" &&
		address.row?.id !== "unknown" &&
		address.scheme !== undefined;
	return {
		group: `env:${address.range[0]}`,
		title: `Replace by ${target.text}`,
		applicability: isSafe ? "safe" : "suggested",
		operations: [...addressEdit(address, target.text), ...keysBehind(context, address)],
	};
}

function keysBehind(context: Context, address: Address): Operation[] {
	const { outline } = context.facts;
	const name = address.row?.providerKey;
	if (name === undefined || upstreamAddress(context, name) !== address || !isFree(context, name)) return [];
	if (needlessness(context, name) !== undefined) return [];
	return definitionsOf(outline, name).flatMap((assign): Operation[] => {
		const item = statementOf(assign);
		return item && !isEmpty(assign) ? [{ op: "comment-out", item }] : [];
	});
}

/** A variable that SDKs read by themselves says which base they want; any other keeps the shape it had. */
function askerFor(assign: Assign, address: Address): Asker {
	const row = assign.target.kind === "ref" ? environmentVariable(assign.target.name)?.row : undefined;
	const shape: Asker = { base: undefined, isRequest: false };
	if (row?.role !== "provider-address" || row.flavour === undefined || address.scheme === undefined) return shape;
	if (row.id === "base-url" || row.id === "llm-base-url") return shape;
	return { base: row.flavour === "anthropic" ? gateway.origin : gateway.base, isRequest: false };
}

/** A read of the variable in this file that no move replaces. */
function isReadHere(facts: Facts, moves: readonly Move[], name: string): boolean {
	const replaced = new Set(
		moves
			.flatMap((move) => (move.applicability === "blocked" ? [] : move.operations))
			.flatMap((one) => (one.op === "replace" ? one.range[0] : [])),
	);
	// A client of Concentrate's that still reads it is wrong to do so: `concentrate-api-key` says that.
	const wrong = facts.clients.flatMap(({ gateway: at, key }) =>
		at.kind === "concentrate" && key ? [key.value.range] : [],
	);
	// `export KEY="${KEY:?}"` reads the variable only to define it again.
	const own = definitionsOf(facts.outline, name).map((assign) => assign.range);
	return facts.outline.refs.some(
		(ref) =>
			!isRangeIn([...wrong, ...own], ref.range) &&
			ref.name === name &&
			!isTarget(facts.outline, ref.range[0]) &&
			!replaced.has(ref.nameRange[0]),
	);
}

function isTarget(outline: Outline, offset: number): boolean {
	return outline.assigns.some((assign) => assign.target.range[0] === offset);
}
