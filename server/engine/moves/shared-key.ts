/** A key that another file holds: a constant, a field of its settings, a name of its environment schema. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Taken } from "../names/meaning";
import type { Expr, Range } from "../outline/schema";
import type { KeyPlan } from "./key-plan";

/** `openai_api_key` → `concentrate_api_key`, `OPENAI_API_KEY` → `CONCENTRATE_API_KEY`, `openaiApiKey` → `concentrateApiKey`. */
export function concentrateName(name: string): string {
	if (/^[A-Z0-9_]+$/.test(name)) return gateway.keyVariable;
	if (name.includes("_")) return gateway.keyVariable.toLowerCase();
	return /^[A-Z]/.test(name) ? "ConcentrateApiKey" : "concentrateApiKey";
}

/** `settings.concentrate_api_key`: the name says whose key it is. */
export function isConcentrateName(name: string): boolean {
	return /concentrate_?(api_?)?key/i.test(name);
}

/** @param ownRead source text of a read of Concentrate's variable, for a file that must read its own */
export function planSharedKey(value: Expr, expr: Expr, taken: Taken, ownRead: string): KeyPlan | undefined {
	const { meaning, verdict, id } = taken;
	if (meaning.kind !== "key") return undefined;
	const plan: KeyPlan = {
		range: value.range,
		subject: meaning.variable,
		operations: [],
		certainty: "sure",
		reason: undefined,
		via: undefined,
		variable: meaning.variable,
		writesRead: false,
		shared: { id, expr },
	};
	if (/CONCENTRATE/.test(meaning.variable)) return { ...plan, certainty: "done", variable: undefined };
	if (meaning.form === "read") {
		// The other file's read changes, and nothing does here.
		if (!verdict.stays) return { ...plan, certainty: "done" };
		return { ...plan, operations: [replaced(expr.range, ownRead)], writesRead: true };
	}
	if (verdict.stays)
		return unsure(plan, "Other clients need the old key: add a field for Concentrate's and read that one here.");
	if (expr.kind !== "member") return unsure(plan, "Make sure that the settings hold a key of Concentrate's.");
	return { ...plan, operations: [replaced(expr.nameRange, concentrateName(expr.name))] };
}

function replaced(range: Range, newText: string): KeyPlan["operations"][number] {
	return { op: "replace", range, newText };
}

function unsure(plan: KeyPlan, reason: string): KeyPlan {
	return { ...plan, certainty: "unsure", reason };
}
