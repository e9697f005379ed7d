/** Names that the program declares for its environment: declaration and reads are renamed together, or not at all. */
import type { Operation } from "../edits/operation";
import { declarationsIn, entangledNames, placesOf } from "../facts/declared-names";
import type { EnvironmentUse } from "../facts/environment";
import { listOf } from "../outline/questions";
import type { Item, Outline } from "../outline/schema";
import type { Workspace } from "../workspace";
import type { Context, Proposal } from "./context";

/** The name belongs to an object of the program's own, which a schema may declare. */
export function isDeclared(use: EnvironmentUse): boolean {
	if (use.use === "schema" || use.use === "member") return true;
	return use.use === "read" && use.read?.isCertain === false && use.node.kind === "member";
}

/** The folder declares the name somewhere, or the file does. */
export function isKnownDeclaration({ facts, workspace }: Pick<Context, "facts" | "workspace">, name: string): boolean {
	return workspace.declaredNames.has(name) || declarationsIn(facts.outline).some((one) => one.name === name);
}

/**
 * Every file of the folder that says the name renames it by the same rule, so all of them do, or none: none where one file
 * uses it in a way that cannot be followed, and none where a file alone cannot know who imports what it exports.
 */
export function isRenamable(outline: Outline, workspace: Workspace, name: string): boolean {
	if (workspace.entangledNames.has(name) || entangledNames(outline).includes(name)) return false;
	if (workspace.declaredNames.has(name)) return true;
	const own = declarationsIn(outline).filter((one) => one.name === name);
	return own.length > 0 && !own.some(({ isExported }) => isExported);
}

/** @param more what changes with a key of Helicone's besides its name */
export function declaredFix(context: Context, use: EnvironmentUse, more: readonly Operation[]): Proposal | undefined {
	const { outline } = context.facts;
	const newText = use.replacement;
	if (newText === undefined || !isRenamable(outline, context.workspace, use.name)) return undefined;
	const places = placesOf(outline, use.name);
	if (!places.some((range) => range[0] === use.nameRange[0])) return undefined;
	const operations = places.map((range): Operation => {
		const item = outline.items.find(({ key, form }) => form === "entry" && key?.range[0] === range[0]);
		const isTwice = item !== undefined && isDeclaredBeside(context, item, newText);
		return isTwice ? { op: "remove", item } : { op: "replace", range, newText };
	});
	return {
		group: `env:${use.name}`,
		title: `Rename to ${newText} wherever this file says it`,
		applicability: "suggested",
		operations: [...operations, ...more],
	};
}

/** The schema has the new name already, or a provider's key beside it becomes it. */
function isDeclaredBeside({ moves }: Context, item: Item, name: string): boolean {
	const renamed = moves
		.flatMap((move) => (move.applicability === "blocked" ? [] : move.operations))
		.flatMap((one) => (one.op === "replace" && one.newText === name ? [one.range[0]] : []));
	return (listOf(item)?.items ?? []).some(
		({ key }) => key?.kind === "ref" && key !== item.key && (key.name === name || renamed.includes(key.nameRange[0])),
	);
}
