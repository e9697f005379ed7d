/** What a move has to do with other files: the names it takes, what it wants of them, and what they say. */
import { type Asker, targetOf } from "../facts/address-target";
import type { Client } from "../facts/client";
import type { SharedHeaders } from "../facts/shared-headers";
import type { SharedSlug } from "../facts/shared-slugs";
import { planSlug, type SlugPlan } from "../facts/slug";
import type { Applicability } from "../model";
import type { FileNames, Part, SharedAddress, Taken, Verdict } from "../names/meaning";
import type { OwnName } from "../names/own-names";
import { contains } from "../outline/questions";
import type { KeyPlan } from "./key-plan";
import { slugPlace } from "./slug-place";

export interface SharedShare {
	/** Ids of names of other files. */
	readonly names: readonly string[];
	readonly wishes: Part["wishes"];
	readonly reasons: readonly string[];
	readonly isBlocked: boolean;
}

/** @param askerOf what a client wants an address to be */
export function sharedShare(
	clients: readonly Client[],
	keys: readonly KeyPlan[],
	headers: readonly SharedHeaders[],
	slugs: readonly SharedSlug[],
	askerOf: (client: Client, address: SharedAddress) => Asker,
): SharedShare {
	const wishes: { id: string; text: string }[] = [];
	const reasons: string[] = [];
	const names = new Set([...keys.flatMap((key) => key.shared?.id ?? []), ...headers.map(({ id }) => id)]);
	let isBlocked = false;
	for (const client of clients) {
		for (const { id, addresses } of usesOf(client)) {
			names.add(id);
			for (const address of addresses) {
				const target = targetOf(address, askerOf(client, address));
				if (target.reason) reasons.push(target.reason);
				if (target.text === undefined) isBlocked = true;
				else wishes.push({ id, text: target.text });
			}
		}
	}
	for (const { id, slug, client } of slugs) {
		const place = slugPlace(client);
		if (!clients.includes(client) || place !== "gateway") continue;
		names.add(id);
		wishes.push({ id, text: place });
		if (!isExact(planSlug(slug, place))) reasons.push(`The model \`${slug}\` needs a decision.`);
	}
	return { names: [...names], wishes, reasons, isBlocked };
}

/** The same model, or the same as it stands. */
function isExact(plan: SlugPlan | undefined): boolean {
	return plan === undefined || (plan.applicability === "safe" && plan.slug !== undefined);
}

function usesOf({ gateway }: Client) {
	return gateway.kind === "helicone" ? (gateway.shared ?? []) : [];
}

/** The verdicts on names, by id: what the others say of those that this move has a part in. */
export function verdictsOf(names: readonly string[], taken: FileNames["taken"]): Verdict[] {
	const byId = new Map(Object.values(taken).map((one: Taken) => [one.id, one.verdict] as const));
	return names.flatMap((id) => byId.get(id) ?? []);
}

/** The verdicts on names of this file that the clients use or are. */
export function verdictsOnOwn(
	own: readonly OwnName[],
	given: FileNames["given"],
	clients: readonly Client[],
): Verdict[] {
	return takenByOthers(own, given).flatMap(({ name, verdict }) =>
		clients.some((client) => isOf(name, client)) ? [verdict] : [],
	);
}

interface TakenByOthers {
	readonly name: OwnName;
	readonly verdict: Verdict;
}

const takenOf = new WeakMap<readonly OwnName[], { readonly given: object; readonly found: readonly TakenByOthers[] }>();

/** Asked once for every move of a file: a file may make thousands of clients that nobody else takes. */
function takenByOthers(own: readonly OwnName[], given: FileNames["given"]): readonly TakenByOthers[] {
	const known = takenOf.get(own);
	if (known?.given === given) return known.found;
	const found = own.flatMap((name) => {
		const verdict = given[name.path];
		return verdict && verdict.takers > 0 ? [{ name, verdict }] : [];
	});
	takenOf.set(own, { given, found });
	return found;
}

function isOf({ addresses, meaning, range }: OwnName, { gateway, range: at }: Client): boolean {
	if (meaning.kind === "client") return contains(range, at) || contains(at, range);
	return (
		gateway.kind === "helicone" &&
		addresses.some((one) => gateway.addresses.some((other) => other.range[0] === one.range[0]))
	);
}

/** Options that look like a client's, and another file says what takes them. */
export function isSpokenFor(own: readonly OwnName[], given: FileNames["given"], client: Client): boolean {
	return client.isGuess && verdictsOnOwn(own, given, [client]).length > 0;
}

/** All or nothing, across files: a move is as sure as its least sure part anywhere. */
export function joined(
	own: Applicability | "blocked",
	verdicts: readonly Verdict[],
): { readonly applicability: Applicability | "blocked"; readonly reasons: readonly string[] } {
	const files = [...new Set(verdicts.flatMap(({ doubtful }) => doubtful))];
	const worst = verdicts.some(({ certainty }) => certainty === "blocked")
		? "blocked"
		: verdicts.some(({ certainty }) => certainty === "suggested")
			? "suggested"
			: "safe";
	if (worst === "safe" || own === "blocked") return { applicability: own, reasons: [] };
	const where = files.length > 0 ? ` in ${files.slice(0, 3).join(", ")}` : " in another file";
	const why = worst === "blocked" ? "cannot move" : "needs a decision";
	const reasons = own === "safe" ? [`A part of this${where} ${why}.`] : [];
	return { applicability: worst === "blocked" ? "blocked" : "suggested", reasons };
}
