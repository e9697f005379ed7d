/** `import a.b.C`, `import a.b.C as D`, `import a.b.*`. */
import { type BuildContext, contentChildren, hasToken, rangeOf, sourceOf } from "../../outline/build-context";
import { newImport } from "../../outline/nodes";
import type { Node, Range } from "../../outline/schema";

/** The module is the package, or what a member is of; the name is what may be used without it. */
export function buildImport(cx: BuildContext, node: number): Node | undefined {
	const [named, alias] = contentChildren(cx, node);
	if (named === undefined) return undefined;
	const isWhole = hasToken(cx, node, "*");
	const source = sourceOf(cx, named);
	const range = rangeOf(cx, named);
	const dot = source.lastIndexOf(".");
	const module = isWhole || dot < 0 ? source : source.slice(0, dot);
	const moduleRange: Range = [range[0], range[0] + module.length];
	const name = isWhole ? "*" : source.slice(dot + 1);
	const local = alias === undefined ? name : sourceOf(cx, alias);
	return newImport(rangeOf(cx, node), module, moduleRange, [{ range, name, local }]);
}
