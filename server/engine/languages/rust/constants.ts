/** `const X: &str = "…";`, `static X: …`: other modules see those that are `pub`. */
import { type BuildContext, childNodes, typeOf } from "../../outline/build-context";
import { buildAssign } from "../../outline/build-declarations";
import type { AssignRule } from "../../outline/node-table";
import type { Node } from "../../outline/schema";

const constant: AssignRule = { is: "assign", target: "name", value: "value", declares: "const" };

export function buildConstant(cx: BuildContext, node: number): Node {
	const exported = childNodes(cx, node).some((child) => typeOf(cx, child) === "visibility_modifier");
	return buildAssign(cx, node, constant, { declares: "const", exported });
}
