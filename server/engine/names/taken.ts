/** Names of other files where this file uses them. */
import { namesIn, namesOf } from "../outline/names";
import { ancestors, contentOf } from "../outline/questions";
import type { Expr, Node, Outline, Ref } from "../outline/schema";
import type { Taken } from "./meaning";

type TakenNames = Readonly<Record<string, Taken>>;

/** `cfg` of `cfg.helicone.url`, `getSettings` of `getSettings().url`. */
export function rootOfPath(path: string): string {
	return /^[^.(]*/.exec(path)?.[0] ?? path;
}

/** What `BASE`, `cfg.helicone.url`, `cfg["url"]` or `getSettings().url` means, if it is a name of another file. */
export function takenAt(outline: Outline, expr: Expr, taken: TakenNames): Taken | undefined {
	const path = sharedPath(outline, expr);
	const found = path !== undefined && Object.hasOwn(taken, path) ? taken[path] : undefined;
	const root = found && rootOf(expr);
	return root && isImported(outline, root) ? found : undefined;
}

/** The expression says that path, and nothing of this file is called so. */
export function isImportedAs(outline: Outline, expr: Expr, path: string): boolean {
	const root = sharedPath(outline, expr) === path ? rootOf(expr) : undefined;
	return root !== undefined && isImported(outline, root);
}

/** The dotted path of a chain of names, string keys, and calls without a receiver of their own kind. */
export function sharedPath(outline: Outline, expr: Expr): string | undefined {
	switch (expr.kind) {
		case "ref":
			return expr.name;
		case "member": {
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
			return expr.path === "" || expr.isNew ? undefined : `${expr.path}()`;
		default:
			return undefined;
	}
}

/** The name that a path begins with; of a call without a receiver the call itself stands for it. */
function rootOf(expr: Expr): Expr | undefined {
	switch (expr.kind) {
		case "ref":
			return expr;
		case "member":
		case "index":
			return rootOf(expr.object);
		case "call":
			return expr.receiver ? rootOf(expr.receiver) : expr;
		default:
			return undefined;
	}
}

/** Nothing of this file is called so: no variable, no parameter, no function. `const c = require("./c")` is an import. */
function isImported(outline: Outline, root: Expr): boolean {
	if (root.kind === "call") return namesOf(outline).fn(root.name) === undefined;
	if (root.kind !== "ref") return false;
	const definitions = namesOf(outline).definitions(root);
	if (definitions.some(({ value }) => value?.kind !== "call" || value.path !== "require")) return false;
	for (const up of ancestors(root))
		if (up.kind === "fn" && up.params && namesIn(outline, up.params).has(root.name)) return false;
	return true;
}

/** Everything that the file says with a name of another file: the longest paths. */
export function usesOfTaken(outline: Outline, taken: TakenNames): { readonly expr: Expr; readonly taken: Taken }[] {
	const roots = new Set(Object.keys(taken).map(rootOfPath));
	if (roots.size === 0) return [];
	const found = outline.refs.filter((ref) => roots.has(ref.name)).flatMap((ref) => longest(outline, ref, taken));
	const calls = outline.calls.flatMap((call) => {
		const hit = call.receiver === undefined && roots.has(call.name) ? takenAt(outline, call, taken) : undefined;
		return hit ? [{ expr: call as Expr, taken: hit }] : [];
	});
	return [...found, ...calls];
}

/** Things that hold names of other files, handed on as a whole: `start(config)`, `const { helicone } = config`. */
export function containersOf(
	outline: Outline,
	taken: TakenNames,
): { readonly expr: Expr; readonly ids: readonly string[]; readonly keys: readonly string[] }[] {
	const paths = Object.keys(taken);
	const roots = new Set(paths.map(rootOfPath));
	if (roots.size === 0) return [];
	return outline.refs.flatMap((ref) => {
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
			!isImported(outline, ref) ||
			isName(ref)
		)
			return [];
		const held = inside.flatMap((one) => taken[one] ?? []);
		const keys = held.filter(({ meaning }) => meaning.kind === "key").map(({ id }) => id);
		return [{ expr, ids: held.map(({ id }) => id), keys }];
	});
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

function longest(outline: Outline, ref: Ref, taken: TakenNames): { expr: Expr; taken: Taken }[] {
	let best: { expr: Expr; taken: Taken } | undefined;
	for (let at: Expr = ref; ; ) {
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
