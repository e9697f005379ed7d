/** What all files together say of each name that one gives and others take. */
import type { Part, Verdict } from "./meaning";

export interface Speech {
	readonly uri: string;
	readonly parts: readonly Part[];
}

interface Group {
	certainty: Verdict["certainty"];
	readonly doubtful: Set<string>;
}

const order = ["safe", "suggested", "blocked"] as const;

/** @returns by id; names that no part speaks of are missing */
export function joinParts(speeches: readonly Speech[]): ReadonlyMap<string, Verdict> {
	const parents = new Map<string, string>();
	const rootOf = (id: string): string => {
		const up = parents.get(id) ?? id;
		if (up === id) return id;
		const root = rootOf(up);
		parents.set(id, root);
		return root;
	};
	const behind = namesBehind(speeches.flatMap(({ parts }) => parts.flatMap(({ forwards }) => forwards)));
	const all = speeches.flatMap(({ uri, parts }) =>
		parts.map((part) => ({ uri, part: behind ? forwarded(part, behind) : part })),
	);
	for (const { part } of all) {
		const [first] = part.names;
		for (const id of part.names) if (first !== undefined) parents.set(rootOf(id), rootOf(first));
	}
	const stays = new Set(all.flatMap(({ part }) => part.keeps));
	const feeds = new Set(all.flatMap(({ part }) => part.feeds ?? []));
	const targets = targetsOf(all.flatMap(({ part }) => (part.isGuess ? [] : [part])));
	const groups = new Map<string, Group>();
	const groupOf = (id: string): Group => {
		const root = rootOf(id);
		const group = groups.get(root) ?? { certainty: "safe", doubtful: new Set<string>() };
		groups.set(root, group);
		return group;
	};
	const takers = filesBy(all, ({ takes }) => takes);
	for (const { uri, part } of all) {
		const [first] = part.names;
		if (first === undefined || part.certainty === "safe") continue;
		if (part.isGuess && part.names.some((id) => (takers.get(id)?.size ?? 0) > 0)) continue;
		const group = groupOf(first);
		group.certainty = worse(group.certainty, part.certainty);
		group.doubtful.add(shortName(uri));
	}
	for (const [id, texts] of targets) if (texts.size > 1) groupOf(id).certainty = "blocked";
	const dropping = filesBy(all, ({ drops }) => drops);
	const using = filesBy(all, ({ takes, drops, names }) => (drops.length > 0 ? [] : [...takes, ...names]));
	const passed = new Set(all.flatMap(({ part }) => part.passes));
	const ids = new Set(all.flatMap(({ part }) => [...part.names, ...part.takes, ...part.keeps]));
	return new Map(
		[...ids].map((id): [string, Verdict] => {
			const group = groupOf(id);
			const [target] = targets.get(id) ?? [];
			const count = takers.get(id)?.size ?? 0;
			const owner = id.slice(0, id.indexOf("#"));
			const others = [...(using.get(id) ?? [])].filter((uri) => uri !== owner);
			return [
				id,
				{
					certainty: group.certainty,
					target: targets.get(id)?.size === 1 ? target : undefined,
					stays: stays.has(id),
					...(feeds.has(id) ? { feeds: true as const } : {}),
					isPassed: passed.has(id),
					takers: count,
					isDropped: (dropping.get(id)?.size ?? 0) > 0 && others.length === 0,
					doubtful: [...group.doubtful].sort(),
				},
			];
		}),
	);
}

/** By name all that it stands on, however deep; undefined when none stands on another. */
function namesBehind(
	forwards: readonly Part["forwards"][number][],
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
	if (forwards.length === 0) return undefined;
	const direct = new Map<string, string[]>();
	for (const { from, to } of forwards) direct.set(from, [...(direct.get(from) ?? []), ...to]);
	return new Map(
		[...direct.keys()].map((from) => {
			const all = new Set([from]);
			for (const id of all) for (const next of direct.get(id) ?? []) all.add(next);
			return [from, all];
		}),
	);
}

/** What the part says of a name it says of those that the name stands on. */
function forwarded(part: Part, behind: ReadonlyMap<string, ReadonlySet<string>>): Part {
	const withBehind = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => [...(behind.get(id) ?? [id])]))];
	return {
		...part,
		wishes: part.wishes.flatMap(({ id, text }) => withBehind([id]).map((one) => ({ id: one, text }))),
		keeps: withBehind(part.keeps),
		...(part.feeds ? { feeds: withBehind(part.feeds) } : {}),
		takes: withBehind(part.takes),
		drops: withBehind(part.drops),
	};
}

function targetsOf(parts: readonly Part[]): ReadonlyMap<string, ReadonlySet<string>> {
	const targets = new Map<string, Set<string>>();
	for (const { id, text } of parts.flatMap(({ wishes }) => wishes))
		targets.set(id, (targets.get(id) ?? new Set()).add(text));
	return targets;
}

function filesBy(
	all: readonly { readonly uri: string; readonly part: Part }[],
	idsOf: (part: Part) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const files = new Map<string, Set<string>>();
	for (const { uri, part } of all) for (const id of idsOf(part)) files.set(id, (files.get(id) ?? new Set()).add(uri));
	return files;
}

function worse(a: Verdict["certainty"], b: Verdict["certainty"]): Verdict["certainty"] {
	return order[Math.max(order.indexOf(a), order.indexOf(b))] ?? "suggested";
}

/** `lib/openai.ts` of `file:///home/me/app/src/lib/openai.ts`. */
function shortName(uri: string): string {
	return decodeURIComponent(uri).split("/").slice(-2).join("/");
}
