/** The options of a provider's own class, as the plain class takes them: address, names, what goes and what is new (`clients.json`, `plain`). */
import { gateway } from "../../../shared/mappings/gateway";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { listForSlot } from "../facts/slot";
import type { Language } from "../languages/language";
import { usualQuote } from "../languages/quoting";
import type { FileNames } from "../names/meaning";
import type { OwnName } from "../names/own-names";
import { keyName, valueIn } from "../outline/questions";
import type { Call, Item, List, Outline, Str } from "../outline/schema";

export type Plain = NonNullable<ClientRow["plain"]>;

interface Asker {
	readonly outline: Outline;
	readonly language: Language;
	readonly own: readonly OwnName[];
	readonly names: FileNames;
}

interface Options {
	readonly operations: readonly Operation[];
	/** Items that go, with the models in them. */
	readonly gone: readonly Item[];
}

/** @returns undefined where the options, or the address, are given in a way that cannot be changed here */
export function plainOptions(asker: Asker, client: Client, call: Call, plain: Plain): Options | undefined {
	const { outline } = asker;
	const list = listForSlot(outline, call, client.row.slots.address[0] ?? "");
	if (!list || list.items.some((item) => item.form === "spread")) return undefined;
	const address = addressString(asker, client);
	if (!address) return undefined;
	const base = quoted(outline, address, plain.base ?? gateway.base);
	const operations: Operation[] = [];
	const gone: Item[] = [];
	let isMoved = false;
	for (const item of list.items) {
		const name = keyName(outline, item) ?? "";
		if (plain.refuses?.includes(name)) return undefined;
		const change = plain.options[name];
		if (change === undefined || !item.key) continue;
		const value = valueIn(item);
		// A deployment's name says nothing where the model is said as well.
		if (change === null || (/^model(Name)?$/.test(change) && hasKey(outline, list, change))) gone.push(item);
		else if (item.value === item.key || !value || hasKey(outline, list, change)) return undefined;
		else if (!change.includes(".")) operations.push({ op: "replace", range: item.key.range, newText: change });
		else {
			// What moves below another option leaves its place: only the address does, whose text is known.
			if (value !== client.address?.value || value !== address) return undefined;
			isMoved = true;
			gone.push(item);
			operations.push({ op: "put", list, path: change.split("."), value: base });
		}
	}
	if (!isMoved) operations.push({ op: "replace", range: address.range, newText: base });
	return { operations: [...operations, ...added(asker, list, plain), ...removals(gone)], gone };
}

function removals(items: readonly Item[]): Operation[] {
	return items.map((item) => ({ op: "remove", item }));
}

/** What the new class wants besides, where it is not said. */
function added({ outline, language }: Asker, list: List, { adds = {} }: Plain): Operation[] {
	return Object.entries(adds)
		.filter(([name]) => !hasKey(outline, list, name))
		.map(([name, value]) => ({
			op: "put",
			list,
			path: [name],
			value: value === true ? language.writer.true : language.writer.string(value, usualQuote(outline)),
		}));
}

/** The one string that is the whole address, in the option or behind a name that no other file takes. */
function addressString({ own, names }: Asker, client: Client): Str | undefined {
	const addresses = client.gateway.kind === "helicone" ? client.gateway.addresses : [];
	const [address] = addresses;
	if (!address || addresses.length !== 1 || address.rest !== undefined) return undefined;
	const { str } = address;
	if (valueIn(client.address?.item) === str) return str;
	const isTaken = own.some(
		(name) =>
			(names.given[name.path]?.takers ?? 0) > 0 && name.addresses.some((one) => one.range[0] === address.range[0]),
	);
	return address.place === "whole" && str.holes.length === 0 && !isTaken ? str : undefined;
}

function hasKey(outline: Outline, list: List, name: string): boolean {
	return list.items.some((item) => keyName(outline, item) === name);
}

/** The address as a plain string: a template or an f-string has nothing left to fill in. */
function quoted(outline: Outline, { range: [start] }: Str, text: string): string {
	const quote = /^\w*'/.test(outline.text.slice(start, start + 3)) ? "'" : '"';
	return quote + text + quote;
}
