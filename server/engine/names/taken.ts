/** Names of other files where this file uses them. */
import { namesIn, namesOf } from "../outline/names";
import { ancestors, contains, contentOf, functionOf } from "../outline/questions";
import type { Assign, Call, Expr, Node, Outline, Ref } from "../outline/schema";
import { configPath, isConfigPath } from "./laravel-config";
import type { Taken } from "./meaning";
import { typedNames, typedPath } from "./typed-parameters";

type TakenNames = Readonly<Record<string, Taken>>;

/** `cfg` of `cfg.helicone.url`, `getSettings` of `getSettings().url`. */
export function rootOfPath(path: string): string {
	return /^[^.(]*/.exec(path)?.[0] ?? path;
}

/** What `BASE`, `cfg.helicone.url`, `cfg["url"]` or `getSettings().url` means, if it is a name of another file. */
export function takenAt(outline: Outline, expr: Expr, taken: TakenNames): Taken | undefined {
	if (Object.keys(taken).length === 0) return undefined;
	const path = sharedPath(outline, expr);
	const found = path !== undefined && Object.hasOwn(taken, path) ? taken[path] : undefined;
	return found && isOurs(outline, expr) ? found : undefined;
}

/** The expression says that path, and nothing of this file is called so. */
export function isImportedAs(outline: Outline, expr: Expr, path: string): boolean {
	return sharedPath(outline, expr) === path && isOurs(outline, expr);
}

interface Pattern {
	readonly assign: Assign;
	readonly key: string;
}

const patterns = new WeakMap<Outline, ReadonlyMap<string, Pattern | undefined>>();

/** `url` of `const { baseUrl: url } = config`, by the name here; undefined for one that is taken apart twice. */
function patternsOf(outline: Outline): ReadonlyMap<string, Pattern | undefined> {
	const known = patterns.get(outline);
	if (known) return known;
	const found = new Map<string, Pattern | undefined>();
	for (const assign of outline.assigns) {
		if (!isTakenApart(assign)) continue;
		for (const item of assign.target.kind === "list" ? assign.target.items : []) {
			const local = item.form === "spread" ? undefined : item.value;
			if (local?.kind !== "ref") continue;
			const key = item.key?.kind === "ref" ? item.key.name : local.name;
			found.set(local.name, found.has(local.name) ? undefined : { assign, key });
		}
	}
	patterns.set(outline, found);
	return found;
}

/** `const { a, b: c } = config`: not what a module is asked for, which is an import. */
function isTakenApart({ target, value }: Assign): boolean {
	if (target.kind !== "list" || target.role !== "names" || !value) return false;
	return value.kind === "ref" || value.kind === "member" || (value.kind === "call" && value.path !== "require");
}

/** The pattern that makes a name, unless it is made in another way too. */
function patternOf(outline: Outline, ref: Ref): Pattern | undefined {
	const pattern = patternsOf(outline).get(ref.name);
	if (!pattern || contains(pattern.assign.range, ref.range)) return undefined;
	if (namesOf(outline).definitions(ref).length > 0 || isParameter(outline, ref)) return undefined;
	const scope = functionOf(pattern.assign);
	return scope === undefined || contains(scope.range, ref.range) ? pattern : undefined;
}

/** A name of another file that has a name of its own here. */
export function isAlias(outline: Outline, expr: Expr): boolean {
	return expr.kind === "ref" && patternOf(outline, expr) !== undefined;
}

/** The dotted path of a chain of names, string keys, and calls without a receiver of their own kind. */
export function sharedPath(outline: Outline, expr: Expr): string | undefined {
	switch (expr.kind) {
		case "ref": {
			const type = typedPath(outline, expr);
			if (type !== undefined) return type;
			const pattern = patternOf(outline, expr);
			const object = pattern?.assign.value && sharedPath(outline, pattern.assign.value);
			return object === undefined ? expr.name : `${object}.${pattern?.key}`;
		}
		case "member": {
			const type = typedPath(outline, expr);
			if (type !== undefined) return type;
			const object = sharedPath(outline, expr.object);
			return object === undefined ? undefined : `${object}.${expr.name}`;
		}
		case "index": {
			const object = expr.key.kind === "string" ? sharedPath(outline, expr.object) : undefined;
			return object === undefined || expr.key.kind !== "string"
				? undefined
				: `${object}.${contentOf(outline, expr.key)}`;
		}
		case "call":
			return (
				configPath(outline, expr) ??
				getterPath(outline, expr) ??
				(expr.path === "" || expr.isNew ? undefined : `${expr.path}()`)
			);
		default:
			return undefined;
	}
}

/** Java's `config.key()` of a record: the field is asked for by its name. */
function getterPath(outline: Outline, { receiver, name, args }: Call): string | undefined {
	if (outline.language !== "java" || !receiver || (args?.items.length ?? 0) > 0) return undefined;
	const type = typedPath(outline, receiver);
	return type === undefined ? undefined : `${type}.${name}()`;
}

/** The name that the path begins with is imported, or stands for something that is. */
function isOurs(outline: Outline, expr: Expr): boolean {
	switch (expr.kind) {
		case "ref": {
			if (typedPath(outline, expr) !== undefined) return true;
			const value = patternOf(outline, expr)?.assign.value;
			return value ? isOurs(outline, value) : isImported(outline, expr);
		}
		case "member":
			return typedPath(outline, expr) !== undefined || isOurs(outline, expr.object);
		case "index":
			return isOurs(outline, expr.object);
		case "call":
			if (configPath(outline, expr) !== undefined) return true;
			return expr.receiver ? isOurs(outline, expr.receiver) : isImported(outline, expr);
		default:
			return false;
	}
}

/** Nothing of this file is called so: no variable, no parameter, no function. `const c = require("./c")` is an import. */
function isImported(outline: Outline, root: Expr): boolean {
	if (root.kind === "call") return namesOf(outline).fn(root.name) === undefined;
	if (root.kind !== "ref") return false;
	const definitions = namesOf(outline).definitions(root);
	if (definitions.some(({ value }) => value?.kind !== "call" || value.path !== "require")) return false;
	return !isParameter(outline, root);
}

function isParameter(outline: Outline, ref: Ref): boolean {
	for (const up of ancestors(ref))
		if (up.kind === "fn" && up.params && namesIn(outline, up.params).has(ref.name)) return true;
	return false;
}

/** Everything that the file says with a name of another file: the longest paths. */
export function usesOfTaken(outline: Outline, taken: TakenNames): { readonly expr: Expr; readonly taken: Taken }[] {
	const roots = new Set(Object.keys(taken).map(rootOfPath));
	if (roots.size === 0) return [];
	const aliases = patternsOf(outline);
	const typed = typedNames(outline);
	const found = outline.refs
		.filter(({ name }) => roots.has(name) || aliases.has(name) || typed.has(name))
		.flatMap((ref) => (isDeclaring(ref) ? [] : longest(outline, ref, taken)));
	const fields = typed.size === 0 ? [] : outline.members.filter((member) => typedPath(outline, member) !== undefined);
	const ofFields = fields.flatMap((member) => longest(outline, member, taken));
	const calls = outline.calls.flatMap((call) => {
		const isAsking = (call.receiver === undefined && roots.has(call.name)) || configPath(outline, call) !== undefined;
		const hit = isAsking ? takenAt(outline, call, taken) : undefined;
		return hit ? [{ expr: call as Expr, taken: hit }] : [];
	});
	return [...found, ...ofFields, ...calls];
}

/** Where a pattern gives it its name: `const { HOST } = require("./config")`. */
function isDeclaring(ref: Ref): boolean {
	const item = ref.parent;
	if (item?.kind !== "item" || item.parent?.kind !== "list" || item.parent.role !== "names") return false;
	return item.parent.parent?.kind === "assign" && item.parent.parent.target === item.parent;
}

export interface Container {
	readonly expr: Expr;
	readonly ids: readonly string[];
	readonly keys: readonly string[];
	/** Names of headers and models, which do no harm where they are handed on. */
	readonly words: readonly string[];
}

/** Things that hold names of other files, handed on as a whole: `start(config)`, `const { helicone } = config`. */
export function containersOf(outline: Outline, taken: TakenNames): Container[] {
	// What is done with a function as a whole is asked where its calls are.
	const paths = Object.keys(taken).filter((path) => taken[path]?.meaning.kind !== "parameter");
	const roots = new Set(paths.map(rootOfPath));
	if (roots.size === 0) return [];
	const asked = paths.some(isConfigPath) ? outline.calls.flatMap((call) => configAsked(outline, call, taken)) : [];
	const handed = outline.refs.flatMap((ref): Container[] => {
		if (!roots.has(ref.name) || longest(outline, ref, taken).length > 0) return [];
		let expr: Expr = ref;
		for (
			let up: Node | undefined = ref.parent;
			(up?.kind === "member" || up?.kind === "index") && up.object === expr;
			up = expr.parent
		)
			expr = up;
		const path = sharedPath(outline, expr);
		const inside =
			path === undefined ? [] : paths.filter((one) => one.startsWith(`${path}.`) || one.startsWith(`${path}(`));
		if (
			inside.length === 0 ||
			expr.parent?.kind === "import" ||
			isMade(ref) ||
			isDeclaring(ref) ||
			isType(outline, ref) ||
			isPattern(expr) ||
			!isImported(outline, ref) ||
			isName(ref) ||
			(isCalledOn(ref) && inside.every((one) => taken[one]?.id.endsWith(`#${one.slice(ref.name.length + 1)}`)))
		)
			return [];
		return [
			containerOf(
				expr,
				inside.flatMap((one) => taken[one] ?? []),
			),
		];
	});
	return [...asked, ...handed];
}

function containerOf(expr: Expr, held: readonly Taken[]): Container {
	const words = held.filter(({ meaning }) => isWord(meaning));
	const others = held.filter(({ meaning }) => !isWord(meaning));
	const keys = others.filter(({ meaning }) => meaning.kind === "key");
	return { expr, ids: others.map(idOf), keys: keys.map(idOf), words: words.map(idOf) };
}

/** `config('services.helicone')`: what becomes of the entries, nobody sees. */
function configAsked(outline: Outline, call: Call, taken: TakenNames): Container[] {
	const path = configPath(outline, call);
	if (path === undefined) return [];
	const held = Object.entries(taken).flatMap(([name, one]) => (name.startsWith(`${path}.`) ? [one] : []));
	return held.length > 0 ? [containerOf(call, held)] : [];
}

export function isWord({ kind }: Taken["meaning"]): boolean {
	return kind === "slug" || kind === "header-name";
}

function idOf({ id }: Taken): string {
	return id;
}

/** Python's `settings: Settings`, `-> Settings`, and FastAPI's `Depends(get_settings)`, which says where a parameter is from. */
function isType(outline: Outline, ref: Ref): boolean {
	const { range } = ref;
	if (outline.language !== "python") return isAside(ref);
	const before = outline.text.slice(Math.max(0, range[0] - 40), range[0]);
	return /(?:->|[\w)]\s*:)\s*(?:(?:typing\.)?(?:Annotated|Optional)\[\s*)?["']?$|\bDepends\(\s*$/.test(before);
}

/** Types stand beside the tree of what a program does: nothing above has them for a value. */
function isAside(ref: Ref): boolean {
	const [holder] = [...ancestors(ref)].filter(({ kind }) => kind === "item" || kind === "assign" || kind === "fn");
	const held = (node: Node | undefined) => node !== undefined && contains(node.range, ref.range);
	switch (holder?.kind) {
		case "item":
			return !held(holder.value) && !held(holder.key);
		case "assign":
			return !held(holder.value) && !held(holder.target);
		case "fn":
			return !held(holder.body) && !held(holder.params);
		default:
			return false;
	}
}

/** `const { url, key } = config`: each of the names is followed by itself. */
function isPattern(expr: Expr): boolean {
	const assign = expr.parent;
	if (assign?.kind !== "assign" || assign.value !== expr || !isTakenApart(assign)) return false;
	return (
		assign.target.kind === "list" &&
		assign.target.items.every(({ form, value }) => form !== "spread" && value?.kind === "ref")
	);
}

/** `llm.ask()`, where `llm` is the module itself: one function of it is called, nothing is done with the rest. */
function isCalledOn(ref: Ref): boolean {
	return ref.parent?.kind === "call" && ref.parent.receiver === ref;
}

/** `const config = require("./config")` */
function isMade(ref: Ref): boolean {
	return ref.parent?.kind === "assign" && ref.parent.target === ref;
}

/** A keyword or property that only happens to be called so. */
function isName(ref: Ref): boolean {
	const item = ref.parent;
	return item?.kind === "item" && item.form === "entry" && item.key === ref && item.value !== ref;
}

function longest(outline: Outline, start: Expr, taken: TakenNames): { expr: Expr; taken: Taken }[] {
	let best: { expr: Expr; taken: Taken } | undefined;
	for (let at: Expr = start; ; ) {
		const hit = takenAt(outline, at, taken);
		if (hit) best = { expr: at, taken: hit };
		const up: Node | undefined = at.parent;
		const isLonger =
			((up?.kind === "member" || up?.kind === "index") && up.object === at) ||
			(up?.kind === "call" && up.receiver === at);
		if (!isLonger) break;
		at = up;
	}
	return best ? [best] : [];
}
