/**
 * The fixes of several files that only make sense together: an address that one file defines and another uses changes in
 * both, or in none. A file that refuses its part has it taken back everywhere.
 */
import type { AnalyzeOptions } from "../engine/analyze";
import type { Document, Share } from "../engine/model";
import { type FilePlan, planFile, type Selection } from "../engine/plan";
import { namingFile } from "./naming-file";

export interface FileToPlan {
	/** Identifies the file, and names it for people by its last two segments: a path or a uri. */
	readonly path: string;
	readonly document: Document;
	readonly options: AnalyzeOptions;
	readonly selection: Selection;
}

export interface PlansTogether {
	/** By `path`; of every file. */
	readonly plans: ReadonlyMap<string, FilePlan>;
	/** By id of a name that cannot change everywhere. */
	readonly refused: ReadonlyMap<string, Refusal>;
}

export interface Refusal {
	/** The file that refuses. */
	readonly path: string;
	/** For a person: why the file's own fix was taken back; undefined when it has none that could be taken. */
	readonly own: string | undefined;
	/** The same for the other files. */
	readonly others: string;
}

/** @param breathe called before each file. @throws what `breathe` throws */
export async function planTogether(
	files: readonly FileToPlan[],
	breathe: (done: number, total: number) => Promise<void> = async () => {},
): Promise<PlansTogether> {
	const plans = new Map<string, FilePlan>();
	const wanted = new Set<string>();
	const refused = new Map<string, Refusal>();
	let waiting = files;
	// Each turn wants or refuses at least one name more, and there are only so many.
	while (waiting.length > 0) {
		for (const [index, { path, document, options, selection }] of waiting.entries()) {
			await breathe(index, waiting.length);
			const chosen: Selection = { ...selection, wanted, refused: new Set(refused.keys()) };
			plans.set(
				path,
				namingFile(path, () => planFile(document, options, chosen)),
			);
		}
		const fresh = settle({ files, plans, wanted, refused });
		waiting = fresh.size === 0 ? [] : files.filter(({ path }) => speaksOf(plans.get(path), fresh));
	}
	return { plans, refused };
}

/** Why the fix of a group of this file was left. */
export function reasonFor(
	path: string,
	{ shares }: FilePlan["after"],
	group: string | undefined,
	refused: PlansTogether["refused"],
): string {
	const ids = shares.flatMap((share) => (share.group === group ? share.changes : []));
	const [first] = ids.flatMap((id) => refused.get(id) ?? []);
	return (first?.path === path ? first.own : undefined) ?? first?.others ?? "Another file cannot change with it.";
}

interface Turn {
	readonly files: readonly FileToPlan[];
	readonly plans: ReadonlyMap<string, FilePlan>;
	readonly wanted: Set<string>;
	readonly refused: Map<string, Refusal>;
}

interface Holder {
	readonly file: FileToPlan;
	readonly plan: FilePlan;
	readonly share: Share;
}

/** Names that change in one file and stand in another as they were. @returns those that are newly wanted or refused */
function settle({ files, plans, wanted, refused }: Turn): ReadonlySet<string> {
	const taken = new Set([...plans.values()].flatMap((plan) => [...plan.taken]));
	const fresh = new Set<string>();
	if (taken.size === 0) return fresh;
	const holders = holdersOf(files, plans, taken);
	if (holders.size === 0) return fresh;
	const joined = joinedNames(plans);
	for (const [id, holding] of holders) {
		if (!wanted.has(id) && !refused.has(id) && holding.every(isOnlyUnasked)) {
			wanted.add(id);
			fresh.add(id);
			continue;
		}
		const refusal = refused.get(id) ?? refusalOf(holding);
		if (!refusal) continue;
		for (const one of together(joined, id)) {
			if (refused.has(one)) continue;
			refused.set(one, refusal);
			fresh.add(one);
		}
	}
	return fresh;
}

function holdersOf(
	files: readonly FileToPlan[],
	plans: Turn["plans"],
	taken: ReadonlySet<string>,
): ReadonlyMap<string, readonly Holder[]> {
	const holders = new Map<string, Holder[]>();
	for (const file of files) {
		const plan = plans.get(file.path);
		for (const share of plan?.after.shares ?? [])
			for (const id of share.holds)
				if (plan && taken.has(id)) holders.set(id, [...(holders.get(id) ?? []), { file, plan, share }]);
	}
	return holders;
}

/** A fix is there and is not taken because neither a rule nor a tick asks for it: it goes with the rest of its group. */
function isOnlyUnasked({ file: { selection }, plan, share }: Holder): boolean {
	const isRestricted = selection.rules !== undefined || selection.wants !== undefined;
	const fix = fixOf(plan, share);
	const isSureEnough = selection.applicability === "suggested" || fix?.applicability === "safe";
	return isRestricted && fix !== undefined && isSureEnough && !isDropped(plan, share);
}

function fixOf(plan: FilePlan, { group }: Share) {
	return plan.after.findings.find(({ fix }) => fix !== undefined && fix.group === group)?.fix;
}

function isDropped(plan: FilePlan, share: Share): boolean {
	return droppedOf(plan, share) !== undefined;
}

function droppedOf({ dropped, after }: FilePlan, { group }: Share): string | undefined {
	const mine = after.findings.filter(({ fix }) => fix !== undefined && fix.group === group);
	return dropped.find(({ finding }) => mine.some((one) => one.rule === finding.rule && one.subject === finding.subject))
		?.reason;
}

function refusalOf(holding: readonly Holder[]): Refusal | undefined {
	const [first] = holding;
	if (!first) return undefined;
	const { file, plan, share } = first;
	const name = decodeURIComponent(file.path).split(/[\\/]/).slice(-2).join("/");
	const own = droppedOf(plan, share);
	if (own !== undefined)
		return { path: file.path, own, others: `It goes together with a fix in ${name}, which was taken back: ${own}` };
	const why = fixOf(plan, share) === undefined ? "cannot be changed by itself" : "is only suggested";
	return { path: file.path, own, others: `It goes together with a place in ${name} that ${why}.` };
}

/** Names of one fix change together. */
function joinedNames(plans: Turn["plans"]): ReadonlyMap<string, ReadonlySet<string>> {
	const joined = new Map<string, Set<string>>();
	for (const { before, after } of plans.values())
		for (const { changes } of [...before.shares, ...after.shares])
			for (const id of changes) {
				const others = joined.get(id) ?? new Set();
				for (const other of changes) others.add(other);
				joined.set(id, others);
			}
	return joined;
}

function together(joined: ReadonlyMap<string, ReadonlySet<string>>, id: string): ReadonlySet<string> {
	const all = new Set([id]);
	for (const one of all) for (const other of joined.get(one) ?? []) all.add(other);
	return all;
}

function speaksOf(plan: FilePlan | undefined, ids: ReadonlySet<string>): boolean {
	if (!plan) return false;
	const shares = [...plan.before.shares, ...plan.after.shares];
	return shares.some(({ changes, holds }) => [...changes, ...holds].some((id) => ids.has(id)));
}
