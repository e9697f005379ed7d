/** `import "a/b"`, `import c "a/b"`, one by one or in parentheses. */
import { nextLine } from "../../edits/lines";
import { type BuildContext, pickNode, rangeOf, sourceOf } from "../../outline/build-context";
import { newImport } from "../../outline/nodes";
import type { Item, Node, Outline, Range } from "../../outline/schema";

export function buildImportSpec(cx: BuildContext, node: number): Node | undefined {
	const path = pickNode(cx, node, "path");
	if (path === undefined) return undefined;
	const [start, end] = rangeOf(cx, path);
	const inner: Range = end - start >= 2 ? [start + 1, end - 1] : [start, end];
	const module = cx.text.slice(...inner);
	const alias = pickNode(cx, node, "name");
	const local = alias === undefined ? packageName(module) : sourceOf(cx, alias);
	return newImport(rangeOf(cx, node), module, inner, [{ range: rangeOf(cx, path), name: "*", local }]);
}

/**
 * What a module most likely calls its package: `github.com/sashabaranov/go-openai` and `github.com/openai/openai-go/v2`
 * are both `openai`. A package may be called anything; a wrong guess is a name that nobody uses.
 */
function packageName(module: string): string {
	const segments = module.split("/");
	const last = segments.at(-1) ?? module;
	const named = /^v\d+$/.test(last) && segments.length > 1 ? (segments.at(-2) ?? last) : last;
	return named.replace(/\.v\d+$/, "").replace(/^go-|-go$|^go\.|\.go$/g, "");
}

/** `"os"` joins the file's own group of imports, before the first path that sorts behind it, as gofmt wants it. */
export function importLine(outline: Outline, module: string): string | undefined {
	if (outline.imports.some((one) => one.module === module)) return undefined;
	return groupOf(outline) === undefined ? `import "${module}"` : `\t"${module}"`;
}

export function importOffset(outline: Outline, module: string): number {
	const first = outline.imports[0]?.parent;
	if (first?.kind !== "item") return outline.text.length;
	const group = groupOf(outline);
	if (group === undefined) return lineStart(outline.text, first.range[0]);
	const before = group.find((item, index) => {
		const next = group[index + 1];
		return moduleOf(item) > module || next === undefined || hasBlankLine(outline.text, item.range[1], next.range[0]);
	});
	if (before === undefined) return lineStart(outline.text, first.range[0]);
	return lineStart(outline.text, moduleOf(before) > module ? before.range[0] : nextLine(outline.text, before.range[1]));
}

/** The items of `import (…)` over several lines. */
function groupOf(outline: Outline): readonly Item[] | undefined {
	const list = outline.imports[0]?.parent?.parent;
	if (list?.kind !== "list" || list.role !== "names") return undefined;
	return outline.text.slice(list.range[0], list.items[0]?.range[0]).includes("\n") ? list.items : undefined;
}

function moduleOf(item: Item): string {
	return item.value?.kind === "import" ? item.value.module : "";
}

function hasBlankLine(text: string, from: number, to: number): boolean {
	return /\n[ \t\r]*\n/.test(text.slice(from, to));
}

function lineStart(text: string, offset: number): number {
	return Math.max(text.lastIndexOf("\n", offset - 1) + 1, text.startsWith("\uFEFF") ? 1 : 0);
}
