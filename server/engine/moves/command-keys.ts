/** Providers' keys that a command hands to the program it starts: `docker run -e OPENAI_API_KEY=$OPENAI_API_KEY`. */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";
import { type PassedVariable, passedVariables } from "../facts/passed-environment";
import { contains, listOf } from "../outline/questions";
import type { Item, List, Node, Outline, Range } from "../outline/schema";
import type { Context, Proposal } from "./context";

export interface CommandKey {
	readonly name: string;
	readonly nameRange: Range;
	readonly row: string;
	/** The flag with its word. */
	readonly item: Item;
	readonly list: List;
	/** Where the variable's name stands again behind the `=`, when that is all that does; undefined for `-e NAME`. */
	readonly reference: Range | undefined;
	/** What stands behind the `=` is something else. */
	readonly isOther: boolean;
}

export function commandKeys(outline: Outline): CommandKey[] {
	if (outline.language !== "shell") return [];
	return passedVariables(outline).flatMap((passed) => {
		const row = environmentVariable(passed.name)?.row;
		const item = row?.role === "provider-key" && passed.use === "passed" ? itemOf(passed) : undefined;
		const list = item && listOf(item);
		if (!row || !item || !list || item.form !== "entry") return [];
		const { name, nameRange } = passed;
		const value = outline.text.slice(nameRange[1], item.range[1]);
		const [, before = ""] = /^(="?\$\{?)(\w+)\}?["']?$/.exec(value) ?? [];
		const isOwn = before !== "" && value.slice(before.length).startsWith(name);
		const start = nameRange[1] + before.length;
		const reference: Range | undefined = isOwn ? [start, start + name.length] : undefined;
		const isOther = !isOwn && /^=/.test(value);
		return [{ name, nameRange, row: `environment/${row.id}`, item, list, reference, isOther }];
	});
}

function itemOf({ node }: PassedVariable): Item | undefined {
	const word: Node = node.parent?.kind === "concat" ? node.parent : node;
	return word.parent?.kind === "item" ? word.parent : undefined;
}

/** A key that the program no longer asks for: away with it beside a gateway's key, else Concentrate's in its place. */
export function unneededCommandKey({ facts }: Context, key: CommandKey): Proposal | undefined {
	if (key.isOther) return undefined;
	const group = `env:${key.nameRange[0]}`;
	const { item, list, name } = key;
	const isBeside = passedVariables(facts.outline).some((other) => {
		const role = environmentVariable(other.name)?.row.role;
		const isGateways = other.name === gateway.keyVariable || role === "helicone-key";
		return isGateways && contains(list.range, other.nameRange);
	});
	if (isBeside) return { group, title: `Remove ${name}`, applicability: "safe", operations: [{ op: "remove", item }] };
	const title = `Give ${gateway.keyVariable} instead`;
	return { group, title, applicability: "suggested", operations: renamed(key) };
}

function renamed({ nameRange, reference }: CommandKey): Operation[] {
	return [nameRange, ...(reference ? [reference] : [])].map((range) => ({
		op: "replace",
		range,
		newText: gateway.keyVariable,
	}));
}

/**
 * What must change with an address that a command hands over (`-e OPENAI_BASE_URL=https://oai.helicone.ai/v1`): whoever reads
 * it reads the provider's key beside it, which holds Concentrate's from then on.
 * @returns undefined where a key beside it is written out
 */
export function keysPassedBeside({ facts: { outline } }: Context, address: Address): Operation[] | undefined {
	const operations: Operation[] = [];
	for (const { name, nameRange, list, reference, isOther } of commandKeys(outline)) {
		if (address.row?.providerKey !== name || !contains(list.range, address.range)) continue;
		if (isOther && !outline.text.slice(nameRange[1]).startsWith(`=$${gateway.keyVariable}`)) return undefined;
		const range = reference ?? nameRange;
		const newText = reference ? gateway.keyVariable : `${name}=$${gateway.keyVariable}`;
		if (!isOther) operations.push({ op: "replace", range, newText });
	}
	return operations;
}
