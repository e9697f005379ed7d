/** Tests that assert on what the migration takes out: the assertion goes with it. */
import type { Header } from "../facts/header";
import { statementOf } from "../outline/questions";
import type { Call, Item, Node } from "../outline/schema";
import type { Proposal } from "./context";

const asserters =
	/^(expect|assert\w*|should|self\.assert\w+|(t|tap|chai)\.\w+|(assert|require|Assert|Assertions|Should|XCTAssert\w*)\.\w+|XCTAssert\w*|assert_\w+|refute\w*|self\.(fail|assert)\w*|this\.assert\w+)$/i;

/** The removal of the assertion that a header's name stands in; undefined where it stands in anything else. */
export function planAssertion(header: Header): Proposal | undefined {
	if (header.carrier) return undefined;
	const statement = statementOf(header.node);
	if (!statement || !isAssertion(statement)) return undefined;
	return {
		group: `assertion:${statement.range[0]}`,
		title: `Remove this assertion on ${header.name}`,
		applicability: "suggested",
		operations: [{ op: "remove", item: statement }],
	};
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
