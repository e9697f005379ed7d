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
import type { Node, Range } from "./schema";

/**
 * @param shift added to every offset, in UTF-16 code units
 * @param copies the copy of every node copied so far, by the original; read and added to
 */
export function copyNode<T extends Node>(node: T, shift: number, copies: Map<Node, Node>): T {
	const move: Move = (range) => (shift === 0 ? range : [range[0] + shift, range[1] + shift]);
	const copy: Copy = (one) => {
		const known = one && copies.get(one);
		if (one === undefined || known !== undefined) return known as typeof one;
		const made = copyOf(one, copy, move);
		copies.set(one, made);
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
		case "item": {
			const { form, value, key, computed, owns } = node;
			return newItem(range, form, copy(value), copy(key), computed, owns && move(owns));
		}
		case "concat":
			return newConcat(range, node.parts.map(copy));
		case "either":
			return newEither(range, node.form, copy(node.then), copy(node.else), copy(node.test));
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
