/** Everything that the text says about a gateway; nothing about what is wrong. */
import { requestHeader } from "../../../shared/mappings";
import type { Around } from "../names/meaning";
import type { Entry } from "../outline/entries";
import type { Outline } from "../outline/schema";
import { type Address, addressesIn } from "./address";
import { type Client, clientsIn, isOfInterest } from "./client";
import { type EnvironmentUse, environmentUses } from "./environment";
import { requestsOn } from "./factory-request";
import { type Header, headersIn } from "./header";
import { type KeyLiteral, keyLiterals } from "./key";
import { type KeyPrefix, keyPrefixes } from "./key-prefix";
import { type ClientCall, clientAround, clientCalls, type ModelUse, modelUses } from "./model-use";
import { sharedHeaders as headersOfOthers, type SharedHeaders } from "./shared-headers";
import { type SharedSlug, sharedSlugs } from "./shared-slugs";

export interface Facts {
	readonly outline: Outline;
	readonly addresses: readonly Address[];
	readonly headers: readonly Header[];
	readonly environment: readonly EnvironmentUse[];
	readonly keys: readonly KeyLiteral[];
	readonly keyPrefixes: readonly KeyPrefix[];
	readonly clients: readonly Client[];
	readonly calls: readonly ClientCall[];
	readonly models: readonly ModelUse[];
	/** Headers that a client sends, its own and those of its calls. */
	readonly headersOf: ReadonlyMap<Client, readonly Header[]>;
	/** Clients that send a header; several when they share a variable. */
	readonly sendersOf: ReadonlyMap<Header, readonly Client[]>;
	/** Headers that another file makes and a client of this one sends. */
	readonly sharedHeaders: readonly SharedHeaders[];
	/** Models that another file names and a client of this one asks for. */
	readonly sharedSlugs: readonly SharedSlug[];
	/** The call that a per-request header belongs to. */
	readonly callOf: ReadonlyMap<Header, ClientCall>;
}

/** What a file says alone: asked for its own sake and as its share of the workspace. */
const alone = new WeakMap<Outline, Facts>();

export function factsOf(outline: Outline, around: Around): Facts {
	const isAlone = around.heliconeAddresses.size === 0 && Object.keys(around.taken).length === 0;
	if (!isAlone) return readFacts(outline, around);
	const known = alone.get(outline) ?? readFacts(outline, around);
	alone.set(outline, known);
	return known;
}

function readFacts(outline: Outline, around: Around): Facts {
	const made = clientsIn(outline, around);
	const onMade = clientCalls(outline, made);
	const requests = requestsOn(outline, onMade, around);
	// A factory whose requests are known is in them, with its address, its key and its headers.
	const known = onMade.filter(({ call }) => requests.some((request) => request.call === call));
	const own = made.filter(
		(client) =>
			isOfInterest(client) &&
			!requests.some((request) => request.call === client.call) &&
			!known.some((one) => one.client === client),
	);
	const clients = [...own, ...requests].sort((a, b) => a.range[0] - b.range[0]);
	const calls = onMade.filter(({ client }) => own.includes(client));
	const headers = [...headersIn(outline, around), ...sharedHeaders(outline, clients, calls)].sort(
		(a, b) => a.range[0] - b.range[0],
	);
	return {
		outline,
		addresses: outline.strings.flatMap((str) => addressesIn(outline, str)),
		headers,
		environment: environmentUses(outline),
		keys: keyLiterals(outline),
		keyPrefixes: keyPrefixes(outline),
		clients,
		calls,
		models: modelUses(outline, clients, calls),
		sharedHeaders: headersOfOthers(outline, around, clients, calls),
		sharedSlugs: sharedSlugs(outline, around, clients, calls),
		...senders(clients, calls, headers),
	};
}

/** Headers with other meanings too (`Cache-Control`): Helicone's only on a client that talks to Helicone. */
function sharedHeaders(outline: Outline, clients: readonly Client[], calls: readonly ClientCall[]): Header[] {
	const found = new Map<number, Header>();
	for (const client of clients) {
		if (client.gateway.kind !== "helicone" && client.gateway.kind !== "concentrate") continue;
		const entries = [
			...client.headers,
			...calls.filter((call) => call.client === client).flatMap((call) => call.headers),
		];
		for (const entry of entries) {
			const row = entry.name === undefined ? undefined : requestHeader(entry.name);
			const named = entry.name === undefined ? undefined : nameOf(outline, entry, entry.name);
			if (!row?.shared || !named || entry.value === client.key?.value) continue;
			// What came from a move stays said until it is gone: one fix after the other gives what all at once give.
			if (client.gateway.kind === "concentrate" && row.role !== "behaviour") continue;
			found.set(named.range[0], {
				name: entry.name ?? row.title,
				...named,
				place: "request",
				carrier: entry.carrier,
				value: entry.value,
				request: row,
				response: undefined,
			});
		}
	}
	return [...found.values()];
}

/** Where an entry's name stands: its key, or the beginning of curl's `-H "Name: value"`. */
function nameOf(outline: Outline, { key, value }: Entry, name: string): Pick<Header, "range" | "node"> | undefined {
	if (key) return { range: key.kind === "string" ? key.content : key.range, node: key };
	if (value?.kind !== "string") return undefined;
	const start = value.content[0];
	return outline.text.startsWith(name, start) ? { range: [start, start + name.length], node: value } : undefined;
}

function senders(
	clients: readonly Client[],
	calls: readonly ClientCall[],
	headers: readonly Header[],
): Pick<Facts, "headersOf" | "sendersOf" | "callOf"> {
	const headersOf = new Map<Client, Header[]>(clients.map((client) => [client, []]));
	const sendersOf = new Map<Header, Client[]>();
	const callOf = new Map<Header, ClientCall>();
	const carried = new Map<object, Client[]>();
	for (const client of clients) for (const { carrier } of client.headers) note(carried, nodeOf(carrier), client);
	const requested = new Map<object, ClientCall>();
	for (const call of calls) for (const { carrier } of call.headers) requested.set(nodeOf(carrier), call);
	for (const header of headers) {
		if (!header.carrier) continue;
		const node = nodeOf(header.carrier);
		const call = requested.get(node) ?? (carried.has(node) ? undefined : clientAround(header.node, calls));
		if (call) callOf.set(header, call);
		const owners = carried.get(node) ?? (call ? [call.client] : []);
		sendersOf.set(header, owners);
		for (const client of owners) headersOf.get(client)?.push(header);
	}
	return { headersOf, sendersOf, callOf };
}

function nodeOf(carrier: NonNullable<Header["carrier"]>): object {
	return carrier.kind === "item" ? carrier.item : carrier.call;
}

function note<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const all = map.get(key);
	if (!all) map.set(key, [value]);
	else if (!all.includes(value)) all.push(value);
}

/** Headers with a carrier that no client of the file is known to send. */
export function isOrphan(facts: Facts, header: Header): boolean {
	return header.carrier !== undefined && (facts.sendersOf.get(header)?.length ?? 0) === 0;
}
