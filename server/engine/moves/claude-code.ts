/** Claude Code takes its key from the environment: what it sends to Concentrate must be Concentrate's (concentrate.md, Keys). */
import { gateway } from "../../../shared/mappings/gateway";
import { indentation, lineStart, nextLine } from "../edits/lines";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import { definitionsOf } from "../facts/environment";
import type { Assign, Outline } from "../outline/schema";

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
