/**
 * Names of the program's own that say Helicone and that no fix renames: what other files may say (exported names, options, fields),
 * and the name of the file. A person renames them, with an editor that finds every use.
 */
import type { Facts } from "../facts/facts";
import { ancestors, listOf } from "../outline/questions";
import type { List, Node, Outline, Range, Ref } from "../outline/schema";
import { concentrateWord, heliconeWords } from "./helicone-words";
import { readable } from "./visibility";
import { declaringAssign, parameterOf, placesIn, type WordPlace } from "./word-places";

export interface KeptName {
	readonly name: string;
	/** Where it is declared first. */
	readonly range: Range;
}

/** Folders whose files say what once was, or what somebody answered: nothing in them is to be renamed. */
const records = /[\\/](migrations?|fixtures|__fixtures__|testdata|cassettes|snapshots|__snapshots__)[\\/]/i;

/** The file is a migration of a database, or recorded data of tests. */
export function isRecord(uri: string): boolean {
	return records.test(uri);
}

/** @param renamed names that a fix renames; @returns the others that this file declares, in document order */
export function keptNames(
	{ outline, environment }: Pick<Facts, "outline" | "environment">,
	renamed: ReadonlySet<string>,
): KeptName[] {
	if (!readable.has(outline.language) || outline.broken.length > 0) return [];
	const placeAt = placesIn(
		outline,
		environment.map(({ nameRange }) => nameRange),
	);
	const variables = new Set(environment.map(({ nameRange }) => nameRange[0]));
	const found = [...heliconeWords(outline.text)].flatMap(([name, starts]): KeptName[] => {
		// A variable of the environment has a finding of its own.
		if (renamed.has(name) || concentrateWord(name) === undefined || starts.some((at) => variables.has(at))) return [];
		const place = starts.map((start) => placeAt(name, start)).find((one) => isDeclaration(outline, one));
		return place ? [{ name, range: place.range }] : [];
	});
	return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** @returns the first word of a program whose file name says Helicone: where a finding about the file can stand */
export function fileNamed({ outline }: Pick<Facts, "outline">, uri: string): KeptName | undefined {
	const name = /[^\\/]+$/.exec(uri)?.[0] ?? "";
	if (!readable.has(outline.language) || !/helicone/i.test(name) || name.includes("#")) return undefined;
	const word = /[^\s\uFEFF]+/.exec(outline.text);
	return word ? { name: decoded(name), range: [word.index, word.index + word[0].length] } : undefined;
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

function isDeclaration(outline: Outline, place: WordPlace): boolean {
	switch (place.kind) {
		case "function":
			return true;
		case "variable":
			return isDeclared(outline, place.ref);
		case "key":
			return isMember(outline, listOf(place.item));
		case "own-member":
			return place.node.parent?.kind === "assign" && place.node.parent.target === place.node;
		default:
			return false;
	}
}

function isDeclared(outline: Outline, ref: Ref): boolean {
	if (parameterOf(ref) || isType(outline, ref)) return true;
	const assign = declaringAssign(ref);
	if (!assign || isInEnum(outline, assign)) return false;
	return assign.declares !== undefined || /^(=|:=)$/.test(assign.op);
}

function isType({ text }: Outline, ref: Ref): boolean {
	const line = text.slice(text.lastIndexOf("\n", ref.range[0] - 1) + 1, ref.range[0]);
	return /^\s*(export\s+)?(declare\s+)?(type|interface)\s+$/.test(line);
}

/** Of a type; the members of an enum are values that somebody may have written down. */
function isMember(outline: Outline, list: List | undefined): boolean {
	return list?.role === "members" && !isInEnum(outline, list);
}

function isInEnum({ text }: Outline, node: Node): boolean {
	for (const up of [node, ...ancestors(node)]) {
		if (up.kind === "fn" && up.form === "function") return false;
		if (up.kind === "fn" && /\b(\w*Enum|\w*Choices)\b/.test(text.slice(up.range[0], up.body?.range[0] ?? up.range[0])))
			return true;
		if (up.kind === "list" && /\benum\b[^;{}]*$/.test(text.slice(Math.max(0, up.range[0] - 120), up.range[0])))
			return true;
	}
	return false;
}
