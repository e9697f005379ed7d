/** Clients of configuration files: a block at a known place, whose entries are the client's options. */
import { clients } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Around } from "../names/meaning";
import { type Entry, entriesOf, entryAt } from "../outline/entries";
import { keyName, listOf } from "../outline/questions";
import type { Expr, List, Node, Outline } from "../outline/schema";
import type { Client } from "./client";
import { gatewayByModel, gatewayOf } from "./gateway";
import { liteSlug } from "./lite-model";
import type { Filled } from "./slot";

const rows = clients.filter((row) => row.kind === "block");

export function blockClients(outline: Outline, around: Around): Client[] {
	const known = rows.filter((row) => row.languages.includes(outline.language));
	if (known.length === 0) return [];
	return outline.lists.flatMap((list) => {
		const path = list.role === "map" ? keyPath(outline, list) : undefined;
		return path ? known.flatMap((row) => clientsAt(outline, row, list, path, around)) : [];
	});
}

/** The map itself, or keys of it that say the whole path (`spring.ai.openai.base-url`). */
function clientsAt(outline: Outline, row: ClientRow, list: List, path: readonly string[], around: Around): Client[] {
	return row.callees.flatMap((callee) => {
		const pattern = callee.split(".");
		if (fits(pattern, path)) return [clientOf(outline, row, list, "", around)];
		const rest = pattern.slice(path.length);
		if (rest.length === 0 || rest.some((one) => one === "*" || one === "[]")) return [];
		const prefix = `${rest.join(".")}.`;
		const isSpelt = list.items.some((item) => keyName(outline, item)?.startsWith(prefix));
		if (!isSpelt || !fits(pattern.slice(0, path.length), path)) return [];
		return [clientOf(outline, row, list, prefix, around)];
	});
}

/** The keys from the document's root down to a map; a key with dots counts as several, as Spring reads it. */
function keyPath(outline: Outline, list: List): readonly string[] {
	const path: string[] = [];
	for (let up: Node | undefined = list.parent; up; up = up.parent) {
		if (up.kind !== "item") continue;
		const name = up.form === "entry" ? keyName(outline, up) : undefined;
		if (name !== undefined) path.unshift(...name.split("."));
		else if (listOf(up)?.role === "seq") path.unshift("[]");
	}
	return path;
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
	return pattern.length === path.length && pattern.every((one, index) => one === "*" || one === path[index]);
}

/** @param prefix what stands before each option in its key: `spring.ai.openai.` */
function clientOf(outline: Outline, row: ClientRow, list: List, prefix: string, around: Around): Client {
	const fill = (slots: readonly string[]): Filled | undefined => {
		for (const slot of slots) {
			const entry = entryAt(outline, list, prefix === "" ? slot.split(".") : [prefix + slot]);
			const item = entry?.carrier.kind === "item" ? entry.carrier.item : undefined;
			if (entry?.value) return { value: entry.value, item, entry };
		}
		return undefined;
	};
	const address = fill(row.slots.address);
	const models: Expr[] = [fill(row.slots.model)?.value].flatMap((value) => value ?? []);
	const own = gatewayOf(outline, row, address, around);
	const gateway = address ? own : gatewayByModel(own, outline, row, models);
	return {
		row,
		// Several clients may be spelt out in one map.
		range: prefix === "" ? list.range : (address?.item?.range ?? list.range),
		nameRange: address?.item?.key?.range ?? list.range,
		call: undefined,
		whole: undefined,
		list,
		address,
		key: fill(row.slots.key),
		headers: row.slots.headers.flatMap((slot) => [
			...entriesOf(outline, entryAt(outline, list, slot.split("."))?.value),
			...(prefix === "" ? [] : flatHeaders(outline, list, `${prefix}${slot}.`)),
		]),
		models: models.filter((model) => row.modelPrefix === undefined || isLiteModel(outline, row, model)),
		gateway,
		isGuess: false,
		...(models.some((model) => isDoubtful(outline, row, model)) ? { doubt: row.advice } : {}),
	};
}

/** `spring.ai.openai.default-headers.Helicone-Auth=…` */
function flatHeaders(outline: Outline, list: List, prefix: string): Entry[] {
	return entriesOf(outline, list)
		.filter(({ name }) => name?.startsWith(prefix))
		.map((entry) => ({ ...entry, name: entry.name?.slice(prefix.length) }));
}

/** Without a prefix of OpenAI's another protocol is spoken. */
function isDoubtful(outline: Outline, row: ClientRow, model: Expr): boolean {
	return row.modelPrefix !== undefined && !isLiteModel(outline, row, model);
}

function isLiteModel(outline: Outline, row: ClientRow, model: Expr): boolean {
	const content = contentOf(model);
	return liteSlug(row, outline.text.slice(...content), content) !== undefined;
}

function contentOf(expr: Expr): readonly [number, number] {
	return expr.kind === "string" ? expr.content : expr.range;
}
