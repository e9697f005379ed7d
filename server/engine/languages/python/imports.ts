/** `import a.b as c` and `from a import b as c`. */
import {
	type BuildContext,
	childNodes,
	childrenInField,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { newImport, newOpaque } from "../../outline/nodes";
import type { Import, ImportedName, Node } from "../../outline/schema";

/** `import a, b` is Opaque with one Import each. The local name of `import a.b` is `a`. */
export function buildPlainImport(cx: BuildContext, node: number): Node | undefined {
	const names = childrenInField(cx, node, "name");
	const [only] = names;
	if (only === undefined) return undefined;
	if (names.length === 1) return moduleImport(cx, only, node);
	return newOpaque(
		rangeOf(cx, node),
		"import_statement",
		names.map((name) => moduleImport(cx, name, name)),
	);
}

function moduleImport(cx: BuildContext, name: number, whole: number): Import {
	const { original, alias } = aliasOf(cx, name);
	const module = sourceOf(cx, original);
	const local = alias === undefined ? (module.split(".")[0] ?? module) : sourceOf(cx, alias);
	const names = [{ range: rangeOf(cx, name), name: "*", local }];
	return newImport(rangeOf(cx, whole), module, rangeOf(cx, original), names);
}

export function buildFromImport(cx: BuildContext, node: number): Node | undefined {
	const module = pickNode(cx, node, "module_name") ?? childNodes(cx, node)[1];
	if (module === undefined) return undefined;
	const names = childrenInField(cx, node, "name").map((name) => importedName(cx, name));
	const wildcard = childNodes(cx, node).find((child) => typeOf(cx, child) === "wildcard_import");
	if (wildcard !== undefined) names.push({ range: rangeOf(cx, wildcard), name: "*", local: "*" });
	return newImport(rangeOf(cx, node), sourceOf(cx, module), rangeOf(cx, module), names);
}

function importedName(cx: BuildContext, node: number): ImportedName {
	const { original, alias } = aliasOf(cx, node);
	const name = sourceOf(cx, original);
	return { range: rangeOf(cx, node), name, local: alias === undefined ? name : sourceOf(cx, alias) };
}

function aliasOf(cx: BuildContext, node: number): { original: number; alias: number | undefined } {
	if (typeOf(cx, node) !== "aliased_import") return { original: node, alias: undefined };
	return { original: pickNode(cx, node, "name") ?? node, alias: pickNode(cx, node, "alias") };
}
