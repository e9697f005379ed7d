/** SvelteKit's `import { OPENAI_API_KEY } from "$env/static/private"`: a variable of the environment as an import. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import { isStaticEnvironment } from "../facts/environment-spelling";
import { namesOf } from "../outline/names";
import { contains } from "../outline/questions";
import type { Expr, Import, ImportedName, Outline, Ref } from "../outline/schema";
import { importRemoval } from "./import-removal";
import { done, unsure } from "./key-outcome";
import type { KeyAsker, KeyPlan } from "./key-plan";

/**
 * The import takes Concentrate's variable instead, and so do its uses; where it is one of several keys that do, the names that the file has
 * for them stay. Undefined for any other name.
 */
export function importedKey(asker: KeyAsker, value: Expr, expr: Expr): KeyPlan | undefined {
	const { outline } = asker;
	const imported = expr.kind === "ref" ? namesOf(outline).imported(expr.name) : undefined;
	if (!imported || !isStaticEnvironment(imported.from.module)) return undefined;
	const { name, local, range } = imported.name;
	if (name === gateway.keyVariable) return done(value.range, name);
	const uses = usesOf(outline, local);
	const isMoving = (use: Ref) => [...asker.movingKeys, ...asker.removed].some((one) => contains(one, use.range));
	if (!uses.every(isMoving)) return unsure(value.range, name, `Import \`${gateway.keyVariable}\` for this client.`);
	const isOnly = !imported.from.names.some(
		(other) =>
			other.name === gateway.keyVariable ||
			(other !== imported.name && usesOf(outline, other.local).some((use) => isKey(asker, use))),
	);
	const keeps = local !== name || !isOnly || usesOf(outline, gateway.keyVariable).length > 0;
	const operations: Operation[] = keeps
		? [{ op: "replace", range, newText: `${gateway.keyVariable} as ${local}` }]
		: [
				{ op: "replace", range, newText: gateway.keyVariable },
				...uses.map(
					(use): Operation => ({
						op: "replace",
						range: use.range,
						newText: gateway.keyVariable,
					}),
				),
			];
	return {
		...unsure(value.range, name, ""),
		operations: [...operations, ...unusedBeside(asker, imported.from, imported.name)],
		certainty: "sure",
		reason: undefined,
		variable: name,
	};
}

/** A variable that is not set would stop the build: names go whose last use goes. */
function unusedBeside({ outline, removed }: KeyAsker, from: Import, kept: ImportedName): Operation[] {
	return from.names.flatMap((one) => {
		const uses = one === kept ? [] : usesOf(outline, one.local);
		const isLeaving = uses.length > 0 && uses.every((use) => removed.some((range) => contains(range, use.range)));
		return isLeaving ? (importRemoval(outline, from, [one]) ?? []) : [];
	});
}

function usesOf(outline: Outline, local: string): readonly Ref[] {
	return outline.refs.filter((ref) => ref.name === local);
}

function isKey(asker: KeyAsker, use: Ref): boolean {
	return (
		asker.movingKeys.some((one) => contains(one, use.range)) && !asker.removed.some((one) => contains(one, use.range))
	);
}
