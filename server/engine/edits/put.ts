/**
 * The `put` operation: values at paths below a list. Walks down through maps that exist, makes the ones that are
 * missing, and merges what goes to the same place, so `model` and `fallbacks` below one new `routing` make one entry.
 */
import type { Writer } from "../languages/language";
import { entryNamed, listOf, valueIn } from "../outline/questions";
import type { Expr, Item, List, Outline } from "../outline/schema";
import type { Operation } from "./operation";
import { isRefusal, type Piece, type Refusal, text } from "./piece";
import { placeEntries } from "./put-place";

export type Put = Extract<Operation, { op: "put" }>;

/** What is to be put into one list, its keys in the order they were asked for. */
export interface Insertion {
	readonly list: List;
	readonly branch: Branch;
}

interface Branch {
	readonly children: Map<string, Branch | Leaf>;
	/** Only meaningful right below the list. */
	readonly after: Map<string, Item>;
	readonly undeclared: Set<string>;
}

interface Leaf {
	readonly value: string;
}

export interface ResolvedPuts {
	readonly insertions: readonly Insertion[];
	/** Values of entries that exist. */
	readonly replacements: readonly Piece[];
}

/** @param removed items that are asked to go: an entry among them counts as missing, and its place is taken */
export function resolvePuts(
	outline: Outline,
	puts: readonly Put[],
	removed: ReadonlySet<Item>,
	writer: Writer,
): ResolvedPuts | Refusal {
	const branches = new Map<List, Branch>();
	const replacements: Piece[] = [];
	for (const put of puts) {
		const found = descend(outline, put.list, put.path, removed);
		if (isRefusal(found)) return found;
		const [key, ...below] = found.path;
		if (key === undefined) return { refused: "A value to put has no name." };
		const existing = entryNamed(outline, found.list, key);
		if (existing && !removed.has(existing)) {
			replacements.push(replaceValue(outline, found.list, existing, key, put.value, writer));
			continue;
		}
		const branch = branches.get(found.list) ?? emptyBranch();
		branches.set(found.list, branch);
		const after = put.after && listOf(put.after) === found.list ? put.after : existing;
		if (after) branch.after.set(key, branch.after.get(key) ?? after);
		if (put.undeclared) branch.undeclared.add(key);
		const refusal = grow(branch, key, below, put.value);
		if (refusal) return refusal;
	}
	return { insertions: [...branches].map(([list, branch]) => ({ list, branch })), replacements };
}

/** Pieces that put one list's new entries; `replaced` are removed items whose place the entries take. */
export function renderInsertion(
	outline: Outline,
	{ list, branch }: Insertion,
	removed: ReadonlySet<Item>,
	writer: Writer,
): { readonly pieces: readonly Piece[]; readonly replaced: readonly Item[] } {
	const quote = preferredQuote(outline, list);
	const role = list.role === "args" ? "args" : "map";
	const entries = [...branch.children].map(([key, node]) => {
		const entry = writer.entry(key, spell(node, quote, writer), role, quote);
		const typed = branch.undeclared.has(key) ? writer.undeclared?.(entry) : undefined;
		return { text: typed ?? entry, after: branch.after.get(key) };
	});
	return placeEntries(outline, list, entries, removed, writer);
}

/** Walks down as far as maps exist. An entry that holds something else than a map stops with a refusal. */
function descend(
	outline: Outline,
	list: List,
	path: readonly string[],
	removed: ReadonlySet<Item>,
): { readonly list: List; readonly path: readonly string[] } | Refusal {
	const [key, ...below] = path;
	if (key === undefined || below.length === 0) return { list, path };
	const entry = entryNamed(outline, list, key);
	if (!entry || removed.has(entry)) return { list, path };
	const inner = mapIn(valueIn(entry));
	if (!inner) return { refused: `\`${key}\` is not written out here, so nothing can be put into it.` };
	return descend(outline, inner, below, removed);
}

/** `{ … }`, `dict(…)`, `Foo{ … }`. */
function mapIn(value: Expr | undefined): List | undefined {
	if (value?.kind === "list" && value.role === "map") return value;
	if (value?.kind !== "call") return undefined;
	if (value.init?.role === "map") return value.init;
	return value.path === "dict" ? value.args : undefined;
}

/** Adds a value below a branch; refuses another value in the same place. */
function grow(branch: Branch, key: string, below: readonly string[], value: string): Refusal | undefined {
	const existing = branch.children.get(key);
	const [next, ...rest] = below;
	const clash = { refused: `Two different values were asked for \`${key}\`.` };
	if (next === undefined) {
		if (existing && !("value" in existing && existing.value === value)) return clash;
		branch.children.set(key, { value });
		return undefined;
	}
	if (existing && "value" in existing) return clash;
	const child = existing ?? emptyBranch();
	branch.children.set(key, child);
	return grow(child, next, rest, value);
}

function emptyBranch(): Branch {
	return { children: new Map(), after: new Map(), undeclared: new Set() };
}

function spell(node: Branch | Leaf, quote: '"' | "'", writer: Writer): string {
	if ("value" in node) return node.value;
	return writer.map(
		[...node.children].map(([key, child]) => writer.entry(key, spell(child, quote, writer), "map", quote)),
	);
}

/** The shorthand `{ model }` is key and value at once: the whole item is written anew. */
function replaceValue(outline: Outline, list: List, item: Item, key: string, value: string, writer: Writer): Piece {
	const isShorthand = !item.value || !item.key || item.value.range[0] === item.key.range[0];
	if (!isShorthand) return text(item.value.range, value);
	const role = list.role === "args" ? "args" : "map";
	return text(item.range, writer.entry(key, value, role, preferredQuote(outline, list)));
}

/** The quote of the first string in the list, else of the file's first. */
function preferredQuote(outline: Outline, list: List): '"' | "'" {
	const quoted = outline.strings.filter((str) => str.form === "quoted" && /["']/.test(str.close));
	const inside = quoted.find((str) => str.range[0] >= list.range[0] && str.range[1] <= list.range[1]);
	return (inside ?? quoted[0])?.close.startsWith("'") ? "'" : '"';
}
