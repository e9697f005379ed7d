/** `import a.b.C`, `import static a.b.C.d`, `import a.b.*`. */
import { type BuildContext, contentChildren, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { newImport } from "../../outline/nodes";
import type { Node, Range } from "../../outline/schema";

/** The module is the package, or the class that a static name is of; the name is what may be used without it. */
export function buildImport(cx: BuildContext, node: number): Node | undefined {
	const children = contentChildren(cx, node);
	const named = children.find((child) => typeOf(cx, child) !== "asterisk");
	if (named === undefined) return undefined;
	const isWhole = children.some((child) => typeOf(cx, child) === "asterisk");
	const source = sourceOf(cx, named);
	const range = rangeOf(cx, named);
	const dot = source.lastIndexOf(".");
	const module = isWhole || dot < 0 ? source : source.slice(0, dot);
	const moduleRange: Range = [range[0], range[0] + module.length];
	const name = isWhole ? "*" : source.slice(dot + 1);
	return newImport(rangeOf(cx, node), module, moduleRange, [{ range, name, local: name }]);
}
