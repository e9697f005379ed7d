/** Claude Code takes its key from the environment: what it sends to Concentrate must be Concentrate's (concentrate.md, Keys). */
import { gateway } from "../../../shared/mappings/gateway";
import { indentation, lineStart, nextLine } from "../edits/lines";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import { definitionsOf, type EnvironmentUse } from "../facts/environment";
import type { Facts } from "../facts/facts";
import { contains, contentOf, keyName } from "../outline/questions";
import type { Assign, Expr, Outline } from "../outline/schema";

const token = "ANTHROPIC_AUTH_TOKEN";

/** The script's own token becomes Concentrate's key; where the key stood in the address's path, a token takes its place. */
export function claudeCodeToken(outline: Outline, address: Address, assign: Assign): Operation[] {
	if (outline.language !== "shell" || assign.target.kind !== "ref" || assign.target.name !== "ANTHROPIC_BASE_URL")
		return [];
	const read = `"$${gateway.keyVariable}"`;
	const tokens = definitionsOf(outline, token);
	const isOld = ({ value }: Assign) =>
		value !== undefined && !/HELICONE|CONCENTRATE|^["']*$/.test(outline.text.slice(...value.range));
	if (tokens.length > 0)
		return tokens.flatMap((one) =>
			one.value && isOld(one) ? [{ op: "replace", range: one.value.range, newText: read }] : [],
		);
	const before = outline.text.slice(lineStart(outline.text, assign.range[0]), assign.target.range[0]);
	if (!/^\s*export\s+$/.test(before) || !/HELICONE/.test(address.path)) return [];
	const text = `${indentation(outline.text, assign.range[0])}export ${token}=${read}`;
	return [{ op: "insert-line", offset: nextLine(outline.text, assign.range[1]), text }];
}

/**
 * `ANTHROPIC_CUSTOM_HEADERS` with several lines, Helicone's among them: as long as they stay, what Claude Code is told of the address and of the key stays
 * as well. In their place belongs a token of Concentrate's.
 */
export function hasStuckHeaders({ outline, headers }: Facts): boolean {
	return headers.some(({ place, node }) => place === "name" && holderOf(outline, node) === "ANTHROPIC_CUSTOM_HEADERS");
}

/** The variable's value goes into such lines, here or beside the read. */
export function feedsStuckHeaders(facts: Facts, { name }: EnvironmentUse): boolean {
	if (!hasStuckHeaders(facts)) return false;
	const lines = facts.headers.filter(({ place }) => place === "name").map(({ node }) => node.range);
	return facts.environment.some((use) => use.name === name && lines.some((line) => contains(line, use.nameRange)));
}

/** The address is what Claude Code is told. */
export function isClaudeCodesAddress(outline: Outline, { str }: Address): boolean {
	return holderOf(outline, str) === "ANTHROPIC_BASE_URL";
}

/** The name of what a value is given to: a variable, a member, an entry. */
function holderOf(outline: Outline, value: Expr): string | undefined {
	const { parent } = value;
	if (parent?.kind === "item" && parent.value === value) return keyName(outline, parent);
	if (parent?.kind !== "assign") return undefined;
	const { target } = parent;
	if (target.kind === "ref" || target.kind === "member") return target.name;
	return target.kind === "index" && target.key.kind === "string" ? contentOf(outline, target.key) : undefined;
}
