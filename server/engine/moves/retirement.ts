/**
 * Loggers of Helicone's packages: taken out whole, or not at all. They report what other clients do, so without them every
 * request goes the same way, unlogged; a call that wraps a request gives what the request gives.
 */
import type { Operation } from "../edits/operation";
import type { Facts } from "../facts/facts";
import { packageImports } from "../facts/package-import";
import { namesOf } from "../outline/names";
import { ancestors, contains, functionOf, statementOf } from "../outline/questions";
import type { Assign, Call, Expr, Guard, Import, ImportedName, Item, Node, Outline, Range } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { importRemoval } from "./import-removal";
import { unwrapCall, unwrapping, unwrapStream } from "./unwrap-call";

export type Retirement =
	| {
			readonly kind: "gone";
			readonly proposal: Proposal;
			readonly ranges: readonly Range[];
			readonly calls: readonly Call[];
	  }
	/** `reason` is a sentence: what stands in the way. */
	| { readonly kind: "kept"; readonly reason: string; readonly calls: readonly Call[] };

/** Methods that only log or set something up: as a statement of their own they can go. */
const silent =
	/^(init|initialize|setProperties|set_properties|disableLogging|disable_logging|enableLogging|enable_logging|disable_content_tracing|enable_content_tracing|sendLog|send_log|logSingleRequest|logSingleStream|log_single_request|SendLog|LogSingleRequest|setError|set_error|setResponse|set_response|addAdditionalHeaders|add_additional_headers|close|flush|shutdown)$/;
/** Methods that give another such object. */
const makers = /^(logBuilder|log_builder|newBuilder|new_builder)$/;

const known = new WeakMap<Facts, Retirement | "none">();

/** @returns what becomes of the file's loggers; undefined when it makes and imports none */
export function retirementOf(context: Context): Retirement | undefined {
	const found = known.get(context.facts) ?? plan(context) ?? "none";
	known.set(context.facts, found);
	return found === "none" ? undefined : found;
}

/** The fix that takes out what stands at `at`; undefined when it stays. */
export function retiring(retirement: Retirement | undefined, at: Range): Proposal | undefined {
	return retirement?.kind === "gone" && retirement.ranges.some((range) => contains(range, at))
		? retirement.proposal
		: undefined;
}

/** Collects what goes. */
interface Going {
	readonly outline: Outline;
	readonly importedNames: ReadonlySet<string>;
	readonly operations: Operation[];
	readonly ranges: Range[];
	readonly guards: Set<Guard>;
	readonly calls: Call[];
}

/** Why something stays, as a sentence; undefined when it can go. */
type Obstacle = string | undefined;

function plan({ facts, workspace }: Context): Retirement | undefined {
	const { outline } = facts;
	const imports = packageImports(outline).filter(({ row }) => row.role === "logger");
	if (imports.length === 0) return undefined;
	const { importedNames } = workspace;
	const going: Going = { outline, importedNames, operations: [], ranges: [], guards: new Set(), calls: [] };
	const names = imports.flatMap(({ from }) => from.names);
	const obstacles = [
		...names.map((name) => takeName(going, name)),
		...imports.map(({ from }) => takeImport(going, from)),
		...names.map((name) => leftOver(going, name)),
		...[...going.guards].map((guard) =>
			isEmptied(going, guard) ? undefined : "The program asks whether it has a logger.",
		),
	];
	takeGuards(going);
	takeImports(going);
	const reason = obstacles.find((one) => one !== undefined);
	if (reason !== undefined) return { kind: "kept", reason, calls: going.calls };
	return {
		kind: "gone",
		ranges: going.ranges,
		calls: going.calls,
		proposal: {
			group: "helicone-logger",
			title: going.calls.length === 1 ? "Take out the logger" : "Take out Helicone's logging",
			applicability: "suggested",
			operations: going.operations,
		},
	};
}

function takeImport(going: Going, from: Import): Obstacle {
	const removal = importRemoval(going.outline, from, from.names);
	if (!removal) return "The import stands where it cannot be taken out.";
	going.operations.push(removal);
	going.ranges.push(statementOf(from)?.range ?? from.range);
	return undefined;
}

/** Everything that is made by what a package exports under one name. */
function takeName(going: Going, { name, local }: ImportedName): Obstacle {
	if (going.importedNames.has(local)) return `Other files import \`${local}\` from here.`;
	const makes = (call: Call) =>
		name === "*" ? call.receiver?.kind !== "call" && call.path.startsWith(`${local}.`) : call.path === local;
	const all = going.outline.calls.filter(makes);
	// Go's `logger.New(logger.LoggerOptions{…})`: what it is given goes with it.
	const made = all.filter((call) => !all.some((one) => one !== call && contains(one.range, call.range)));
	going.calls.push(...made.filter((call) => isLogger(going.outline, call)));
	return first(made, (call) =>
		isLogger(going.outline, call) ? takeMade(going, call) : `\`${call.name}\` has nothing that takes its place.`,
	);
}

/** `new HeliconeManualLogger(…)`; Go's `logger.New(…)`. */
function isLogger({ language }: Outline, { path }: Call): boolean {
	return /Logger$/.test(path) || (language === "go" && /\.New$/.test(path));
}

/** Looks at all of them, so that all that goes is known. */
function first<T>(all: readonly T[], take: (one: T) => Obstacle): Obstacle {
	return all.map(take).find((one) => one !== undefined);
}

/** A logger or a builder where it is made: on its own, with `.init()` behind it, or kept in a variable. */
function takeMade(going: Going, call: Call): Obstacle {
	const statement = statementOf(call);
	let whole: Expr = call;
	for (let up = whole.parent; up?.kind === "call" && up.receiver === whole; up = up.parent) {
		if (!silent.test(up.name)) return `See what \`${up.name}\` gives.`;
		whole = up;
	}
	if (statement?.value === whole) return takeStatement(going, statement);
	const holder = call.parent;
	return holder?.kind === "assign" && holder.value === call
		? takeHeld(going, holder)
		: "The logger is passed on where it is made.";
}

function takeHeld(going: Going, assign: Assign): Obstacle {
	const { outline, importedNames } = going;
	const statement = statementOf(assign);
	const name = assign.target.kind === "ref" ? assign.target.name : undefined;
	if (assign.exported || (name !== undefined && importedNames.has(name)))
		return "Other files import the logger from here: take it out of them first.";
	if (statement?.value !== assign || (assign.target.kind !== "ref" && assign.target.kind !== "member"))
		return "The logger is made where it cannot be taken out.";
	if (namesOf(outline).definitions(assign.target).length > 1)
		return "The logger's variable is given something else, too.";
	const uses = namesOf(outline).uses(assign);
	// A manual logger does nothing by itself: where nobody uses it here, somebody does elsewhere.
	const isManual = assign.value?.kind === "call" && /ManualLogger$/.test(assign.value.path);
	if (isManual && uses.length === 0 && functionOf(assign) === undefined)
		return "Other files seem to use the logger: take it out of them first.";
	takeStatement(going, statement);
	return first(uses, (use) => takeUse(going, use));
}

function takeUse(going: Going, use: Expr): Obstacle {
	if (isGone(going, use.range)) return undefined;
	const guard = testOf(use);
	if (guard) {
		going.guards.add(guard);
		return undefined;
	}
	const call = use.parent;
	if (call?.kind !== "call" || call.receiver !== use) return "The logger is passed on.";
	const statement = statementOf(call);
	if (unwrapping.test(call.name)) return takeWrapper(going, unwrapCall(going.outline, call));
	if (call.name === "toReadableStream") return takeWrapper(going, unwrapStream(going.outline, call));
	if (silent.test(call.name) && statement?.value === call) return takeStatement(going, statement);
	const holder = call.parent;
	if (makers.test(call.name) && holder?.kind === "assign" && holder.value === call) return takeHeld(going, holder);
	return `See what the program does with \`${call.name}\`.`;
}

function takeWrapper(going: Going, unwrapped: ReturnType<typeof unwrapCall>): Obstacle {
	if ("reason" in unwrapped) return unwrapped.reason;
	going.operations.push(...unwrapped.operations);
	going.ranges.push(...unwrapped.gone);
	return undefined;
}

function takeStatement(going: Going, item: Item): undefined {
	going.operations.push({ op: "remove", item });
	going.ranges.push(item.range);
	return undefined;
}

/** The guard that only asks whether the logger is there. */
function testOf(use: Expr): Guard | undefined {
	const guard = use.parent;
	return guard?.kind === "guard" && guard.test === use ? guard : undefined;
}

function isEmptied(going: Going, guard: Guard): boolean {
	return guard.else === undefined && guard.then.items.every((item) => isGone(going, item.range));
}

function isGone(going: Going, range: Range): boolean {
	return going.ranges.some((one) => contains(one, range));
}

/** `if (KEY) { … }` around nothing but the logger goes with it, and so does what it reads. */
function takeGuards(going: Going): void {
	for (const guard of going.outline.guards) {
		const isOwn = going.ranges.some((range) => contains(guard.then.range, range));
		if (isOwn && guard.parent?.kind === "item" && isEmptied(going, guard)) going.ranges.push(guard.range);
	}
}

/** What only the logger wanted: `os` for its key, the SDK that it was to watch. A module of the program's own may do more. */
function takeImports(going: Going): void {
	const { outline } = going;
	for (const one of outline.imports) {
		const isPlain = outline.language === "python" ? one.module === "os" : !/^[./]/.test(one.module);
		if (!isPlain || one.names.length === 0 || isGone(going, one.range)) continue;
		const locals = new Set(one.names.map(({ local }) => local));
		const uses = [
			...outline.refs.filter((ref) => locals.has(ref.name) && !isInImport(one, ref.range)),
			...outline.calls.filter((call) => locals.has(call.path.split(".")[0] ?? "")),
		];
		const removal = uses.length > 0 && uses.every(({ range }) => isGone(going, range));
		const operation = removal ? importRemoval(outline, one, one.names) : undefined;
		if (operation) going.operations.push(operation);
	}
}

function isInImport(one: Import, at: Range): boolean {
	const holder = one.parent?.kind === "call" ? one.parent.parent : one;
	return holder !== undefined && contains(holder.range, at);
}

/** A type, a base class, an argument: a name that would be left without its import. */
function leftOver(going: Going, { local }: ImportedName): Obstacle {
	const isLeft = going.outline.refs.some((ref) => {
		if (ref.name !== local || isGone(going, ref.range) || isTypeOfGone(going, ref)) return false;
		return ref.parent?.kind !== "member" || ref.parent.object === ref;
	});
	return isLeft ? `\`${local}\` is used in another way, too.` : undefined;
}

/** `let logger: HeliconeManualLogger = …` */
function isTypeOfGone(going: Going, node: Node): boolean {
	return [...ancestors(node)].some((up) => up.kind !== "list" && isGone(going, up.range));
}
