/** What a trailing lambda does to the object it is given as `this` or `it`: Kotlin's `apply { … }`, Ktor's `post(u) { … }`. */
import type { Assign, Call, Expr, List, Node, Outline } from "./schema";

export interface Done {
	/** The first call of a chain on the object, or an assignment to a place in it. */
	readonly node: Call | Assign;
	/** It happens only under a condition. */
	readonly guarded: boolean;
}

const languages = new Set(["kotlin"]);
/** Lambdas that run, once, wherever the call around them does; any other (`let`, `forEach`) may not. */
const scopes = /^(also|apply|buildMap|build|defaultRequest|headers|install|post|get|put|request|run|with|use)$/;

export function doneInBody(outline: Outline, call: Call): readonly Done[] {
	const found: Done[] = [];
	if (call.body && languages.has(outline.language)) collectBlock(call.body, false, found);
	return found;
}

/** The name of a call's lambda runs it exactly once. */
export function isScope(call: Call): boolean {
	return scopes.test(call.name);
}

function collectBlock(block: List, guarded: boolean, found: Done[]): void {
	for (const item of block.items) if (item.value) collect(item.value, guarded, found);
}

function collect(node: Node, guarded: boolean, found: Done[]): void {
	if (node.kind === "guard") {
		collectBlock(node.then, true, found);
		if (node.else?.kind === "list") collectBlock(node.else, true, found);
		else if (node.else) collect(node.else, true, found);
	} else if (node.kind === "assign" && node.target.kind === "index" && isGiven(node.target.object)) {
		found.push({ node, guarded });
	} else if (node.kind === "call") collectChain(node, guarded, found);
}

function collectChain(last: Call, guarded: boolean, found: Done[]): void {
	let root = last;
	for (;;) {
		if (root.body) collectBlock(root.body, guarded || !isScope(root), found);
		if (root.receiver?.kind !== "call") break;
		root = root.receiver;
	}
	// `Request.Builder()` and `OpenAI(…)` make something else.
	const isOwn = root.receiver === undefined ? /^[a-z]/.test(root.name) : isGiven(root.receiver);
	if (isOwn) found.push({ node: root, guarded });
}

/** `this`, `it`, and `headers` of a request. */
function isGiven(expr: Expr): boolean {
	return expr.kind === "ref" && /^(this|it|headers)$/.test(expr.name);
}
