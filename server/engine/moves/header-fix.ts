/** The fix of a header that does not travel with a move: taken out alone, its meaning put into the body where that can be. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { rowOf } from "../facts/client-row";
import { environmentBehind, isShell } from "../facts/environment";
import { isOrphan } from "../facts/facts";
import type { Header } from "../facts/header";
import { interfaceCalls } from "../facts/helicone-interface";
import { filled } from "../facts/slot";
import type { Applicability } from "../model";
import { namesOf } from "../outline/names";
import { contains, keyName, listOf } from "../outline/questions";
import type { Item, Outline } from "../outline/schema";
import { bodyPut } from "./body-put";
import { removalOf } from "./carrier";
import type { Context, Proposal } from "./context";
import { onlyKey } from "./header-key";
import { type KeyBeside, keyBeside } from "./key-beside-header";
import type { Move } from "./move";

/** Of the fix that puts the key into the standard header. */
export const standardTitle = "Send the key in the Authorization header";

/** @returns undefined when it cannot be taken out, or when its client cannot move and would stop working without it */
export function planHeader(context: Context, header: Header): Proposal | undefined {
	const removal = header.carrier && removalOf(header.carrier);
	if (!removal || isBlocked(context, header)) return undefined;
	const key = keyBesideOf(context, header);
	const standard = key ? undefined : asStandard(context, header);
	if (standard) return standard;
	const put = bodyPut(context, header);
	const operations: Operation[] = [removal, ...(put ? [put.operation] : []), ...(key ? [key.operation] : [])];
	return {
		group: `header:${header.range[0]}`,
		title: `Remove ${header.name}${put ? `, set ${put.path.join(".")}` : ""}${key ? `, ${key.takesHelicones ? "its key in place of the provider's" : `read ${gateway.keyVariable}`}` : ""}`,
		applicability: key ? "suggested" : applicabilityOf(context, header),
		operations,
	};
}

/** The provider's key that stands beside Helicone's in headers of a client that nobody sees, or whose address nobody knows. */
export function keyBesideOf({ facts, moves }: Context, header: Header): KeyBeside | undefined {
	const senders = facts.sendersOf.get(header) ?? [];
	const beside = senders.every(({ gateway }) => gateway.kind === "unknown") && keyBeside(facts.outline, header);
	// `c.apiKey` may be the very field that a client of the file is given its key in.
	const isGiven = moves.some(givesKey) || facts.clients.some((client) => hasConcentratesKey(facts.outline, client));
	return beside && !(beside.takesHelicones && isGiven) ? beside : undefined;
}

/** Its clients get Concentrate's key, or have it. */
function givesKey({ keys }: Move): boolean {
	return keys.some((key) => key.operations.length > 0 || key.certainty === "done");
}

function isBlocked(context: Context, header: Header): boolean {
	const { facts } = context;
	if (interfaceCalls(facts.outline, facts.addresses).some((range) => contains(range, header.range))) return true;
	const senders = facts.sendersOf.get(header) ?? [];
	// Nobody says who sends it: it may be the one that stays (`client.DefaultRequestHeaders.Add(…)` of an Azure client).
	const mayBeSent =
		header.place === "request" && senders.every(({ address }) => address === undefined) && !isOfRequest(facts, header);
	return context.moves.some(
		(move) =>
			move.applicability === "blocked" && (mayBeSent || move.clients.some((client) => senders.includes(client))),
	);
}

/** Set on a request that the file makes, to an address that it says: `req.Header.Set("Helicone-Property-" + k, v)`. */
function isOfRequest({ outline }: Context["facts"], { carrier }: Header): boolean {
	let on = carrier?.kind === "call" ? carrier.call.receiver : undefined;
	while (on?.kind === "member") on = on.object;
	const made = on && namesOf(outline).value(on);
	const row = made?.kind === "call" ? rowOf(outline, made) : undefined;
	return made?.kind === "call" && row !== undefined && filled(outline, made, row.slots.address) !== undefined;
}

function applicabilityOf(context: Context, header: Header): Applicability {
	const role = header.request?.role;
	if (header.place !== "request" || role === undefined) return "suggested";
	if (isDead(context, header)) return "safe";
	if (role === "behaviour") return "suggested";
	if (isOrphan(context.facts, header)) return role === "logging" && everyClientMoves(context) ? "safe" : "suggested";
	const senders = context.facts.sendersOf.get(header) ?? [];
	if (senders.length > 0 && senders.every(onlyCarries)) return everyClientMoves(context) ? "safe" : "suggested";
	return senders.every(({ gateway }) => gateway.kind === "concentrate") ? "safe" : "suggested";
}

/** Sent to a provider's own host, not to an address of the request's own: nobody reads it there, so nothing changes without it. */
function isDead(context: Context, header: Header): boolean {
	const { facts } = context;
	const senders = facts.sendersOf.get(header) ?? [];
	const request = facts.callOf.get(header);
	const own = request?.method.address;
	if (request && own !== undefined && filled(facts.outline, request.call, [own])) return false;
	return (
		senders.length > 0 &&
		senders.every((client) => client.gateway.kind === "other" && client.gateway.isProvider && !onlyCarries(client))
	);
}

/** `ModelSettings(extra_headers={…})`: it has no address, another client sends what it carries. */
function onlyCarries({ row }: Client): boolean {
	return row.base !== null && row.slots.address.length === 0 && row.links?.address === undefined;
}

/** The file has clients, and none of them stays with Helicone after the safe fixes. */
function everyClientMoves(context: Context): boolean {
	const concerned = context.facts.clients.filter(
		({ gateway }) => gateway.kind === "helicone" || gateway.kind === "concentrate",
	);
	return concerned.length > 0 && context.moves.every((move) => move.applicability === "safe");
}

/**
 * `Helicone-Auth` of a helper, a transport, options that nobody knows: whoever is sent it gets Concentrate's key in the standard
 * header. Only where no client of the file gets its key in another way, and where a later header takes the place of an earlier.
 */
function asStandard(context: Context, header: Header): Proposal | undefined {
	const { facts, moves } = context;
	const { carrier, value, node } = header;
	if (!/^helicone-auth$/i.test(header.name) || !carrier || !value || node.kind !== "string") return undefined;
	if (!isForUnknown(context, header) || isShell(facts.outline) || !replaces(facts.outline, carrier)) return undefined;
	if (!/bearer/i.test(facts.outline.text.slice(...value.range)) || !onlyKey(facts.outline, value)) return undefined;
	if (moves.some(givesKey)) return undefined;
	if (facts.clients.some((client) => hasConcentratesKey(facts.outline, client))) return undefined;
	// Clients of other files get theirs where it was read so far.
	if (context.workspace.migratedKeys.size > 0) return undefined;
	const inside = facts.environment.filter(
		(use) => use.read?.isCertain === true && contains(value.range, use.nameRange) && use.replacement !== undefined,
	);
	const operations = [
		{ range: header.range, newText: "Authorization" },
		...inside.map(({ nameRange, replacement = "" }) => ({ range: nameRange, newText: replacement })),
	].map((one): Operation => ({ op: "replace", ...one }));
	return {
		group: `header:${header.range[0]}`,
		title: standardTitle,
		applicability: "suggested",
		operations,
	};
}

/** An entry of a map that has no other key of a gateway's, `headers[…] = …`, or a setter that sets. */
function replaces(outline: Outline, carrier: NonNullable<Header["carrier"]>): boolean {
	if (carrier.kind === "call") return /^(set|Set|setHeader|setRequestHeader|put|setValue)$/.test(carrier.call.name);
	const statement = carrier.item.form === "statement" ? carrier.item.value : undefined;
	if (statement)
		return (
			statement.kind === "assign" || (statement.kind === "call" && /^(set|Set|setHeader|put)$/.test(statement.name))
		);
	return carrier.item.form === "entry" && listOf(carrier.item)?.role === "map" && !hasKeyBeside(outline, carrier.item);
}

function hasKeyBeside(outline: Outline, item: Item): boolean {
	const items = listOf(item)?.items ?? [];
	return items.some((one) => /^(authorization|x-api-key|api-key)$/i.test(keyName(outline, one) ?? ""));
}

/** Concentrate's by its name, or what was Helicone's and took the provider's place. */
function hasConcentratesKey(outline: Outline, { gateway, key }: Client): boolean {
	if (gateway.kind !== "concentrate" || !key) return false;
	const given = onlyKey(outline, key.value) ?? key.value;
	const name = environmentBehind(outline, given)?.read.name ?? outline.text.slice(...given.range);
	return /concentrate|helicone/i.test(name);
}

/** Nobody is known to send it, or only clients whose address cannot be followed. */
function isForUnknown({ facts }: Context, header: Header): boolean {
	if (isOrphan(facts, header)) return true;
	const senders = facts.sendersOf.get(header) ?? [];
	return senders.every(({ gateway, address }) => gateway.kind === "unknown" && address !== undefined);
}
