/** A command of PowerShell: `Invoke-RestMethod -Uri $url -Headers @{…} @more`. Names of parameters know no case. */
import { type BuildContext, contentChildren, pickNode, rangeOf, sourceOf, typeOf } from "../../outline/build-context";
import { newCall, newItem, newList, newRef } from "../../outline/nodes";
import type { Item, Node } from "../../outline/schema";

/** Parameters that take no value. Source: Microsoft's reference of the commands that send requests or print. */
const switches =
	/^-(usebasicparsing|verbose|debug|skipcertificatecheck|skipheadervalidation|skiphttperrorcheck|usedefaultcredentials|disablekeepalive|allowunencryptedauthentication|passthru|force|raw|asplaintext|nonewline|compress|resume|followrellink|noproxy|preservehttpmethodonredirect)$/;

export function buildPowerShellCommand(cx: BuildContext, node: number): Node | undefined {
	const named = pickNode(cx, node, "command_name");
	if (named === undefined) return undefined;
	const elements = pickNode(cx, node, "command_elements");
	const words = elements === undefined ? [] : contentChildren(cx, elements);
	const items = itemsOf(cx, words);
	const first = items[0];
	const last = items.at(-1);
	const name = sourceOf(cx, named);
	return newCall(rangeOf(cx, node), rangeOf(cx, named), {
		path: name,
		name,
		args: first && last ? newList([first.range[0], last.range[1]], "args", items) : undefined,
	});
}

function itemsOf(cx: BuildContext, words: readonly number[]): Item[] {
	const items: Item[] = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (word === undefined) continue;
		const range = rangeOf(cx, word);
		if (typeOf(cx, word) !== "command_parameter") {
			items.push(
				newItem(range, sourceOf(cx, word).startsWith("@") && isSplat(cx, word) ? "spread" : "value", cx.expr(word)),
			);
			continue;
		}
		const name = sourceOf(cx, word).toLowerCase().replace(/:$/, "");
		// The dash is the call's, the name the parameter's: `@params` names it without one.
		const key = newRef([range[0] + 1, range[0] + name.length], name.slice(1));
		const next = words[index + 1];
		if (next === undefined || typeOf(cx, next) === "command_parameter" || switches.test(name)) {
			items.push(newItem(range, "value", key));
			continue;
		}
		items.push(newItem([range[0], rangeOf(cx, next)[1]], "entry", cx.expr(next), key));
		index++;
	}
	return items;
}

/** `@params`, but not `@{…}` or `@(…)`. */
function isSplat(cx: BuildContext, word: number): boolean {
	return /^@\w/.test(sourceOf(cx, word));
}
