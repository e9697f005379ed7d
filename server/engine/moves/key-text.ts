/** Source text of a key, fit for the place that it is put into. */
import type { Expr, Outline, Str } from "../outline/schema";

/** Languages whose strings may hold strings of their own between braces, and that have no other quotes for them. */
const nests = new Set(["kotlin", "swift", "csharp", "scala"]);

/** `{ apiKey }` takes no expression: `{ apiKey: … }` does. Quotes are those that the string around does not use: Python before 3.12 ends an f-string at the first of its own. */
export function inPlace({ language, text: source }: Outline, key: Expr, text: string): string {
	const item = key.parent;
	if (item?.kind === "item" && item.form === "entry" && item.key === key && key.kind === "ref")
		return `${key.name}: ${text}`;
	if (key.parent?.kind === "string" && nests.has(language)) return braced(source, key.parent, key, text);
	const quote = key.parent?.kind === "string" ? key.parent.close : "";
	const quoted = quote === '"' ? text.replaceAll('"', "'") : quote === "'" ? text.replaceAll("'", '"') : text;
	return key.parent?.kind === "string" && language === "dart" ? braced(source, key.parent, key, quoted) : quoted;
}

/** `"Bearer $key"` says a name alone: anything else wants `${…}`. */
function braced(source: string, { holes }: Str, key: Expr, text: string): string {
	const hole = holes.find(({ expr }) => expr === key);
	const isShort = hole !== undefined && /^\$[^{]/.test(source.slice(hole.range[0], hole.range[0] + 2));
	return isShort && !/^\w+$/.test(text) ? `{${text}}` : text;
}
