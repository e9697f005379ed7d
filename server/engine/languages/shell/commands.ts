/** A shell command: `A=b curl -s -H "A: b" --data=x url`. */
import { type BuildContext, contentChildren, pickNode, rangeOf, unwrap } from "../../outline/build-context";
import { asItem } from "../../outline/build-lists";
import { newCall, newList } from "../../outline/nodes";
import type { Expr, Item, List, Node } from "../../outline/schema";
import { type Word, wordItems } from "./flags";

export function buildCommand(cx: BuildContext, node: number): Node | undefined {
	const named = pickNode(cx, node, "name");
	if (named === undefined) return undefined;
	const name = cx.expr(named);
	const children = contentChildren(cx, node).filter((child) => child !== named);
	const before = children.filter((child) => child < named);
	const behind = children.filter((child) => child > named);
	const path = nameOf(cx, name);
	const words = behind.map((child): Word => ({ expr: cx.expr(child), range: rangeOf(cx, unwrap(cx, child)) }));
	return newCall(rangeOf(cx, node), name.range, {
		path,
		name: path.split("/").at(-1) ?? path,
		// `"$CURL" -s`: no name, but the variable is kept.
		receiver: path === "" ? name : undefined,
		args: listOf(wordItems(path, words, cx.text)),
		init: listOf(before.map((child) => asItem(cx, child, "words"))),
	});
}

/** `ARGS=(-s -H "A: b")`: words for a command that is not known here. */
export function buildArray(cx: BuildContext, node: number): Node {
	const words = contentChildren(cx, node).map(
		(child): Word => ({ expr: cx.expr(child), range: rangeOf(cx, unwrap(cx, child)) }),
	);
	const range = rangeOf(cx, node);
	return newList(range, "words", wordItems("", words, cx.text), [range[0] + 1, range[1] - 1]);
}

function nameOf(cx: BuildContext, name: Expr): string {
	return name.kind === "string" && name.holes.length === 0 ? cx.text.slice(...name.content) : "";
}

function listOf(items: readonly Item[]): List | undefined {
	const first = items[0];
	const last = items.at(-1);
	return first && last ? newList([first.range[0], last.range[1]], "words", items) : undefined;
}
