/** What is right as it stands and still worth a hover: a variable that keeps its name, a model slug that keeps its prefix. */
import { environmentVariable, slugRow } from "../../shared/mappings";
import { isShell } from "./facts/environment";
import type { Facts } from "./facts/facts";
import type { Range } from "./outline/schema";

export interface QuietHover {
	readonly range: Range;
	readonly subject: string;
	/** Row of a mapping table: `environment/base-url`. */
	readonly row: string;
}

/** Nothing here is a finding: rules have spoken of everything that must change. */
export function quietHovers(facts: Facts): QuietHover[] {
	return [...variables(facts), ...slugs(facts)];
}

/** `BASE_URL=https://…`: the guide changes the value and keeps the name. */
function variables({ outline, addresses }: Facts): QuietHover[] {
	if (!isShell(outline)) return [];
	return outline.assigns.flatMap(({ target, value }) => {
		const row = target.kind === "ref" ? environmentVariable(target.name)?.row : undefined;
		const holdsAddress = value && addresses.some(({ str }) => str === value);
		if (target.kind !== "ref" || row?.role !== "provider-address" || !holdsAddress) return [];
		return [{ range: target.nameRange, subject: target.name, row: `environment/${row.id}` }];
	});
}

/** `anthropic/claude-…` of a client on Helicone or Concentrate. */
function slugs({ models }: Facts): QuietHover[] {
	return models.flatMap(({ slug, range, client }) => {
		const [prefix = "", model] = slug.split("/");
		const row = slugRow("author", prefix) ?? slugRow("provider", prefix);
		const isOurs = client.gateway.kind === "helicone" || client.gateway.kind === "concentrate";
		return row && model !== undefined && isOurs ? [{ range, subject: slug, row: `slugs/${row.id}` }] : [];
	});
}
