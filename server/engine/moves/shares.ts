/**
 * What the changes of a file have to do with other files: an address is defined here and used there, a settings field is
 * declared here and read there. Such changes happen in all files or in none.
 */
import type { render } from "../edits/render";
import type { EnvironmentUse } from "../facts/environment";
import type { Finding, Share } from "../model";
import { nameId } from "../names/meaning";
import { goingArguments, isSpare, ownParameters } from "../names/parameters";
import { usesOfTaken } from "../names/taken";
import { namesOfMove } from "../names/touched-names";
import { contains, overlaps } from "../outline/questions";
import { argumentGroup } from "./argument-fix";
import { carrierRange } from "./carrier";
import type { Context } from "./context";
import { isDeclared, isRenamable } from "./declared-plan";
import { givenFix, placesOf } from "./given-fix";
import { standardTitle } from "./header-fix";
import type { Move } from "./move";

type Render = (operations: Move["operations"]) => ReturnType<typeof render>;

/**
 * @param findings those of the file that a person sees: what is suppressed or switched off changes nothing
 * @returns nothing for a file whose names nobody else has to do with
 */
export function sharesOf(context: Context, findings: readonly Finding[], renderAll: Render): Share[] {
	const { names, workspace } = context;
	const isLinked = Object.keys(names.taken).length + Object.keys(names.given).length > 0;
	const linked = isLinked
		? [
				...moveShares(context, findings, renderAll),
				...givenShares(context, findings, renderAll),
				...droppedShares(context, findings),
				...parameterShares(context, findings),
				...argumentShares(context, findings),
				...standardShares(context, findings),
			]
		: [];
	return workspace.declaredNames.size > 0 ? [...linked, ...declaredShares(context, findings)] : linked;
}

function moveShares(context: Context, findings: readonly Finding[], renderAll: Render): Share[] {
	const { moves, document, own, names } = context;
	return moves.flatMap((move): Share[] => {
		const ids = namesOfMove({ uri: document.uri, own }, move).filter((id) => isShared(context, id));
		if (ids.length === 0 || !hasChanges(context, move, renderAll)) return [];
		const isOffered = findings.some(({ fix }) => fix?.group === move.group);
		// What is kept by a name that stays does not ask for anything elsewhere.
		const asked = ids.filter((id) => !Object.values(names.taken).some((one) => one.id === id && one.verdict.stays));
		return [{ group: isOffered ? move.group : undefined, changes: asked, holds: asked }];
	});
}

/** One that only rides along with what changes elsewhere has nothing to do here, or has done it. */
function hasChanges({ document }: Context, { operations }: Pick<Move, "operations">, renderAll: Render): boolean {
	if (operations.length === 0) return false;
	const rendered = renderAll(operations);
	return !rendered.ok || rendered.changes.some(({ range, newText }) => document.text.slice(...range) !== newText);
}

/** Of another file, or another file takes it. */
function isShared({ document, names }: Context, id: string): boolean {
	const prefix = nameId(document.uri, "");
	if (!id.startsWith(prefix)) return true;
	const verdict = names.given[id.slice(prefix.length)];
	return verdict !== undefined && (verdict.takers > 0 || verdict.isDropped);
}

function givenShares(context: Context, findings: readonly Finding[], renderAll: Render): Share[] {
	return context.own.flatMap((own): Share[] => {
		const fix = givenFix(context, own);
		const isStuck = fix && !fix.proposal && own.meaning.kind === "address" && own.addresses.length > 0;
		if (!isStuck && (!fix?.proposal || !hasChanges(context, fix.proposal, renderAll))) return [];
		const ids = [nameId(context.document.uri, own.path), ...own.on];
		const here = findings.filter(({ range }) => placesOf(own).some((place) => overlaps(place, range)));
		const groups = new Set(here.flatMap((finding) => finding.fix?.group ?? []));
		if (groups.size === 0) return [{ group: undefined, changes: [], holds: ids }];
		return [...groups].map((group) => ({ group, changes: ids, holds: ids }));
	});
}

/** A header that becomes the standard one goes to the address that the file takes of another one: both change, or neither. */
function standardShares({ facts, names, moves }: Context, findings: readonly Finding[]): Share[] {
	const groups = findings.flatMap(({ fix }) => (fix?.title === standardTitle ? [fix.group] : []));
	if (groups.length === 0) return [];
	const moving = moves.flatMap(({ clients }) => clients.map(({ range }) => range));
	const ids = usesOfTaken(facts.outline, names.taken).flatMap(({ expr, taken: { id, meaning } }) =>
		meaning.kind === "address" && meaning.owner === "helicone" && !moving.some((range) => contains(range, expr.range))
			? [id]
			: [],
	);
	return ids.length === 0 ? [] : groups.map((group) => ({ group, changes: ids, holds: ids }));
}

/** Whoever takes a name away needs every use of it to have gone. */
function droppedShares({ facts, names, moves }: Context, findings: readonly Finding[]): Share[] {
	if (!Object.values(names.taken).some(({ verdict }) => verdict.isDropped)) return [];
	return usesOfTaken(facts.outline, names.taken).flatMap(({ expr, taken: { id, verdict } }): Share[] => {
		if (!verdict.isDropped) return [];
		const move = moves.find(({ headers }) =>
			headers.some(({ carrier }) => carrier && contains(carrierRange(carrier), expr.range)),
		);
		const isOffered = findings.some(({ fix }) => fix && fix.group === move?.group);
		return [{ group: isOffered ? move?.group : undefined, changes: [], holds: [id] }];
	});
}

/** A parameter that goes with some fix of this file: its callers change with that one. */
function parameterShares(context: Context, findings: readonly Finding[]): Share[] {
	const { document, facts, moves, own, names } = context;
	return ownParameters({ uri: document.uri, facts, moves, own, names }).flatMap(({ path, item }): Share[] => {
		const verdict = names.given[path];
		if (!verdict || !isSpare(verdict)) return [];
		const id = nameId(document.uri, path);
		const taking = findings.flatMap(({ fix }) =>
			fix?.changes.some(({ range }) => overlaps(range, item.range)) ? [fix.group] : [],
		);
		if (taking.length === 0) return [{ group: undefined, changes: [], holds: [id] }];
		return [...new Set(taking)].map((group) => ({ group, changes: [id], holds: [id] }));
	});
}

function argumentShares({ facts: { outline }, names }: Context, findings: readonly Finding[]): Share[] {
	return Object.entries(names.taken).flatMap(([path, taken]): Share[] => {
		if (goingArguments(outline, path, taken).length === 0) return [];
		const group = findings.find(({ fix }) => fix?.group === argumentGroup(path))?.fix?.group;
		return [{ group, changes: [taken.id], holds: [taken.id] }];
	});
}

/** `settings.HELICONE_URL` and its declaration: whoever renames it needs every reader to have followed, or to be gone. */
function declaredShares({ facts, workspace }: Context, findings: readonly Finding[]): Share[] {
	return facts.environment.flatMap((use): Share[] => {
		if (!isDeclared(use) || !isDeclaredHere(facts, workspace, use)) return [];
		const group = findings.find(({ range, fix }) => fix && overlaps(range, use.nameRange))?.fix?.group;
		const id = `env#${use.name}`;
		return [{ group, changes: group === `env:${use.name}` ? [id] : [], holds: [id] }];
	});
}

function isDeclaredHere(facts: Context["facts"], workspace: Context["workspace"], { name }: EnvironmentUse): boolean {
	return workspace.declaredNames.has(name) && isRenamable(facts.outline, workspace, name);
}
