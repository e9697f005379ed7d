/** The old Python module in its Azure mode: what makes it Azure's goes, deployments become models. */
import { isCatalogueModel } from "../../../shared/mappings";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { keyName, pathOf, valueIn } from "../outline/questions";
import type { Assign, Item, Outline } from "../outline/schema";
import type { ClassChange } from "./class-change";

/** @returns undefined unless the program says `openai.api_type = "azure"` */
export function legacyAzure(outline: Outline, { row, gateway }: Client): ClassChange | undefined {
	if (row.kind !== "module" || gateway.kind !== "helicone" || outline.language !== "python") return undefined;
	const module = row.callees[0] ?? "";
	const settings = (name: string): readonly Assign[] =>
		outline.assigns.filter(({ target }) => pathOf(target) === `${module}.${name}`);
	const kind = settings("api_type");
	if (!kind.some(({ value }) => value && /azure/i.test(outline.text.slice(...value.range)))) return undefined;
	const deployments = outline.calls
		.filter(({ path }) => path.startsWith(`${module}.`))
		.flatMap((call) => call.args?.items ?? [])
		.filter((item) => /^(engine|deployment_id)$/.test(keyName(outline, item) ?? ""));
	return {
		operations: [
			...[...kind, ...settings("api_version")].map((assign): Operation => ({ op: "remove-assign", assign })),
			...deployments.flatMap((item) => asModel(outline, item)),
		],
		reasons: ["An Azure deployment becomes a model slug such as `azure/gpt-4o`: look at each."],
		blocked: false,
	};
}

/** `engine="gpt-4o"` → `model="azure/gpt-4o"`; a deployment of another name keeps it. */
function asModel(outline: Outline, item: Item): Operation[] {
	const value = valueIn(item);
	if (!item.key) return [];
	const name = value?.kind === "string" && value.holes.length === 0 ? outline.text.slice(...value.content) : undefined;
	const slug: Operation[] =
		value?.kind === "string" && name !== undefined && isCatalogueModel(name)
			? [{ op: "replace", range: value.content, newText: `azure/${name}` }]
			: [];
	return [{ op: "replace", range: item.key.range, newText: "model" }, ...slug];
}
