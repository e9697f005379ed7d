/** The one list of which node holds which: walks, parents and the debugging printer all read it. */
import type { Call, Either, Fn, Item, Node } from "./schema";

/**
 * Direct children in document order, without repetition: a shorthand's key and value, or the test and the
 * result of `a ?? b`, are one node.
 */
export function childrenOf(node: Node): readonly Node[] {
	switch (node.kind) {
		case "string":
			return node.holes.length === 0 ? none : present(node.holes.map((hole) => hole.expr));
		case "ref":
		case "import":
			return none;
		case "member":
			return [node.object];
		case "index":
			return [node.object, node.key];
		case "call":
			return childrenOfCall(node);
		case "list":
			return node.items;
		case "item":
			return childrenOfItem(node);
		case "concat":
			return node.parts;
		case "either":
			return childrenOfEither(node);
		case "infix":
			return [node.left, node.right];
		case "fn":
			return childrenOfFn(node);
		case "opaque":
			return node.children;
		case "assign":
			// `with open(path) as file` has its target behind.
			return inOrder(present([node.target, node.value]));
		case "guard":
			return inOrder(present([node.test, node.then, node.else]));
	}
}

const none: readonly Node[] = [];

function childrenOfCall(node: Call): readonly Node[] {
	return inOrder(present([node.init, node.receiver, node.args, node.body]));
}

function childrenOfItem(node: Item): readonly Node[] {
	if (node.key === undefined) return node.value === undefined ? none : [node.value];
	if (node.value === undefined || node.value === node.key) return [node.key];
	// `const { a = 1 } = b`: the key is the assigned name as well, and is met there.
	if (node.value.kind === "assign" && node.value.target === node.key) return [node.value];
	return inOrder([node.key, node.value]);
}

function childrenOfEither(node: Either): readonly Node[] {
	const test = node.test === node.then ? undefined : node.test;
	return inOrder(present([test, node.then, node.else]));
}

function childrenOfFn(node: Fn): readonly Node[] {
	return inOrder(present([...node.children, node.params, node.body]));
}

function present(nodes: readonly (Node | undefined)[]): Node[] {
	const found: Node[] = [];
	for (const node of nodes) if (node !== undefined) found.push(node);
	return found;
}

/** Nearly always in order already, and asked of every node. */
function inOrder(nodes: Node[]): Node[] {
	for (let at = 1; at < nodes.length; at++)
		if ((nodes[at]?.range[0] ?? 0) < (nodes[at - 1]?.range[0] ?? 0))
			return nodes.sort((a, b) => a.range[0] - b.range[0]);
	return nodes;
}
