/** What the schema promises of every Outline, as assertions. */
import assert from "node:assert/strict";
import { childrenOf } from "../../../server/engine/outline/children";
import type { List, Node, Outline, Range, Str } from "../../../server/engine/outline/schema";

export function assertInvariants(outline: Outline): void {
	const reached = walk(outline);
	assertArrays(outline, reached);
	for (const list of outline.lists) assertList(list);
	for (const string of outline.strings) assertString(outline.text, string);
	for (const { range } of outline.comments) assertRange(outline.text, range);
	for (const range of outline.broken) assertRange(outline.text, range);
}

/** All nodes below the root; each is met once, lies in the text, and knows its parent. */
function walk(outline: Outline): Set<Node> {
	const reached = new Set<Node>([outline.root]);
	assert.equal(outline.root.parent, undefined);
	const stack: Node[] = [outline.root];
	for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
		assertRange(outline.text, node.range);
		for (const child of childrenOf(node)) {
			assert.equal(child.parent, node, `${child.kind} below ${node.kind} knows another parent`);
			assert.ok(!reached.has(child), `${child.kind} is met twice`);
			assertInside(child.range, node.range, `${child.kind} in ${node.kind}`);
			reached.add(child);
			stack.push(child);
		}
	}
	return reached;
}

function assertArrays(outline: Outline, reached: ReadonlySet<Node>): void {
	const { strings, refs, members, indexes, calls, lists, items, assigns, guards, infixes, fns, imports } = outline;
	const arrays = { strings, refs, members, indexes, calls, lists, items, assigns, guards, infixes, fns, imports };
	const listed = new Set<Node>();
	for (const [name, array] of Object.entries(arrays)) {
		let last = 0;
		for (const node of array) {
			assert.ok(node.range[0] >= last, `${name} are not in document order`);
			last = node.range[0];
			listed.add(node);
			assertClimbs(outline, node);
		}
	}
	const unlisted = new Set(["opaque", "concat", "either"]);
	for (const node of reached) assert.ok(unlisted.has(node.kind) || listed.has(node), `${node.kind} is not listed`);
}

/** From everywhere, asides among them, the way up ends at the root. */
function assertClimbs(outline: Outline, from: Node): void {
	let node = from;
	while (node.parent !== undefined) node = node.parent;
	assert.equal(node, outline.root, `${from.kind} has lost its way up`);
}

function assertList(list: List): void {
	assertInside(list.inner, list.range, "inner");
	assert.equal(list.delimited, list.inner[0] !== list.range[0] || list.inner[1] !== list.range[1]);
	let last = list.inner[0];
	for (const item of list.items) {
		assertInside(item.range, list.inner, `item of ${list.role}`);
		assert.ok(item.range[0] >= last, `items of ${list.role} overlap or are out of order`);
		last = item.range[1];
	}
}

function assertString(text: string, string: Str): void {
	assertInside(string.content, string.range, "content");
	assert.equal(text.slice(string.range[0], string.content[0]), string.open);
	assert.equal(text.slice(string.content[1], string.range[1]), string.close);
	let last = string.content[0];
	for (const { range } of string.holes) {
		assert.ok(range[0] >= last && range[1] <= string.content[1], "a hole leaves its string");
		last = range[1];
	}
}

function assertRange(text: string, [start, end]: Range): void {
	assert.ok(start >= 0 && start <= end && end <= text.length, `range ${start}-${end} of ${text.length}`);
}

function assertInside(inner: Range, outer: Range, what: string): void {
	assert.ok(inner[0] >= outer[0] && inner[1] <= outer[1], `${what}: ${inner} leaves ${outer}`);
}
