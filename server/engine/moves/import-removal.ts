/** Takes names out of an import, or the whole import once nothing of it is left. */
import type { Operation } from "../edits/operation";
import { statementOf } from "../outline/questions";
import type { Import, ImportedName, Outline } from "../outline/schema";

/** @returns undefined where the import, or the names in it, cannot be taken out alone */
export function importRemoval(outline: Outline, from: Import, names: readonly ImportedName[]): Operation | undefined {
	if (from.names.every((name) => names.includes(name))) return wholeRemoval(from);
	const [only] = names;
	if (names.length !== 1 || !only) return undefined;
	const index = from.names.indexOf(only);
	const next = from.names[index + 1];
	const previous = from.names[index - 1];
	if (next && isComma(outline, only.range[1], next.range[0]))
		return { op: "replace", range: [only.range[0], next.range[0]], newText: "" };
	if (previous && isComma(outline, previous.range[1], only.range[0]))
		return { op: "replace", range: [previous.range[1], only.range[1]], newText: "" };
	return undefined;
}

/** The statement that is the import, or that holds what `require` gives. */
function wholeRemoval(from: Import): Operation | undefined {
	const statement = statementOf(from);
	const holder = from.parent?.kind === "call" ? from.parent.parent : undefined;
	const isStatement = statement?.value === from || (holder?.kind === "assign" && statement?.value === holder);
	if (statement && isStatement) return { op: "remove", item: statement };
	const item = from.parent;
	return item?.kind === "item" && item.parent?.kind === "list" && item.parent.role === "names"
		? { op: "remove", item }
		: undefined;
}

function isComma(outline: Outline, from: number, to: number): boolean {
	return /^\s*,\s*$/.test(outline.text.slice(from, to));
}
