/**
 * A client of one provider's own class (Azure, Groq, Gemini) becomes the OpenAI-shaped class that Concentrate takes, where the
 * two are used in the same way: import, class, options, address and the models' prefix change together (`clients.json`, `plain`).
 */
import { isCatalogueModel } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { ModelUse } from "../facts/model-use";
import { listForSlot } from "../facts/slot";
import { contains, keyName, valueIn } from "../outline/questions";
import type { Call, Import, Item, List, Outline } from "../outline/schema";
import { type ClassChange, importOf, refused, renamed } from "./class-change";
import { importRemoval } from "./import-removal";

interface Asker {
	readonly outline: Outline;
	readonly models: readonly ModelUse[];
	/** Every client of the file that leaves Helicone. */
	readonly leaving: readonly Client[];
}

type Plain = NonNullable<ClientRow["plain"]>;

/** @returns undefined for a client whose class stays, and for one whose requests no other class makes */
export function plainClass(asker: Asker, client: Client): ClassChange | undefined {
	const { plain } = client.row;
	const { call } = client;
	if (!plain || client.gateway.kind !== "helicone") return undefined;
	const from = call && importOf(asker.outline, call);
	if (!call || !from) return refused("The class comes from somewhere that this file does not show.");
	if (hasOthers(asker, call, plain)) return refused("Other clients of this class stay where they are.");
	const imported = changeImport(asker, from, plain);
	if (!imported) return refused(`More is taken out of \`${from.module}\` than \`${plain.module}\` has.`);
	const options = changeOptions(asker, client, call, plain);
	if (!options) return refused("The options are given in a way that cannot be changed here.");
	const { operations, undecided } = prefixModels(asker, client, options.gone, plain);
	return {
		operations: [...imported, ...options.operations, ...operations],
		reasons: [
			`Its class becomes \`${Object.values(plain.names)[0] ?? ""}\` of \`${plain.module}\`${from.module === plain.module ? "" : ": install that package"}.`,
			...undecided.map((slug) => `\`${slug}\` is no model of Concentrate's catalogue: choose one.`),
		],
		blocked: false,
	};
}

/** The class is made, or named as a base, where nothing moves. */
function hasOthers({ outline, leaving }: Asker, { path }: Call, { names }: Plain): boolean {
	const isMoving = (call: Call) => leaving.some((client) => client.call === call && client.row.plain);
	return outline.calls.some((other) => (other.path === path || names[other.path] !== undefined) && !isMoving(other));
}

/** The import's names become the plain class's; what else the module gives stays, if it is the same module. */
function changeImport({ outline, leaving }: Asker, from: Import, { module, names }: Plain): Operation[] | undefined {
	const mine = from.names.filter((name) => names[name.local] !== undefined);
	if (mine.length === 0 || (from.module !== module && mine.length < from.names.length)) return undefined;
	const renames = mine.flatMap((name) =>
		renamed(
			outline,
			{ ...name, name: name.name === "default" ? name.local : name.name },
			names[name.local] ?? name.local,
		),
	);
	if (renames.length === 0) return undefined;
	const first = firstOfModule(outline, leaving, module);
	const given = first?.from.names.map(({ local }) => first.client.row.plain?.names[local]) ?? [];
	const isSecond = first?.from !== from && mine.every((name) => given.includes(names[name.local]));
	const isThere = isSecond || mine.some((name) => outline.imports.some((one) => hasName(one, names[name.local])));
	if (isThere) {
		const removal = importRemoval(outline, from, mine);
		return removal && [removal, ...renames.filter((one) => !contains(from.range, one.range))];
	}
	return from.module === module ? renames : [{ op: "replace", range: from.moduleRange, newText: module }, ...renames];
}

interface Origin {
	readonly client: Client;
	readonly from: Import;
}

/** Of several classes that become one, the first client's import becomes the new one; the others' go. They move together. */
export function firstOfModule(outline: Outline, leaving: readonly Client[], module: string): Origin | undefined {
	for (const client of leaving) {
		const from = client.row.plain?.module === module && client.call ? importOf(outline, client.call) : undefined;
		if (from) return { client, from };
	}
	return undefined;
}

function hasName({ names }: Import, wanted: string | undefined): boolean {
	return names.some(({ local }) => local === wanted);
}

interface Options {
	readonly operations: readonly Operation[];
	readonly gone: readonly Item[];
}

function changeOptions({ outline }: Asker, client: Client, call: Call, { options }: Plain): Options | undefined {
	const list = listForSlot(outline, call, client.row.slots.address[0] ?? "");
	const address = client.gateway.kind === "helicone" ? client.gateway.addresses : [];
	if (!list || list.items.some((item) => item.form === "spread")) return undefined;
	const str = valueIn(client.address?.item);
	// What stands elsewhere others may use: an address of Azure's shape is no address of Concentrate's.
	if (address.length !== 1 || str?.kind !== "string" || address[0]?.str !== str) return undefined;
	const operations: Operation[] = [
		{ op: "replace", range: str.range, newText: quoted(outline, str.range, gateway.base) },
	];
	const gone: Item[] = [];
	for (const item of list.items) {
		const change = options[keyName(outline, item) ?? ""];
		if (change === undefined || !item.key) continue;
		if (change === null) gone.push(item);
		else if (item.value === item.key || hasKey(outline, list, change)) return undefined;
		else operations.push({ op: "replace", range: item.key.range, newText: change });
	}
	return { operations: [...operations, ...gone.map((item): Operation => ({ op: "remove", item }))], gone };
}

function hasKey(outline: Outline, list: List, name: string): boolean {
	return list.items.some((item) => keyName(outline, item) === name);
}

/** The address as a plain string: a template or an f-string has nothing left to fill in. */
function quoted(outline: Outline, [start]: readonly [number, number], text: string): string {
	const quote = /^\w*'/.test(outline.text.slice(start, start + 3)) ? "'" : '"';
	return quote + text + quote;
}

/** `azure/` in front of a model that the catalogue has; a deployment of another name is for a person. */
function prefixModels(
	{ models }: Asker,
	client: Client,
	gone: readonly Item[],
	{ prefix }: Plain,
): { readonly operations: Operation[]; readonly undecided: string[] } {
	if (prefix === undefined) return { operations: [], undecided: [] };
	const uses = models.filter(
		(use) => use.client === client && !use.slug.includes("/") && !gone.some((item) => contains(item.range, use.range)),
	);
	const known = uses.filter((use) => isCatalogueModel(use.slug));
	return {
		operations: known.map((use) => ({ op: "replace", range: use.range, newText: `${prefix}/${use.slug}` })),
		undecided: uses.filter((use) => !known.includes(use)).map((use) => use.slug),
	};
}
