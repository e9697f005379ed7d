/**
 * Functions of a file that give an empty map once an edit is done go with every call that passes it on. Only where every use is
 * seen.
 */
import { functionOf, listOf } from "../outline/questions";
import type { Call, Expr, Fn, Item, Outline } from "../outline/schema";
import { isEmptied, type Removal, updates } from "./cascade";
import { definitionOf, followed, onlyCalls } from "./function-uses";

/**
 * @param importedNames names that other files import from here
 * @returns the definitions of such functions, and what passes their results on
 */
export function emptiedFunctions(outline: Outline, removal: Removal, importedNames: ReadonlySet<string>): Item[] {
	if (!followed.has(outline.language)) return [];
	const touched = new Set([...removal.items].flatMap((item) => functionOf(item) ?? []));
	return [...touched].flatMap((fn): Item[] => {
		const definition = definitionOf(outline, fn);
		if (!definition || removal.items.has(definition.item) || !givesNothing(fn, removal)) return [];
		const calls = onlyCalls(outline, fn, definition, importedNames);
		const passing = calls?.map((call) => passingOn(call));
		if (!passing || passing.length === 0 || passing.some((item) => item === undefined)) return [];
		return [definition.item, ...passing.flatMap((item) => item ?? [])];
	});
}

/** All that is left of its body gives a map in which nothing is left. */
function givesNothing({ body }: Fn, removal: Removal): boolean {
	if (body?.kind !== "list") return false;
	if (body.role === "map") return isEmptied(body, removal);
	if (body.role !== "block") return false;
	const left = body.items.filter((item) => !removal.items.has(item) && item.value?.kind !== "string");
	const result = givenBy(left.at(-1));
	if (!result || left.length > 2) return false;
	if (left.length === 1) return isEmptyMap(result, removal);
	const made = left[0]?.value;
	return (
		made?.kind === "assign" &&
		made.target.kind === "ref" &&
		result.kind === "ref" &&
		made.target.name === result.name &&
		made.value !== undefined &&
		isEmptyMap(made.value, removal)
	);
}

function givenBy(item: Item | undefined): Expr | undefined {
	const value = item?.value;
	const given = value?.kind === "opaque" && value.type.startsWith("return") ? value.children[0] : undefined;
	return given?.kind === "list" || given?.kind === "ref" ? given : undefined;
}

function isEmptyMap(expr: Expr, removal: Removal): boolean {
	return expr.kind === "list" && expr.role === "map" && (expr.items.length === 0 || isEmptied(expr, removal));
}

/** `...f(x)`, `headers: f(x)`, `h.update(f(x))`: what can be left out. */
function passingOn(call: Call): Item | undefined {
	const item = call.parent;
	if (item?.kind !== "item" || item.value !== call) return undefined;
	const list = listOf(item);
	if (list?.role !== "map" && list?.role !== "args") return undefined;
	if (item.form === "spread" || (item.form === "entry" && item.key !== call)) return item;
	return list.parent?.kind === "call" && updates.test(list.parent.name) ? item : undefined;
}
