/** `use a::b::C;`, `use a::{b::C, D as E};` */
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { newImport } from "../../outline/nodes";
import type { ImportedName, Node, Range } from "../../outline/schema";

export function buildUse(cx: BuildContext, node: number): Node | undefined {
	const argument = pickNode(cx, node, "argument");
	if (argument === undefined) return undefined;
	const range = moduleRange(cx, argument);
	return newImport(rangeOf(cx, node), cx.text.slice(...range), range, namesIn(cx, argument));
}

/** The crate: what stands first. */
function moduleRange(cx: BuildContext, argument: number): Range {
	let at = argument;
	for (;;) {
		const inner =
			pickNode(cx, at, "path") ?? (typeOf(cx, at) === "use_wildcard" ? contentChildren(cx, at)[0] : undefined);
		if (inner === undefined) return rangeOf(cx, at);
		at = inner;
	}
}

function namesIn(cx: BuildContext, node: number): ImportedName[] {
	const range = rangeOf(cx, node);
	switch (typeOf(cx, node)) {
		case "identifier":
			return [{ range, name: sourceOf(cx, node), local: sourceOf(cx, node) }];
		case "scoped_identifier": {
			const name = pickNode(cx, node, "name");
			return name === undefined ? [] : [{ range, name: sourceOf(cx, name), local: sourceOf(cx, name) }];
		}
		case "use_as_clause": {
			const path = pickNode(cx, node, "path");
			const alias = pickNode(cx, node, "alias");
			const named = path === undefined ? [] : namesIn(cx, path);
			return alias === undefined ? named : named.map((one) => ({ ...one, range, local: sourceOf(cx, alias) }));
		}
		case "scoped_use_list":
		case "use_list": {
			const list = pickNode(cx, node, "list") ?? node;
			return contentChildren(cx, list).flatMap((child) => namesIn(cx, child));
		}
		default:
			return [];
	}
}
