/** A class of Helicone's own becomes the one that `clients.json` says: import, name and options change together. */

import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { Header } from "../facts/header";
import type { ClientCall } from "../facts/model-use";
import { patchedFields } from "../facts/patched-field";
import { filled, listForSlot } from "../facts/slot";
import type { Language } from "../languages/language";
import { usualQuote } from "../languages/quoting";
import { namesOf } from "../outline/names";
import { contains, keyName, listOf, pathOf, positional, valueIn } from "../outline/questions";
import type { Call, Import, ImportedName, Item, List, Outline } from "../outline/schema";
import { importRemoval } from "./import-removal";

export interface ClassChange {
	readonly operations: readonly Operation[];
	/** Sentences: there is always one, since a package must be installed. */
	readonly reasons: readonly string[];
	/** The class cannot change here. */
	readonly blocked: boolean;
	/** The address changes with it, or in the file that makes the client. */
	readonly movesAddress?: true;
	/** The key too. */
	readonly givesKey?: true;
	/** Headers that go with it, wherever they are set. */
	readonly headers?: readonly Header[];
}

interface Asker {
	readonly outline: Outline;
	readonly language: Language;
	readonly calls: readonly ClientCall[];
}

/** @returns undefined for a client of somebody else's class */
export function changeClass(asker: Asker, client: Client): ClassChange | undefined {
	const { becomes } = client.row;
	const { call } = client;
	if (!becomes) return undefined;
	const from = call && importOf(asker.outline, call);
	if (!call || !from) return refused("The class comes from somewhere that this file does not show.");
	const imported = changeImport(asker.outline, from, becomes);
	if (!imported) return refused(`More is taken out of \`${from.module}\` than \`${becomes.module}\` has.`);
	// `openai.helicone.logFeedback(…)`: the plain class has no such field.
	if (patchedFields(asker.outline).length > 0)
		return refused("The program uses what Helicone's class adds: `helicone`.");
	const options = changeOptions(asker, client, call, becomes);
	if (!options) return refused("The options are given in a way that cannot be changed here.");
	const requests = asker.calls
		.filter((one) => one.client === client)
		.map((one) => plainRequest(asker.outline, one.call));
	if (requests.includes(undefined))
		return refused("A request names a prompt that Helicone stores, or options of Helicone's.");
	return {
		operations: [...imported, ...options, ...requests.flatMap((one) => one ?? [])],
		reasons: [`Install \`${becomes.module}\` in place of \`${from.module}\`.`],
		blocked: false,
	};
}

export function refused(reason: string): ClassChange {
	return { operations: [], reasons: [reason], blocked: true };
}

/** The import that gives the callee its name. */
export function importOf(outline: Outline, call: Call): Import | undefined {
	return namesOf(outline).imported(call.path.split(".")[0] ?? "")?.from;
}

type Becomes = NonNullable<ClientRow["becomes"]>;

/** The module, what is taken out of it, and every use of a name that is not the file's own. */
function changeImport(outline: Outline, from: Import, { module, names }: Becomes): Operation[] | undefined {
	if (from.names.some(({ name }) => name !== "*" && names[name] === undefined)) return undefined;
	// `import * as helicone`: the members are not followed.
	if (from.names.some(({ name }) => name === "*")) return undefined;
	const there = outline.imports.find((one) => one.module === module && one !== from);
	const renames = from.names.flatMap((name) => renamed(outline, name, names[name.name] ?? name.name));
	if (there) {
		const isThere = from.names.every((one) => hasName(there, names[one.name] ?? one.name));
		const removal = isThere ? importRemoval(outline, from, from.names) : undefined;
		return removal && [removal, ...renames.filter((one) => !contains(from.range, one.range))];
	}
	return [{ op: "replace", range: from.moduleRange, newText: module }, ...renames];
}

/** A default import of that name counts: `import OpenAI from "openai"`. */
function hasName({ names }: Import, wanted: string): boolean {
	return names.some(({ name, local }) => local === wanted && (name === wanted || name === "default"));
}

type Replace = Extract<Operation, { op: "replace" }>;

export function renamed(outline: Outline, { range, name, local }: ImportedName, newName: string): Replace[] {
	if (newName === name) return [];
	if (local === newName) return [{ op: "replace", range, newText: newName }];
	const [start] = range;
	const exported: Replace = { op: "replace", range: [start, start + name.length], newText: newName };
	if (outline.text.slice(start, start + name.length) !== name) return [];
	if (local !== name) return [exported];
	const callees = outline.calls.filter((call) => call.path === local).map((call) => call.nameRange);
	const refs = outline.refs
		.filter((ref) => ref.name === local && !contains(range, ref.range))
		.map((ref) => ref.nameRange);
	const places = new Map([...callees, ...refs].map((one) => [one[0], one] as const));
	return [exported, ...[...places.values()].map((one): Replace => ({ op: "replace", range: one, newText: newName }))];
}

/** What the new class wants, and without what it does not know. */
function changeOptions(asker: Asker, client: Client, call: Call, becomes: Becomes): Operation[] | undefined {
	const { outline, language } = asker;
	const slot = client.row.slots.address[0] ?? "";
	const list = listForSlot(outline, call, slot);
	if (!list || list.items.some((item) => item.form === "spread")) return undefined;
	const quote = usualQuote(outline);
	const has = (name: string) => list.items.some((item) => keyName(outline, item) === name);
	const put = (name: string, value: string): Operation => ({ op: "put", list, path: [name], value });
	const added = Object.entries(becomes.adds ?? {})
		.filter(([name]) => !has(name))
		.map(([name, value]) => put(name, value === true ? language.writer.true : language.writer.string(value, quote)));
	const base = client.row.base;
	const address =
		client.address || base === null ? [] : [put(slot.split(".").at(-1) ?? "", language.writer.string(base, quote))];
	const dropped = (becomes.drops ?? []).flatMap((path) => filled(outline, call, [path])?.item ?? []);
	const settings = ownSettings(outline, list);
	if (settings === undefined) return undefined;
	return [...added, ...address, ...[...dropped, ...settings].map((item): Operation => ({ op: "remove", item }))];
}

/** Fields of `extraBody.helicone` that only log. */
const logging = new Set(["sessionId", "sessionPath", "sessionName", "userId", "properties", "tags"]);

/** `extraBody: { helicone: {…} }` of the AI SDK's provider: it goes when it only logs; undefined when it does more. */
function ownSettings(outline: Outline, options: List): Item[] | undefined {
	const extra = options.items.find((item) => keyName(outline, item) === "extraBody");
	if (!extra) return [];
	const body = valueIn(extra);
	const own = body?.kind === "list" && body.items.length === 1 ? body.items[0] : undefined;
	const fields = own && keyName(outline, own) === "helicone" ? valueIn(own) : undefined;
	if (fields?.kind !== "list") return undefined;
	return fields.items.every((item) => logging.has(keyName(outline, item) ?? "")) ? [extra] : undefined;
}

/** `helicone("gpt-4o", { extraBody: {…} })` without what only Helicone reads; undefined when it says more than that. */
function plainRequest(outline: Outline, call: Call): Operation[] | undefined {
	const item = positional(call, 1);
	if (!item || (pathOf(call.receiver ?? call) === undefined && call.receiver)) return [];
	const options = valueIn(item);
	if (options?.kind !== "list" || options.role !== "map") return [];
	const names = options.items.map((one) => keyName(outline, one));
	if (names.some((name) => name === "promptId" || name === "inputs" || name === "environment")) return undefined;
	const settings = ownSettings(outline, options);
	if (settings === undefined) return undefined;
	if (settings.length === options.items.length && listOf(item)) return [{ op: "remove", item }];
	return settings.map((one): Operation => ({ op: "remove", item: one }));
}
