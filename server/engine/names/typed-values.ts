/** Values that say of which type they are: their entries are the type's fields to whoever has a parameter of it. */
import { ancestors } from "../outline/questions";
import type { Call, Expr, Fn, Item, List, Outline } from "../outline/schema";

export interface TypedValue {
	/** `LlmConfig` */
	readonly type: string;
	readonly list: List;
}

export interface RecordField {
	/** `LlmConfig.key()` */
	readonly path: string;
	readonly item: Item;
	readonly value: Expr;
}

const annotated = new Set(["typescript", "tsx"]);

/** `const config: LlmConfig = {…}`, `function load(): LlmConfig { return {…} }`, Go's `&Config{…}`. Of two of one type in a file none. */
export function typedValues(outline: Outline): readonly TypedValue[] {
	const found = known.get(outline) ?? findTyped(outline);
	known.set(outline, found);
	return found;
}

const known = new WeakMap<Outline, readonly TypedValue[]>();

function findTyped(outline: Outline): readonly TypedValue[] {
	const found = annotated.has(outline.language)
		? annotatedMaps(outline)
		: outline.language === "go"
			? literals(outline)
			: [];
	const counts = new Map<string, number>();
	for (const { type } of found) counts.set(type, (counts.get(type) ?? 0) + 1);
	return found.filter(({ type }) => counts.get(type) === 1);
}

function annotatedMaps(outline: Outline): TypedValue[] {
	const { text } = outline;
	const typeIn = (from: number, to: number) =>
		/^\)?\s*:\s*(?:Readonly<|Promise<)?\s*([A-Z_$][\w$]*)/.exec(text.slice(from, to))?.[1];
	return outline.lists.flatMap((list): TypedValue[] => {
		if (list.role !== "map") return [];
		const { parent } = list;
		if (parent?.kind === "assign" && parent.value === list) {
			const type = typeIn(parent.target.range[1], list.range[0]);
			return type === undefined ? [] : [{ type, list }];
		}
		const fn = givenBy(list);
		const type = fn?.params && fn.body && typeIn(fn.params.range[1], fn.body.range[0]);
		return type === undefined ? [] : [{ type, list }];
	});
}

/** The function that returns it. */
function givenBy(list: List): Fn | undefined {
	const up = list.parent;
	if (up?.kind === "fn" && up.body === list) return up;
	if (up?.kind !== "opaque" || !up.type.startsWith("return")) return undefined;
	const fn = [...ancestors(up)].find((one) => one.kind === "fn");
	return fn?.kind === "fn" ? fn : undefined;
}

/** Its type's properties must be there. */
export function isAnnotated(outline: Outline, list: List): boolean {
	return annotated.has(outline.language) && typedValues(outline).some((one) => one.list === list);
}

function literals({ calls }: Outline): TypedValue[] {
	return calls.flatMap(({ isNew, init, path }) =>
		isNew && init?.role === "map" && /^[A-Z]\w*$/.test(path) && init.items.every((item) => item.form === "entry")
			? [{ type: path, list: init }]
			: [],
	);
}

/** Java's `new LlmConfig(System.getenv("KEY"), "https://…")` of a record that the same file declares. */
export function recordFields(outline: Outline): readonly RecordField[] {
	if (outline.language !== "java") return [];
	return outline.fns.flatMap((fn): RecordField[] => {
		const names = fn.form === "class" ? componentsOf(outline, fn) : [];
		if (names.length === 0) return [];
		const made = outline.calls.filter((call) => call.isNew && call.path === fn.name && call.args);
		return made.length === 1 && made[0] ? filled(`${fn.name}`, names, made[0]) : [];
	});
}

function componentsOf(outline: Outline, { range, body, params, children }: Fn): string[] {
	if (!body || !/^[^{(]*\brecord\s/.test(outline.text.slice(range[0], body.range[0]))) return [];
	const list = params ?? children.find((child) => child.kind === "list" && child.role === "names");
	return list?.kind === "list" ? list.items.flatMap(({ value }) => (value?.kind === "ref" ? [value.name] : [])) : [];
}

function filled(type: string, names: readonly string[], { args }: Call): RecordField[] {
	return (args?.items ?? []).flatMap((item, index): RecordField[] => {
		const { value } = item;
		const name = names[index];
		if (
			!value ||
			name === undefined ||
			item.form !== "value" ||
			value.kind === "item" ||
			value.kind === "assign" ||
			value.kind === "guard" ||
			value.kind === "import"
		)
			return [];
		return [{ path: `${type}.${name}()`, item, value }];
	});
}
