/** What a file says of the names that it gives and takes: its share of changes that span files. */
import type { Facts } from "../facts/facts";
import { asksInterface } from "../facts/helicone-interface";
import { carrierRange } from "../moves/carrier";
import type { Move } from "../moves/move";
import { namesOf } from "../outline/names";
import { ancestors, contains, listOf, pathOf } from "../outline/questions";
import type { Expr } from "../outline/schema";
import { type FileNames, type Given, nameId, type Part } from "./meaning";
import type { OwnName } from "./own-names";
import { argumentParts, ownParameters } from "./parameters";
import { containersOf, isAlias, usesOfTaken } from "./taken";
import { namesOfMove, touchedNames, twinsOf } from "./touched-names";

export interface Shared {
	readonly given: readonly Given[];
	readonly parts: readonly Part[];
}

export const nothingShared: Shared = { given: [], parts: [] };

export interface Speaker {
	readonly uri: string;
	readonly facts: Facts;
	readonly moves: readonly Move[];
	readonly own: readonly OwnName[];
	readonly names: FileNames;
}

export function sharedOf(speaker: Speaker): Shared {
	const { own } = speaker;
	const parameters = ownParameters(speaker);
	return {
		given: [
			...own.map(({ path, meaning, on }) => ({ path, meaning, on })),
			...parameters.map(({ path, meaning }) => ({ path, meaning, on: [] })),
		],
		parts: [
			...parameters.map(({ path, ids, certainty }): Part => {
				return { ...silent, names: [nameId(speaker.uri, path), ...ids], certainty };
			}),
			...argumentParts(speaker, silent),
			...speaker.moves.map((move) => movePart(speaker, move)),
			...own.map((name) => givenPart(speaker, name)),
			...otherUses(speaker),
		],
	};
}

const silent: Omit<Part, "names"> = {
	certainty: "safe",
	isGuess: false,
	wishes: [],
	keeps: [],
	takes: [],
	passes: [],
	drops: [],
	forwards: [],
};

function movePart({ uri, own }: Speaker, move: Move): Part {
	const touched = touchedNames(own, move);
	const wishes = touched.flatMap(({ path, addresses }) =>
		addresses.flatMap((address) =>
			move.operations.flatMap((one) =>
				one.op === "replace" && one.range[0] === address.range[0] ? [{ id: nameId(uri, path), text: one.newText }] : [],
			),
		),
	);
	return {
		...silent,
		names: namesOfMove({ uri, own }, move),
		certainty: move.own,
		isGuess: move.clients.every((client) => client.isGuess),
		wishes: [...move.wishes, ...wishes],
		takes: move.names,
	};
}

function givenPart(speaker: Speaker, name: OwnName): Part {
	const id = nameId(speaker.uri, name.path);
	const isDecision = name.headers.some(({ request }) => request === undefined || request.role === "behaviour");
	const keeps = name.meaning.kind === "key" && isKeptHere(speaker, name) ? [id] : [];
	// A field is a name of its class, and of every object of it that the file makes.
	const twins = twinsOf(speaker.own, name).map((twin) => nameId(speaker.uri, twin.path));
	const on = [...name.on, ...twins];
	const forwards = on.length > 0 ? [{ from: id, to: on }] : [];
	return { ...silent, names: [id, ...on], certainty: isDecision ? "suggested" : "safe", keeps, forwards };
}

/** A client of this very file needs the key that others take. */
function isKeptHere(speaker: Speaker, { assign, keyNames }: OwnName): boolean {
	if (assign?.target.kind !== "ref") return false;
	const uses = namesOf(speaker.facts.outline).uses(assign);
	const inOwn = (use: Expr) =>
		speaker.own.some(({ range, meaning }) => meaning.kind === "key" && contains(range, use.range));
	return keyNames.length > 0 && uses.some((use) => !inOwn(use) && !isSettled(speaker, use));
}

/** It is a key, an address or a header that moves, or goes with it; or it only asks whether it is there. */
function isSettled(speaker: Speaker, use: Expr): boolean {
	return isGoing(speaker, use) || isMoving(speaker, use) || isAsked(use) || isPassedOn(use);
}

function isMoving({ moves }: Speaker, use: Expr): boolean {
	return moves.some((move) => move.keys.some((key) => !key.keepsOld && contains(key.range, use.range)));
}

/** It stands in what a move takes out. */
function isGoing(speaker: Speaker, use: Expr): boolean {
	return goingMoves(speaker, use).length > 0;
}

function goingMoves({ moves, facts }: Speaker, use: Expr): Move[] {
	return moves.filter((move) => {
		const ranges = [
			...move.headers.flatMap((header) => (header.carrier ? [carrierRange(header.carrier)] : [])),
			...facts.sharedHeaders.flatMap(({ item, isAll, clients }) =>
				isAll && item && clients.some((client) => move.clients.includes(client)) ? [item.range] : [],
			),
		];
		return ranges.some((range) => contains(range, use.range));
	});
}

function leastSure(moves: readonly Move[]): Part["certainty"] {
	if (moves.some(({ own }) => own === "blocked")) return "blocked";
	return moves.every(({ own }) => own === "safe") ? "safe" : "suggested";
}

/** The map of headers that it stands in, which goes because those who take it move. */
function goingWith({ own, names }: Speaker, use: Expr): OwnName | undefined {
	return own.find(({ meaning, headers, path }) => {
		const verdict = names.given[path];
		if (meaning.kind !== "headers" || !verdict || verdict.takers === 0 || verdict.certainty === "blocked") return false;
		return headers.some((header) => header.carrier && contains(carrierRange(header.carrier), use.range));
	});
}

function isAsked(use: Expr): boolean {
	return [...ancestors(use)].some(
		(up) => (up.kind === "guard" || up.kind === "either") && contains(up.test.range, use.range),
	);
}

/** `export { KEY }`, `module.exports = { KEY }` */
function isPassedOn({ parent }: Expr): boolean {
	if (parent?.kind === "opaque") return parent.type === "export_specifier";
	const list = parent?.kind === "item" && parent.form === "entry" ? listOf(parent) : undefined;
	const holder = list?.role === "map" ? list.parent : undefined;
	return holder?.kind === "assign" && pathOf(holder.target) === "module.exports";
}

/** Uses of others' names that no move has spoken of. */
function otherUses(speaker: Speaker): Part[] {
	const { facts, names } = speaker;
	const { outline } = facts;
	const uses = usesOfTaken(outline, names.taken).map(({ expr, taken }) => usePart(speaker, expr, taken));
	const handed = containersOf(outline, names.taken)
		.filter(({ expr }) => !isPassedOn(expr))
		.map(({ ids, keys, words }): Part => {
			return { ...silent, names: ids, certainty: "suggested", keeps: keys, takes: [...ids, ...words] };
		});
	const spoken = new Set([...uses, ...handed].flatMap(({ takes }) => takes));
	const idle = Object.values(names.taken).flatMap(({ id, meaning }) =>
		spoken.has(id) || meaning.kind === "parameter" ? [] : [id],
	);
	return [...uses, ...handed, { ...silent, names: [], passes: idle }];
}

function usePart(speaker: Speaker, expr: Expr, { id, meaning }: FileNames["taken"][string]): Part {
	const part: Part = { ...silent, names: [], takes: [id] };
	if (isPassedOn(expr)) return { ...part, takes: [], passes: [id] };
	if (speaker.moves.some((move) => move.keys.some((key) => key.fromHeader !== undefined && key.shared?.expr === expr)))
		return part;
	const going = goingMoves(speaker, expr);
	if (going.length > 0) {
		// What takes the name apart from its object would be left behind.
		if (isAlias(speaker.facts.outline, expr)) return part;
		const names = going.flatMap((move) => namesOfMove(speaker, move));
		return { ...part, names: [id, ...names], certainty: leastSure(going), drops: [id] };
	}
	const helper = goingWith(speaker, expr);
	if (helper) return { ...part, names: [id, nameId(speaker.uri, helper.path)], drops: [id] };
	const isOwn = speaker.own.some((name) => name.on.includes(id) && contains(name.range, expr.range));
	switch (meaning.kind) {
		case "client":
		case "slug":
		case "header-name":
		case "parameter":
			return part;
		case "key":
			if (isMoving(speaker, expr) || isAsked(expr)) return part;
			return { ...part, keeps: [id], ...(asksInterface(speaker.facts) ? { feeds: [id] } : {}) };
		case "address": {
			const clients = speaker.moves.flatMap((move) => move.clients);
			const isTaken = clients.some(
				({ gateway }) => gateway.kind === "helicone" && gateway.shared?.some((one) => isIn(one.expr, expr)),
			);
			return isTaken || isOwn || meaning.owner === "concentrate"
				? part
				: { ...part, names: [id], certainty: "suggested" };
		}
		case "headers": {
			const use = speaker.facts.sharedHeaders.find((one) => one.expr === expr);
			const isSent =
				use !== undefined && use.clients.length > 0 && use.clients.every(({ gateway }) => gateway.kind !== "unknown");
			const canGo = !meaning.isAll || use?.item !== undefined;
			return isOwn || (isSent && canGo) ? part : { ...part, names: [id], certainty: "suggested" };
		}
	}
}

function isIn(outer: Expr, inner: Expr): boolean {
	return contains(outer.range, inner.range);
}
