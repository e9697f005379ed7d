/** What becomes of environment variables where a shell or `.env` file defines them (guide step 1). */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import { type Asker, targetOf } from "../facts/address-target";
import { definitionsOf, type EnvironmentUse, isConfig, isPassedOn, isShell } from "../facts/environment";
import type { Facts } from "../facts/facts";
import type { Language } from "../languages/language";
import type { Applicability } from "../model";
import { listOf, statementOf, within } from "../outline/questions";
import type { Assign, Expr, List, Outline, Range } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { addressEdit, isRangeIn, type Move } from "./move";

/** A definition of a variable that is Helicone's by its name. Undefined when the table has no new name for it. */
export function planDefinition(context: Context, use: EnvironmentUse): Proposal | undefined {
	const { outline } = context.facts;
	const { assign, replacement, row } = use;
	if (!assign || replacement === undefined) return undefined;
	const group = `env:${use.nameRange[0]}`;
	const isComputed = assign.value !== undefined && within(outline.calls, assign.value.range).length > 0;
	const isKept = context.workspace.keptVariables.has(use.name) || isDeclaredSomewhere(context, use.name);
	if (isEntangledSomewhere(context, use.name)) return undefined;
	const isElsewhere = isConfig(outline) && comesFromElsewhere(outline, assign.value);
	const applicability = isComputed || isKept || isElsewhere ? "suggested" : (row.applicability ?? "suggested");
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
	if (row.role === "helicone-key" && value) operations.push(...withoutValue(context, value, isComputed));
	return { group, title: `Rename to ${replacement}`, applicability, operations };
}

/** A settings class or a schema of the folder wants the variable under that name: it is renamed with it. */
function isDeclaredSomewhere({ workspace }: Context, name: string): boolean {
	return workspace.declaredNames.has(name) || workspace.declaredNames.has(name.toLowerCase());
}

/** Such a class or schema cannot be renamed: the program would not find the variable under its new name. */
function isEntangledSomewhere({ workspace }: Context, name: string): boolean {
	return [name, name.toLowerCase()].some(
		(one) => workspace.declaredNames.has(one) && workspace.entangledNames.has(one),
	);
}

/** `- NAME` of a list that has the new name already; undefined for everything else. */
export function planPassed(
	outline: Outline,
	{ node, replacement, name, nameRange }: EnvironmentUse,
): Proposal | undefined {
	const item = node.parent && isPassedOn(outline, node) ? statementOf(node) : undefined;
	const list = item && listOf(item);
	const isThere = list?.items.some((other) => within(outline.refs, other.range)[0]?.name === replacement);
	if (!item || replacement === undefined || !isThere || item.value?.kind !== "opaque") return undefined;
	const title = `Remove ${name}: ${replacement} is there already`;
	return { group: `env:${nameRange[0]}`, title, applicability: "safe", operations: [{ op: "remove", item }] };
}

/** A Kubernetes secret or `${{ secrets.LLM_KEY }}` holds Helicone's key until somebody fills it anew. */
function comesFromElsewhere(outline: Outline, value: Expr | undefined): boolean {
	if (value === undefined) return false;
	if (value.kind !== "string") return true;
	if (value.holes.some(({ expr }) => expr === undefined)) return true;
	const names = within(outline.refs, value.range).map((ref) => ref.name);
	return names.some((name) => !name.includes("CONCENTRATE") && environmentVariable(name)?.row.role !== "helicone-key");
}

/** Somebody defined the new name, or an earlier line becomes it. */
function isDefinedElsewhere(outline: Outline, assign: Assign, replacement: string): boolean {
	if (definitionsOf(outline, replacement).some((other) => isSameScope(outline, assign, other))) return true;
	return outline.assigns.some((other) => {
		if (!isSameScope(outline, assign, other)) return false;
		if (other.range[0] >= assign.range[0] || other.target.kind !== "ref" || other.target.name === replacement)
			return false;
		return environmentVariable(other.target.name)?.replacement === replacement;
	});
}

/** A shell script has one environment; each block of a configuration file has its own. */
function isSameScope(outline: Outline, one: Assign, other: Assign): boolean {
	if (outline.language === "dockerfile") return stageOf(outline, one) === stageOf(outline, other);
	return !isConfig(outline) || scopeOf(one) === scopeOf(other);
}

/** `ARG X` and `ENV X=$X` belong together, and each `FROM` starts anew. */
function stageOf(outline: Outline, { range: [start] }: Assign): string {
	const before = outline.root.items.filter((item) => item.range[0] <= start);
	const stage = before.findLastIndex(({ value }) => value?.kind === "opaque" && value.type === "from");
	const at = before.at(-1)?.range[0] ?? start;
	return `${outline.text.slice(at, at + 3).toUpperCase()} ${stage}`;
}

function scopeOf(assign: Assign): List | undefined {
	const item = statementOf(assign);
	return item && listOf(item);
}

/** A key's value is never carried over: a literal or what a command yields becomes empty, the guide's placeholder the guide's, a reference stays. */
function withoutValue({ facts: { outline }, language }: Context, value: Expr, isComputed: boolean): Operation[] {
	if (isComputed) return [{ op: "replace", range: value.range, newText: "" }];
	if (value.kind !== "string" || value.holes.length > 0) return [];
	const nothing = value.form === "bare" && value.parent?.kind === "assign" ? emptyIn(language, value.parent) : "";
	return withoutLiteral(outline, value.content, nothing);
}

function withoutLiteral(outline: Outline, range: Range, nothing: string): Operation[] {
	const text = outline.text.slice(...range);
	if (text === "") return [];
	return [{ op: "replace", range, newText: /(\.\.\.|…)$/.test(text) ? gateway.keyPlaceholder : nothing }];
}

/** The value of a key that a command or a here-document sets: it is not carried over either. */
export function withoutPassedValue(outline: Outline, { row, literal }: EnvironmentUse): Operation[] {
	return row.role === "helicone-key" && literal ? withoutLiteral(outline, literal, "") : [];
}

/** `- NAME=value` stays one word, whatever the file is. */
function emptyIn({ writer }: Language, assign: Assign): string {
	return assign.op === ":" || assign.target.range[0] !== assign.range[0] ? (writer.emptyBare ?? "") : "";
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
		if (row?.role !== "provider-key" || !item || isEmpty(assign) || !canComment(context)) return [];
		const address = upstreamAddress(context, assign);
		const alone = needlessness(context, assign, name);
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
function needlessness(context: Context, assign: Assign, name: string): Applicability | undefined {
	const { facts, moves, workspace } = context;
	if (!isFree(context, name)) return undefined;
	const moved = moves.filter((move) => move.keys.some((key) => key.variable === name));
	if (moved.some((move) => move.applicability === "blocked")) return undefined;
	if (isConfig(facts.outline)) {
		if (!workspace.migratedKeys.has(name)) return undefined;
		// Somebody else's container may want the key, unless it was given Helicone's as well.
		return isBesideGatewayKey(facts.outline, assign) ? "safe" : "suggested";
	}
	if (moved.some((move) => move.applicability === "suggested")) return "suggested";
	const isSafe = moved.length > 0 || workspace.migratedKeys.has(name);
	if (isSafe) return "safe";
	if (upstreamAddress(context, assign)) return undefined;
	return holdsGatewayKey(facts.outline) ? "suggested" : undefined;
}

/** The same block defines Helicone's key, or Concentrate's. */
function isBesideGatewayKey(outline: Outline, assign: Assign): boolean {
	return outline.assigns.some((other) => {
		const name = other.target.kind === "ref" ? other.target.name : "";
		const isKey = name === gateway.keyVariable || environmentVariable(name)?.row.role === "helicone-key";
		return isKey && isSameScope(outline, assign, other);
	});
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

/** The first address beside a key that points the key's provider at Helicone. */
function upstreamAddress({ facts }: Context, key: Assign): Address | undefined {
	const name = key.target.kind === "ref" ? key.target.name : "";
	return facts.addresses.find(
		({ row, place, owner, str }) =>
			owner === "helicone" &&
			place === "whole" &&
			row?.mode === "proxy" &&
			row.providerKey === name &&
			(!isConfig(facts.outline) || (str.parent?.kind === "assign" && isSameScope(facts.outline, key, str.parent))),
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
		address.scheme !== undefined &&
		(canComment(context) || !hasKeysBeside(outline, assign));
	return {
		group: `env:${address.range[0]}`,
		title: `Replace by ${target.text}`,
		applicability: isSafe ? "safe" : "suggested",
		operations: [...addressEdit(address, target.text), ...keysBehind(context, address)],
	};
}

/** JSON has no comments that every program takes. */
function canComment({ language }: Context): boolean {
	return language.writer.lineComment !== "";
}

/** What must be done by hand beside an address that a file without comments defines. */
export function keyAdvice(context: Context, address: Address): string | undefined {
	const assign = address.str.parent;
	if (canComment(context) || assign?.kind !== "assign" || !hasKeysBeside(context.facts.outline, assign))
		return undefined;
	return "The key beside it must become one of Concentrate's.";
}

/** The block holds a provider's key, which must become Concentrate's with the address. */
function hasKeysBeside(outline: Outline, address: Assign): boolean {
	return outline.assigns.some((other) => {
		const name = other.target.kind === "ref" ? other.target.name : "";
		return environmentVariable(name)?.row.role === "provider-key" && isSameScope(outline, address, other);
	});
}

function keysBehind(context: Context, address: Address): Operation[] {
	const { outline } = context.facts;
	const name = address.row?.providerKey;
	if (name === undefined || !isFree(context, name) || !canComment(context)) return [];
	return definitionsOf(outline, name).flatMap((assign): Operation[] => {
		if (upstreamAddress(context, assign) !== address || needlessness(context, assign, name) !== undefined) return [];
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
			!isPassedOn(facts.outline, ref) &&
			!isTarget(facts.outline, ref.range[0]) &&
			!replaced.has(ref.nameRange[0]),
	);
}

function isTarget(outline: Outline, offset: number): boolean {
	return outline.assigns.some((assign) => assign.target.range[0] === offset);
}
