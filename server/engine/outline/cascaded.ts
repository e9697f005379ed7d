/**
 * Dart's cascades: `Request('POST', u)..headers['A'] = b..body = c`. The sections are kept beside the value that they are
 * about, as a list of statements; where a section says that value, its Outline has an empty `cascaded` node.
 */
import type { Assign, Call, Expr, Item, List, Member, Outline } from "./schema";

/** The node beside a value that holds its sections. */
export const cascadeType = "cascade";
/** Stands for the value inside a section. */
export const cascadedType = "cascaded";

export interface Section {
	/** From the value on: `options.baseUrl`, `headers.addAll`; of `headers['A'] = b` the map's, `headers`. */
	readonly path: string;
	readonly node: Assign | Call;
	/** The map of `headers['A'] = b` and `headers.addAll({…})`. */
	readonly field: Member | undefined;
}

const known = new WeakMap<Outline, ReadonlyMap<Expr, readonly Section[]>>();

/** What the sections behind a value do to it. */
export function sectionsOn(outline: Outline, value: Expr): readonly Section[] {
	if (outline.language !== "dart") return [];
	let all = known.get(outline);
	if (!all) {
		all = collectAll(outline);
		known.set(outline, all);
	}
	return all.get(value) ?? [];
}

/** The places behind a value where sections put something into a field of it: `headers` of `..headers['A'] = b`. */
export function fieldsCascaded(outline: Outline, value: Expr, field: string): Member[] {
	return sectionsOn(outline, value).flatMap((section) =>
		section.field && (section.path === field || section.path.startsWith(`${field}.`)) ? [section.field] : [],
	);
}

/** The value whose sections a list holds. */
export function cascadeOwner(list: List): Expr | undefined {
	const holder = list.parent;
	const owner = holder?.kind === "opaque" && holder.type === cascadeType ? holder.parent : undefined;
	return owner?.kind === "ref" || owner?.kind === "member" || owner?.kind === "call" ? owner : undefined;
}

function collectAll(outline: Outline): ReadonlyMap<Expr, readonly Section[]> {
	const found = new Map<Expr, readonly Section[]>();
	for (const list of outline.lists) {
		const owner = list.role === "words" ? cascadeOwner(list) : undefined;
		if (owner) found.set(owner, list.items.flatMap(sectionOf));
	}
	return found;
}

function sectionOf({ value }: Item): Section[] {
	if (value?.kind === "assign") {
		const { target } = value;
		const place = target.kind === "index" ? target.object : target;
		const path = pathBehind(place);
		if (path === undefined) return [];
		return [{ path, node: value, field: target.kind === "index" ? memberOf(place) : undefined }];
	}
	if (value?.kind !== "call" || value.receiver === undefined) return [];
	const path = pathBehind(value.receiver);
	if (path === undefined) return [];
	return [{ path: [path, value.name].filter(Boolean).join("."), node: value, field: memberOf(value.receiver) }];
}

function memberOf(expr: Expr): Member | undefined {
	return expr.kind === "member" ? expr : undefined;
}

/** The names between the value and a place in it; empty for the value itself. */
function pathBehind(place: Expr): string | undefined {
	const names: string[] = [];
	let at = place;
	for (; at.kind === "member"; at = at.object) names.unshift(at.name);
	return at.kind === "opaque" && at.type === cascadedType ? names.join(".") : undefined;
}
