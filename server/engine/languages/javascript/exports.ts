/** `export const …`, `export default …`, `export { a } from "./b"`. */
import {
	type BuildContext,
	childrenInField,
	contentChildren,
	pickNode,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { withDecorators } from "../../outline/build-declarations";
import { newImport } from "../../outline/nodes";
import type { ImportedName, Node } from "../../outline/schema";
import { moduleOf } from "./imports";

export function buildExport(cx: BuildContext, node: number): Node | undefined {
	const source = pickNode(cx, node, "source");
	if (source !== undefined) {
		const module = moduleOf(cx, source);
		return newImport(rangeOf(cx, node), module.name, module.range, reexported(cx, node));
	}
	const inner = pickNode(cx, node, ["declaration", "value"]);
	if (inner === undefined) return undefined;
	const decorators = childrenInField(cx, node, "decorator").map((one) => cx.node(one));
	cx.ambient = { declares: undefined, exported: true };
	const built = cx.node(inner);
	return decorators.length === 0 ? built : withDecorators(built, rangeOf(cx, node), decorators);
}

/** What only passes through has no name in this file: `local` is empty. */
function reexported(cx: BuildContext, node: number): ImportedName[] {
	const clause = contentChildren(cx, node).find((child) => typeOf(cx, child) === "export_clause");
	if (clause === undefined) return [{ range: rangeOf(cx, node), name: "*", local: "" }];
	return contentChildren(cx, clause).map((specifier) => ({
		range: rangeOf(cx, specifier),
		name: sourceOf(cx, pickNode(cx, specifier, "name") ?? specifier),
		local: "",
	}));
}
