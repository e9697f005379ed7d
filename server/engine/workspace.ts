/** What the files of a folder say together: which variables feed clients that move, and which feed others. */
import { environmentVariable } from "../../shared/mappings";
import { definitionsOf, environmentRead, isShell } from "./facts/environment";
import { type Facts, factsOf } from "./facts/facts";
import { languageById } from "./languages";
import type { Document } from "./model";
import { type Move, planMoves } from "./moves/move";
import type { Grammars } from "./outline/grammars";
import { outlineOf } from "./outline/outline-of";
import type { Expr } from "./outline/schema";

export interface Workspace {
	/** Provider key variables (`OPENAI_API_KEY`) that clients on Helicone read. */
	readonly migratedKeys: ReadonlySet<string>;
	/** Provider key variables that a client still reads which does not talk to Helicone. */
	readonly directKeys: ReadonlySet<string>;
	/** Variables that some file sets to a Helicone address (`OPENAI_BASE_URL`), by name. */
	readonly heliconeAddresses: ReadonlySet<string>;
	/** Names that some file imports from another file of the folder. */
	readonly importedNames: ReadonlySet<string>;
}

/** One file's share of a Workspace. Plain data, so that it can be cached by text. */
export interface Contribution {
	readonly migratedKeys: readonly string[];
	readonly directKeys: readonly string[];
	readonly heliconeAddresses: readonly string[];
	readonly importedNames: readonly string[];
}

const nothing: Contribution = { migratedKeys: [], directKeys: [], heliconeAddresses: [], importedNames: [] };

export const emptyWorkspace: Workspace = combine([]);

/** What one file says. A file that cannot be read says nothing. */
export function contribute(document: Document, grammars: Grammars): Contribution {
	const language = languageById(document.language);
	const outline = language && outlineOf(document, grammars);
	if (!language || !outline) return nothing;
	const facts = factsOf(outline, new Set());
	const moves = planMoves({
		outline,
		clients: facts.clients,
		headersOf: facts.headersOf,
		models: facts.models,
		language,
	});
	return {
		migratedKeys: moves.filter((move) => move.applicability !== "blocked").flatMap(keysOf),
		directKeys: directKeys(facts, moves),
		heliconeAddresses: heliconeAddresses(facts),
		importedNames: outline.imports
			.filter((one) => /^[./]/.test(one.module) || language.id === "python")
			.flatMap((one) => one.names.map((name) => name.name)),
	};
}

export function combine(contributions: Iterable<Contribution>): Workspace {
	const all = [...contributions];
	return {
		migratedKeys: new Set(all.flatMap((one) => one.migratedKeys)),
		directKeys: new Set(all.flatMap((one) => one.directKeys)),
		heliconeAddresses: new Set(all.flatMap((one) => one.heliconeAddresses)),
		importedNames: new Set(all.flatMap((one) => one.importedNames)),
	};
}

function keysOf(move: Move): string[] {
	return move.keys.flatMap((key) => (key.variable !== undefined && isProviderKey(key.variable) ? [key.variable] : []));
}

function isProviderKey(name: string): boolean {
	return environmentVariable(name)?.row.role === "provider-key";
}

/** Reads that no move replaces, and SDK clients elsewhere that read the variable by themselves. */
function directKeys(facts: Facts, moves: readonly Move[]): string[] {
	const { outline } = facts;
	const replaced = new Set(
		moves
			.flatMap((move) => (move.applicability === "blocked" ? [] : move.operations))
			.flatMap((one) => (one.op === "replace" ? one.range[0] : [])),
	);
	const nodes: readonly Expr[] = [
		...outline.members,
		...outline.indexes,
		...outline.calls,
		...(isShell(outline) ? outline.refs : []),
	];
	const reads = nodes
		.flatMap((node) => environmentRead(outline, node) ?? [])
		.filter(
			(read) => isProviderKey(read.name) && !replaced.has(read.nameRange[0]) && !isTarget(facts, read.nameRange[0]),
		)
		.map((read) => read.name);
	const unasked = facts.clients
		.filter(
			(client) =>
				client.row.kind === "constructor" &&
				!client.key &&
				client.gateway.kind !== "helicone" &&
				client.gateway.kind !== "concentrate",
		)
		.filter((client) => client.gateway.kind !== "unknown" || !mayBeHelicone(client.gateway.variable, facts))
		.flatMap((client) => client.row.environment?.key ?? []);
	return [...reads, ...unasked];
}

/** `OpenAI()` may be pointed at Helicone by the environment: then it is no direct client. The combination decides. */
function mayBeHelicone(variable: string | undefined, facts: Facts): boolean {
	return variable !== undefined && facts.headers.some((header) => header.carrier !== undefined);
}

function isTarget(facts: Facts, offset: number): boolean {
	return facts.outline.assigns.some((assign) => assign.target.range[0] === offset);
}

function heliconeAddresses(facts: Facts): string[] {
	const { outline } = facts;
	if (!isShell(outline)) return [];
	const names = new Set(
		outline.assigns.flatMap((assign) => (assign.target.kind === "ref" ? [assign.target.name] : [])),
	);
	return [...names].filter((name) =>
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
