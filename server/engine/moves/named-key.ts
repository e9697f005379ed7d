/** Keys of a program's own settings object that go by the variables' names. */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { isVariable } from "../facts/environment";
import { positional, valueIn } from "../outline/questions";
import type { Expr } from "../outline/schema";
import type { KeyAsker, KeyPlan } from "./key-plan";

/** `config["OPENAI_API_KEY"]`, `config.get("OPENAI_API_KEY")`: an object of the program's own, whose entries are named like the variables. */
export function namedByString(expr: Expr, value: Expr, { outline }: KeyAsker): KeyPlan | undefined {
	const key = expr.kind === "index" ? expr.key : expr.kind === "call" ? valueIn(positional(expr, 0)) : undefined;
	const owner = expr.kind === "index" ? expr.object : expr.kind === "call" ? expr.receiver : undefined;
	if (key?.kind !== "string" || key.holes.length > 0 || !owner) return undefined;
	const name = outline.text.slice(...key.content);
	const role = isVariable(name) ? environmentVariable(name)?.row.role : undefined;
	if (role !== "provider-key" && role !== "helicone-key") return undefined;
	return {
		range: value.range,
		subject: name,
		certainty: "unsure",
		reason: `\`${outline.text.slice(...owner.range)}\` must hold \`${gateway.keyVariable}\`.`,
		via: undefined,
		variable: undefined,
		writesRead: false,
		operations: [{ op: "replace", range: key.content, newText: gateway.keyVariable }],
	};
}
