/**
 * Parameters that only feed what goes, across files: the function stands in one file, its calls in others. Both change, or
 * neither does; a call that nobody can follow keeps the parameter.
 */
import { argumentOf } from "../edits/fillings";
import { sayingsOf } from "../edits/function-uses";
import { goneWith } from "../edits/liveness";
import type { Operation } from "../edits/operation";
import { spareParameters } from "../edits/unread-parameters";
import { removalOf } from "../moves/carrier";
import type { Move } from "../moves/move";
import { contains } from "../outline/questions";
import type { Call, Item, Outline, Range } from "../outline/schema";
import { suppressions } from "../suppress";
import { type FileNames, type Meaning, nameId, type Part, type Taken } from "./meaning";
import type { OwnName } from "./own-names";
import { namesOfMove } from "./touched-names";

type ParameterMeaning = Extract<Meaning, { kind: "parameter" }>;

export interface OwnParameter {
	/** `ask(userId)` */
	readonly path: string;
	readonly meaning: ParameterMeaning;
	readonly item: Item;
	/** Names of several files that whatever makes it unread has to do with. */
	readonly ids: readonly string[];
	readonly certainty: Part["certainty"];
}

interface Speaker {
	readonly uri: string;
	readonly facts: { readonly outline: Outline };
	readonly moves: readonly Move[];
	readonly own: readonly OwnName[];
	readonly names: FileNames;
}

/** What one fix takes out: a parameter that two of them must leave unread stays. */
interface Going {
	readonly operations: readonly Operation[];
	readonly ids: readonly string[];
	readonly certainty: Part["certainty"];
}

/** Nobody wrote a file with more clients than this by hand: there parameters stay. */
const mostMoves = 50;

/** Those of this file's functions. */
export function ownParameters(speaker: Speaker): readonly OwnParameter[] {
	const { outline } = speaker.facts;
	if (!outline.fns.some(({ params }) => params && params.items.length > 0)) return [];
	const found = goingIn(speaker).flatMap(({ operations, ids, certainty }) =>
		spareParameters(outline, goneWith(outline, operations), operations).map(
			({ path, parameter: { item, name, index } }): OwnParameter => {
				return { path, meaning: { kind: "parameter", name, index }, item, ids, certainty };
			},
		),
	);
	return [...new Map(found.map((one) => [one.path, one] as const)).values()];
}

function goingIn(speaker: Speaker): Going[] {
	const { moves, own, names, uri } = speaker;
	if (moves.length > mostMoves) return [];
	return [
		...moves.flatMap((move): Going[] =>
			move.own === "blocked"
				? []
				: [{ operations: move.operations, ids: namesOfMove(speaker, move), certainty: move.own }],
		),
		...own.flatMap((name): Going[] =>
			name.headers.length === 0
				? []
				: [
						{
							operations: name.headers.flatMap(({ carrier }) => (carrier && removalOf(carrier)) ?? []),
							ids: [nameId(uri, name.path)],
							certainty: isDecision(name) ? "suggested" : "safe",
						},
					],
		),
		...Object.entries(names.taken).flatMap(([path, { id, meaning }]): Going[] => {
			const items = meaning.kind === "parameter" ? spareArguments(speaker, path, meaning) : undefined;
			const operations = (items ?? []).map((item): Operation => ({ op: "remove", item }));
			return operations.length > 0 ? [{ operations, ids: [id], certainty: "safe" }] : [];
		}),
	];
}

function isDecision({ headers }: OwnName): boolean {
	return headers.some(({ request }) => request === undefined || request.role === "behaviour");
}

/** What a file that calls such a function says of it. */
export function argumentParts(speaker: Speaker, silent: Omit<Part, "names">): Part[] {
	return Object.entries(speaker.names.taken).flatMap(([path, { id, meaning }]): Part[] => {
		// `export { ask } from "./llm"`: whoever imports it from here is asked himself.
		if (meaning.kind !== "parameter" || path.startsWith("export ")) return [];
		const calls = callsOf(speaker.facts.outline, calleeOf(path));
		const items = spareArguments(speaker, path, meaning);
		// What a package hands on its users may call.
		if (!calls || !items || (calls.length === 0 && speaker.uri.endsWith("/__init__.py")))
			return [{ ...silent, names: [id], keeps: [id] }];
		return calls.length === 0 ? [] : [{ ...silent, names: [id], takes: [id], calls: { id, shape: shapeOf(calls) } }];
	});
}

/** The arguments that this file gives for a parameter that goes, while they are there. */
export function goingArguments(outline: Outline, path: string, { meaning, verdict, calls }: Taken): readonly Item[] {
	if (meaning.kind !== "parameter" || !isSpare(verdict)) return [];
	const own = callsOf(outline, calleeOf(path));
	if (!own || shapeOf(own) !== calls) return [];
	return own.flatMap((call) => argumentOf(outline, call, meaning) ?? []);
}

/** Every call is known and can do without. */
export function isSpare({ takers, stays, certainty }: Taken["verdict"]): boolean {
	return takers > 0 && !stays && certainty !== "blocked";
}

/** `ask(userId)`, not `makeClient()`. */
export function isParameterPath(path: string): boolean {
	return /\(.+\)$/.test(path);
}

/** `ask` of `ask(userId)`, `llm.ask` of `llm.ask(userId)`. */
export function calleeOf(path: string): string {
	return path.slice(0, path.indexOf("("));
}

/** Undefined when a call needs its argument, or a comment asks to leave it. */
function spareArguments(
	{ facts: { outline } }: Pick<Speaker, "facts">,
	path: string,
	meaning: ParameterMeaning,
): readonly Item[] | undefined {
	const given = callsOf(outline, calleeOf(path))?.map((call) => argumentOf(outline, call, meaning));
	if (!given?.every((items) => items !== undefined)) return undefined;
	const isSuppressed = suppressions(outline);
	const items = given.flat();
	return items.some(({ range }) => isSuppressed("helicone-request-header", range)) ? undefined : items;
}

function shapeOf(calls: readonly Call[]): string {
	return calls.map(({ args }) => args?.items.length ?? 0).join(" ");
}

const languages = new Set(["typescript", "tsx", "javascript", "python"]);

/** All calls of an imported function; undefined where the file does anything else with it. */
function callsOf(outline: Outline, callee: string): readonly Call[] | undefined {
	if (!languages.has(outline.language)) return undefined;
	const calls = outline.calls.filter((call) => call.path === callee);
	const heads = new Set(calls.map(({ nameRange }) => nameRange[0]));
	const segments = callee.split(".");
	const [root = callee] = segments;
	const last = segments.at(-1) ?? callee;
	const isKnown = sayingsOf(outline, callee).every(
		(range) => heads.has(range[1] - last.length) || isImport(outline, range),
	);
	// `llm[name]()`, `start(llm)`: what is done with a module as a whole is not known.
	const isWhole =
		segments.length > 1 &&
		sayingsOf(outline, root).some((range) => outline.text[range[1]] !== "." && !isImport(outline, range));
	return isKnown && !isWhole ? calls : undefined;
}

function isImport(outline: Outline, range: Range): boolean {
	return outline.imports.some(
		(one) => contains(one.range, range) || one.names.some((name) => contains(name.range, range)),
	);
}
