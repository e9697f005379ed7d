/** Headers of a configuration file that nobody here knows how to take out: `{ "name": "Helicone-Auth", "value": … }` of a workflow's request. */
import { isConfig } from "../facts/environment";
import type { Facts } from "../facts/facts";
import { ancestors, contains, keyName, listOf } from "../outline/questions";
import type { Expr } from "../outline/schema";

/** Such a header stands in the block that holds the value, or below it: whoever reads the block sends both. */
export function hasHeaderBeside({ outline, headers }: Facts, value: Expr): boolean {
	if (!isConfig(outline)) return false;
	const stuck = headers.filter(
		({ place, node }) => place === "name" && node.parent?.kind === "item" && keyName(outline, node.parent) === "name",
	);
	const item = stuck.length > 0 ? [...ancestors(value)].find((up) => up.kind === "item") : undefined;
	const block = item?.kind === "item" ? listOf(item) : undefined;
	return block?.role === "map" && stuck.some(({ range }) => contains(block.range, range));
}
