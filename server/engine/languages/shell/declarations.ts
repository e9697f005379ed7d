/** `export A=b`, `local`, `readonly`, `declare`. */
import {
	type Ambient,
	type BuildContext,
	childNodes,
	contentChildren,
	rangeOf,
	sourceOf,
	typeOf,
} from "../../outline/build-context";
import { asItem } from "../../outline/build-lists";
import { newList, newOpaque } from "../../outline/nodes";
import type { Assign, Item, Node } from "../../outline/schema";

const declares: Readonly<Record<string, Assign["declares"]>> = {
	local: "var",
	declare: "var",
	typeset: "var",
	readonly: "const",
};

/** One assignment is itself, as `A=b` is; several are words of one list, each of which can go alone. */
export function buildDeclarationCommand(cx: BuildContext, node: number): Node {
	const [keyword] = childNodes(cx, node);
	const command = keyword === undefined ? "" : sourceOf(cx, keyword);
	const ambient: Ambient = { declares: declares[command], exported: command === "export" };
	const words = contentChildren(cx, node);
	const named = words.filter((word) => !sourceOf(cx, word).startsWith("-"));
	const [only] = named;
	if (named.length === 1 && only !== undefined && typeOf(cx, only) === "variable_assignment") {
		cx.ambient = ambient;
		return cx.node(only);
	}
	return newOpaque(rangeOf(cx, node), "declaration_command", wordList(cx, words, ambient));
}

function wordList(cx: BuildContext, words: readonly number[], ambient: Ambient): Node[] {
	const items: Item[] = words.map((word) => {
		cx.ambient = ambient;
		return asItem(cx, word, "words");
	});
	const first = items[0];
	const last = items.at(-1);
	return first && last ? [newList([first.range[0], last.range[1]], "words", items)] : [];
}
