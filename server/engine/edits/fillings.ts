/** Parameters of a function, and what its calls give for them. */
import { environmentRead } from "../facts/environment";
import { namesIn } from "../outline/names";
import { valueIn } from "../outline/questions";
import type { Call, Expr, Fn, Item, Outline } from "../outline/schema";

/** A parameter as a call sees it. */
export interface Filled {
	/** Undefined for a pattern, which no call can name. */
	readonly name: string | undefined;
	/** Among those that a call can fill by place. */
	readonly index: number;
}

export interface Parameter extends Filled {
	readonly item: Item;
	/** Every name that it brings: one, or those of a pattern. */
	readonly names: readonly string[];
	/** `userId`, or its place for a pattern. */
	readonly label: string;
}

/** No rest, no `self`, none that says by its name that nobody reads it. */
export function parametersOf(outline: Outline, { params }: Fn): Parameter[] {
	const places = (params?.items ?? []).filter((item) => !isReceiver(item));
	return places.flatMap((item, index): Parameter[] => {
		if (item.form === "spread") return [];
		const target = item.value?.kind === "assign" ? item.value.target : (item.value ?? item.key);
		if (target?.kind === "ref")
			return /^(this|_.*)$/.test(target.name)
				? []
				: [{ name: target.name, index, item, names: [target.name], label: target.name }];
		const names = target?.kind === "list" && target.role === "names" ? [...namesIn(outline, target)] : [];
		return names.length > 0 ? [{ name: undefined, index, item, names, label: String(index) }] : [];
	});
}

function isReceiver({ value }: Item): boolean {
	return value?.kind === "ref" && /^(self|cls)$/.test(value.name);
}

/** What a call gives for it: nothing, or something that can be left out without being missed. Undefined when nobody can say. */
export function argumentOf(outline: Outline, { args, body }: Call, { name, index }: Filled): Item[] | undefined {
	const all = args?.items ?? [];
	if (body || all.some((item) => item.form === "spread")) return undefined;
	const named = all.find((item) => item.form === "entry" && item.key?.kind === "ref" && item.key.name === name);
	const given = named ?? all.filter((item) => item.form === "value")[index];
	if (!given) return [];
	const value = valueIn(given);
	return value && isPure(outline, value) ? [given] : undefined;
}

/** Literals without a name of their own in the Outline. */
const literals = /^(number|integer|float|true|false|null|none|undefined)$/;

/** Reading it does nothing that anybody could miss. */
function isPure(outline: Outline, expr: Expr): boolean {
	if (environmentRead(outline, expr)) return true;
	switch (expr.kind) {
		case "ref":
			return true;
		case "string":
			return expr.holes.every((hole) => hole.expr !== undefined && isPure(outline, hole.expr));
		case "member":
			return isPure(outline, expr.object);
		case "either":
			return [expr.test, expr.then, ...(expr.else ? [expr.else] : [])].every((one) => isPure(outline, one));
		case "list":
			return expr.items.every((item) => {
				const value = valueIn(item);
				return item.form !== "spread" && !item.computed && value !== undefined && isPure(outline, value);
			});
		case "opaque":
			return literals.test(expr.type) && expr.children.length === 0;
		default:
			return false;
	}
}
