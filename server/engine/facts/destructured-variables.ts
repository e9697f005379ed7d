/** Names that a pattern takes out of the environment, or out of what a handler is given in its place. */
import { keyName } from "../outline/questions";
import type { Expr, Item, List, Outline, Ref } from "../outline/schema";

export interface DestructuredVariable {
	/** The variable's name. */
	readonly key: Ref;
	/** It is the environment itself; a parameter only looks like it. */
	readonly isCertain: boolean;
	/** `{ KEY }`, which is the local name too. */
	readonly isShort: boolean;
}

const languages = new Set(["typescript", "tsx", "javascript"]);
const known = new WeakMap<Outline, readonly DestructuredVariable[]>();

/** `const { A } = process.env` and `{ A: b }`: the key names the variable. Also Cloudflare's `fetch(request, { A })` and `({ env: { A } })`. */
export function destructuredVariables(
	outline: Outline,
	isEnvironment: (value: Expr) => boolean,
): readonly DestructuredVariable[] {
	const found = known.get(outline) ?? [
		...outline.assigns.flatMap(({ target, value }) =>
			target.kind === "list" && target.role === "names" && value && isEnvironment(value) ? keysOf(target, true) : [],
		),
		...ofParameters(outline),
	];
	known.set(outline, found);
	return found;
}

function keysOf({ items }: List, isCertain: boolean): DestructuredVariable[] {
	return items.flatMap(({ key, value }) => (key?.kind === "ref" ? [{ key, isCertain, isShort: value === key }] : []));
}

/** Secrets of Helicone's or a provider's by their variables' names. What the file itself fills so is no environment. */
function ofParameters(outline: Outline): DestructuredVariable[] {
	if (!languages.has(outline.language)) return [];
	const found = outline.fns.flatMap(({ params }) =>
		(params?.items ?? []).flatMap((item) => patternsIn(item).flatMap((list) => keysOf(list, false))),
	);
	return found.filter(({ key }) => /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(key.name) && !isFilled(outline, key));
}

function patternsIn({ value }: Item): List[] {
	const target = value?.kind === "assign" ? value.target : value;
	if (target?.kind !== "list" || target.role !== "names") return [];
	return [target, ...target.items.flatMap(patternsIn)];
}

/** `handle({ HELICONE_API_KEY: "x" })` */
function isFilled(outline: Outline, key: Ref): boolean {
	return outline.lists.some(
		(list) => list.role === "map" && list.items.some((item) => keyName(outline, item) === key.name),
	);
}
