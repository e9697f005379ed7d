/** `use A\B as C;`, `use A\{B, C};` */
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { newImport, newOpaque } from "../../outline/nodes";
import type { ImportedName, Node } from "../../outline/schema";

export function buildUse(cx: BuildContext, node: number): Node | undefined {
	const children = contentChildren(cx, node);
	const group = children.find((child) => typeOf(cx, child) === "namespace_use_group");
	const prefix = children.find((child) => typeOf(cx, child) === "namespace_name");
	if (group !== undefined && prefix !== undefined) {
		const names = contentChildren(cx, group).flatMap((clause) => importedName(cx, clause));
		return newImport(rangeOf(cx, node), sourceOf(cx, prefix), rangeOf(cx, prefix), names);
	}
	const clauses = children.filter((child) => typeOf(cx, child) === "namespace_use_clause");
	const imports = clauses.flatMap((clause) => {
		const name = contentChildren(cx, clause)[0];
		if (name === undefined) return [];
		const range = rangeOf(cx, clauses.length === 1 ? node : clause);
		return [newImport(range, sourceOf(cx, name).replace(/^\\/, ""), rangeOf(cx, name), importedName(cx, clause))];
	});
	return imports.length === 1 ? imports[0] : newOpaque(rangeOf(cx, node), "namespace_use_declaration", imports);
}

/** The last part of the name is what the file calls it. */
function importedName(cx: BuildContext, clause: number): ImportedName[] {
	const original = contentChildren(cx, clause)[0];
	if (original === undefined) return [];
	const name = sourceOf(cx, original).split("\\").at(-1) ?? "";
	const alias = pickNode(cx, clause, "alias");
	return [{ range: rangeOf(cx, clause), name, local: alias === undefined ? name : sourceOf(cx, alias) }];
}
