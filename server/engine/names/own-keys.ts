/** Keys that a file holds for others: reads of the environment, fields of settings classes, names of a schema. */
import { environmentVariable } from "../../../shared/mappings";
import { declarationsIn } from "../facts/declared-names";
import { environmentBehind, isVariable } from "../facts/environment";
import { namesOf } from "../outline/names";
import { ancestors, contains, contentOf, within } from "../outline/questions";
import type { Assign, Expr, Outline } from "../outline/schema";
import type { Meaning } from "./meaning";
import { type Asking, type Place, push } from "./own-name";

/** pydantic's `openai_api_key: str`: the field is the variable. */
export function addField(asking: Asking, place: Place, assign: Assign): void {
	if (assign.target.kind !== "ref" || !isSettingsClass(asking.outline, assign)) return;
	const { name, nameRange } = assign.target;
	const variable = name.toUpperCase();
	if (!isVariable(variable) || !isKeyName(variable)) return;
	if (
		assign.value &&
		within(asking.outline.strings, assign.value.range).some((str) => isVariable(contentOf(asking.outline, str)))
	)
		return;
	push(asking, place, { kind: "key", variable, form: "field" }, { keyNames: [nameRange] });
}

function isSettingsClass(outline: Outline, assign: Assign): boolean {
	const owner = [...ancestors(assign)].find((up) => up.kind === "fn" && up.form === "class");
	if (owner?.kind !== "fn") return false;
	const head = outline.text.slice(owner.range[0], owner.body?.range[0] ?? owner.range[1]);
	return /Settings|BaseModel|Config\b/.test(head);
}

/** A read of the environment that gives a key. */
export function addKey(asking: Asking, place: Place, value: Expr): boolean {
	const { outline } = asking;
	const read = environmentBehind(outline, value)?.read;
	if (read) {
		const isKey = isKeyName(read.name) || isMovedKey(read.name);
		if (isKey) push(asking, place, { kind: "key", variable: read.name, form: "read" }, { keyNames: [read.nameRange] });
		return isKey;
	}
	// pydantic's `Field(env="OPENAI_API_KEY")`, `Field(validation_alias="…")`
	if (value.kind !== "call" || !/^(\w+\.)?(Field|field)$/.test(value.path)) return false;
	const named = within(outline.strings, value.range).find((str) => {
		const name = contentOf(outline, str);
		return isVariable(name) && isKeyName(name);
	});
	if (!named) return false;
	const meaning: Meaning = { kind: "key", variable: contentOf(outline, named), form: "read" };
	push(asking, place, meaning, { keyNames: [named.content] });
	return true;
}

/** `createEnv({…})`, `z.object({…}).parse(process.env)`, `schema.parse(process.env)`. */
export function addSchema(asking: Asking, place: Place, value: Expr): boolean {
	if (value.kind !== "call") return false;
	const { outline } = asking;
	const schema = value.receiver && namesOf(outline).value(value.receiver);
	const ranges = [value.range, ...(schema ? [schema.range] : [])];
	const keys = declarationsIn(outline).filter(({ nameRange }) => ranges.some((range) => contains(range, nameRange)));
	for (const name of new Set(keys.map((key) => key.name))) {
		if (!isKeyName(name) && !isMovedKey(name)) continue;
		const spoken = outline.members.filter(
			(member) => member.name === name && ranges.some((range) => contains(range, member.range)),
		);
		const keyNames = [
			...keys.filter((key) => key.name === name).map((key) => key.nameRange),
			...spoken.map((member) => member.nameRange),
		].sort((a, b) => a[0] - b[0]);
		const here = { ...place, path: `${place.path}.${name}`, item: undefined };
		push(asking, here, { kind: "key", variable: name, form: "field" }, { keyNames });
	}
	return keys.length > 0;
}

/** A variable that the tables know as a key: of Helicone's, or of a provider's. */
export function isKeyName(variable: string): boolean {
	return /key$/.test(environmentVariable(variable)?.row.role ?? "");
}

function isMovedKey(variable: string): boolean {
	return /CONCENTRATE_API_KEY$/.test(variable);
}
