/**
 * Names that a program declares for its environment, and reads through an object of its own: pydantic's settings classes
 * (a field's name is the variable's), schemas of zod, envalid and the like, types such as `interface Env`. Declaration, reads
 * and the variable's definition are renamed together, or not at all.
 */
import { environmentVariable } from "../../../shared/mappings";
import { namesOf } from "../outline/names";
import { ancestors, contains, contentOf, keyName, listOf, positional, valueIn, within } from "../outline/questions";
import type { Assign, Call, Expr, Fn, Item, Member, Outline, Range } from "../outline/schema";
import { isEnvironment, isShell, isVariable } from "./environment-spelling";

/** What checks an environment against a schema: its keys are the variables' names (zod, t3-env, envalid, joi, yup, valibot). */
const schemas = /^(z\.object|z\.strictObject|createEnv|cleanEnv|envsafe|Joi\.object|yup\.object|v\.object)$/;

export interface Declaration {
	readonly name: string;
	readonly nameRange: Range;
	readonly node: Expr;
	/** Other files may import what holds it. */
	readonly isExported: boolean;
	/** Only a type says so: nothing is checked when the program starts. */
	readonly isType: boolean;
}

/** Every name that a schema, a settings class or a type of the file declares, of whatever product. */
export function declarationsIn(outline: Outline): Declaration[] {
	return isShell(outline) ? [] : [...schemaKeys(outline), ...settingsFields(outline)];
}

function schemaKeys(outline: Outline): Declaration[] {
	return outline.items.flatMap((item) => {
		const key = item.key;
		const role = listOf(item)?.role;
		if (item.form !== "entry" || key?.kind !== "ref" || !isVariable(key.name)) return [];
		// A type declares it: `interface Env { HELICONE_API_KEY: string }` of a worker, `ProcessEnv`.
		const isDeclared = role === "members";
		const above = [...ancestors(item)];
		const inSchema =
			role === "map" && above.some((up) => up.kind === "call" && (isSchema(up) || isChecked(outline, up)));
		const isExported = above.some((up) => up.kind === "assign" && up.exported);
		return isDeclared || inSchema
			? [{ name: key.name, nameRange: key.nameRange, node: key, isExported, isType: isDeclared }]
			: [];
	});
}

function isSchema(expr: Expr | undefined): boolean {
	return expr?.kind === "call" && schemas.test(expr.path);
}

/** `schema.parse({ HELICONE_API_KEY: process.env.HELICONE_API_KEY })`: what is checked has the schema's keys. */
function isChecked(outline: Outline, { name, receiver }: Call): boolean {
	if (!receiver || !/^(parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|cast)$/.test(name)) return false;
	return isSchema(namesOf(outline).value(receiver));
}

/** `class Settings(BaseSettings): helicone_api_key: str`, unless the class or the field names the variable in another way. */
function settingsFields(outline: Outline): Declaration[] {
	if (outline.language !== "python" || !outline.text.includes("BaseSettings")) return [];
	return outline.assigns.flatMap((assign) => {
		const { target } = assign;
		if (assign.declares !== "field" || target.kind !== "ref" || !isField(outline, assign)) return [];
		return [{ name: target.name, nameRange: target.nameRange, node: target, isExported: false, isType: false }];
	});
}

function isField(outline: Outline, assign: Assign): boolean {
	const [owner] = [...ancestors(assign)].filter((up) => up.kind === "fn");
	if (owner?.form !== "class" || !isSettingsClass(outline, owner)) return false;
	const given = assign.value?.kind === "call" ? assign.value.args : undefined;
	return !given?.items.some((item) => /^(alias|validation_alias|env)$/.test(keyName(outline, item) ?? ""));
}

function isSettingsClass(outline: Outline, { children, range }: Fn): boolean {
	const bases = children.flatMap((child) => within(outline.refs, child.range));
	if (!bases.some(({ name }) => name === "BaseSettings")) return false;
	return !/\benv_prefix\b/.test(outline.text.slice(...range));
}

/** `settings.helicone_api_key`, `env.HELICONE_API_KEY`: a member with a declared name, on whatever object. */
function membersNamed(outline: Outline, name: string): readonly Member[] {
	return outline.members.filter((member) => member.name === name && !isEnvironment(outline, member.object));
}

/** Every place of the file that says a declared name: to be renamed together. */
export function placesOf(outline: Outline, name: string): Range[] {
	const declared = declarationsIn(outline).filter((one) => one.name === name);
	const reads = membersNamed(outline, name).filter((member) => !declared.some(({ node }) => node === member));
	return [
		...declared.map((one) => one.nameRange),
		...reads.map((member) => member.nameRange),
		...argumentsNamed(outline, name).map(({ key, range }) => key?.range ?? range),
	];
}

/** The places of a name that the file declares and that no other file can import; undefined for any other name. */
export function placesOfOwn(outline: Outline, name: string): Range[] | undefined {
	const declared = declarationsIn(outline).filter((one) => one.name === name);
	return declared.length === 0 || declared.some(({ isExported }) => isExported) ? undefined : placesOf(outline, name);
}

/** `Settings(helicone_api_key="x")`: what a settings class is given by name. */
function argumentsNamed(outline: Outline, name: string): Item[] {
	if (outline.language !== "python") return [];
	return outline.calls
		.filter((call) => /(^|\.)\w*(Settings|Config)$/.test(call.path))
		.flatMap((call) =>
			(call.args?.items ?? []).filter((item) => item.form === "entry" && keyName(outline, item) === name),
		);
}

/** Helicone's names that the file uses in a way that cannot be followed: `getattr(settings, "…")`, `const { NAME } = env`. */
export function entangledNames(outline: Outline): string[] {
	if (isShell(outline)) return [];
	const strings = outline.strings
		.filter((str) => str.holes.length === 0 && isLookedUp(str))
		.map((str) => contentOf(outline, str));
	const taken = outline.assigns.flatMap(({ target, value }) =>
		target.kind === "list" && value && !isEnvironment(outline, value)
			? target.items.flatMap((item) => (item.key?.kind === "ref" ? [item.key.name] : []))
			: [],
	);
	return [
		...new Set(
			[...strings, ...taken, ...namesForInterface(outline), ...namesInHeaderLines(outline)].filter(isHelicones),
		),
	];
}

/** A file that speaks to Helicone's own interface goes on reading Helicone's key for it. */
function namesForInterface({ text, members }: Outline): string[] {
	if (!/\bapi(\.\w+)?\.(helicone\.ai|hconeai\.com)|helicone\.ai\/api\/graphql/.test(text)) return [];
	return members.map(({ name }) => name);
}

/** `ANTHROPIC_CUSTOM_HEADERS = "Helicone-Auth: Bearer ${env.HELICONE_API_KEY}\\n…"`: lines that stay Helicone's, and so does what they hold. */
function namesInHeaderLines(outline: Outline): string[] {
	return outline.strings.flatMap((str) => {
		const text = str.holes.length > 0 && str.parent?.kind === "assign" ? contentOf(outline, str) : "";
		return /helicone-auth\s*:[^\n]*\\n/i.test(text)
			? (text.match(/[A-Z][A-Z0-9_]*HELICONE\w*|HELICONE_\w+/g) ?? [])
			: [];
	});
}

/** The second argument of `getattr`, the key of a subscript on an object of the program's own. */
function isLookedUp({ parent, range }: Expr): boolean {
	if (parent?.kind === "index") return parent.object.kind !== "member" && !/environ$|env$/.test(nameOf(parent.object));
	const call = parent?.kind === "item" && parent.parent?.kind === "list" ? parent.parent.parent : undefined;
	return call?.kind === "call" && isAttributeReader(call, range);
}

function nameOf(expr: Expr): string {
	return expr.kind === "ref" || expr.kind === "member" ? expr.name : "";
}

function isAttributeReader(call: Call, at: Range): boolean {
	const second = valueIn(positional(call, 1));
	return /^(getattr|setattr|hasattr)$/.test(call.name) && second !== undefined && contains(second.range, at);
}

/** Helicone's variable by its name, in capitals or as a settings field spells it. */
export function isHelicones(name: string): boolean {
	return /helic/i.test(name) && environmentVariable(name)?.row.role.startsWith("helicone-") === true;
}
