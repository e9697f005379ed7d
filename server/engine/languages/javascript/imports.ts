/** `import … from "m"`, `import x = require("m")`, `require("m")` and `import("m")`. */
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { newImport } from "../../outline/nodes";
import type { Assign, Call, Expr, Import, ImportedName, Item, Node, Range } from "../../outline/schema";

export function buildImport(cx: BuildContext, node: number): Node | undefined {
	const children = contentChildren(cx, node);
	const required = children.find((child) => typeOf(cx, child) === "import_require_clause");
	const source = pickNode(cx, required ?? node, "source");
	if (source === undefined) return undefined;
	const clause = required ?? children.find((child) => typeOf(cx, child) === "import_clause");
	const names =
		clause === undefined ? [] : contentChildren(cx, clause).flatMap((one) => clauseNames(cx, one, required));
	const module = moduleOf(cx, source);
	return newImport(rangeOf(cx, node), module.name, module.range, names);
}

export function moduleOf(cx: BuildContext, source: number): { name: string; range: Range } {
	const [start, end] = rangeOf(cx, source);
	const range: Range = end - start >= 2 ? [start + 1, end - 1] : [start, end];
	return { name: cx.text.slice(...range), range };
}

function clauseNames(cx: BuildContext, node: number, required: number | undefined): ImportedName[] {
	const range = rangeOf(cx, node);
	switch (typeOf(cx, node)) {
		case "identifier":
			return [{ range, name: required === undefined ? "default" : "*", local: sourceOf(cx, node) }];
		case "namespace_import": {
			const local = contentChildren(cx, node)[0];
			return local === undefined ? [] : [{ range, name: "*", local: sourceOf(cx, local) }];
		}
		case "named_imports":
			return contentChildren(cx, node).flatMap((one) => specifierName(cx, one));
		default:
			return [];
	}
}

function specifierName(cx: BuildContext, node: number): ImportedName[] {
	const original = pickNode(cx, node, "name");
	if (original === undefined) return [];
	const name = sourceOf(cx, original).replace(/^["']|["']$/g, "");
	const alias = pickNode(cx, node, "alias");
	return [{ range: rangeOf(cx, node), name, local: alias === undefined ? name : sourceOf(cx, alias) }];
}

/** `const { OpenAI } = require("openai")`, `(await import("openai")).default`: the names come from what takes the value. */
export function importOfCall(call: Call, text: string): Import | undefined {
	if (call.path !== "require" && call.path !== "import") return undefined;
	const module = call.args?.items[0]?.value;
	if (module?.kind !== "string" || module.holes.length > 0) return undefined;
	return newImport(call.range, text.slice(...module.content), module.content, namesTaken(call));
}

function namesTaken(call: Call): ImportedName[] {
	const above = call.parent;
	if (above?.kind === "assign" && above.value === call) return namesOfTarget(above, "*");
	if (above?.kind !== "member") return [];
	const assign = above.parent;
	return assign?.kind === "assign" && assign.value === above ? namesOfTarget(assign, above.name) : [];
}

function namesOfTarget({ target }: Assign, whole: string): ImportedName[] {
	if (target.kind === "ref") return [{ range: target.range, name: whole, local: target.name }];
	if (target.kind !== "list") return [];
	return target.items.flatMap(destructuredName);
}

function destructuredName(item: Item): ImportedName[] {
	const taken = item.value?.kind === "assign" ? item.value.target : item.value;
	if (taken?.kind !== "ref") return [];
	if (item.form === "spread") return [{ range: item.range, name: "*", local: taken.name }];
	return [{ range: item.range, name: nameOfKey(item.key) ?? taken.name, local: taken.name }];
}

function nameOfKey(key: Expr | undefined): string | undefined {
	return key?.kind === "ref" ? key.name : undefined;
}
