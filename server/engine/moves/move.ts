/**
 * A move: the clients that must leave Helicone together, because they share an address, a key or a headers variable,
 * with everything that only makes sense together. All or nothing.
 */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import type { Client } from "../facts/client";
import type { Facts } from "../facts/facts";
import type { Header } from "../facts/header";
import { asksForHelicone } from "../facts/host-question";
import type { ClientCall, ModelUse } from "../facts/model-use";
import type { SharedHeaders } from "../facts/shared-headers";
import type { SharedSlug } from "../facts/shared-slugs";
import { planSlug, type SlugPlan } from "../facts/slug";
import { storedPrompts } from "../facts/stored-prompt";
import { straySlugs } from "../facts/stray-slug";
import { isAllUnserved, type Unserved, unservedOf, unservedReasons } from "../facts/unserved";
import type { Language } from "../languages/language";
import type { Applicability } from "../model";
import type { FileNames, Part } from "../names/meaning";
import type { OwnName } from "../names/own-names";
import type { Outline, Range } from "../outline/schema";
import type { Workspace } from "../workspace";
import { carrierRange, removalOf } from "./carrier";
import { importOf } from "./class-change";
import { classOfClient } from "./class-of-client";
import { addressOperations, askerOf, hasConflict } from "./client-address";
import { isRenamable } from "./declared-plan";
import { importOperation } from "./import-operation";
import { done, isStuck } from "./key-outcome";
import { type KeyPlan, planKey } from "./key-plan";
import { prefixOperations } from "./key-prefix-plan";
import { moveTitle } from "./move-title";
import { firstOfModule } from "./plain-class";
import { sentence } from "./sentence";
import { isSpokenFor, joined, sharedShare, verdictsOf, verdictsOnOwn } from "./shared-move";
import { slugPlace } from "./slug-place";
import { withoutStuckKeys } from "./stuck-keys";
import { isForeign, targetReasons } from "./target-reasons";
import { together } from "./together";

export interface Move {
	readonly group: string;
	readonly clients: readonly Client[];
	readonly addresses: readonly Address[];
	readonly keys: readonly KeyPlan[];
	/** Headers that go with the move. */
	readonly headers: readonly Header[];
	readonly slugs: readonly { readonly use: ModelUse; readonly plan: SlugPlan }[];
	/** `blocked`: Concentrate cannot take this client as it is; `reasons` say why. */
	readonly applicability: Applicability | "blocked";
	/** Sentences for a person, ending in full stops. */
	readonly reasons: readonly string[];
	readonly title: string;
	readonly operations: readonly Operation[];
	/** Ids of the names of other files that it takes. */
	readonly names: readonly string[];
	/** What those must become for it. */
	readonly wishes: Part["wishes"];
	/** What this file alone would say. */
	readonly own: Applicability | "blocked";
}

export interface MoveParts {
	readonly outline: Outline;
	readonly clients: readonly Client[];
	/** Headers with a carrier, by the client that sends them. */
	readonly headersOf: ReadonlyMap<Client, readonly Header[]>;
	/** All headers of the file. */
	readonly headers: readonly Header[];
	/** Headers that a type of the file declares. */
	readonly declaredHeaders: readonly Header[];
	/** The program asks somewhere whether an address is Helicone's. */
	readonly asksForHelicone: boolean;
	/** Model strings in Helicone's form that no client is seen to use. */
	readonly straySlugs: readonly string[];
	readonly models: readonly ModelUse[];
	/** What the program wants a key to begin with: it must ask for Concentrate's when the key is Concentrate's. */
	readonly prefixes: readonly Operation[];
	readonly calls: readonly ClientCall[];
	/** Requests that Concentrate has no endpoint for. */
	readonly unserved: Unserved;
	/** Clients that ask for a prompt which Helicone stores. */
	readonly prompting: ReadonlySet<Client>;
	/** A name that the program declares for its environment is renamed wherever the folder says it. */
	readonly isRenamed: (name: string) => boolean;
	readonly sharedHeaders: readonly SharedHeaders[];
	readonly sharedSlugs: readonly SharedSlug[];
	readonly language: Language;
	readonly names: FileNames;
	readonly own: readonly OwnName[];
}

export function movePartsOf(
	facts: Facts,
	language: Language,
	workspace: Workspace,
	names: FileNames,
	own: readonly OwnName[],
): MoveParts {
	const { outline, clients, calls, headersOf, models, headers, sharedHeaders, sharedSlugs } = facts;
	return {
		outline,
		clients,
		headersOf,
		headers,
		models,
		calls,
		unserved: unservedOf(outline, clients),
		prompting: new Set(storedPrompts(facts).map(({ client }) => client)),
		sharedHeaders,
		sharedSlugs,
		language,
		prefixes: prefixOperations(facts),
		isRenamed: (name) => isRenamable(outline, workspace, name),
		names,
		own,
		declaredHeaders: headers.filter((header) => header.place === "type"),
		asksForHelicone: asksForHelicone(outline),
		straySlugs: clients.some((client) => slugPlace(client) === "gateway") ? straySlugs(outline, models) : [],
	};
}

/** The moves of a file, in document order. */
export function planMoves(parts: MoveParts): Move[] {
	const leaving = leavingOf(parts).filter((client) => !isSpokenFor(parts.own, parts.names.given, client));
	const movingKeys = leaving.flatMap((client) => (client.key ? [client.key.value.range] : []));
	const removed = leaving.flatMap((client) =>
		travellers(parts, client).flatMap((header) => (header.carrier ? [carrierRange(header.carrier)] : [])),
	);
	const { outline, names, isRenamed } = parts;
	const asker = { outline, writer: parts.language.writer, movingKeys, removed, isRenamed, taken: names.taken };
	const own = leaving.filter((client) => !client.imported);
	const keys = new Map(
		own.map((client) => [client, client.isExpected ? done(client.nameRange, "") : planKey(asker, client)] as const),
	);
	const moves = together(leaving, (client) => tokens(parts, client, keys.get(client))).map((clients) =>
		planMove(parts, clients, keys),
	);
	return withoutStuckKeys(parts, moves);
}

function leavingOf({ clients }: MoveParts): Client[] {
	return clients.filter((client) => client.gateway.kind === "helicone");
}

/** Headers that only logged, routed or authenticated go with the move; the others are a decision of their own. */
function travellers(parts: MoveParts, client: Client): Header[] {
	return (parts.headersOf.get(client) ?? []).filter((header) => header.request && header.request.role !== "behaviour");
}

/** A type's member goes with the value, or the value no longer fits the type. */
function declared(parts: MoveParts, sent: readonly Header[]): Header[] {
	const names = new Set(sent.map((header) => header.name.toLowerCase()));
	return parts.declaredHeaders.filter((header) => names.has(header.name.toLowerCase()));
}

function planMove(parts: MoveParts, clients: readonly Client[], allKeys: ReadonlyMap<Client, KeyPlan>): Move {
	const addresses = unique(
		clients.flatMap((client) => (client.gateway.kind === "helicone" ? client.gateway.addresses : [])),
		(one) => one.range[0],
	);
	const classOf = new Map(
		clients.map((client) => [client, classOfClient({ ...parts, leaving: leavingOf(parts) }, client)] as const),
	);
	const keys = unique(
		clients.flatMap((client) => (classOf.get(client)?.givesKey ? [] : (allKeys.get(client) ?? []))),
		(one) => one.range[0],
	);
	const sent = unique(
		clients.flatMap((client) => travellers(parts, client)),
		(one) => one.range[0],
	);
	const classes = [...classOf.values()].flatMap((one) => one ?? []);
	const carried = classes.flatMap((one) => one.headers ?? []);
	const headers = [...sent, ...declared(parts, sent), ...carried];
	const models = parts.models.filter((use) => clients.includes(use.client));
	const slugs = models.flatMap((use) => {
		const plan = planSlug(use.slug, slugPlace(use.client));
		return plan ? [{ use, plan }] : [];
	});
	const address = addressOperations(clients.filter((client) => !classOf.get(client)?.movesAddress));
	const places = [...address.operations, ...classes.flatMap((one) => one.operations)];
	const isConflicting = hasConflict(places);
	const isRenamed = ({ range }: ModelUse) => places.some((one) => one.op === "replace" && one.range[0] === range[0]);
	const kept = new Set(keys.flatMap((key) => (key.header ? [carrierRange(key.header.carrier)[0]] : [])));
	const taken = headers
		.filter((header) => !carried.includes(header))
		.filter(({ carrier }) => !carrier || !kept.has(carrierRange(carrier)[0]))
		.map((header) => header.carrier && removalOf(header.carrier));
	const exact = slugs.filter(({ plan }) => plan.applicability === "safe" && plan.slug !== undefined);
	const elsewhere = parts.sharedHeaders.filter((one) => one.clients.some((client) => clients.includes(client)));
	const shared = sharedShare(clients, keys, elsewhere, parts.sharedSlugs, askerOf);
	const isUnserved =
		shared.names.length === 0 &&
		verdictsOnOwn(parts.own, parts.names.given, clients).length === 0 &&
		clients.every((client) => isAllUnserved(parts.unserved, client, parts.calls));
	const ownReasons = [
		...unservedReasons(parts.unserved, clients),
		...classes.flatMap((one) => one.reasons),
		...(clients.some((client) => parts.prompting.has(client))
			? ["A request names a prompt that Helicone stores."]
			: []),
		...address.reasons,
		...(isConflicting ? ["The address is shared by clients that want different ones."] : []),
		...shared.reasons.map(sentence),
		...clients.flatMap((client) => clientReasons(client, allKeys.get(client))),
		...keys.flatMap((key) => (key.certainty === "unsure" && key.reason ? [key.reason] : [])),
		...slugs
			.filter((one) => !exact.includes(one) && !passesThrough(one.use) && !isRenamed(one.use))
			.map(({ use }) => `The model \`${use.slug}\` needs a decision.`),
		...(clients.some((client) => slugPlace(client) === "gateway") ? parts.straySlugs : []).map(
			(slug) => `The model \`${slug}\` is used somewhere: see what becomes of it.`,
		),
		...(parts.asksForHelicone
			? ["The program asks whether an address is Helicone's: look at what follows from that."]
			: []),
		...(clients.every((client) => classOf.get(client)?.movesAddress)
			? []
			: headers.flatMap((header) => targetReasons(parts.outline, header))),
		...(taken.includes(undefined) ? ["A header stands where it cannot be taken out."] : []),
	];
	// Options of an SDK that no row knows, in front of a protocol that Concentrate does not speak: an address alone moves nothing.
	const isForeignSdk = clients.some(
		(client) =>
			client.isGuess &&
			!classOf.get(client)?.movesAddress &&
			travellers(parts, client).some((header) => isForeign(parts.outline, header)),
	);
	const own =
		isUnserved ||
		isForeignSdk ||
		address.blocked ||
		isConflicting ||
		shared.isBlocked ||
		classes.some((one) => one.blocked) ||
		keys.some(isStuck)
			? ("blocked" as const)
			: ownReasons.length > 0
				? "suggested"
				: ("safe" as const);
	const others = joined(own, [
		...verdictsOf(shared.names, parts.names.taken),
		...verdictsOnOwn(parts.own, parts.names.given, clients),
	]);
	const reasons = [...ownReasons, ...others.reasons];
	return {
		own,
		names: shared.names,
		wishes: shared.wishes,
		group: `move:${clients[0]?.range[0] ?? 0}`,
		clients,
		addresses,
		keys,
		headers,
		slugs,
		applicability: others.applicability,
		reasons: [...new Set(reasons)],
		title: moveTitle(clients, headers, exact.length),
		operations: [
			...places,
			...keys.flatMap((key) => key.operations),
			...importOperation(
				parts.language,
				parts.outline,
				keys.some((key) => key.writesRead),
			),
			...taken.flatMap((operation) => operation ?? []),
			...parts.prefixes,
			...elsewhere.flatMap(({ item, isAll }): Operation[] => (isAll && item ? [{ op: "remove", item }] : [])),
			...exact
				.filter(({ use }) => !isRenamed(use))
				.map(({ use, plan }): Operation => ({ op: "replace", range: use.range, newText: plan.slug ?? use.slug })),
		],
	};
}

/** The guide: bare slugs of the provider proxies work as they are. What the dated catalogue lacks is said, and no reason to stay. */
function passesThrough(use: ModelUse): boolean {
	return slugPlace(use.client) === "proxy" && !/[/,!]/.test(use.slug);
}

function clientReasons(client: Client, key: KeyPlan | undefined): string[] {
	const reasons: string[] = [];
	if (!key?.followsGuard && (client.address?.entry?.guarded || client.address?.guarded))
		reasons.push("The address is there only under a condition.");
	if (client.gateway.kind === "helicone" && client.gateway.variable !== undefined)
		reasons.push(`\`${client.gateway.variable}\` must hold ${client.row.base ?? gateway.base} by then.`);
	if (client.doubt) reasons.push(client.doubt);
	if (client.isGuess) reasons.push("It is not known which library takes these options.");
	if (client.gateway.kind === "helicone" && client.gateway.isMixed && !key?.followsGuard)
		reasons.push("Another address may be used instead of Helicone's.");
	for (const address of client.gateway.kind === "helicone" ? client.gateway.addresses : []) {
		if (address.row?.id === "unknown") reasons.push(`\`${address.host}\` is no host that Helicone documents.`);
	}
	return reasons;
}

/** Offsets of what a client shares with others: one address, one key variable, one headers variable, one header. */
function tokens(parts: MoveParts, client: Client, key: KeyPlan | undefined): number[] {
	const shared =
		client.gateway.kind === "helicone"
			? [...client.gateway.addresses.map((one) => one.range[0]), ...client.gateway.via.map((one) => one.range[0])]
			: [];
	const carriers = travellers(parts, client).flatMap((header) =>
		header.carrier ? carrierRange(header.carrier)[0] : [],
	);
	const vias = client.headers.flatMap((entry) => entry.via.map((assign) => assign.range[0]));
	const renamed = key?.operations.flatMap((one) => (one.op === "replace" ? [one.range[0]] : [])) ?? [];
	const from = (client.row.becomes ?? client.row.plain) && client.call && importOf(parts.outline, client.call);
	const plain = client.row.plain && firstOfModule(parts.outline, leavingOf(parts), client.row.plain.module);
	const classes = [from, plain?.from].flatMap((one) => one?.moduleRange[0] ?? []);
	return [...shared, ...classes, ...carriers, ...vias, ...renamed, ...(key?.via ? [key.via.range[0]] : [])];
}

function unique<T>(all: readonly T[], key: (one: T) => number): T[] {
	return [...new Map(all.map((one) => [key(one), one] as const)).values()];
}

export function isRangeIn(ranges: readonly Range[], at: Range): boolean {
	return ranges.some((range) => range[0] <= at[0] && at[1] <= range[1]);
}
