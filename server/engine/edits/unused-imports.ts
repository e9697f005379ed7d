/** Imports from files of the same folder whose every use goes: they go too. Packages stay, somebody may want their side effects. */
import { namesOf } from "../outline/names";
import { contains, within } from "../outline/questions";
import type { Import, ImportedName, Outline, Range } from "../outline/schema";
import type { Operation } from "./operation";

/**
 * @param gone what the edit takes out
 * @param ours names here that are imported from other files of the folder
 */
export function unusedNames(outline: Outline, gone: readonly Range[], ours: ReadonlySet<string>): Operation[] {
	if (ours.size === 0) return [];
	return outline.imports.flatMap((one) => {
		const unused = one.names.filter(({ local }) => ours.has(local) && isUnused(outline, one, local, gone));
		return unused.length === 0 ? [] : removalOf(one, unused);
	});
}

function isUnused(outline: Outline, from: Import, local: string, gone: readonly Range[]): boolean {
	const uses = namesOf(outline)
		.mentions(local)
		.map(({ nameRange }) => nameRange)
		.filter((range) => !contains(from.range, range));
	return (
		uses.length > 0 &&
		uses.every((use) => gone.some((range) => contains(range, use))) &&
		!isSaidInType(outline, from, local, uses)
	);
}

/** Types are no expressions: the plain text decides. */
function isSaidInType(outline: Outline, from: Import, local: string, uses: readonly Range[]): boolean {
	const word = new RegExp(`(?<![\\w$.])${local.replace(/\$/g, "\\$")}(?![\\w$])`, "g");
	const said = [...outline.text.matchAll(word)].map(({ index }): Range => [index, index + local.length]);
	return said.some((range) => {
		const isKnown = contains(from.range, range) || uses.some((use) => contains(use, range));
		const isQuoted = within(outline.strings, [0, outline.text.length]).some(
			(str) => contains(str.content, range) && str.holes.length === 0,
		);
		return !isKnown && !isQuoted && !outline.comments.some((comment) => contains(comment.range, range));
	});
}

function removalOf(one: Import, unused: readonly ImportedName[]): Operation[] {
	const { parent, names } = one;
	if (unused.length === names.length) return parent?.kind === "item" ? [{ op: "remove", item: parent }] : [];
	// `import a, { b }`: taking the one or the other apart is not worth it.
	if (names.some(({ name }) => name === "default" || name === "*")) return [];
	const kept = names.filter((name) => !unused.includes(name));
	return unused.map((name): Operation => {
		const before = kept.findLast((other) => other.range[1] <= name.range[0]);
		const after = names[names.indexOf(name) + 1];
		if (after) return { op: "replace", range: [name.range[0], after.range[0]], newText: "" };
		return { op: "replace", range: [before?.range[1] ?? name.range[0], name.range[1]], newText: "" };
	});
}
