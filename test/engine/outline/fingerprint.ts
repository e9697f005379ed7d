/** An Outline as lines of text: equal lines mean an equal Outline, parents, order and shared nodes included. */
import { childrenOf } from "../../../server/engine/outline/children";
import type { Node, Outline } from "../../../server/engine/outline/schema";

export function fingerprint(outline: Outline): string[] {
	const { strings, refs, members, indexes, calls, lists, items, assigns, guards, infixes, fns, imports } = outline;
	const arrays = { strings, refs, members, indexes, calls, lists, items, assigns, guards, infixes, fns, imports };
	const all = new Set<Node>();
	const collect = (node: Node): void => {
		if (all.has(node)) return;
		all.add(node);
		for (const child of childrenOf(node)) collect(child);
		if (node.parent) collect(node.parent);
	};
	collect(outline.root);
	for (const array of Object.values(arrays)) for (const node of array) collect(node);
	const ids = new Map([...all].map((node, id) => [node, id] as const));
	const line = (node: Node) =>
		JSON.stringify(node, (_, value) => (isNode(value) && value !== node ? `#${ids.get(value)}` : value));
	return [
		...[...all].map((node) => `#${ids.get(node)} ${line(node)}`),
		...Object.entries(arrays).map(([name, array]) => `${name} ${array.map((node: Node) => ids.get(node)).join()}`),
		`comments ${JSON.stringify(outline.comments)}`,
		`broken ${JSON.stringify(outline.broken)}`,
	];
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "kind" in value && "range" in value;
}
