/** The fix of an address that no client of the file is known to use: nobody knows what reads it, so somebody looks. */
import type { Address } from "../facts/address";
import { type Asker, targetOf } from "../facts/address-target";
import { addressEdit } from "./address-edit";
import { hasStuckHeaders, isClaudeCodesAddress } from "./claude-code";
import { keysPassedBeside } from "./command-keys";
import type { Context, Proposal } from "./context";
import { alone } from "./proposals";
import { addressDefinition } from "./provider-keys";
import { hasHeaderBeside } from "./stuck-header";

/** @returns undefined where Concentrate has no address that does the same */
export function strayAddress(context: Context, address: Address, isProxy = false): Proposal | undefined {
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
