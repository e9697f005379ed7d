/** Names that say which class or type they are of: what is read of them is a field of that. */
import { namesIn, namesOf } from "../outline/names";
import { ancestors, contains } from "../outline/questions";
import type { Expr, Fn, Item, List, Outline, Range, Ref } from "../outline/schema";

interface Declaring {
	/** A whole parameter, or a field without a value: `name` and `type`. */
	readonly parameter: RegExp;
	/** A type is another file's: only then is it worth a look. */
	readonly isImported: boolean;
}

const written: Declaring = {
	parameter:
		/^(?:@[\w.]+(?:\([^)]*\))?\s*)*(?:(?:public|private|protected|readonly|override)\s+)*(?:(?<name>[\w$]+)\??|\{[^}]*\})\s*:\s*(?:Readonly<\s*)?(?<type>[A-Z_$][\w$]*)/,
	isImported: false,
};
const typeFirst: Declaring = {
	parameter:
		/^(?:\[[^\]]*\]\s*|@\w+(?:\([^)]*\))?\s*|(?:public|private|protected|internal|static|final|readonly|in|ref)\s+)*(?<type>[A-Z]\w*)\??\s+(?<name>\w+)\s*;?$/,
	isImported: false,
};
const declaring: Readonly<Record<string, Declaring>> = {
	// `settings: Settings`, `settings: Annotated[Settings, Depends(get_settings)]`, `config: LLMConfig | None = None`.
	python: {
		parameter: /^(?<name>\w+)\s*:\s*(?:(?:typing\.)?(?:Annotated|Optional)\[\s*)?["']?(?<type>[A-Za-z_][\w.]*)/,
		isImported: true,
	},
	typescript: written,
	tsx: written,
	// `cfg *config.Config`
	go: { parameter: /^(?<name>\w+)\s+\*?(?<type>(?:\w+\.)?[A-Z]\w*)$/, isImported: false },
	java: typeFirst,
	csharp: typeFirst,
};

interface Typed {
	/** Names of parameters, and of what patterns take out of them: a quick answer for all other names. */
	readonly names: ReadonlySet<string>;
	/** Java's and C#'s fields without a value, by name. */
	readonly fields: ReadonlyMap<string, string>;
}

const nothing: Typed = { names: new Set(), fields: new Map() };
const known = new WeakMap<Outline, Typed>();

function typedIn(outline: Outline): Typed {
	const found = known.get(outline) ?? (declaring[outline.language] ? findTyped(outline) : nothing);
	known.set(outline, found);
	return found;
}

function findTyped(outline: Outline): Typed {
	const names = outline.fns.flatMap(({ params }) =>
		(params?.items ?? []).flatMap((item) =>
			typeOf(outline, item) === undefined ? [] : [nameOf(outline, item) ?? [], ...patternIn(outline, item)].flat(),
		),
	);
	const fields = declaring[outline.language] === typeFirst ? outline.assigns : [];
	const typed = fields.flatMap((assign): [string, string][] => {
		if (assign.declares !== "field" || assign.value || assign.target.kind !== "ref") return [];
		const type = typeFirst.parameter.exec(textOf(outline, (assign.parent ?? assign).range))?.groups?.type;
		return type === undefined ? [] : [[assign.target.name, type]];
	});
	return { names: new Set(names), fields: new Map(typed) };
}

/** Names of this file that may have a type: parameters, patterns, fields. */
export function typedNames(outline: Outline): ReadonlySet<string> {
	const { names, fields } = typedIn(outline);
	return fields.size === 0 ? names : new Set([...names, ...fields.keys()]);
}

/** The path of what a name stands for: `Settings` of a parameter of that class, `Settings.url` of what a pattern takes out of one. */
export function typedPath(outline: Outline, expr: Expr): string | undefined {
	const { names, fields } = typedIn(outline);
	if (names.size === 0 && fields.size === 0) return undefined;
	if (expr.kind === "ref") return pathOfParameter(outline, expr) ?? pathOfField(outline, expr, fields);
	if (expr.kind !== "member" || expr.object.kind !== "ref" || !/^(self|this)$/.test(expr.object.name)) return undefined;
	const given = namesOf(outline).definition(expr)?.value;
	if (given?.kind === "ref") return pathOfParameter(outline, given);
	return fields.get(expr.name) ?? pathOfProperty(outline, expr, expr.name);
}

function pathOfParameter(outline: Outline, ref: Ref): string | undefined {
	if (!typedIn(outline).names.has(ref.name) || namesOf(outline).definitions(ref).length > 0) return undefined;
	for (const up of ancestors(ref)) {
		if (up.kind !== "fn" || !up.params) continue;
		const item = up.params.items.find((one) => saysName(outline, one, ref.name));
		if (item) return contains(up.params.range, ref.range) ? undefined : pathFrom(outline, item, ref.name);
	}
	return undefined;
}

function saysName(outline: Outline, item: Item, name: string): boolean {
	return nameOf(outline, item) === name || patternIn(outline, item).includes(name);
}

function pathFrom(outline: Outline, item: Item, name: string): string | undefined {
	const type = typeOf(outline, item);
	const pattern = patternOf(item);
	if (type === undefined || !pattern) return type;
	const entry = pattern.items.find(
		({ form, value }) => form !== "spread" && value?.kind === "ref" && value.name === name,
	);
	// `{ env: { KEY } }`: nothing says of which type the inner one is.
	return entry && `${type}.${entry.key?.kind === "ref" ? entry.key.name : name}`;
}

/** C#'s `_options` of another method: what the field is declared to be. */
function pathOfField(outline: Outline, ref: Ref, fields: Typed["fields"]): string | undefined {
	const type = fields.get(ref.name);
	const isLocal =
		type !== undefined && [...ancestors(ref)].some((up) => up.kind === "fn" && hasParameter(outline, up, ref.name));
	return isLocal ? undefined : type;
}

function hasParameter(outline: Outline, { params, form }: Fn, name: string): boolean {
	return form === "function" && params !== undefined && namesIn(outline, params).has(name);
}

/** TypeScript's `constructor(private readonly settings: Settings)`. */
function pathOfProperty(outline: Outline, at: Expr, name: string): string | undefined {
	const owner = [...ancestors(at)].find((up) => up.kind === "fn" && up.form === "class");
	const maker = outline.fns.find((fn) => fn.name === "constructor" && owner && contains(owner.range, fn.range));
	const item = maker?.params?.items.find((one) => nameOf(outline, one) === name);
	const isProperty =
		item && /^(?:@[\w.]+(?:\([^)]*\))?\s*)*(?:public|private|protected|readonly)\s/.test(textOf(outline, item.range));
	return isProperty ? typeOf(outline, item) : undefined;
}

function nameOf(outline: Outline, { range }: Item): string | undefined {
	return declaring[outline.language]?.parameter.exec(textOf(outline, range))?.groups?.name;
}

function typeOf(outline: Outline, { range }: Item): string | undefined {
	const how = declaring[outline.language];
	const type = how?.parameter.exec(textOf(outline, range))?.groups?.type;
	if (type === undefined || !how?.isImported) return type;
	return namesOf(outline).imported(type.split(".")[0] ?? type) ? type : undefined;
}

function patternOf({ value }: Item): List | undefined {
	const target = value?.kind === "assign" ? value.target : value;
	return target?.kind === "list" && target.role === "names" ? target : undefined;
}

function patternIn(outline: Outline, item: Item): readonly string[] {
	const pattern = patternOf(item);
	return pattern ? [...namesIn(outline, pattern)] : [];
}

function textOf({ text }: Outline, range: Range): string {
	return text.slice(...range);
}

/** Every field of a typed name that the file says: `Config.BaseURL`, Java's `LlmConfig.key()`. */
export function typedFields(outline: Outline): readonly string[] {
	const names = typedNames(outline);
	if (names.size === 0 || outline.language === "python") return [];
	const members = outline.members.flatMap(({ object, name }) => fieldOf(outline, object, name));
	const calls = outline.calls.flatMap(({ receiver, name }) =>
		receiver ? fieldOf(outline, receiver, `${name}()`) : [],
	);
	const taken = outline.refs.flatMap((ref) => {
		const path = names.has(ref.name) ? typedPath(outline, ref) : undefined;
		return path?.includes(".") ? [path] : [];
	});
	return [...new Set([...members, ...calls, ...taken])];
}

function fieldOf(outline: Outline, object: Expr, name: string): string[] {
	const path = object.kind === "ref" || object.kind === "member" ? typedPath(outline, object) : undefined;
	return path === undefined ? [] : [`${path}.${name}`];
}
