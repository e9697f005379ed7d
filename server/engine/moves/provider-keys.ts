/** Providers' keys where a file defines them or passes them on, and the addresses that they belong to (guide step 1). */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { keptKeyMark } from "../edits/kept-key";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import { type Asker, targetOf } from "../facts/address-target";
import { definitionsOf, isConfig, isPassedOn, isShell } from "../facts/environment";
import type { Facts } from "../facts/facts";
import type { Applicability } from "../model";
import { listOf, statementOf, within } from "../outline/questions";
import type { Assign, Outline, Range } from "../outline/schema";
import { addressEdit } from "./address-edit";
import { claudeCodeToken, hasStuckHeaders, isClaudeCodesAddress } from "./claude-code";
import { commandKeys, unneededCommandKey } from "./command-keys";
import type { Context, Proposal } from "./context";
import { holdsGatewayKey, isEmpty, isSameScope } from "./environment-plan";
import { isRangeIn, type Move } from "./move";

export interface ProviderKey {
	readonly name: string;
	readonly range: Range;
	readonly row: string;
	readonly proposal: Proposal;
}

/** Provider keys that a shell or `.env` file defines and that nothing needs any more: commented out, never deleted. */
export function providerKeys(context: Context): ProviderKey[] {
	return [...definedKeys(context), ...passedKeys(context), ...keysOfCommands(context)];
}

function definedKeys(context: Context): ProviderKey[] {
	const { outline } = context.facts;
	if (!isShell(outline)) return [];
	return outline.assigns.flatMap((assign) => {
		const name = assign.target.kind === "ref" ? assign.target.name : "";
		const row = environmentVariable(name)?.row;
		const item = statementOf(assign);
		if (row?.role !== "provider-key" || !item || isEmpty(assign) || !canComment(context)) return [];
		if (holdsConcentrates(outline, assign)) return [];
		const address = upstreamAddress(context, assign);
		const alone = needlessness(context, assign, name);
		const proposal: Proposal | undefined =
			alone === undefined && address && isFree(context, name)
				? addressDefinition(context, address)
				: alone && {
						group: `env:${assign.range[0]}`,
						title: `Comment out ${name}`,
						applicability: alone,
						operations: [{ op: "comment-out", item, mark: keptKeyMark }],
					};
		return proposal ? [{ name, range: targetRange(assign), row: `environment/${row.id}`, proposal }] : [];
	});
}

function targetRange({ target }: Assign): Range {
	return target.kind === "ref" ? target.nameRange : target.range;
}

/** `- OPENAI_API_KEY` of a list that passes Helicone's key on as well, or Concentrate's. */
function passedKeys(context: Context): ProviderKey[] {
	const { outline } = context.facts;
	if (!isConfig(outline) || !canComment(context)) return [];
	return outline.refs.flatMap((ref) => {
		const row = environmentVariable(ref.name)?.row;
		const item = ref.parent?.kind === "opaque" && ref.parent.type === "passed" ? statementOf(ref) : undefined;
		const list = item && listOf(item);
		if (row?.role !== "provider-key" || !item || !list) return [];
		const isBeside = list.items.some((one) => within(outline.refs, one.range).some(({ name }) => isGatewayKey(name)));
		if (!isBeside || !isFree(context, ref.name) || !context.workspace.migratedKeys.has(ref.name)) return [];
		const proposal: Proposal = {
			group: `env:${ref.range[0]}`,
			title: `Comment out ${ref.name}`,
			applicability: "safe",
			operations: [{ op: "comment-out", item, mark: keptKeyMark }],
		};
		return [{ name: ref.name, range: ref.nameRange, row: `environment/${row.id}`, proposal }];
	});
}

function keysOfCommands(context: Context): ProviderKey[] {
	return commandKeys(context.facts.outline).flatMap((key) => {
		if (!isFree(context, key.name) || !context.workspace.migratedKeys.has(key.name)) return [];
		const proposal = unneededCommandKey(context, key);
		return proposal ? [{ name: key.name, range: key.nameRange, row: key.row, proposal }] : [];
	});
}

function isGatewayKey(name: string): boolean {
	return name === gateway.keyVariable || environmentVariable(name)?.row.role === "helicone-key";
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
		return isGatewayKey(name) && isSameScope(outline, assign, other);
	});
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
		(canComment(context) || (!hasKeysBeside(outline, assign) && !isClaudeCodes(assign)));
	return {
		group: `env:${address.range[0]}`,
		title: `Replace by ${target.text}`,
		applicability: isSafe ? "safe" : "suggested",
		operations: [
			...addressEdit(address, target.text),
			...keysBehind(context, address),
			...claudeCodeToken(outline, address, assign),
		],
	};
}

/** JSON has no comments that every program takes. */
function canComment({ language }: Context): boolean {
	return language.writer.lineComment !== "";
}

/** What must be done by hand beside an address that a file without comments defines. */
export function keyAdvice(context: Context, address: Address): string | undefined {
	if (isClaudeCodesAddress(context.facts.outline, address) && hasStuckHeaders(context.facts))
		return "Set `ANTHROPIC_AUTH_TOKEN` to a Concentrate key where `ANTHROPIC_CUSTOM_HEADERS` is set, and take that one away.";
	const assign = address.str.parent;
	if (canComment(context) || assign?.kind !== "assign") return undefined;
	if (hasKeysBeside(context.facts.outline, assign)) return "The key beside it must become one of Concentrate's.";
	return isClaudeCodes(assign) ? "Give `ANTHROPIC_AUTH_TOKEN` a Concentrate key beside it." : undefined;
}

/** Claude Code's settings: without a token beside the address it would send Concentrate the key of somebody's own login. */
function isClaudeCodes({ target }: Assign): boolean {
	return target.kind === "ref" && target.name === "ANTHROPIC_BASE_URL";
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
		return item && !isEmpty(assign) ? [{ op: "comment-out", item, mark: keptKeyMark }] : [];
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

/** `ANTHROPIC_AUTH_TOKEN="$CONCENTRATE_API_KEY"` holds what it should. */
function holdsConcentrates(outline: Outline, { value }: Assign): boolean {
	return value !== undefined && outline.text.slice(...value.range).includes(gateway.keyVariable);
}
