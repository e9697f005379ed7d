/** Entries of package lists: which packages of Helicone's a project asks for, and where it says so. */
import { heliconePackage } from "../../../shared/mappings";
import type { Package } from "../../../shared/mappings/schema";
import { contentOf, keyName, listOf, statementOf, valueIn } from "../outline/questions";
import type { Call, Item, Node, Outline, Range, Str } from "../outline/schema";

export interface ManifestEntry {
	readonly row: Package;
	readonly name: string;
	/** Just the name. */
	readonly range: Range;
	/** What goes with it. */
	readonly item: Item;
	/** Where the version stands alone, without quotes. */
	readonly version: Range | undefined;
	/** Where a whole requirement stands, without quotes: `helicone-async>=1`. */
	readonly requirement: Range | undefined;
}

type Ecosystem = Package["ecosystem"];

interface Kind {
	readonly name: RegExp;
	readonly ecosystem: Ecosystem;
	/** `keys`: the name is a key. `words`: it begins a string. */
	readonly form: "keys" | "words" | "both";
	/** A key above that says that these are dependencies. */
	readonly below: RegExp | undefined;
}

const kinds: readonly Kind[] = [
	{
		name: /^package\.json$/,
		ecosystem: "npm",
		form: "both",
		below: /^((dev|peer|optional|bundled?|trusted)?dependencies|resolutions|overrides)$/i,
	},
	{ name: /^pnpm-workspace\.ya?ml$/, ecosystem: "npm", form: "keys", below: /^(catalogs?|overrides)$/ },
	{ name: /^deno\.jsonc?$|^import_?map\.json$/, ecosystem: "npm", form: "keys", below: /^imports$/ },
	{
		name: /^pyproject\.toml$/,
		ecosystem: "pypi",
		form: "both",
		// An extra of Poetry names a dependency, and so does a source of uv.
		below: /dependenc|(^|\.)requires$|(^|\.)poetry\.extras$|(^|\.)uv\.sources$/,
	},
	{ name: /^pipfile$/, ecosystem: "pypi", form: "keys", below: /packages$/ },
	{ name: /^setup\.py$/, ecosystem: "pypi", form: "words", below: /^(install|extras|tests|setup)_requires?$/ },
	{ name: /^environment.*\.ya?ml$|^conda.*\.ya?ml$/, ecosystem: "pypi", form: "words", below: /^(dependencies|pip)$/ },
	{
		name: /requirements.*\.(txt|in)$|^constraints.*\.txt$|^setup\.cfg$/,
		ecosystem: "pypi",
		form: "words",
		below: undefined,
	},
	{ name: /^go\.mod$/, ecosystem: "go", form: "words", below: undefined },
	{ name: /^packages\.config$|\.(cs|fs|vb)proj$|\.props$/, ecosystem: "nuget", form: "words", below: undefined },
];

function fileNameOf(uri: string): string {
	return decodeSafely(uri.slice(Math.max(uri.lastIndexOf("/"), uri.lastIndexOf("\\")) + 1)).toLowerCase();
}

/** A stray `%` is a name, too. */
function decodeSafely(text: string): string {
	return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Files that a package manager writes: named, never changed. */
export function isLockFile(uri: string): boolean {
	return /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lock|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|gemfile\.lock|go\.sum|packages\.lock\.json|deno\.lock|cargo\.lock|composer\.lock|conda-lock\.ya?ml)$/.test(
		fileNameOf(uri),
	);
}

/** Files whose lower-case names are packages and projects, not headers. */
export function listsPackages(uri: string): boolean {
	const name = fileNameOf(uri);
	return isLockFile(uri) || kinds.some((one) => one.name.test(name));
}

/** @returns nothing for a file that lists no packages */
export function manifestEntries(outline: Outline, uri: string): ManifestEntry[] {
	const name = fileNameOf(uri);
	const gems = outline.language === "ruby" ? outline.calls.flatMap((call) => gemEntry(outline, call) ?? []) : [];
	const kind = kinds.find((one) => one.name.test(name));
	if (!kind || isLockFile(uri)) return gems;
	const keyed = kind.form === "words" ? [] : outline.items.flatMap((item) => keyedEntry(outline, item, kind) ?? []);
	const worded = kind.form === "keys" ? [] : outline.strings.flatMap((str) => wordedEntry(outline, str, kind) ?? []);
	return [...keyed, ...worded, ...gems].sort((a, b) => a.range[0] - b.range[0]);
}

function keyedEntry(outline: Outline, item: Item, kind: Kind): ManifestEntry | undefined {
	const name = item.form === "entry" ? keyName(outline, item) : undefined;
	const row = name === undefined ? undefined : heliconePackage(name, kind.ecosystem);
	if (!row || name === undefined || !item.key || !isBelow(outline, item, kind)) return undefined;
	const value = valueIn(item);
	const version = value?.kind === "string" ? value.content : undefined;
	return { row, name, range: rangeOf(item.key), item, version, requirement: undefined };
}

function rangeOf(key: NonNullable<Item["key"]>): Range {
	return key.kind === "string" ? key.content : key.range;
}

/** What a requirement, a line of `go.mod` or an element begins with. */
const names: Readonly<Record<Ecosystem, RegExp>> = {
	pypi: /^([\w.-]+)(?:\[[^\]]*\])?\s*(?:$|[<>=!~;@ \\])/,
	npm: /^(@?[\w./-]+)$/,
	go: /^(?:require\s+)?([\w./-]+)\s+v/,
	nuget: /^<\w+[^>]*?\s(?:Include|Update|id)=["']([\w.]+)["']/,
	gem: /^([\w-]+)/,
	docker: /^(?!)/,
};

function wordedEntry(outline: Outline, str: Str, kind: Kind): ManifestEntry | undefined {
	const item = str.parent;
	if (item?.kind !== "item" || item.value !== str || item.form === "entry" || !isBelow(outline, item, kind))
		return undefined;
	const text = contentOf(outline, str);
	const match = names[kind.ecosystem].exec(text);
	const name = match?.[1];
	const row = name === undefined ? undefined : heliconePackage(name, kind.ecosystem);
	if (!row || name === undefined || !match) return undefined;
	// `Helicone.Something` is another package of .NET.
	if (kind.ecosystem === "nuget" && !row.names.includes(name)) return undefined;
	const start = str.content[0] + match[0].lastIndexOf(name, match[0].length);
	const isRequirement = kind.ecosystem === "pypi";
	return {
		row,
		name,
		range: [start, start + name.length],
		item,
		version: undefined,
		requirement: isRequirement ? str.content : undefined,
	};
}

/** `gem "helicone-rb", "~> 1"`, `spec.add_dependency "helicone-rb"` */
function gemEntry(outline: Outline, call: Call): ManifestEntry | undefined {
	const statement = statementOf(call);
	const first = valueIn(call.args?.items[0]);
	if (call.path !== "gem" && !/^add_(development_|runtime_)?dependency$/.test(call.name)) return undefined;
	if (first?.kind !== "string" || statement?.value !== call) return undefined;
	const name = contentOf(outline, first);
	const row = heliconePackage(name, "gem");
	return row && { row, name, range: first.content, item: statement, version: undefined, requirement: undefined };
}

function isBelow(outline: Outline, item: Item, { below }: Kind): boolean {
	if (!below) return true;
	for (let up: Node | undefined = item.parent; up; up = up.parent) {
		const name = up.kind === "item" && up.form === "entry" ? keyName(outline, up) : undefined;
		if (name !== undefined && below.test(name)) return true;
	}
	return false;
}

/** The lists of the file that hold entries of the same ecosystem: for what stands there already. */
export function siblings(entry: ManifestEntry): readonly Item[] {
	return listOf(entry.item)?.items ?? [];
}
