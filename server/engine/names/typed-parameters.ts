/** Parameters that say which class they are of: what is read of them is that class' field. */
import { namesOf } from "../outline/names";
import { ancestors } from "../outline/questions";
import type { Expr, Item, Outline, Ref } from "../outline/schema";

/** `settings: Settings`, `settings: Annotated[Settings, Depends(get_settings)]`, `config: "app.Config"`. */
const annotation = /^\w+\s*:\s*(?:(?:typing\.)?(?:Annotated|Optional)\[\s*)?["']?([A-Za-z_][\w.]*)/;

const known = new WeakMap<Outline, ReadonlySet<string>>();

/** Names of this file's typed parameters whose class is imported: a quick answer for all other names. */
export function typedParameters(outline: Outline): ReadonlySet<string> {
	if (outline.language !== "python") return new Set();
	const names =
		known.get(outline) ?? new Set(outline.fns.flatMap(({ params }) => typedIn(outline, params?.items ?? [])));
	known.set(outline, names);
	return names;
}

function typedIn(outline: Outline, items: readonly Item[]): string[] {
	return items.flatMap((item) => (classOf(outline, item) === undefined ? [] : (nameOf(outline, item) ?? [])));
}

/** The path of the class of what a name stands for, if it is such a parameter, or a field that was given one. */
export function classBehind(outline: Outline, expr: Expr): string | undefined {
	if (typedParameters(outline).size === 0) return undefined;
	if (expr.kind === "ref") return classOfParameter(outline, expr);
	if (expr.kind !== "member" || expr.object.kind !== "ref" || expr.object.name !== "self") return undefined;
	const given = namesOf(outline).definition(expr)?.value;
	return given?.kind === "ref" ? classOfParameter(outline, given) : undefined;
}

function classOfParameter(outline: Outline, ref: Ref): string | undefined {
	if (!typedParameters(outline).has(ref.name) || namesOf(outline).definitions(ref).length > 0) return undefined;
	for (const up of ancestors(ref)) {
		const item = up.kind === "fn" ? up.params?.items.find((one) => nameOf(outline, one) === ref.name) : undefined;
		if (item) return classOf(outline, item);
	}
	return undefined;
}

function nameOf(outline: Outline, { range }: Item): string | undefined {
	return /^\w+/.exec(outline.text.slice(...range))?.[0];
}

function classOf(outline: Outline, { range }: Item): string | undefined {
	const path = annotation.exec(outline.text.slice(...range))?.[1];
	return path !== undefined && namesOf(outline).imported(path.split(".")[0] ?? path) ? path : undefined;
}
