/** Source text of a key, fit for the place that it is put into. */
import type { Expr } from "../outline/schema";

/** `{ apiKey }` takes no expression: `{ apiKey: … }` does. Quotes are those that the string around does not use: Python before 3.12 ends an f-string at the first of its own. */
export function inPlace(key: Expr, text: string): string {
	const item = key.parent;
	if (item?.kind === "item" && item.form === "entry" && item.key === key && key.kind === "ref")
		return `${key.name}: ${text}`;
	const quote = key.parent?.kind === "string" ? key.parent.close : "";
	if (quote === '"') return text.replaceAll('"', "'");
	return quote === "'" ? text.replaceAll("'", '"') : text;
}
