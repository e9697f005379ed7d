/** Puts the names together: who takes what of whom, and what all of them say of it. */
import type { Contribution } from "../workspace";
import type { ImportedFrom } from "./imports";
import { joinParts } from "./join";
import { isConfigPath } from "./laravel-config";
import { type FileNames, type Given, nameId, noNames, openVerdict, type Part, type Taken } from "./meaning";
import { calleeOf, isParameterPath } from "./parameters";
import { isWord } from "./taken";

/** A place where an imported name comes from. `name` is `*` for a module as a whole. */
export interface ModuleTarget {
	readonly uri: string;
	readonly name: string;
	/** How the importing file says it, where that is more than the name: `app.config` after `import app.config`. */
	readonly local?: string;
}

export interface Folder {
	/** What each file says alone, by uri. */
	readonly contributions: ReadonlyMap<string, Contribution>;
	/** What a file of the folder says; undefined for one that cannot be read. Called for files that `wanted` names only. */
	load(uri: string): Contribution | undefined;
	/** What a file says, knowing what its names mean. */
	again(uri: string, names: FileNames): Contribution;
	/** Somebody may call a function of that name whom nobody can see: it is offered to other repositories, or a page says its name. */
	isOpen(uri: string, name: string): boolean;
	/** Where an imported name comes from: none when it is no file of the folder, several for a package of many files. */
	targets(uri: string, imported: ImportedFrom): readonly ModuleTarget[];
}

export interface Linked {
	/** By uri; files without any name of others are missing. */
	readonly names: Readonly<Record<string, FileNames>>;
	readonly contributions: ReadonlyMap<string, Contribution>;
}

/** A constant may stand on a constant of another file, and so on; no real program goes deeper. */
const mostRounds = 5;

type TakenNames = Record<string, Taken>;

/** Pure as long as the folder is. */
export function linkNames(folder: Folder): Linked {
	const contributions = new Map(folder.contributions);
	let taken = new Map<string, TakenNames>();
	for (let round = 0; round < mostRounds; round++) {
		const now = new Map<string, TakenNames>();
		const givers = giversOf(contributions);
		for (const uri of [...contributions.keys()]) {
			const names = takenBy(folder, contributions, givers, uri);
			if (Object.keys(names).length > 0) now.set(uri, names);
		}
		const changed = [...new Set([...now.keys(), ...taken.keys()])].filter(
			(uri) => JSON.stringify(now.get(uri)) !== JSON.stringify(taken.get(uri)),
		);
		taken = now;
		if (changed.length === 0) break;
		for (const uri of changed) contributions.set(uri, folder.again(uri, { ...noNames, taken: taken.get(uri) ?? {} }));
	}
	return judged(folder, contributions, taken);
}

/** Keys that stay change what a move does to them, so those files speak once more. */
function judged(folder: Folder, spoken: Map<string, Contribution>, taken: ReadonlyMap<string, TakenNames>): Linked {
	const contributions = new Map(spoken);
	let names: Record<string, FileNames> = {};
	for (let round = 0; round < 2; round++) {
		names = withVerdicts(folder, contributions, taken);
		for (const uri of Object.keys(names)) contributions.set(uri, folder.again(uri, names[uri] ?? noNames));
		if (!Object.values(names).some((one) => Object.values(one.taken).some(({ verdict }) => verdict.stays))) break;
	}
	return { names: withVerdicts(folder, contributions, taken), contributions };
}

function withVerdicts(
	folder: Folder,
	contributions: ReadonlyMap<string, Contribution>,
	taken: ReadonlyMap<string, TakenNames>,
): Record<string, FileNames> {
	if (taken.size === 0) return {};
	const speeches = [...contributions].map(([uri, { shared }]) => ({ uri, parts: shared.parts }));
	const givers = new Set([...taken.values()].flatMap((names) => Object.values(names).map(({ id }) => id)));
	const open = openParameters(folder, contributions, givers);
	const verdicts = joinParts([...speeches, ...strangers(contributions, taken), ...open]);
	const names: Record<string, FileNames> = {};
	for (const [uri, { shared }] of contributions) {
		const own = taken.get(uri) ?? {};
		const given = shared.given.filter(({ path }) => givers.has(nameId(uri, path)));
		if (given.length === 0 && Object.keys(own).length === 0) continue;
		names[uri] = {
			taken: mapValues(own, (one) => ({
				...one,
				...callsIn(shared.parts, one.id),
				verdict: verdicts.get(one.id) ?? openVerdict,
			})),
			given: Object.fromEntries(given.map(({ path }) => [path, verdicts.get(nameId(uri, path)) ?? openVerdict])),
		};
	}
	return names;
}

function callsIn(parts: readonly Part[], id: string): Pick<Taken, "calls"> {
	const calls = parts.find((part) => part.calls?.id === id)?.calls?.shape;
	return calls === undefined ? {} : { calls };
}

/** Parameters of functions that somebody may call whom nobody can see. */
function openParameters(
	folder: Folder,
	contributions: ReadonlyMap<string, Contribution>,
	ids: ReadonlySet<string>,
): { uri: string; parts: Part[] }[] {
	return [...ids].flatMap((id) => {
		const uri = id.slice(0, id.indexOf("#"));
		if (!isParameterPath(pathIn(id))) return [];
		const name = calleeOf(pathIn(id));
		const isOpen = folder.isOpen(uri, name) || isTakenFromElsewhere(folder, contributions, name);
		return isOpen ? [{ uri, parts: [{ ...silent, names: [], certainty: "safe" as const, keeps: [id] }] }] : [];
	});
}

/** A file imports a name that is called so from a module that is not found: it may be this one. */
function isTakenFromElsewhere(folder: Folder, contributions: ReadonlyMap<string, Contribution>, name: string): boolean {
	return [...contributions].some(([uri, { imports }]) =>
		imports.some((one) => one.name === name && folder.targets(uri, one).length === 0),
	);
}

const silent = { isGuess: false, wishes: [], takes: [], passes: [], drops: [], forwards: [] };

/**
 * Files that read a field of what looks like the object, and nobody can say where they have it from: a parameter, a
 * dependency that is injected. What they do with it is not known.
 */
function strangers(
	contributions: ReadonlyMap<string, Contribution>,
	taken: ReadonlyMap<string, TakenNames>,
): { uri: string; parts: Part[] }[] {
	const fields = new Map<string, Taken["meaning"]>();
	for (const names of taken.values())
		for (const { id, meaning } of Object.values(names)) if (pathIn(id).includes(".")) fields.set(id, meaning);
	return [...contributions].flatMap(([uri, { members }]) => {
		// A field is known by whatever object of its class.
		const known = new Set(Object.values(taken.get(uri) ?? {}).map(({ id }) => fieldOf(id)));
		const parts = [...fields].flatMap(([id, meaning]): Part[] => {
			const path = pathIn(id).split(".");
			const isOwn = id.startsWith(`${uri}#`) || known.has(fieldOf(id));
			return !isOwn && members.some((said) => isSameField(path, said)) ? [strange(id, meaning)] : [];
		});
		return parts.length > 0 ? [{ uri, parts }] : [];
	});
}

function fieldOf(id: string): string {
	return `${id.slice(0, id.indexOf("#"))}#${lastOf(pathIn(id))}`;
}

function pathIn(id: string): string {
	return id.slice(id.indexOf("#") + 1);
}

function strange(id: string, meaning: Taken["meaning"]): Part {
	if (isWord(meaning)) return { ...silent, names: [], certainty: "safe", keeps: [], takes: [id] };
	return meaning.kind === "key"
		? { ...silent, names: [], certainty: "safe", keeps: [id] }
		: { ...silent, names: [id], certainty: "suggested", keeps: [] };
}

/** `settings.helicone_url` is that field whatever it is read of; of `url` the object's name must say so too. */
function isSameField(path: readonly string[], said: string): boolean {
	const [owner = "", name = ""] = said.split(".");
	if (path.at(-1) !== name) return false;
	const isTelling = /helicone|openai|anthropic|hcone/i.test(name);
	const plain = (one: string) => one.replace(/^_+|\W/g, "").toLowerCase();
	return isTelling || plain(owner) === plain(path.at(-2) ?? "") || /^_?(settings|config|conf|cfg|env)$/i.test(owner);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Languages without imports by file: a constant is found by its name, if one file only gives it. */
function saidNames(givers: Givers, uri: string, own: Contribution): TakenNames {
	const found: TakenNames = {};
	for (const path of own.said) {
		for (const { uri: giver, given } of isConfigPath(path) ? entriesBelow(givers, path) : [])
			if (giver !== uri)
				found[given.path] = { id: nameId(giver, given.path), meaning: given.meaning, verdict: openVerdict };
		const hits = (givers.get(`${own.language} ${lastOf(path)}`) ?? []).filter(
			(giver) =>
				giver.uri !== uri &&
				isSameName(giver.given.path, path) &&
				(own.language !== "go" || folderOf(giver.uri) === folderOf(uri)),
		);
		const [hit] = hits;
		if (hit && hits.length === 1)
			found[path] = { id: nameId(hit.uri, hit.given.path), meaning: hit.given.meaning, verdict: openVerdict };
	}
	return found;
}

/** `config('services.helicone')` asks for all that stands there. */
function entriesBelow(givers: Givers, path: string) {
	return [...givers.values()].flat().filter(({ given }) => given.path.startsWith(`${path}.`));
}

/** Given names by language and last word: a folder may say many thousand names. */
type Givers = ReadonlyMap<string, readonly { readonly uri: string; readonly given: Given }[]>;

function giversOf(contributions: ReadonlyMap<string, Contribution>): Givers {
	const givers = new Map<string, { uri: string; given: Given }[]>();
	for (const [uri, { language, shared }] of contributions)
		for (const given of shared.given) {
			const key = `${language} ${lastOf(given.path)}`;
			givers.set(key, [...(givers.get(key) ?? []), { uri, given }]);
		}
	return givers;
}

function lastOf(path: string): string {
	return path.slice(path.lastIndexOf(".") + 1);
}

/** `Config::KEY` may be said for `Llm::Config::KEY`, and `crate::config::BASE` for `BASE`. */
function isSameName(given: string, said: string): boolean {
	return given === said || given.endsWith(`.${said}`) || said.endsWith(`.${given}`);
}

function folderOf(uri: string): string {
	return uri.slice(0, uri.lastIndexOf("/"));
}

/** Names of others that a file's imports, or its free names, mean. */
function takenBy(folder: Folder, contributions: Map<string, Contribution>, givers: Givers, uri: string): TakenNames {
	const found: TakenNames = {};
	const own = contributions.get(uri);
	for (const imported of own?.imports ?? []) {
		// `export { a } from "./b"` takes nothing, but hands it on: see `passes`.
		const local = imported.local === "" ? `export ${imported.name}` : imported.local;
		if (imported.local === "" && imported.name === "*") continue;
		for (const target of folder.targets(uri, imported)) {
			if (target.uri === uri) continue;
			const isAsked = own?.asks.includes(imported.local.split(".")[0] ?? "") ?? false;
			const here = target.local ?? local;
			for (const [path, id, given] of namesAt(folder, contributions, target, here, isAsked, 0))
				found[path] ??= { id, meaning: given.meaning, verdict: openVerdict };
		}
	}
	if (own && own.said.length > 0) Object.assign(found, saidNames(givers, uri, own));
	return found;
}

type Found = readonly [local: string, id: string, given: Given];

function namesAt(
	folder: Folder,
	contributions: Map<string, Contribution>,
	{ uri, name }: ModuleTarget,
	local: string,
	isAsked: boolean,
	depth: number,
): Found[] {
	const there = contributions.get(uri) ?? (isAsked || isPackage(uri) ? load(folder, contributions, uri) : undefined);
	if (!there || depth > mostRounds) return [];
	const found = there.shared.given.flatMap((given): Found[] => {
		const path = localPath(given.path, name, local);
		return path === undefined ? [] : [[path, nameId(uri, given.path), given]];
	});
	if (found.length > 0) return found;
	// `__init__.py` hands on what it imports.
	const passed = there.imports.filter((one) => name === "*" || one.local === name || one.local === "*");
	return passed.flatMap((one) => {
		const here = name === "*" && local !== "*" ? `${local}.${one.local}` : one.local === "*" ? local : local;
		const onward = one.local === "*" ? { ...one, name } : one;
		return folder
			.targets(uri, onward)
			.filter((target) => target.uri !== uri)
			.flatMap((target) => namesAt(folder, contributions, target, here, isAsked, depth + 1));
	});
}

function load(folder: Folder, contributions: Map<string, Contribution>, uri: string): Contribution | undefined {
	const loaded = folder.load(uri);
	if (loaded) contributions.set(uri, loaded);
	return loaded;
}

/** Small, and nothing but a list of what the package offers. */
function isPackage(uri: string): boolean {
	return uri.endsWith("/__init__.py");
}

/** How this file says a name of that module: `BASE` as `cfg.BASE`, `config.url` as `settings.url`. */
function localPath(path: string, name: string, local: string): string | undefined {
	if (name === "*") return local === "*" ? path : `${local}.${path}`;
	if (path === name) return local;
	return path.startsWith(`${name}.`) || path.startsWith(`${name}(`) ? local + path.slice(name.length) : undefined;
}
