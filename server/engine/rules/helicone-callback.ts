import { namesOf } from "../outline/names";
import { contentOf, keyName, listOf, statementOf } from "../outline/questions";
import type { Expr, Item, List, Node, Outline, Str } from "../outline/schema";
import { alone, type Hit, type Rule } from "./rule";

/** LiteLLM's settings that name who is told about a request. */
const setting = /^(_async_)?((success|failure|service|input)_callbacks?|callbacks)$/;

/** LiteLLM's `success_callback: ["helicone"]`: without it requests go the same way, unlogged. */
export const heliconeCallback: Rule = {
	id: "helicone-callback",
	find: ({ facts: { outline } }) => outline.strings.flatMap((str) => hitAt(outline, str) ?? []),
};

function hitAt(outline: Outline, str: Str): Hit | undefined {
	const item = str.parent;
	if (item?.kind !== "item" || item.form !== "value" || !/^helicone(_v\d+)?$/.test(contentOf(outline, str)))
		return undefined;
	const list = listOf(item);
	const found = list && (appended(list) ?? listed(outline, list));
	if (!found) return undefined;
	return {
		range: str.content,
		message: `LiteLLM logs to Helicone here (\`${found.setting}\`): Concentrate logs every request by itself.`,
		subject: found.setting,
		row: "interfaces/litellm-callback",
		advice: "Per-request logs, users and cost stand in Concentrate's dashboard.",
		proposal: alone("helicone-callback", str.content, "Remove the callback", "suggested", {
			op: "remove",
			item: found.statement ?? item,
		}),
	};
}

interface Found {
	readonly setting: string;
	/** What goes instead of the item. */
	readonly statement?: Item;
}

/** `litellm.success_callback.append("helicone")` */
function appended(list: List): Found | undefined {
	const call = list.parent;
	if (list.role !== "args" || call?.kind !== "call" || !/^(append|add|push|insert)$/.test(call.name)) return undefined;
	const name = call.receiver && lastName(call.receiver);
	const statement = statementOf(call);
	return name !== undefined && setting.test(name) && statement?.value === call
		? { setting: name, statement }
		: undefined;
}

/** An element of the setting's list, or of a list that has a name of its own and goes into the setting. */
function listed(outline: Outline, list: List): Found | undefined {
	if (list.role !== "seq") return undefined;
	const holder = list.parent;
	const name = settingOf(outline, holder);
	if (name !== undefined) return { setting: name };
	if (holder?.kind !== "assign") return undefined;
	const named = namesOf(outline)
		.uses(holder)
		.map((use) => settingOf(outline, use.parent))
		.find((one) => one !== undefined);
	return named === undefined ? undefined : { setting: named };
}

/** The setting that a value stands for: `litellm.callbacks = …`, `callbacks=…`, `"success_callback": …`. */
function settingOf(outline: Outline, holder: Node | undefined): string | undefined {
	const name =
		holder?.kind === "assign"
			? lastName(holder.target)
			: holder?.kind === "item" && holder.form === "entry"
				? keyName(outline, holder)
				: undefined;
	return name !== undefined && setting.test(name) ? name : undefined;
}

function lastName(expr: Expr): string | undefined {
	return expr.kind === "ref" || expr.kind === "member" ? expr.name : undefined;
}
