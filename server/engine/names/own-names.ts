/** Names at the top of a file that mean something of a gateway's to whoever takes them. */
import { environmentVariable } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Address } from "../facts/address";
import { clientBehind } from "../facts/client";
import { declarationsIn } from "../facts/declared-names";
import { environmentBehind, isShell, isVariable } from "../facts/environment";
import type { Facts } from "../facts/facts";
import { gatewayOf } from "../facts/gateway";
import type { Header } from "../facts/header";
import { namesOf } from "../outline/names";
import {
	ancestors,
	contains,
	contentOf,
	functionOf,
	keyName,
	statementOf,
	valueIn,
	within,
} from "../outline/questions";
import type { Assign, Expr, Fn, Item, Outline, Range } from "../outline/schema";
import { givenHeaders } from "./given-headers";
import type { Around, Given, Meaning } from "./meaning";
import { takenAt } from "./taken";

/** A name with the places of this file that make it what it is. */
export interface OwnName extends Given {
	/** The whole definition. */
	readonly range: Range;
	/** What must go for the name to go; undefined when it is part of something that stays. */
	readonly item: Item | undefined;
	/** The assignment that makes it, if one does. */
	readonly assign: Assign | undefined;
	readonly addresses: readonly Address[];
	/** Where the variable's name, or the field's, stands. */
	readonly keyNames: readonly Range[];
	readonly headers: readonly Header[];
}

interface Asking {
	readonly outline: Outline;
	readonly facts: Facts;
	readonly around: Around;
	readonly found: OwnName[];
}

interface Place {
	readonly path: string;
	readonly range: Range;
	readonly item: Item | undefined;
	readonly assign: Assign | undefined;
}

const deepest = 5;
/** Nobody imports from these. */
const closed = new Set(["markdown", "notebook"]);
/** Any address, whoever takes it. */
const anyRow: Pick<ClientRow, "kind" | "environment"> = { kind: "request" };

/** @returns the names with a meaning, in document order; of two of one path the later one */
export function ownNames(facts: Facts, around: Around): readonly OwnName[] {
	const { outline } = facts;
	if (isShell(outline) || closed.has(outline.language)) return [];
	const asking: Asking = { outline, facts, around, found: [] };
	for (const assign of outline.assigns) addAssign(asking, assign);
	for (const fn of outline.fns) addFunction(asking, fn);
	addDefault(asking);
	addEnums(asking);
	return [...new Map(asking.found.map((one) => [one.path, one] as const)).values()];
}

function addAssign(asking: Asking, assign: Assign): void {
	if (functionOf(assign) !== undefined) return;
	const item = statementOf(assign);
	const path = exportedPath(assign);
	if (path === undefined) return;
	const prefix = classPath(assign);
	const place = { path: prefix + path, range: assign.range, item: item?.value === assign ? item : undefined, assign };
	if (assign.declares === "field") addField(asking, place, assign);
	if (assign.value) addValue(asking, place, assign.value, 0);
	// `module.exports = { a, b: 1 }`
	if (path === "default" && assign.value?.kind === "list") addEntries(asking, { ...place, path: "" }, assign.value, 0);
}

/** `A = …`, `exports.a = …`, `module.exports = …`; undefined for what nobody can take. */
function exportedPath({ target }: Assign): string | undefined {
	if (target.kind === "ref") return target.name;
	if (target.kind !== "member" || target.object.kind !== "ref") {
		const isExports = target.kind === "member" && target.object.kind === "member" && target.object.name === "exports";
		return isExports ? target.name : undefined;
	}
	// PHP's `const A = …` in a class.
	if (target.object.name === "self") return target.name;
	if (target.object.name === "module" && target.name === "exports") return "default";
	return target.object.name === "exports" ? target.name : undefined;
}

/** `Llm.Config.` of what stands in those classes and modules. */
function classPath(node: Assign | Fn): string {
	const names = [...ancestors(node)].flatMap((up) => (up.kind === "fn" && up.form === "class" ? [up.name ?? ""] : []));
	return names
		.reverse()
		.map((name) => `${name}.`)
		.join("");
}

/** pydantic's `openai_api_key: str`: the field is the variable. */
function addField(asking: Asking, place: Place, assign: Assign): void {
	if (assign.target.kind !== "ref" || !isSettingsClass(asking.outline, assign)) return;
	const { name, nameRange } = assign.target;
	const variable = name.toUpperCase();
	if (!isVariable(variable) || !/key$/.test(environmentVariable(variable)?.row.role ?? "")) return;
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

function addValue(asking: Asking, place: Place, value: Expr, depth: number): void {
	if (depth > deepest) return;
	const { outline, around } = asking;
	const taken = takenAt(outline, value, around.taken);
	if (taken && taken.meaning.kind !== "key") {
		push(asking, place, taken.meaning, {}, [taken.id]);
		return;
	}
	if (value.kind === "list") {
		addHeaders(asking, place, value);
		if (value.role === "map") addEntries(asking, place, value, depth);
		return;
	}
	if (value.kind === "fn") {
		addResult(asking, { ...place, path: place.path }, value);
		return;
	}
	if (addClient(asking, place, value) || addInstance(asking, place, value, depth)) return;
	if (addKey(asking, place, value) || addSchema(asking, place, value)) return;
	addAddress(asking, place, value);
}

function addEntries(asking: Asking, place: Place, list: Extract<Expr, { kind: "list" }>, depth: number): void {
	for (const item of list.items) {
		const name = item.form === "entry" ? keyName(asking.outline, item) : undefined;
		const value = valueIn(item);
		if (name === undefined || !value || !/^[\w$-]+$/.test(name)) continue;
		const path = place.path === "" ? name : `${place.path}.${name}`;
		// `module.exports = { BASE }`: the variable of that name was found already.
		if (value.kind === "ref" && value.name === path) continue;
		const behind = value.kind === "ref" ? (namesOf(asking.outline).value(value) ?? value) : value;
		addValue(asking, { path, range: item.range, item, assign: undefined }, behind, depth + 1);
	}
}

function addAddress(asking: Asking, place: Place, value: Expr): void {
	if (value.kind === "call" && (value.isNew || value.body)) return;
	const row = anyRow as ClientRow;
	const gateway = gatewayOf(asking.outline, row, { value, item: undefined, entry: undefined }, asking.around);
	if (gateway.kind !== "helicone" && gateway.kind !== "concentrate") return;
	const shared = gateway.shared ?? [];
	const plain = gateway.addresses.map(({ str: _str, range: _range, hostRange: _host, ...rest }) => rest);
	const addresses = [...plain, ...shared.flatMap((one) => one.addresses)];
	const meaning: Meaning = { kind: "address", owner: gateway.kind, addresses, isMixed: gateway.isMixed };
	push(
		asking,
		place,
		meaning,
		{ addresses: gateway.addresses },
		shared.map(({ id }) => id),
	);
}

function addKey(asking: Asking, place: Place, value: Expr): boolean {
	const { outline } = asking;
	const read = environmentBehind(outline, value)?.read;
	if (read) {
		const role = environmentVariable(read.name)?.row.role ?? "";
		const isKey = /key$/.test(role) || /CONCENTRATE_API_KEY$/.test(read.name);
		if (isKey) push(asking, place, { kind: "key", variable: read.name, form: "read" }, { keyNames: [read.nameRange] });
		return isKey;
	}
	// pydantic's `Field(env="OPENAI_API_KEY")`, `Field(validation_alias="…")`
	if (value.kind !== "call" || !/^(\w+\.)?(Field|field)$/.test(value.path)) return false;
	const named = within(outline.strings, value.range).find((str) => {
		const name = contentOf(outline, str);
		return isVariable(name) && /key$/.test(environmentVariable(name)?.row.role ?? "");
	});
	if (!named) return false;
	const meaning: Meaning = { kind: "key", variable: contentOf(outline, named), form: "read" };
	push(asking, place, meaning, { keyNames: [named.content] });
	return true;
}

/** `createEnv({…})`, `z.object({…}).parse(process.env)`, `schema.parse(process.env)`. */
function addSchema(asking: Asking, place: Place, value: Expr): boolean {
	if (value.kind !== "call") return false;
	const { outline } = asking;
	const schema = value.receiver && namesOf(outline).value(value.receiver);
	const ranges = [value.range, ...(schema ? [schema.range] : [])];
	const keys = declarationsIn(outline).filter(({ nameRange }) => ranges.some((range) => contains(range, nameRange)));
	for (const name of new Set(keys.map((key) => key.name))) {
		if (!/key$/.test(environmentVariable(name)?.row.role ?? "") && !/CONCENTRATE_API_KEY$/.test(name)) continue;
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

/** `settings = Settings()`, `new Config()`: the fields of that class. */
function addInstance(asking: Asking, place: Place, value: Expr, depth: number): boolean {
	if (value.kind !== "call" || depth > 1) return false;
	const owner = asking.outline.fns.find((fn) => fn.form === "class" && fn.name === value.path);
	if (owner?.body?.kind !== "list") return false;
	for (const item of owner.body.items) {
		const field = item.value;
		if (field?.kind !== "assign" || field.target.kind !== "ref") continue;
		const at: Place = { path: `${place.path}.${field.target.name}`, range: field.range, item, assign: undefined };
		addField(asking, at, field);
		if (field.value) addValue(asking, at, field.value, depth + 1);
	}
	return true;
}

function addClient(asking: Asking, place: Place, value: Expr): boolean {
	const { outline, facts } = asking;
	const client = value.kind === "call" ? clientBehind(outline, value, facts.clients) : undefined;
	const kind = client?.gateway.kind;
	if (!client || client.isGuess || (kind !== "helicone" && kind !== "concentrate")) return false;
	pushClient(asking, place, client, false);
	return true;
}

function pushClient(asking: Asking, place: Place, client: Facts["clients"][number], isCall: boolean): void {
	const { gateway, row, imported } = client;
	if (gateway.kind !== "helicone" && gateway.kind !== "concentrate") return;
	const addresses = [...gateway.addresses, ...(gateway.shared ?? []).flatMap((one) => one.addresses)];
	const isGateway = imported?.isGateway ?? addresses.some((one) => one.row?.mode === "gateway");
	const meaning: Meaning = { kind: "client", row: row.id, gateway: gateway.kind, isCall, isGateway };
	push(asking, place, meaning, {}, imported ? [imported.id] : []);
}

function addFunction(asking: Asking, fn: Fn): void {
	if (fn.form !== "function" || fn.name === undefined || functionOf(fn) !== undefined) return;
	const item = statementOf(fn);
	const place = {
		path: classPath(fn) + fn.name,
		range: fn.range,
		item: item?.value === fn ? item : undefined,
		assign: undefined,
	};
	addResult(asking, place, fn);
}

/** What calling a function gives: headers, or the one client that it makes. */
function addResult(asking: Asking, place: Place, fn: Fn): void {
	const called = { ...place, path: `${place.path}()` };
	const inside = asking.facts.clients.filter(
		(client) => client.call && contains(fn.range, client.range) && isReturned(asking.outline, client.call),
	);
	if (inside.length === 1 && inside[0]) pushClient(asking, called, inside[0], true);
	addHeaders(asking, called, fn);
	const settings =
		fn.body && within(asking.outline.calls, fn.body.range).find((call) => isReturned(asking.outline, call));
	if (settings) addInstance(asking, called, settings, 1);
}

/** `return new OpenAI(…)`, also through a variable of the function. */
function isReturned(outline: Outline, expr: Expr): boolean {
	const { parent } = expr;
	if (parent?.kind === "opaque") return parent.type.startsWith("return");
	if (parent?.kind === "fn") return parent.body === expr;
	if (parent?.kind === "item") return outline.language === "ruby" || outline.language === "rust";
	if (parent?.kind !== "assign" || parent.target.kind !== "ref") return false;
	return namesOf(outline)
		.uses(parent)
		.some((use) => use.parent?.kind === "opaque" && use.parent.type.startsWith("return"));
}

function addHeaders(asking: Asking, place: Place, value: Expr): void {
	const made = givenHeaders(asking.outline, asking.facts, value);
	if (!made) return;
	push(asking, place, { kind: "headers", isCall: value.kind === "fn", isAll: made.isAll }, { headers: made.headers });
}

/** `export default {…}`. */
function addDefault(asking: Asking): void {
	const { outline } = asking;
	for (const item of outline.root.items) {
		const value = valueIn(item);
		if (!value || value.kind === "fn" || !/^export\s+default\b/.test(outline.text.slice(...item.range).slice(0, 40)))
			continue;
		const behind = value.kind === "ref" ? (namesOf(outline).value(value) ?? value) : value;
		addValue(asking, { path: "default", range: item.range, item: undefined, assign: undefined }, behind, 0);
	}
}

/** `enum Hosts { HELICONE = "https://…" }`. */
function addEnums(asking: Asking): void {
	for (const list of asking.outline.lists) {
		const owner = list.role === "members" && list.parent?.kind === "opaque" ? list.parent : undefined;
		const name = owner && /enum/.test(owner.type) ? owner.children.find((child) => child.kind === "ref") : undefined;
		if (name?.kind === "ref")
			addEntries(asking, { path: name.name, range: list.range, item: undefined, assign: undefined }, list, 0);
	}
}

type Parts = Partial<Pick<OwnName, "addresses" | "keyNames" | "headers">>;

function push(asking: Asking, place: Place, meaning: Meaning, parts: Parts, on: readonly string[] = []): void {
	asking.found.push({ ...place, meaning, on, addresses: [], keyNames: [], headers: [], ...parts });
}
