/** Copies a tree of nodes to another place in the text. What one node means twice stays one node; parents are not set. */
import {
	newAssign,
	newCall,
	newConcat,
	newEither,
	newFn,
	newGuard,
	newImport,
	newIndex,
	newInfix,
	newItem,
	newList,
	newMember,
	newOpaque,
	newRef,
	newStr,
} from "./nodes";
import type { Either, Item, Node, Range } from "./schema";

/**
 * @param shift added to every offset, in UTF-16 code units
 * @param onCopy told of every node and its copy
 */
export function copyNode<T extends Node>(node: T, shift: number, onCopy: (node: Node, copy: Node) => void): T {
	const move: Move = (range) => (shift === 0 ? range : [range[0] + shift, range[1] + shift]);
	const copy: Copy = (one) => {
		if (one === undefined) return one;
		const made = copyOf(one, copy, move);
		onCopy(one, made);
		return made as typeof one;
	};
	return copy(node);
}

type Move = (range: Range) => Range;
/** A copy has the kind of its original. */
type Copy = <T extends Node | undefined>(node: T) => T;

function copyOf(node: Node, copy: Copy, move: Move): Node {
	const range = move(node.range);
	switch (node.kind) {
		case "string":
			return newStr(range, {
				...node,
				content: move(node.content),
				holes: node.holes.map((hole) => ({ range: move(hole.range), expr: copy(hole.expr) })),
			});
		case "ref":
			return newRef(range, node.name, move(node.nameRange));
		case "member":
			return newMember(range, copy(node.object), node.name, move(node.nameRange));
		case "index":
			return newIndex(range, copy(node.object), copy(node.key));
		case "call": {
			const { receiver, args, init, body } = node;
			const parts = { receiver: copy(receiver), args: copy(args), init: copy(init), body: copy(body) };
			return newCall(range, move(node.nameRange), { ...node, ...parts });
		}
		case "list":
			return newList(range, node.role, node.items.map(copy), move(node.inner), node.stride);
		case "item":
			return copyOfItem(node, range, copy, move);
		case "concat":
			return newConcat(range, node.parts.map(copy));
		case "either":
			return copyOfEither(node, range, copy);
		case "infix":
			return newInfix(range, node.op, copy(node.left), copy(node.right));
		case "fn": {
			const { params, body, children } = node;
			return newFn(range, { ...node, params: copy(params), body: copy(body), children: children.map(copy) });
		}
		case "opaque":
			return newOpaque(range, node.type, node.children.map(copy));
		case "assign":
			return newAssign(range, copy(node.target), copy(node.value), node.op, node.declares, node.exported);
		case "guard":
			return newGuard(range, node.form, copy(node.test), copy(node.then), copy(node.else));
		case "import":
			return newImport(
				range,
				node.module,
				move(node.moduleRange),
				node.names.map((name) => ({ ...name, range: move(name.range) })),
			);
	}
}

/** Key and value may be one node, or the key may be what the value assigns to. */
function copyOfItem(node: Item, range: Range, copy: Copy, move: Move): Item {
	const { form, key, computed } = node;
	const value = copy(node.value);
	const isTarget = node.value?.kind === "assign" && node.value.target === key;
	const target = isTarget && value?.kind === "assign" ? value.target : undefined;
	const newKey = key === node.value ? (value as typeof key) : (target ?? copy(key));
	return newItem(range, form, value, newKey, computed, node.owns && move(node.owns));
}

/** What is tested may be the result. */
function copyOfEither(node: Either, range: Range, copy: Copy): Either {
	const then = copy(node.then);
	return newEither(range, node.form, then, copy(node.else), node.test === node.then ? then : copy(node.test));
}
