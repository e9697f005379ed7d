/** What the files of a folder say together: which variables feed clients that move, and which feed others. */

import { gateway } from "../../shared/mappings/gateway";
import { shippedCatalogue } from "./catalogue-index";
import { declarationsIn, entangledNames, isHelicones } from "./facts/declared-names";
import { definitionsOf, type EnvironmentRead, environmentRead, isPassedOn, isShell } from "./facts/environment";
import { type Facts, factsOf } from "./facts/facts";
import { packageImports } from "./facts/package-import";
import { isProviderKey, steered, steeredReads } from "./facts/steered-clients";
import { usedPackages } from "./facts/used-package";
import { joined } from "./join-contributions";
import { languageById, regionsOf } from "./languages";
import type { Language } from "./languages/language";
import type { Document } from "./model";
import type { Context } from "./moves/context";
import { feedsHelicone } from "./moves/environment-flow";
import { holdsGatewayKey } from "./moves/environment-plan";
import { type Move, movePartsOf, planMoves } from "./moves/move";
import { type GivenKey, isOfStuck, keysGiven, stuckNames, stuckVariables } from "./moves/stuck-keys";
import { askedIn, type ImportedFrom, importsOf, membersIn, saidIn } from "./names/imports";
import { type Around, type FileNames, noNames, nothingAround } from "./names/meaning";
import { type OwnName, ownNames } from "./names/own-names";
import { nothingShared, type Shared, sharedOf } from "./names/parts";
import type { Grammars } from "./outline/grammars";
import { outlineOf } from "./outline/outline-of";
import { contains } from "./outline/questions";
import type { Expr, Outline } from "./outline/schema";
import { heliconeWords, repeatedWords } from "./program-names/helicone-words";
import type { Region } from "./regions/region";
import { suppressions } from "./suppress";
import { unlessTooDeep } from "./too-deep";

export interface Workspace {
	/** Provider key variables (`OPENAI_API_KEY`) that clients on Helicone read. */
	readonly migratedKeys: ReadonlySet<string>;
	/** Provider key variables that a client still reads which does not talk to Helicone. */
	readonly directKeys: ReadonlySet<string>;
	/** Variables that some file sets to a Helicone address (`OPENAI_BASE_URL`), by name. */
	readonly heliconeAddresses: ReadonlySet<string>;
	/** Names that some file imports from another file of the folder. */
	readonly importedNames: ReadonlySet<string>;
	/** Words that say Helicone and stand in several files of the folder, spelled alike: no file renames one alone. */
	readonly sharedWords: ReadonlySet<string>;
	/** Provider keys that may have lost their last reader: whoever else reads them must be looked for. */
	readonly keysInQuestion: ReadonlySet<string>;
	/** Variables of Helicone's that some file reads for Helicone itself (a logger, its API): their definitions are still needed. */
	readonly keptVariables: ReadonlySet<string>;
	/** Names of the program's own whose value stays Helicone's key: a client that takes it cannot move. */
	readonly stuckNames: ReadonlySet<string>;
	/** Helicone's names that a settings class, a schema or a type of the folder declares, as it spells them. */
	readonly declaredNames: ReadonlySet<string>;
	/** Helicone's names that some file uses in a way that cannot be followed: they are not renamed anywhere. */
	readonly entangledNames: ReadonlySet<string>;
	/** Packages of Helicone's that some file imports or starts, by row, and those that take their place, by name. */
	readonly usedPackages: ReadonlySet<string>;
	/** Variables of Concentrate's that clients will read once they have moved. */
	readonly wantedVariables: ReadonlySet<string>;
	/** Names across files, by uri. */
	readonly names: Readonly<Record<string, FileNames>>;
}

/** One file's share of a Workspace. Plain data, so that it can be cached by text. */
export interface Contribution {
	readonly uri: string;
	readonly migratedKeys: readonly string[];
	readonly directKeys: readonly string[];
	readonly heliconeAddresses: readonly string[];
	readonly importedNames: readonly string[];
	/** Words that say Helicone, those of an environment file left out. */
	readonly words: readonly string[];
	/** Keys of clients whose address the environment decides: migrated or direct, as the variable's value says. */
	readonly steered: readonly { readonly key: string; readonly address: string }[];
	/** Provider keys that an environment file defines beside a key of Helicone's, or beside one of Concentrate's that waits for its value. */
	readonly keysBeside: readonly string[];
	readonly keptVariables: readonly string[];
	readonly stuckNames: readonly string[];
	readonly keysGiven: readonly GivenKey[];
	readonly declaredNames: readonly string[];
	readonly entangledNames: readonly string[];
	readonly usedPackages: readonly string[];
	readonly wantedVariables: readonly string[];
	/** What it gives other files and takes from them. */
	readonly shared: Shared;
	readonly imports: readonly ImportedFrom[];
	/** Imported names that stand where a client takes its address, its key or a model. */
	readonly asks: readonly string[];
	/** Names of a language that finds them without imports. */
	readonly said: readonly string[];
	/** Members that it reads, whatever of: `settings.base_url`, `config.key`. */
	readonly members: readonly string[];
	readonly language: string;
}

const nothing: Contribution = {
	uri: "",
	migratedKeys: [],
	directKeys: [],
	heliconeAddresses: [],
	importedNames: [],
	words: [],
	steered: [],
	keysBeside: [],
	keptVariables: [],
	stuckNames: [],
	keysGiven: [],
	declaredNames: [],
	entangledNames: [],
	usedPackages: [],
	wantedVariables: [],
	shared: nothingShared,
	imports: [],
	asks: [],
	said: [],
	members: [],
	language: "",
};

export const emptyWorkspace: Workspace = combine([]);

/** What one file says. A file that cannot be read says nothing. */
export function contribute(document: Document, grammars: Grammars, names: FileNames = noNames): Contribution {
	const none = { ...nothing, uri: document.uri };
	return unlessTooDeep(
		() => contributionOfAll(document, grammars, names) ?? none,
		() => none,
	);
}

function contributionOfAll(document: Document, grammars: Grammars, names: FileNames): Contribution | undefined {
	const language = languageById(document.language);
	const outline = language && outlineOf(document, grammars);
	if (!language || !outline) return undefined;
	const regions = regionsOf(language, outline, document.uri);
	const parts = regions
		.filter(({ isExample }) => !isExample)
		.map(({ language: id, text }) => contribute({ uri: document.uri, language: id, text }, grammars));
	return parts.reduce(joined, contributionOf(document, language, outline, names, regions));
}

function contributionOf(
	document: Document,
	language: Language,
	outline: Outline,
	names: FileNames,
	regions: readonly Region[],
): Contribution {
	const around: Around = { ...nothingAround, taken: names.taken };
	const facts = factsOf(outline, around);
	const own = ownNames(facts, around, document.uri);
	const moves = withoutSuppressed(outline, planMoves(movePartsOf(facts, language, emptyWorkspace, names, own)));
	const packages = packageImports(outline).map(({ from }) => from);
	return {
		uri: document.uri,
		migratedKeys: moves.filter((move) => move.applicability !== "blocked").flatMap(keysOf),
		directKeys: directKeys(facts, moves, keysThatMove(own, names), regions),
		heliconeAddresses: heliconeAddresses(facts),
		steered: steered(facts),
		usedPackages: usedPackages(outline, document.uri),
		keptVariables: keptVariables({
			document,
			language,
			facts,
			moves,
			workspace: emptyWorkspace,
			names,
			own: [],
			catalogue: shippedCatalogue,
		}),
		stuckNames: stuckNames(facts, moves),
		keysGiven: keysGiven(facts),
		words: language.id === "dotenv" ? [] : [...heliconeWords(outline.text).keys()],
		declaredNames: declarationsIn(outline).flatMap(({ name }) => (isHelicones(name) ? [name] : [])),
		entangledNames: entangledNames(outline),
		wantedVariables: moves.some((move) => move.applicability !== "blocked" && move.keys.length > 0)
			? [gateway.keyVariable]
			: [],
		keysBeside: holdsGatewayKey(outline) ? definedNames(outline).filter(isProviderKey) : [],
		shared: sharedOf({ uri: document.uri, facts, moves, own, names }),
		imports: importsOf(outline),
		asks: askedIn(outline, facts),
		said: saidIn(outline),
		members: membersIn(outline),
		language: document.language,
		importedNames: outline.imports
			.filter((one) => /^[./]/.test(one.module) || (language.id === "python" && !packages.includes(one)))
			.flatMap((one) => one.names.map((name) => name.name)),
	};
}

/** What a comment asks to leave stays Helicone's, with its key, and with what other files have to do with it. */
function withoutSuppressed(outline: Outline, moves: readonly Move[]): readonly Move[] {
	const isSuppressed = suppressions(outline);
	const isLeft = ({ addresses, keys, headers, slugs }: Move): boolean =>
		addresses.some(({ range }) => isSuppressed("helicone-base-url", range)) ||
		keys.some(({ range }) => isSuppressed("helicone-api-key", range)) ||
		headers.some(({ range }) => isSuppressed("helicone-request-header", range)) ||
		slugs.some(({ use }) => isSuppressed("helicone-model-slug", use.range));
	return moves.map((move) => (isLeft(move) ? { ...move, own: "blocked", applicability: "blocked" } : move));
}

export function combine(contributions: Iterable<Contribution>, names: Workspace["names"] = {}): Workspace {
	const all = [...contributions];
	const heliconeAddresses = new Set(all.flatMap((one) => one.heliconeAddresses));
	const steeredKeys = all.flatMap((one) => one.steered);
	const stuck = new Set(all.flatMap((one) => one.stuckNames));
	const toHelicone = steeredKeys.filter((one) => heliconeAddresses.has(one.address));
	const elsewhere = steeredKeys.filter((one) => !heliconeAddresses.has(one.address));
	return {
		migratedKeys: new Set([...all.flatMap((one) => one.migratedKeys), ...toHelicone.map((one) => one.key)]),
		directKeys: new Set([...all.flatMap((one) => one.directKeys), ...elsewhere.map((one) => one.key)]),
		heliconeAddresses,
		names,
		importedNames: new Set(all.flatMap((one) => one.importedNames)),
		sharedWords: repeatedWords(all.map((one) => one.words)),
		keptVariables: new Set([
			...all.flatMap((one) => one.keptVariables),
			...stuckVariables(
				all.flatMap((one) => one.keysGiven),
				stuck,
			),
		]),
		stuckNames: stuck,
		declaredNames: new Set(all.flatMap((one) => one.declaredNames)),
		entangledNames: new Set(all.flatMap((one) => one.entangledNames)),
		usedPackages: new Set(all.flatMap((one) => one.usedPackages)),
		wantedVariables: new Set(all.flatMap((one) => one.wantedVariables)),
		keysInQuestion: new Set([
			...all.flatMap((one) => [...one.migratedKeys, ...one.keysBeside]),
			...toHelicone.map((one) => one.key),
		]),
	};
}

/** @returns the same, with variables that some file needs after all as they are called */
export function withKept(workspace: Workspace, names: ReadonlySet<string>): Workspace {
	return {
		...workspace,
		keptVariables: new Set([...workspace.keptVariables, ...names]),
		directKeys: new Set([...workspace.directKeys, ...[...names].filter(isProviderKey)]),
		migratedKeys: new Set([...workspace.migratedKeys].filter((name) => !names.has(name))),
	};
}

function keptVariables(context: Context): string[] {
	return context.facts.environment
		.filter(
			(use) =>
				use.use === "computed" ||
				(use.use === "read" && (feedsHelicone(context, use) || isOfStuck(context.moves, use.nameRange))),
		)
		.map((use) => use.name);
}

function keysOf(move: Move): string[] {
	return move.keys.flatMap((key) => (key.variable !== undefined && isProviderKey(key.variable) ? [key.variable] : []));
}

/** Reads that no move replaces, and SDK clients elsewhere that read the variable by themselves. */
function directKeys(
	facts: Facts,
	moves: readonly Move[],
	moving: ReadonlySet<number>,
	regions: readonly Region[],
): string[] {
	const { outline } = facts;
	const replaced = new Set(
		moves
			.flatMap((move) => (move.applicability === "blocked" ? [] : move.operations))
			.flatMap((one) => (one.op === "replace" ? one.range[0] : [])),
	);
	const steered = new Set(steeredReads(facts).map((read) => read.nameRange[0]));
	const nodes: readonly Expr[] = [
		...outline.members,
		...outline.indexes,
		...outline.calls,
		...(isShell(outline) ? outline.refs.filter((ref) => !isPassedOn(outline, ref)) : []),
	];
	const reads = nodes
		.flatMap((node) => environmentRead(outline, node) ?? [])
		.filter(
			(read) =>
				isProviderKey(read.name) &&
				!moving.has(read.nameRange[0]) &&
				!replaced.has(read.nameRange[0]) &&
				!steered.has(read.nameRange[0]),
		)
		.filter((read) => !isInDefinition(facts, read) && !isInRegion(regions, read))
		.map((read) => read.name);
	const unasked = facts.clients
		.filter(({ row, key, gateway }) => row.kind === "constructor" && !key && gateway.kind === "other")
		.flatMap((client) => client.row.environment?.key ?? []);
	// The program does not start without what its settings declare.
	const declared = declarationsIn(outline)
		.filter(({ isType, nameRange }) => !isType && !replaced.has(nameRange[0]) && !moving.has(nameRange[0]))
		.map(({ name }) => name.toUpperCase())
		.filter(isProviderKey);
	return [...reads, ...unasked, ...declared];
}

/** Reads that only clients of other files want, which move. */
function keysThatMove(own: readonly OwnName[], { given }: FileNames): ReadonlySet<number> {
	const moving = own.filter(({ path }) => (given[path]?.takers ?? 0) > 0 && !given[path]?.stays);
	return new Set(moving.flatMap(({ keyNames }) => keyNames.map(([start]) => start)));
}

/** The variable's own definition, `export KEY="${KEY:?}"` included, needs it for nothing else. */
function isInDefinition({ outline }: Facts, read: EnvironmentRead): boolean {
	return definitionsOf(outline, read.name).some(
		({ range }) => range[0] <= read.nameRange[0] && read.nameRange[1] <= range[1],
	);
}

/** What a script inside the file reads, the script's own contribution says. */
function isInRegion(regions: readonly Region[], { nameRange }: EnvironmentRead): boolean {
	return regions.some((region) => contains(region.range, nameRange) && region.covers(nameRange));
}

function definedNames(outline: Outline): string[] {
	const names = outline.assigns.flatMap((assign) => (assign.target.kind === "ref" ? [assign.target.name] : []));
	return isShell(outline) ? [...new Set(names)] : [];
}

function heliconeAddresses(facts: Facts): string[] {
	const { outline } = facts;
	if (!isShell(outline)) return [];
	return definedNames(outline).filter((name) =>
		definitionsOf(outline, name).some((assign) =>
			facts.addresses.some(
				({ owner, range, row }) =>
					owner === "helicone" &&
					/^(proxy|gateway|router)$/.test(row?.mode ?? "") &&
					assign.range[0] <= range[0] &&
					range[1] <= assign.range[1],
			),
		),
	);
}
