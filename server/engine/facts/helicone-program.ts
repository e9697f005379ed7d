/** Configuration of Helicone's own programs (an MCP server, a container, an action): what they are given stays Helicone's. */
import { keyName, listOf, statementOf, valueIn } from "../outline/questions";
import type { Expr, Item, List, Outline } from "../outline/schema";
import { isConfig } from "./environment";

/** @param node a variable's name in an environment block, or a reference inside one */
export function feedsHeliconeProgram(outline: Outline, node: Expr): boolean {
	const block = isConfig(outline) ? statementOf(node) : undefined;
	const holder = block?.value?.kind === "assign" ? listOf(block)?.parent : undefined;
	if (holder?.kind !== "item") return false;
	return siblingsOf(outline, holder).some((item) => texts(valueIn(item)).some((str) => isProgram(outline, str)));
}

/** What stands beside `env`: `command`, `args`, `image`, `uses`. TOML writes it in a table of its own. */
function siblingsOf(outline: Outline, holder: Item): readonly Item[] {
	const around = listOf(holder);
	const name = keyName(outline, holder) ?? "";
	if (!name.includes(".")) return around?.items.filter((item) => item !== holder) ?? [];
	const table = around?.items.find((item) => keyName(outline, item) === name.slice(0, name.lastIndexOf(".")));
	const value = valueIn(table);
	return value?.kind === "list" ? value.items : [];
}

function texts(value: Expr | undefined): readonly Expr[] {
	if (value?.kind !== "list") return value ? [value] : [];
	const { items }: List = value;
	return value.role === "seq" ? items.flatMap((item) => valueIn(item) ?? []) : [];
}

function isProgram(outline: Outline, expr: Expr): boolean {
	return expr.kind === "string" && /(^|[\s/@])helicone\//i.test(outline.text.slice(...expr.content));
}
