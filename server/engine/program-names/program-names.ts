/**
 * Names of the program's own that say Helicone (`heliconeClient`, `HELICONE_HEADERS`), where all that says them is seen: variables,
 * functions, parameters, import aliases and private fields of one file. A name is renamed wherever the file says it, or not at all.
 */
import type { Facts } from "../facts/facts";
import { functionOf } from "../outline/questions";
import type { Assign, Call, Fn, Member, Outline, Range, Ref } from "../outline/schema";
import type { Workspace } from "../workspace";
import { concentrateWord, heliconeWords, isBareName } from "./helicone-words";
import {
	classOf,
	isFieldToo,
	isLocalType,
	isModule,
	isOpenFn,
	isOpenInstance,
	isOpenParameter,
	isOpenTop,
	looksUpNames,
	privateField,
	readable,
} from "./visibility";
import { declaringAssign, parameterOf, placesIn, type WordPlace } from "./word-places";

export interface ProgramName {
	readonly name: string;
	readonly renamed: string;
	/** Where it is declared first. */
	readonly range: Range;
	/** Everything that must change with it, in document order. */
	readonly changes: readonly { readonly range: Range; readonly newText: string }[];
	/** What it holds or does: values and bodies of its declarations. */
	readonly meanings: readonly Range[];
}

/** @returns the names that can be renamed, in document order; nothing for a language whose names are not understood well enough */
export function programNames(
	{ outline, environment }: Pick<Facts, "outline" | "environment">,
	workspace: Pick<Workspace, "importedNames" | "sharedWords">,
): ProgramName[] {
	if (!readable.has(outline.language) || outline.broken.length > 0 || !/helicone/i.test(outline.text)) return [];
	if (looksUpNames(outline)) return [];
	const placeAt = placesIn(
		outline,
		environment.map(({ nameRange }) => nameRange),
	);
	const taken = takenNames(outline);
	const found = [...heliconeWords(outline.text)].flatMap(([name, starts]) => {
		const renamed = concentrateWord(name);
		if (renamed === undefined || taken.has(renamed) || workspace.importedNames.has(name)) return [];
		const places = starts.map((start) => placeAt(name, start));
		return nameOf({ outline, workspace, name, renamed, places }) ?? [];
	});
	return found.sort((a, b) => a.range[0] - b.range[0]);
}

interface Word {
	readonly outline: Outline;
	readonly workspace: Pick<Workspace, "sharedWords">;
	readonly name: string;
	readonly renamed: string;
	readonly places: readonly WordPlace[];
}

/** Names that something else has: a new name must be none of them. */
function takenNames(outline: Outline): ReadonlySet<string> {
	return new Set([
		...outline.refs.map(({ name }) => name.replace(/^[@#$]+/, "")),
		...outline.calls.map(({ name }) => name),
		...outline.fns.flatMap(({ name }) => name ?? []),
		...outline.imports.flatMap(({ names }) => names.map(({ local }) => local)),
	]);
}

interface Declared {
	readonly range: Range;
	/** The function in which the name is known; undefined for the file, or a class of it. */
	readonly scope: Fn | undefined;
	readonly meaning: Range | undefined;
	/** Code outside this file may say the name. */
	readonly isOpen: boolean;
	/** `this.name` is meant, too. */
	readonly isField?: boolean;
}

function nameOf(word: Word): ProgramName | undefined {
	const declared = word.places.flatMap((place) => declarationAt(word, place) ?? []);
	const first = declared[0];
	if (!first || declared.includes(never)) return undefined;
	if (declared.some(({ isOpen }) => isOpen) && word.workspace.sharedWords.has(word.name)) return undefined;
	const changes = word.places.map((place) => changeAt(word, declared, place));
	if (changes.includes("obstacle")) return undefined;
	return {
		name: word.name,
		renamed: word.renamed,
		range: first.range,
		changes: changes.flatMap((one) => (one === "none" || one === "obstacle" ? [] : [one])),
		meanings: declared.flatMap(({ meaning }) => (meaning ? [meaning] : [])),
	};
}

/** A declaration that must keep its name. */
const never: Declared = { range: [0, 0], scope: undefined, meaning: undefined, isOpen: true };

function declarationAt(word: Word, place: WordPlace): Declared | undefined {
	const { outline } = word;
	if (place.kind === "alias") return place.isRenamed ? { ...never, range: place.range, isOpen: false } : never;
	if (place.kind === "function") {
		const isOpen = isOpenFn(outline, place.fn);
		const meaning = place.fn.body?.range;
		const isField = classOf(place.fn) !== undefined;
		return isOpen === undefined ? never : { range: place.range, scope: functionOf(place.fn), meaning, isOpen, isField };
	}
	if (place.kind === "own-member") return ownField(outline, place.node, place.range);
	return place.kind === "variable" ? variableAt(word, place.ref, place.range, place.isShorthand) : undefined;
}

/** `self.client = …` of a language that declares no fields. */
function ownField({ language }: Outline, node: Member | Call, range: Range): Declared | undefined {
	const assign = node.parent?.kind === "assign" && node.parent.target === node ? node.parent : undefined;
	if (!assign || !/^(python|javascript)$/.test(language)) return undefined;
	return { range, scope: undefined, meaning: assign.value?.range, isOpen: true, isField: true };
}

function variableAt({ outline, name }: Word, ref: Ref, range: Range, isShorthand: boolean): Declared | undefined {
	const owner = parameterOf(ref);
	if (owner) {
		const isOpen = isOpenParameter(outline, owner, ref, name);
		const isField = isFieldToo(outline, ref);
		return isOpen === undefined ? never : { range, scope: owner, meaning: undefined, isOpen, isField };
	}
	if (isShorthand) return ref.parent?.parent?.kind === "list" && ref.parent.parent.role === "names" ? never : undefined;
	if (isLocalType(outline, ref))
		return { range, scope: functionOf(ref), meaning: undefined, isOpen: !isModule(outline) };
	const assign = declaringAssign(ref);
	return assign && assignedAt(outline, name, ref, range, assign);
}

function assignedAt(outline: Outline, name: string, ref: Ref, range: Range, assign: Assign): Declared | undefined {
	const meaning = assign.value?.range;
	if (assign.exported) return never;
	if (assign.declares === "field")
		return privateField(outline, assign) ? { range, scope: undefined, meaning, isOpen: false, isField: true } : never;
	if (assign.declares === undefined && !/^(=|:=|as)$/.test(assign.op)) return undefined;
	// Ruby's `@client` is known in every method.
	if (ref.name.startsWith("@"))
		return isOpenInstance(outline) ? never : { range, scope: undefined, meaning, isOpen: true };
	const scope = functionOf(assign);
	if (scope) return { range, scope, meaning, isOpen: false };
	const isOpen = isOpenTop(outline, name, assign.range[0]);
	return isOpen === undefined ? never : { range, scope, meaning, isOpen };
}

type Change = { readonly range: Range; readonly newText: string };

/** What becomes of one place; `obstacle` where the name may be meant in a way that is not understood. */
function changeAt(word: Word, declared: readonly Declared[], place: WordPlace): Change | "none" | "obstacle" {
	const { name, renamed, outline } = word;
	const rename: Change = { range: place.range, newText: renamed };
	switch (place.kind) {
		case "comment":
			return isBareName(name) ? "none" : rename;
		case "message":
			return isBareName(name) ? "none" : rename;
		case "text":
			return isBareName(name) ? "none" : "obstacle";
		case "member":
			return declared.some(({ isField }) => isField) ? "obstacle" : "none";
		case "data":
		case "key":
			return "none";
		case "alias":
		case "function":
			return rename;
		case "called":
			return isInScope(outline, declared, functionOf(place.call)) ? rename : "obstacle";
		case "variable":
			if (!isInScope(outline, declared, functionOf(place.ref))) return "obstacle";
			return place.isShorthand ? { range: place.range, newText: `${name}: ${renamed}` } : rename;
		case "argument":
			return argumentChange(word, declared, place.call.path, rename);
		case "own-member":
			return declared.some(({ isField }) => isField) ? rename : "none";
		case "unknown":
			return "obstacle";
	}
}

/** A shell's variables are everybody's. */
function isInScope(outline: Outline, declared: readonly Declared[], from: Fn | undefined): boolean {
	if (outline.language === "shell") return true;
	for (let scope = from; ; scope = functionOf(scope)) {
		if (declared.some((one) => one.scope === scope)) return true;
		if (!scope) return false;
	}
}

/** `make(helicone_key=…)` names a parameter: of a function of this file, or of one that keeps its name. */
function argumentChange(
	{ outline, name }: Word,
	declared: readonly Declared[],
	path: string,
	rename: Change,
): Change | "none" | "obstacle" {
	const parameters = declared.flatMap(({ scope, range }) => (scope && isIn(scope.params?.range, range) ? [scope] : []));
	if (parameters.length === 0) return "none";
	const callees = outline.fns.filter((fn) => fn.name === path || isConstructor(outline, fn, path));
	if (callees.length !== 1 || !callees[0]) return isImported(outline, path) ? "none" : "obstacle";
	return parameters.includes(callees[0]) && name !== "" ? rename : "none";
}

function isConstructor(outline: Outline, fn: Fn, path: string): boolean {
	if (fn.name !== "__init__") return false;
	return outline.fns.some(
		(one) => one.form === "class" && one.name === path && one.range[0] < fn.range[0] && fn.range[1] <= one.range[1],
	);
}

function isImported(outline: Outline, path: string): boolean {
	const root = path.split(".")[0];
	return outline.imports.some(({ names }) => names.some(({ local }) => local === root));
}

function isIn(outer: Range | undefined, range: Range): boolean {
	return outer !== undefined && outer[0] <= range[0] && range[1] <= outer[1];
}
