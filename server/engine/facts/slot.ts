/** Slots: where a row of `clients.json` says that a call takes its address, key, headers, model or body. */
import { type Entry, entriesOf, entryAt, lastEntry } from "../outline/entries";
import { unwrapMaker } from "../outline/makers";
import { namesOf } from "../outline/names";
import { contains, keyName, positional, valueIn } from "../outline/questions";
import type { Call, Expr, Item, List, Outline } from "../outline/schema";
import { type Link, setTo } from "./link";

/** What stands in a slot. */
export interface Filled {
	readonly value: Expr;
	readonly item: Item | undefined;
	readonly entry: Entry | undefined;
	/** The link or option function that gives it. */
	readonly link?: Link;
	/** It is given only under a condition. */
	readonly guarded?: boolean;
}

/** The first of the slots that the call fills; undefined when it fills none. */
export function filled(outline: Outline, call: Call, slots: readonly string[]): Filled | undefined {
	for (const slot of slots) {
		const found = readSlot(outline, call, slot) ?? (/^[A-Za-z_]/.test(slot) ? setTo(outline, call, slot) : undefined);
		if (found) return { ...found, value: unwrapMaker(found.value) };
	}
	return undefined;
}

/** Every flag or argument that fills one of the slots: `-H` stands many times. */
export function allFilled(outline: Outline, call: Call, slots: readonly string[]): readonly Filled[] {
	return slots.flatMap((slot) =>
		slot.startsWith("-")
			? flags(outline, call, slot)
			: (readSlot(outline, call, slot) ?? (/^[A-Za-z_]/.test(slot) ? setTo(outline, call, slot) : undefined) ?? []),
	);
}

function readSlot(outline: Outline, call: Call, slot: string): Filled | undefined {
	const [first = "", ...rest] = slot.startsWith("-") ? [slot] : slot.split(".");
	if (first === "") return call.args && { value: call.args, item: undefined, entry: undefined };
	if (first.startsWith("-")) return flags(outline, call, first)[0];
	const start = first.startsWith("@")
		? positionalSlot(outline, call, Number(first.slice(1)))
		: namedSlot(outline, call, first);
	if (!start || rest.length === 0) return start;
	const entry = entryAt(outline, unwrapJson(start.value), rest);
	return entry?.value && { value: entry.value, item: itemOfEntry(entry), entry };
}

function positionalSlot(outline: Outline, call: Call, index: number): Filled | undefined {
	const item = call.args?.role === "words" ? addressWord(outline, call.args, index) : positional(call, index);
	const value = valueIn(item);
	return value && { value, item, entry: undefined };
}

/** A command's address may stand anywhere between its flags: the first word that looks like one. */
function addressWord(outline: Outline, words: List, index: number): Item | undefined {
	const plain = words.items.filter(
		(item) => item.form === "value" && outline.text[item.range[0]] !== "-" && arraysIn(outline, item).length === 0,
	);
	const looks = plain.filter((item) =>
		/^["']?(https?:\/\/|\$|[\w.-]+\.[a-z]{2,}([/:]|["']?$))/i.test(outline.text.slice(item.range[0], item.range[1])),
	);
	return looks[index] ?? plain[index];
}

function namedSlot(outline: Outline, call: Call, name: string): Filled | undefined {
	const inArgs = call.args && lastEntry(entriesOf(outline, call.args), name);
	const entry = inArgs ?? (call.init && lastEntry(entriesOf(outline, call.init), name));
	return entry?.value && { value: entry.value, item: itemOfEntry(entry), entry };
}

function flags(outline: Outline, call: Call, name: string): Filled[] {
	const found: Filled[] = [];
	for (const item of wordsOf(outline, call)) {
		const value = valueIn(item);
		if (item.form === "entry" && value && keyName(outline, item) === name)
			found.push({ value, item, entry: undefined });
	}
	return found;
}

/** A command's words; those of an array (`"${ARGS[@]}"`) in its place. */
function wordsOf(outline: Outline, call: Call): readonly Item[] {
	return (call.args?.items ?? []).flatMap((item) => {
		const arrays = arraysIn(outline, item);
		return arrays.length > 0 ? arrays.flatMap((list) => list.items) : [item];
	});
}

/** The words that `"${ARGS[@]}"` and `$ARGS` stand for, where ARGS is an array of this file, made at once or added to. */
function arraysIn(outline: Outline, item: Item): List[] {
	const value = valueIn(item);
	const only = value?.kind === "string" && value.holes.length === 1 ? value.holes[0]?.expr : value;
	const inner = only?.kind === "opaque" ? only.children[0] : only;
	const name = inner?.kind === "index" ? inner.object : inner;
	const values =
		name?.kind === "ref"
			? namesOf(outline)
					.definitions(name)
					.map(({ value }) => value)
			: [];
	return values.flatMap((value) => (value?.kind === "list" && value.role === "words" ? [value] : []));
}

function itemOfEntry(entry: Entry): Item | undefined {
	return entry.carrier.kind === "item" ? entry.carrier.item : undefined;
}

/** The list that a new entry for `slot` would go into: the argument list, or the options object. */
export function listForSlot(outline: Outline, call: Call, slot: string): List | undefined {
	const path = slot.split(".");
	const first = path[0] ?? "";
	if (!first.startsWith("@")) return call.args;
	const item = positional(call, Number(first.slice(1)));
	let value = valueIn(item);
	for (const name of path.slice(1, -1)) value = entryAt(outline, value, [name])?.value;
	value = value && unwrapJson(value);
	return value?.kind === "list" && value.role === "map" && item && contains(call.range, value.range)
		? value
		: undefined;
}

/** What turns a map into a request's body: `JSON.stringify(x)`, `json.dumps(x)`, `bytes.NewBuffer(json.Marshal(x))`. */
const bodyMakers =
	/^(stringify|dumps|json_encode|encode|Marshal|NewBuffer|NewBufferString|NewReader|Serialize|StringContent|ofString|toJson|writeValueAsString|create|Create|SerializeToUtf8Bytes)$/;

/** `JSON.stringify(x)`, `json.dumps(x)` and `json.dumps(x).encode()` carry x. */
function unwrapJson(value: Expr): Expr {
	if (value.kind === "call" && value.name === "encode" && value.receiver?.kind === "call")
		return unwrapJson(value.receiver);
	const data = value.kind === "call" && value.name === "data" ? dataOf(value) : undefined;
	if (data) return unwrapJson(data);
	const inner = value.kind === "call" && bodyMakers.test(value.name) ? valueIn(value.args?.items[0]) : undefined;
	return inner ? unwrapJson(inner) : value;
}

/** Swift's `JSONSerialization.data(withJSONObject: x)` and `x.data(using: .utf8)`. */
function dataOf({ args, receiver }: Call): Expr | undefined {
	const [first] = args?.items ?? [];
	const label = first?.key?.kind === "ref" ? first.key.name : undefined;
	if (label === "withJSONObject") return valueIn(first);
	return label === "using" ? receiver : undefined;
}

/** Like `unwrapJson`, through names of this file. */
export function bodyBehind(outline: Outline, value: Expr, depth = 0): Expr {
	const inner = unwrapJson(value);
	const behind = inner.kind === "ref" ? namesOf(outline).value(inner) : undefined;
	if (behind?.kind === "string") return behind;
	// A map keeps its name: what is put into it later counts too.
	return behind?.kind === "call" && depth < 6 ? bodyBehind(outline, behind, depth + 1) : inner;
}
