/** Tests that assert on what the migration takes out: the assertion goes with it. */
import type { Header } from "../facts/header";
import { ancestors, contains, keyName, listOf, statementOf } from "../outline/questions";
import type { Call, Item, Node, Outline } from "../outline/schema";
import type { Proposal } from "./context";

const asserters =
	/^(expect|assert\w*|should|self\.assert\w+|(t|tap|chai)\.\w+|(assert|require|Assert|Assertions|Should|XCTAssert\w*)\.\w+|XCTAssert\w*|assert_\w+|refute\w*|self\.(fail|assert)\w*|this\.assert\w+)$/i;

/** The removal of the assertion that a header's name stands in; undefined where it stands in anything else. */
export function planAssertion(outline: Outline, header: Header): Proposal | undefined {
	if (header.carrier && !isWholeMatch(outline, header.carrier)) return undefined;
	const statement = failureAround(header.node) ?? statementOf(header.node);
	if (!statement || !(isAssertion(statement) || isFailure(statement))) return undefined;
	return {
		group: `assertion:${statement.range[0]}`,
		title: `Remove this assertion on ${header.name}`,
		applicability: "suggested",
		operations: [{ op: "remove", item: statement }],
	};
}

/** `expect(headers).to include("Helicone-Auth" => "…")`: RSpec refuses an `include` of nothing. */
function isWholeMatch(outline: Outline, carrier: NonNullable<Header["carrier"]>): boolean {
	const list = carrier.kind === "item" ? listOf(carrier.item) : undefined;
	if (list?.role !== "args" || list.parent?.kind !== "call" || !/^(include|a?_?hash_including)$/.test(list.parent.name))
		return false;
	return list.items.every((item) => /^(x-)?helicone-/i.test(keyName(outline, item) ?? ""));
}

/** Go's `if got := r.Header.Get("X"); got != "y" { t.Errorf(…) }`, with nothing else in it. */
function failureAround(node: Node): Item | undefined {
	for (const up of ancestors(node)) {
		if (up.kind === "fn") return undefined;
		if (up.kind === "guard") return !contains(up.then.range, node.range) ? statementOf(up) : undefined;
	}
	return undefined;
}

function isFailure({ value }: Item): boolean {
	if (value?.kind !== "guard" || value.else || value.then.items.length === 0) return false;
	return value.then.items.every(
		(item) => item.value?.kind === "call" && /^[tb]\.(Error|Fatal|Fail)\w*$/.test(item.value.path),
	);
}

function isAssertion({ value }: Item): boolean {
	if (!value) return false;
	if (value.kind === "opaque") return value.type.startsWith("assert") || value.children.some(isAssertionCall);
	return isAssertionCall(value);
}

/** `expect(h["X"]).not.toBe("y")`: the chain begins with the call that asserts. */
function isAssertionCall(node: Node): boolean {
	if (node.kind === "member") return isAssertionCall(node.object);
	if (node.kind !== "call") return false;
	return asserters.test(firstOf(node).path) || (node.receiver !== undefined && isAssertionCall(node.receiver));
}

function firstOf(call: Call): Call {
	let first = call;
	for (
		let at: Node | undefined = call;
		at;
		at = at.kind === "call" ? at.receiver : at.kind === "member" ? at.object : undefined
	)
		if (at.kind === "call") first = at;
	return first;
}
