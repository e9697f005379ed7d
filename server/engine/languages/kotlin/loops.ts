/** `for`, `while`, `do`: their body is a list, whether it has braces or not. */
import { type BuildContext, contentChildren, rangeOf, typeOf } from "../../outline/build-context";
import { keepTelling } from "../../outline/build-expressions";
import { asList } from "../../outline/build-lists";
import { newOpaque } from "../../outline/nodes";
import type { Node } from "../../outline/schema";

export function buildLoop(cx: BuildContext, node: number): Node {
	const type = typeOf(cx, node);
	const children = contentChildren(cx, node);
	const body = type === "do_while_statement" ? children[0] : children.at(-1);
	const built = children.map((child) => (child === body ? asList(cx, child, "block") : cx.node(child)));
	return newOpaque(rangeOf(cx, node), type, keepTelling(built));
}
