/** Which names of a file belong to a move or to one place: one look at each, however many clients the file has. */
import type { Move } from "../moves/move";
import { contains } from "../outline/questions";
import { nameId } from "./meaning";
import type { OwnName } from "./own-name";

interface Places {
	/** By what they are made of: the offset of an address, a string or a name, or the header itself. */
	readonly addresses: ReadonlyMap<unknown, readonly OwnName[]>;
	readonly strings: ReadonlyMap<unknown, readonly OwnName[]>;
	readonly keyNames: ReadonlyMap<unknown, readonly OwnName[]>;
	readonly headers: ReadonlyMap<unknown, readonly OwnName[]>;
	readonly clients: readonly OwnName[];
	/** By the place of what they mean. */
	readonly twins: ReadonlyMap<unknown, readonly OwnName[]>;
	/** In the order of the file. */
	readonly order: ReadonlyMap<OwnName, number>;
}

const cache = new WeakMap<readonly OwnName[], Places>();

/** Those names of `own` whose address, key name, header or model the move touches, in the order of `own`. */
export function touchedNames(own: readonly OwnName[], move: Move): readonly OwnName[] {
	if (own.length === 0) return own;
	const places = placesOf(own);
	const found = new Set<OwnName>();
	const note = (by: ReadonlyMap<unknown, readonly OwnName[]>, place: unknown) => {
		for (const name of by.get(place) ?? []) found.add(name);
	};
	for (const { use } of move.slugs) note(places.strings, use.range[0]);
	for (const { range } of move.addresses) note(places.addresses, range[0]);
	for (const header of move.headers) note(places.headers, header);
	for (const one of move.operations) if (one.op === "replace") note(places.keyNames, one.range[0]);
	const at = (name: OwnName) => places.order.get(name) ?? 0;
	return [...found].sort((a, b) => at(a) - at(b));
}

/** Names of clients that the move moves. */
function clientNames(own: readonly OwnName[], move: Move): readonly OwnName[] {
	return placesOf(own).clients.filter(({ range }) =>
		move.clients.some((client) => contains(range, client.range) || contains(client.range, range)),
	);
}

/** Other names for the same place: a field is a name of its class, and of every object of it that the file makes. */
export function twinsOf(own: readonly OwnName[], name: OwnName): readonly OwnName[] {
	const places = placesOf(own);
	return placeOf(name).flatMap((at) => (places.twins.get(at) ?? []).filter((other) => other !== name));
}

/** Where what the name means stands: no two names mean the same place, but those of one field. */
function placeOf({ keyNames, addresses, strings }: OwnName): readonly number[] {
	const range = keyNames[0] ?? addresses[0]?.range ?? strings[0]?.range;
	return range ? [range[0]] : [];
}

function placesOf(own: readonly OwnName[]): Places {
	const known = cache.get(own);
	if (known) return known;
	const made: Places = {
		addresses: groupBy(own, ({ addresses }) => addresses.map(({ range }) => range[0])),
		strings: groupBy(own, ({ strings }) => strings.map(({ content }) => content[0])),
		keyNames: groupBy(own, ({ keyNames }) => keyNames.map(([at]) => at)),
		headers: groupBy(own, ({ headers }) => headers),
		clients: own.filter(({ meaning }) => meaning.kind === "client"),
		twins: groupBy(own, placeOf),
		order: new Map(own.map((name, index) => [name, index])),
	};
	cache.set(own, made);
	return made;
}

function groupBy(
	own: readonly OwnName[],
	placesOfOne: (name: OwnName) => readonly unknown[],
): ReadonlyMap<unknown, readonly OwnName[]> {
	const groups = new Map<unknown, OwnName[]>();
	for (const name of own)
		for (const place of placesOfOne(name)) {
			const group = groups.get(place);
			if (group) group.push(name);
			else groups.set(place, [name]);
		}
	return groups;
}

/** Ids of the names that a move has a part in: those it takes, and those of its own file that it changes or is. */
export function namesOfMove(
	{ uri, own }: { readonly uri: string; readonly own: readonly OwnName[] },
	move: Move,
): readonly string[] {
	const touched = touchedNames(own, move);
	return [...move.names, ...[...touched, ...clientNames(own, move)].map(({ path }) => nameId(uri, path))];
}
