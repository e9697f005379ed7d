/** Calls whose arguments say which of them is a header's name: Swift's `addValue(v, forHTTPHeaderField: n)`, `add(name: n, value: v)`. */
import { entryNamed, positional, valueIn } from "./questions";
import type { Call, Expr, Outline } from "./schema";

export interface LabelledHeader {
	readonly name: Expr;
	/** Undefined where the header is read. */
	readonly value: Expr | undefined;
}

const languages = new Set(["swift"]);

export function labelledHeader(outline: Outline, call: Call): LabelledHeader | undefined {
	if (!call.args || !languages.has(outline.language)) return undefined;
	const field = valueIn(entryNamed(outline, call.args, "forHTTPHeaderField"));
	if (field) return { name: field, value: valueIn(positional(call, 0)) };
	const name = valueIn(entryNamed(outline, call.args, "name"));
	const value = valueIn(entryNamed(outline, call.args, "value"));
	return name && value && call.args.items.length === 2 ? { name, value } : undefined;
}

/** `HTTPHeader(name: n, value: v)` in a list of them. */
export function isHeaderOfList(call: Call): boolean {
	return /^(HTTPHeader|init)$/.test(call.name) && call.parent?.kind === "item";
}
