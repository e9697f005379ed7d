/** Environment variables: where a program reads them and where a file defines them. */
import { environmentVariable } from "../../../shared/mappings";
import type { EnvironmentVariable } from "../../../shared/mappings/schema";
import { namesIn, namesOf } from "../outline/names";
import { ancestors, contains, contentOf, entryNamed, pathOf, positional, textOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Item, List, Outline, Range, Ref, Str } from "../outline/schema";
import { computedVariables } from "./computed-variables";
import { declarationsIn, isHelicones } from "./declared-names";
import { destructuredVariables } from "./destructured-variables";
import {
	definesByAssigning,
	givesVariables,
	isConfig,
	isEnvironment,
	isEnvironmentReader,
	isObject,
	isShell,
	isVariable,
} from "./environment-spelling";
import { isPassedUnderItsName, passedVariables } from "./passed-environment";

export { isConfig, isEnvironment, isShell, isVariable } from "./environment-spelling";

export interface EnvironmentRead {
	readonly name: string;
	/** Just the variable's name. */
	readonly nameRange: Range;
	/** The whole read: `os.getenv("X", "d")`, `process.env.X`, `$X`. */
	readonly expr: Expr;
	/** What it yields when the variable is not set, if the read says so. */
	readonly fallback: Expr | undefined;
	/** The name is followed by the language's own environment, not by an object that only looks like it (`env.X`). */
	readonly isCertain: boolean;
}

export interface EnvironmentUse {
	readonly name: string;
	readonly nameRange: Range;
	readonly row: EnvironmentVariable;
	/** New name by the table, if it has one. */
	readonly replacement: string | undefined;
	/**
	 * `definition`: an assignment in a shell or `.env` file. `passed`: `-e NAME=value`. `name`: a string or property that
	 * only names it. `schema`: a name that the program declares for its environment. `member`: one of the program's own objects has
	 * a member of that name, which counts where the name is declared. `computed`: the program puts the name together. `shorthand`: a read whose name is also the program's own, `const { A } = process.env`.
	 */
	readonly use: "read" | "definition" | "passed" | "name" | "schema" | "member" | "shorthand" | "computed";
	readonly read: EnvironmentRead | undefined;
	readonly assign: Assign | undefined;
	readonly node: Expr;
	/** Where the value stands that a `passed` variable gets, if it is a literal. */
	readonly literal?: Range | undefined;
}

const looseObjects = /(^|\.)(env|environ)$/;
/** Functions whose first argument names a variable. */
const readers =
	/^(os\.getenv|getenv|(os\.)?environ\.(get|pop)|Deno\.env\.get|os\.environb\.get|os\.Getenv|os\.LookupEnv|syscall\.Getenv|(java\.lang\.)?System\.getenv|System\.getenv\.get|(System\.)?Environment\.GetEnvironmentVariable)$/;
const looseReaders =
	/^(config|env|getEnv|get_env|getenv|requireEnv|require_env|get_secret|getSecret|mustGetEnv|lookupEnv|get_from_env|get_env_var|getEnvVar|str|secret|Getenv|GetEnv|GetString|getEnvOrDefault|envOr|EnvOr|getEnvOr|getProperty)$/;
const definers = /^(Setenv|SetEnvironmentVariable|setenv|stubEnv|putenv|setdefault|unsetenv|delenv)$/;

/** Reads `expr` as an environment variable; undefined when it is none. Names are not followed. */
export function environmentRead(outline: Outline, expr: Expr): EnvironmentRead | undefined {
	switch (expr.kind) {
		case "ref":
			return isShell(outline) && isVariable(expr.name)
				? { name: expr.name, nameRange: expr.nameRange, expr, fallback: undefined, isCertain: true }
				: undefined;
		case "member":
			return memberRead(outline, expr.object, expr.name, expr.nameRange, expr);
		case "index":
			return expr.key.kind === "string"
				? memberRead(outline, expr.object, contentOf(outline, expr.key), expr.key.content, expr)
				: undefined;
		case "call":
			return callRead(outline, expr);
		case "either": {
			if (expr.form !== "or") return undefined;
			const read = environmentRead(outline, expr.then);
			return read && { ...read, fallback: expr.else };
		}
		case "string": {
			// A shell's "$X" is X; so is a quoted `.env` reference.
			const only = expr.holes.length === 1 ? expr.holes[0] : undefined;
			const whole = only && only.range[0] === expr.content[0] && only.range[1] === expr.content[1];
			return whole && only.expr ? environmentRead(outline, only.expr) : undefined;
		}
		default:
			return undefined;
	}
}

/** Like `environmentRead`, through names that have one definition in this file. */
export function environmentBehind(
	outline: Outline,
	expr: Expr,
): { read: EnvironmentRead; via: Assign | undefined } | undefined {
	const direct = environmentRead(outline, expr);
	if (direct) return { read: direct, via: undefined };
	if (expr.kind !== "ref" && expr.kind !== "member") return undefined;
	const assign = namesOf(outline).definition(expr);
	const read = assign?.value && environmentRead(outline, assign.value);
	return read && { read, via: assign };
}

/** Every use of a variable that is Helicone's by its name, in document order. */
export function environmentUses(outline: Outline): EnvironmentUse[] {
	const uses: EnvironmentUse[] = [];
	const push = (use: Omit<EnvironmentUse, "row" | "replacement">) => {
		if (!/HELIC/i.test(use.name)) return;
		const known = environmentVariable(use.name);
		if (known) uses.push({ ...use, row: known.row, replacement: known.replacement });
	};
	for (const str of outline.strings) {
		const name = str.holes.length === 0 ? contentOf(outline, str) : "";
		const family = isConfig(outline) ? /^!?([A-Z0-9_]*HELICONE_)\*$/.exec(name)?.[1] : undefined;
		if (family) uses.push(...familyUse(str, family, name));
		if (!isVariable(name) || (isShell(outline) && !isConfig(outline))) continue;
		const read = readAround(outline, str);
		push({ name, nameRange: str.content, use: read ? "read" : "name", read, assign: undefined, node: str });
	}
	for (const found of [...springValues(outline), ...computedUses(outline)]) push(found);
	for (const member of outline.members) {
		if (!isVariable(member.name)) continue;
		const read = environmentRead(outline, member);
		const { name, nameRange, parent } = member;
		const setting = definesByAssigning(outline) && parent?.kind === "assign" && parent.target === member;
		if (read && setting) push({ name, nameRange, use: "definition", read: undefined, assign: parent, node: member });
		else if (read) push({ name, nameRange, use: "read", read, assign: undefined, node: member });
	}
	for (const found of [...destructuredIn(outline), ...importedVariables(outline), ...declarationUses(outline)])
		push(found);
	if (isShell(outline)) {
		for (const found of passedVariables(outline)) push({ ...found, read: undefined, assign: undefined });
		const targets = new Map(outline.assigns.map((assign) => [assign.target, assign] as const));
		for (const ref of outline.refs) {
			const assign = targets.get(ref);
			// A script's own variable (`helicone_url=…`): its reads are none of the environment's either.
			if (outline.language === "shell" && !isVariable(ref.name)) continue;
			const read = assign ? undefined : environmentRead(outline, ref);
			if (assign || read)
				push({
					name: ref.name,
					nameRange: ref.nameRange,
					use: assign ? "definition" : "read",
					read,
					assign,
					node: ref,
				});
		}
	}
	return uses.sort((a, b) => a.nameRange[0] - b.nameRange[0]);
}

function computedUses(outline: Outline): Omit<EnvironmentUse, "row" | "replacement">[] {
	if (isShell(outline)) return [];
	const isReader = ({ path }: Call) => readers.test(path) || isEnvironmentReader(outline.language, path);
	return computedVariables(outline, (object) => isEnvironment(outline, object), isReader).flatMap(({ name, node }) =>
		isVariable(name)
			? [{ name, nameRange: node.range, use: "computed" as const, read: undefined, assign: undefined, node }]
			: [],
	);
}

/** Spring's `@Value("${NAME:default}")`. */
function springValues(outline: Outline): Omit<EnvironmentUse, "row" | "replacement">[] {
	if (outline.language !== "java" && outline.language !== "kotlin") return [];
	return outline.strings.flatMap((str) => {
		// In Kotlin the dollar sign is escaped.
		const [, before = "", name] = /^(\\?\$\{)([A-Z][A-Z0-9_]*)(?::[^{}]*)?\}$/.exec(contentOf(outline, str)) ?? [];
		if (name === undefined || !isVariable(name)) return [];
		const start = str.content[0] + before.length;
		const nameRange: Range = [start, start + name.length];
		const read: EnvironmentRead = { name, nameRange, expr: str, fallback: undefined, isCertain: true };
		return [{ name, nameRange, use: "read" as const, read, assign: undefined, node: str }];
	});
}

/** Turborepo's `HELICONE_*`: whatever is called so. */
function familyUse(node: Str, prefix: string, name: string): EnvironmentUse[] {
	const row = environmentVariable(prefix)?.row;
	const start = node.content[0] + name.indexOf(prefix);
	const nameRange: Range = [start, node.content[1]];
	const replacement = `${prefix.replace("HELICONE", "CONCENTRATE")}*`;
	const use = { name: `${prefix}*`, nameRange, use: "name", read: undefined, assign: undefined, node } as const;
	return row ? [{ ...use, row, replacement }] : [];
}

/** `import { A } from "$env/static/private"`: the name is the variable's. */
function importedVariables(outline: Outline): Omit<EnvironmentUse, "row" | "replacement">[] {
	return outline.imports.filter(givesVariables).flatMap((from) =>
		from.names.flatMap(({ name, local, range }) => {
			if (!isVariable(name)) return [];
			const nameRange: Range = [range[0], range[0] + name.length];
			const node: Ref = { kind: "ref", name, nameRange, range: nameRange, parent: from };
			const read: EnvironmentRead = { name, nameRange, expr: node, fallback: undefined, isCertain: true };
			const use = local === name ? ("shorthand" as const) : ("read" as const);
			return [{ name, nameRange, use, read, assign: undefined, node }];
		}),
	);
}

/** A new name for what is taken under its own: the program's name stays. */
export function renamedShorthand({ parent }: Expr, name: string, newName: string): string {
	return parent?.kind === "import" ? `${newName} as ${name}` : `${newName}: ${name}`;
}

/** The read behind a name that `const { A } = process.env` made; undefined for any other name. */
export function destructuredRead(outline: Outline, expr: Expr): EnvironmentRead | undefined {
	if (expr.kind !== "ref" || namesOf(outline).definitions(expr).length > 0) return undefined;
	for (const up of ancestors(expr))
		if (up.kind === "fn" && up.params && namesIn(outline, up.params).has(expr.name))
			return contains(up.params.range, expr.range) ? undefined : readOfParameter(outline, up.params, expr.name);
	const found = [
		...destructuredIn(outline).filter((use) => {
			const local = use.node.parent?.kind === "item" ? valueIn(use.node.parent) : undefined;
			return local?.kind === "ref" && local.name === expr.name && local !== expr;
		}),
		...importedVariables(outline).filter(({ node }) => localName(node) === expr.name),
	];
	return found.length === 1 ? found[0]?.read : undefined;
}

/** What a handler is given: `fetch(request, { OPENAI_API_KEY })`. */
function readOfParameter(outline: Outline, params: List, name: string): EnvironmentRead | undefined {
	const here = destructuredIn(outline).filter(({ node }) => contains(params.range, node.range));
	const found = here.filter(({ node }) => {
		const local = node.parent?.kind === "item" ? valueIn(node.parent) : undefined;
		return local?.kind === "ref" && local.name === name;
	});
	return found.length === 1 ? found[0]?.read : undefined;
}

function destructuredIn(outline: Outline): Omit<EnvironmentUse, "row" | "replacement">[] {
	return destructuredVariables(outline, (value) => isEnvironment(outline, value)).flatMap(
		({ key, isCertain, isShort }) => {
			if (!isVariable(key.name)) return [];
			const { name, nameRange } = key;
			const read: EnvironmentRead = { name, nameRange, expr: key, fallback: undefined, isCertain };
			const use = isShort ? ("shorthand" as const) : ("read" as const);
			return [{ name, nameRange, use, read, assign: undefined, node: key }];
		},
	);
}

/** What the file calls an imported variable. */
function localName(node: Expr): string | undefined {
	const from = node.parent?.kind === "import" ? node.parent : undefined;
	return from?.names.find(({ range }) => range[0] === node.range[0])?.local;
}

/** Where the name that `const { A } = process.env` made is used. */
export function usesOfDestructured(outline: Outline, read: EnvironmentRead): readonly Expr[] {
	return outline.refs.filter((ref) => destructuredRead(outline, ref)?.nameRange[0] === read.nameRange[0]);
}

/** `KEY: ${KEY}` and `- KEY` hand a variable on: whoever gets it needs it, not this file. */
export function isPassedOn(outline: Outline, ref: Expr): boolean {
	if (ref.kind !== "ref") return false;
	if (isShell(outline) && isPassedUnderItsName(outline, ref)) return true;
	if (!isConfig(outline)) return false;
	if (ref.parent?.kind === "opaque" && ref.parent.type === "passed") return true;
	for (let up = ref.parent; up; up = up.parent) {
		if (up.kind === "assign") return up.target.kind === "ref" && up.target.name === ref.name;
	}
	return false;
}

/** What a schema declares, and the members of the program's own objects that are called so. */
function declarationUses(outline: Outline): Omit<EnvironmentUse, "row" | "replacement">[] {
	const declared = declarationsIn(outline).map(({ name, nameRange, node }) => {
		return { name, nameRange, use: "schema" as const, read: undefined, assign: undefined, node };
	});
	if (isShell(outline)) return declared;
	const members = outline.members.filter(
		(member) => isHelicones(member.name) && !environmentRead(outline, member) && member.parent?.kind !== "call",
	);
	return [
		...declared,
		...members.map((node) => {
			const { name, nameRange } = node;
			return { name, nameRange, use: "member" as const, read: undefined, assign: undefined, node };
		}),
	];
}

/** Definitions of a variable in a shell or `.env` file. */
export function definitionsOf(outline: Outline, name: string): Assign[] {
	return isShell(outline)
		? outline.assigns.filter((assign) => assign.target.kind === "ref" && assign.target.name === name)
		: [];
}

function memberRead(
	outline: Outline,
	object: Expr,
	name: string,
	nameRange: Range,
	expr: Expr,
): EnvironmentRead | undefined {
	if (!isVariable(name)) return undefined;
	const path = pathOf(object) ?? textOf(outline, object.range).replace(/[?\s]/g, "");
	const certain = isObject(outline, path);
	if (!certain && !looseObjects.test(path)) return undefined;
	return { name, nameRange, expr, fallback: undefined, isCertain: certain };
}

function callRead(outline: Outline, call: Call): EnvironmentRead | undefined {
	const certain = readers.test(call.path) || isEnvironmentReader(outline.language, call.path);
	if (!certain && !looseReaders.test(call.name)) return undefined;
	const first = valueIn(positional(call, 0));
	if (first?.kind !== "string" || first.holes.length > 0) return undefined;
	const name = contentOf(outline, first);
	if (!isVariable(name)) return undefined;
	const fallback = valueIn(positional(call, 1)) ?? (call.args && valueIn(entryNamed(outline, call.args, "default")));
	return { name, nameRange: first.content, expr: call, fallback, isCertain: certain };
}

/** The read whose name a string is: the index or call around it. */
function readAround(outline: Outline, str: Str): EnvironmentRead | undefined {
	const parent = str.parent;
	if (parent?.kind === "index" && parent.key === str) {
		if (parent.parent?.kind === "assign" && parent.parent.target === parent) return undefined;
		return environmentRead(outline, parent);
	}
	const call = parent?.kind === "item" ? callOf(parent) : undefined;
	if (!call || definers.test(call.name)) return undefined;
	const read = environmentRead(outline, call);
	return read?.nameRange[0] === str.content[0] ? read : undefined;
}

export function callOf(item: Item): Call | undefined {
	const list = item.parent;
	const call = list?.kind === "list" && list.role === "args" ? list.parent : undefined;
	return call?.kind === "call" ? call : undefined;
}
