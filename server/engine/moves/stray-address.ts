/** The fix of an address that no client of the file is known to use: nobody knows what reads it, so somebody looks. */
import type { Address } from "../facts/address";
import { type Asker, targetOf } from "../facts/address-target";
import { packageImports } from "../facts/package-import";
import { namesOf } from "../outline/names";
import { pathOf } from "../outline/questions";
import { addressEdit } from "./address-edit";
import { hasStuckHeaders, isClaudeCodesAddress } from "./claude-code";
import { keysPassedBeside } from "./command-keys";
import type { Context, Proposal } from "./context";
import { alone } from "./proposals";
import { addressDefinition } from "./provider-keys";
import { hasHeaderBeside } from "./stuck-header";

/** @returns undefined where Concentrate has no address that does the same */
export function strayAddress(context: Context, address: Address, isProxy = false): Proposal | undefined {
	if (isOfPackage(context, address)) return undefined;
	if (hasHeaderBeside(context.facts, address.str)) return undefined;
	if (isClaudeCodesAddress(context.facts.outline, address) && hasStuckHeaders(context.facts)) return undefined;
	const asker: Asker = { base: undefined, isRequest: false, isProxy };
	const { text } = targetOf(address, asker);
	const definition = addressDefinition(context, address);
	if (definition || text === undefined) return definition;
	const keys = keysPassedBeside(context, address);
	if (keys === undefined) return undefined;
	const operations = [...addressEdit(address, text), ...keys];
	return alone("helicone-base-url", address.range, `Replace by ${text}`, "suggested", ...operations);
}

/** `helicone_global.base_url = "…"`: Helicone's package reads it, and nothing else. */
function isOfPackage({ facts: { outline } }: Context, { str: { parent } }: Address): boolean {
	const target = parent?.kind === "assign" && parent.target.kind === "member" ? pathOf(parent.target) : undefined;
	const from = target === undefined ? undefined : namesOf(outline).imported(target.split(".")[0] ?? "")?.from;
	return from !== undefined && packageImports(outline).some((one) => one.from === from);
}
