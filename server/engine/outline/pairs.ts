/** Elements of a list that are a key with its value. */
import type { Entry } from "./entries";
import { entryNamed, valueIn } from "./questions";
import type { Expr, Outline } from "./schema";

type Pair = Pick<Entry, "name" | "key" | "value">;

/** What reads as key and value inside a list: `("A", "b")`, `["A", "b"]`, `entry("A", "b")`, `HTTPHeader(name: "A", value: "b")`. */
export function pairOf(outline: Outline, value: Expr): Pair | undefined {
	const bearer = bearerOf(outline, value);
	if (bearer) return bearer;
	const list =
		value.kind === "call" && /^(entry|SimpleEntry|Pair|HTTPHeader|RawHeader)$/.test(value.name) ? value.args : value;
	if (list?.kind !== "list" || list.items.length !== 2 || (list === value && list.role !== "seq")) return undefined;
	const [first, second] = list.items;
	const key = valueIn(first);
	if (key?.kind !== "string") return undefined;
	return { name: outline.text.slice(...key.content), key, value: valueIn(second) };
}

/** Alamofire's `.authorization(bearerToken: key)`. */
function bearerOf(outline: Outline, value: Expr): Pair | undefined {
	const call = value.kind === "call" && value.name === "authorization" ? value : undefined;
	const token = call?.args && entryNamed(outline, call.args, "bearerToken");
	return token ? { name: "Authorization", key: undefined, value: valueIn(token) } : undefined;
}
