/** What becomes of a name that other files take: an address, a key, a map of headers. */
import type { Operation } from "../edits/operation";
import { planSlug } from "../facts/slug";
import type { Verdict } from "../names/meaning";
import type { OwnName } from "../names/own-names";
import { sharedPath } from "../names/taken";
import { namesOf } from "../outline/names";
import { contains, listOf, textOf } from "../outline/questions";
import type { Item, Range } from "../outline/schema";
import { addressEdit } from "./address-edit";
import { removalOf } from "./carrier";
import type { Context, Proposal } from "./context";
import { concentrateName } from "./shared-key";

export interface GivenFix {
	readonly own: OwnName;
	readonly verdict: Verdict;
	readonly proposal: Proposal | undefined;
	/** For a person: who takes it, and why it is not safe. */
	readonly advice: string;
}

/** The fix of the name whose definition holds `range`; undefined when no other file takes it. */
export function givenFixAt(context: Context, range: Range): GivenFix | undefined {
	const holding = context.own.filter(
		(own) => contains(own.range, range) && placesOf(own).some((one) => contains(one, range)),
	);
	for (const own of holding) {
		const fix = givenFix(context, own);
		if (fix) return fix;
	}
	return undefined;
}

export function givenFix(context: Context, own: OwnName): GivenFix | undefined {
	const verdict = context.names.given[own.path];
	if (!verdict || (verdict.takers === 0 && !verdict.isDropped)) return undefined;
	const operations = verdict.certainty === "blocked" ? undefined : operationsOf(context, own, verdict);
	const proposal = operations && {
		group: `name:${own.path}`,
		title: titleOf(own, verdict),
		applicability: verdict.certainty === "safe" ? ("safe" as const) : ("suggested" as const),
		operations,
	};
	return { own, verdict, proposal, advice: adviceOf(verdict) };
}

/** Where a finding about the name may stand. */
export function placesOf({ addresses, keyNames, headers, strings }: OwnName): Range[] {
	const words = strings.map(({ content }) => content);
	return [...addresses.map(({ range }) => range), ...keyNames, ...headers.map(({ range }) => range), ...words];
}

function operationsOf(context: Context, own: OwnName, verdict: Verdict): Operation[] | undefined {
	const { outline } = context.facts;
	const isGoing = (verdict.isDropped || isAllHeaders(own)) && !isHandedOn(own, verdict) && !isUsedHere(context, own);
	if (isGoing && isSchemaName(own)) return own.keyNames.flatMap((range) => entryAt(context, range));
	if (isGoing && own.item) return [withdrawal(context, own.item)];
	switch (own.meaning.kind) {
		case "address": {
			const { target } = verdict;
			return target === undefined ? undefined : own.addresses.flatMap((address) => addressEdit(address, target));
		}
		case "key": {
			if (verdict.stays) return undefined;
			return own.keyNames.map((range): Operation => {
				const name = textOf(outline, range);
				return { op: "replace", range, newText: concentrateName(name) };
			});
		}
		case "slug": {
			const slug = verdict.target === undefined ? undefined : slugFor(own.meaning.slug, verdict.target);
			return slug?.flatMap((newText) => own.strings.map(({ content }) => ({ op: "replace", range: content, newText })));
		}
		case "headers":
			return own.headers.flatMap((header) => (header.carrier && removalOf(header.carrier)) ?? []);
		default:
			return undefined;
	}
}

/** What a model becomes where it is used; nothing where it stays, undefined where a person must choose. */
function slugFor(slug: string, place: string): readonly string[] | undefined {
	if (place !== "gateway") return undefined;
	const plan = planSlug(slug, place);
	if (!plan) return [];
	return plan.slug === undefined || plan.fallbacks.length > 0 || plan.wantsSort ? undefined : [plan.slug];
}

/** A barrel may say `export * from` this file: it stays a module. */
function withdrawal({ facts: { outline } }: Context, item: Item): Operation {
	const isScript = /^(typescript|tsx|javascript)$/.test(outline.language) && listOf(item) === outline.root;
	const others = outline.root.items.filter((other) => other !== item && other.value?.kind !== "import");
	const isLast =
		isScript &&
		/^export\b/.test(textOf(outline, item.range)) &&
		!others.some((other) => /^export\b/.test(textOf(outline, other.range)));
	return isLast ? { op: "replace", range: item.range, newText: "export {};" } : { op: "remove", item };
}

/** A field of what is handed on may go all the same. */
function isHandedOn({ path }: OwnName, { isPassed }: Verdict): boolean {
	return isPassed && /^\w+(\(\))?$/.test(path);
}

function isSchemaName({ meaning, item, keyNames }: OwnName): boolean {
	return meaning.kind === "key" && meaning.form === "field" && item === undefined && keyNames.length > 0;
}

/** `HELICONE_API_KEY: z.string()` of a schema, `HELICONE_API_KEY: process.env.HELICONE_API_KEY` beside it. */
function entryAt({ facts: { outline } }: Context, range: Range): Operation[] {
	const item = outline.items.find(({ key, form }) => form === "entry" && key?.range[0] === range[0]);
	return item ? [{ op: "remove", item }] : [];
}

function isAllHeaders({ meaning }: OwnName): boolean {
	return meaning.kind === "headers" && meaning.isAll;
}

function isUsedHere({ facts: { outline } }: Context, { assign, item, path, range }: OwnName): boolean {
	if (assign) return namesOf(outline).uses(assign).length > 0;
	if (item?.form === "entry") return outline.members.some((member) => sharedPath(outline, member) === path);
	const name = path.replace(/\(\)$/, "").split(".").at(-1) ?? path;
	const isUse = (at: Range) => !contains(range, at);
	return (
		outline.refs.some((ref) => ref.name === name && isUse(ref.range)) ||
		outline.calls.some((call) => call.name === name && isUse(call.range))
	);
}

function titleOf({ path, meaning }: OwnName, { target, isDropped }: Verdict): string {
	const name = path.replace(/\(\)$/, "");
	if (isDropped || (meaning.kind === "headers" && meaning.isAll)) return `Remove ${name}: nothing needs it any more`;
	if (meaning.kind === "slug") return `Name ${name} as Concentrate does`;
	if (meaning.kind === "headers") return `Remove Helicone's headers from ${name}`;
	return meaning.kind === "key"
		? `Let ${name} be Concentrate's key`
		: `Replace by ${target ?? "Concentrate's address"}`;
}

function adviceOf({ takers, certainty, doubtful }: Verdict): string {
	const files = takers === 1 ? "Another file takes it" : `${takers} other files take it`;
	if (certainty === "safe")
		return `${files}, and moves with it.`.replace("files take it, and moves", "files take it, and move");
	const where = doubtful.length > 0 ? `: see ${doubtful.slice(0, 3).join(", ")}` : "";
	return `${files}, and not every part of that is safe${where}.`;
}
