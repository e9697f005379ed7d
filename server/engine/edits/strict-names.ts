/** Languages that refuse a file with an import or a variable that nothing uses: what an edit leaves unused goes too. */
import { namesOf } from "../outline/names";
import { ancestors, contains, functionOf, within } from "../outline/questions";
import type { Assign, Expr, Item, Outline, Range } from "../outline/schema";
import type { Operation } from "./operation";
import { textOf } from "./said-names";

const strict = new Set(["go"]);

export function isStrict(outline: Outline): boolean {
	return strict.has(outline.language);
}

/** Imports whose every use goes, unless the edit writes one itself (`os.Getenv(…)`). */
export function unusedImports(outline: Outline, gone: readonly Range[], operations: readonly Operation[]): Item[] {
	if (!isStrict(outline)) return [];
	const going = (range: Range) => gone.some((one) => contains(one, range));
	const touched = new Set(gone.flatMap((range) => within(outline.refs, range)).map((ref) => ref.name));
	const written = operations.map(textOf).join("\n");
	return outline.imports.flatMap((one): Item[] => {
		const local = one.names[0]?.local;
		if (local === undefined || !touched.has(local) || one.parent?.kind !== "item") return [];
		const isUsed = outline.refs.some((ref) => ref.name === local && !going(ref.range));
		return isUsed || written.includes(`${local}.`) ? [] : [one.parent];
	});
}

/** `user := currentUser()` may do more than yield a value: `_ = currentUser()`. Undefined where no such form is certain. */
export function discarded(outline: Outline, assign: Assign): Operation | undefined {
	if (!isStrict(outline) || !assign.value || functionOf(assign) === undefined) return undefined;
	const { text } = outline;
	const name = namesOf(outline).targetOf(assign);
	const between = text.slice(assign.target.range[1], assign.value.range[0]);
	if (name.kind !== "ref" || between.trim() !== ":=") return undefined;
	const others = assign.target.kind === "list" ? assign.target.items.slice(1) : [];
	const isNew = others.some((item) => item.value?.kind === "ref" && !isDeclaredBefore(outline, item.value, assign));
	const end: Range = [name.range[0], isNew ? name.range[1] : assign.value.range[0]];
	const rest = text.slice(name.range[1], assign.target.range[1]);
	return { op: "replace", range: end, newText: isNew ? "_" : `_${rest}${between.replace(":=", "=")}` };
}

/** `for k, v := range props()` of whose names nothing is left: `for range props()`, `for _, v := range props()`. */
export function unusedRangeNames(outline: Outline, gone: readonly Range[]): Operation[] {
	if (!isStrict(outline)) return [];
	const going = (range: Range) => gone.some((one) => contains(one, range));
	const heads: readonly Expr[] = [...outline.lists.filter((list) => list.role === "names"), ...outline.refs];
	return heads.flatMap((head): Operation[] => {
		const clause = head.parent;
		if (clause?.kind !== "opaque" || clause.type !== "range_clause" || clause.children[0] !== head || !clause.parent)
			return [];
		if (going(clause.range)) return [];
		const names = head.kind === "list" ? head.items.flatMap((item) => item.value ?? []) : [head];
		const body: Range = [clause.range[1], clause.parent.range[1]];
		const unused = names.filter((name) => name.kind === "ref" && isUnusedIn(outline, name.name, body, going));
		if (unused.length === 0) return [];
		const value = clause.children[1];
		if (value && names.every((name) => unused.includes(name) || (name.kind === "ref" && name.name === "_")))
			return [{ op: "replace", range: [head.range[0], value.range[0]], newText: "range " }];
		return unused.map((name): Operation => ({ op: "replace", range: name.range, newText: "_" }));
	});
}

function isUnusedIn(outline: Outline, name: string, body: Range, going: (range: Range) => boolean): boolean {
	const uses = within(outline.refs, body).filter((ref) => ref.name === name);
	return uses.length > 0 && uses.every((use) => going(use.range));
}

function isDeclaredBefore(outline: Outline, name: Expr, assign: Assign): boolean {
	if (name.kind !== "ref" || name.name === "_") return true;
	const blocks = new Set([...ancestors(assign)].filter((up) => up.kind === "list" && up.role === "block"));
	return outline.assigns.some((other) => {
		if (other === assign || other.range[0] >= assign.range[0] || functionOf(other) !== functionOf(assign)) return false;
		const targets = other.target.kind === "list" ? other.target.items.map((item) => item.value) : [other.target];
		const block = [...ancestors(other)].find((up) => up.kind === "list" && up.role === "block");
		return (
			block !== undefined && blocks.has(block) && targets.some((one) => one?.kind === "ref" && one.name === name.name)
		);
	});
}
