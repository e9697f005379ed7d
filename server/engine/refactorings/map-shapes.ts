/** Values with another shape in the Responses API: a response's format, tools, the choice of a tool. */
import { usualQuote } from "../languages/quoting";
import { contentOf, entryNamed, keyName, textOf, valueIn } from "../outline/questions";
import type { Expr, Item, List, Outline } from "../outline/schema";
import { refuse } from "./draft";
import type { Request } from "./map-arguments";
import { flattened } from "./nested-map";

/** @returns text of the value in its new shape; undefined with a reason in the draft, or when it stays as it is */
export function newFormat(request: Request, value: Expr): string | undefined {
	const { outline, draft } = request;
	const map = mapIn(value);
	const type = map && literalOf(outline, map, "type");
	if (type === "text" || type === "json_object") return undefined;
	const entry = map && entryNamed(outline, map, "json_schema");
	const schema = valueIn(entry);
	if (!map || type !== "json_schema" || !entry || !schema) {
		refuse(draft, "The shape of response_format is not seen here.");
		return undefined;
	}
	return spreadOut(request, map, entry, schema, ["name", "schema", "strict", "description"], undefined);
}

/** Functions of Chat Completions are not strict unless they say so; those of the Responses API are. */
export function newTools(request: Request, value: Expr): string | undefined {
	const { outline, writer, draft } = request;
	if (value.kind !== "list" || value.role !== "seq") {
		refuse(draft, "The tools of this request are not seen here.");
		return undefined;
	}
	let text = "";
	let at = value.range[0];
	const no = writer.true === "True" ? "False" : "false";
	for (const item of value.items) {
		const tool = valueIn(item);
		const map = tool && mapIn(tool);
		const entry = map && entryNamed(outline, map, "function");
		const inner = valueIn(entry);
		if (!map || !entry || inner?.kind !== "list" || literalOf(outline, map, "type") !== "function") {
			refuse(draft, "A tool of this request is not a function that is written out here.");
			return undefined;
		}
		const isSaid = entryNamed(outline, inner, "strict") !== undefined;
		const extra = isSaid ? undefined : writer.entry("strict", no, "map", usualQuote(outline));
		const flat = spreadOut(request, map, entry, inner, ["name", "description", "parameters", "strict"], extra);
		if (flat === undefined) return undefined;
		text += outline.text.slice(at, map.range[0]) + flat;
		at = map.range[1];
	}
	return text + outline.text.slice(at, value.range[1]);
}

export function newToolChoice(request: Request, value: Expr): string | undefined {
	const { outline, draft } = request;
	if (value.kind === "string" && /^(auto|none|required)$/.test(contentOf(outline, value))) return undefined;
	const map = mapIn(value);
	const entry = map && entryNamed(outline, map, "function");
	const inner = valueIn(entry);
	if (!map || !entry || !inner || literalOf(outline, map, "type") !== "function") {
		refuse(draft, "What tool_choice asks for is not seen here.");
		return undefined;
	}
	return spreadOut(request, map, entry, inner, ["name"], undefined);
}

/** `outer` with the fields of one of its entries in that entry's place; a name stands for a map that is spread. */
function spreadOut(
	{ outline, draft }: Request,
	outer: List,
	entry: Item,
	inner: Expr,
	fields: readonly string[],
	extra: string | undefined,
): string | undefined {
	if (inner.kind === "ref" && extra === undefined && outline.language !== "json") {
		const spread = `${outline.language === "python" ? "**" : "..."}${textOf(outline, inner.range)}`;
		const { text } = outline;
		return text.slice(outer.range[0], entry.range[0]) + spread + text.slice(entry.range[1], outer.range[1]);
	}
	const known = (item: Item) => item.form === "entry" && fields.includes(keyName(outline, item) ?? "");
	const isKnown = inner.kind === "list" && inner.role === "map" && inner.items.every(known);
	const flat = isKnown ? flattened(outline, outer, entry, inner, extra) : undefined;
	if (flat === undefined)
		refuse(draft, `What stands in ${keyName(outline, entry) ?? "an entry"} cannot be taken apart.`);
	return flat;
}

function mapIn(expr: Expr): List | undefined {
	return expr.kind === "list" && expr.role === "map" ? expr : undefined;
}

function literalOf(outline: Outline, map: List, name: string): string | undefined {
	const value = valueIn(entryNamed(outline, map, name));
	return value?.kind === "string" && value.holes.length === 0 ? contentOf(outline, value) : undefined;
}
