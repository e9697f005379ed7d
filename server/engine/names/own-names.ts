/** Names at the top of a file that mean something of a gateway's to whoever takes them. */
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import { clientBehind } from "../facts/client";
import { isShell } from "../facts/environment";
import type { Facts } from "../facts/facts";
import { gatewayOf } from "../facts/gateway";
import { isHeaderName } from "../facts/header";
import { isGatewaySlug } from "../facts/stray-slug";
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
import type { Assign, Expr, Fn, Outline } from "../outline/schema";
import { givenHeaders } from "./given-headers";
import { configuration } from "./laravel-config";
import type { Around, Meaning } from "./meaning";
import { addField, addKey, addSchema } from "./own-keys";
import { type Asking, type OwnName, type Place, push } from "./own-name";
import { takenAt } from "./taken";
import { isAnnotated, recordFields, typedValues } from "./typed-values";

export type { OwnName } from "./own-name";

const deepest = 5;
/** Nobody imports from these. */
const closed = new Set(["markdown", "notebook"]);
/** Any address, whoever takes it. */
const anyRow: Pick<ClientRow, "kind" | "environment"> = { kind: "request" };

/** @returns the names with a meaning, in document order; of two of one path the later one */
export function ownNames(facts: Facts, around: Around, uri: string): readonly OwnName[] {
	const { outline } = facts;
	if (isShell(outline) || closed.has(outline.language)) return [];
	const asking: Asking = { outline, facts, around, found: [] };
	for (const assign of outline.assigns) addAssign(asking, assign);
	for (const fn of outline.fns) addFunction(asking, fn);
	addTyped(asking);
	addDefault(asking);
	addEnums(asking);
	const settings = configuration(outline, uri);
	const whole = { range: settings?.list.range ?? [0, 0], item: undefined, assign: undefined } as const;
	if (settings) addEntries(asking, { path: settings.path, ...whole }, settings.list, 0);
	return [...new Map(asking.found.map((one) => [one.path, one] as const)).values()];
}

function addAssign(asking: Asking, assign: Assign): void {
	if (functionOf(assign) !== undefined) return;
	const item = statementOf(assign);
	const path = exportedPath(assign);
	if (path === undefined) return;
	const prefix = classPath(assign);
	const mayGo = item?.value === assign && !isProperty(asking.outline, assign);
	const place = { path: prefix + path, range: assign.range, item: mayGo ? item : undefined, assign };
	if (assign.declares === "field") addField(asking, place, assign);
	if (assign.value) addValue(asking, place, assign.value, 0);
	// `module.exports = { a, b: 1 }`
	if (path === "default" && assign.value?.kind === "list") addEntries(asking, { ...place, path: "" }, assign.value, 0);
}

/** A field of objects, not of the class: C#'s `new Options { Key = … }` or a stand-in of the same type may give it. */
function isProperty({ text, language }: Outline, { declares, target, value, range, parent }: Assign): boolean {
	if (declares !== "field" || !value) return false;
	if (language === "csharp") return text.slice(target.range[1], value.range[0]).includes("{");
	const before = text.slice(parent?.range[0] ?? range[0], target.range[0]);
	return /^(typescript|tsx)$/.test(language) && !/\bstatic\b/.test(before);
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
	if (addKey(asking, place, value) || addSchema(asking, place, value) || addWord(asking, place, value)) return;
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
		// What a type asks for must stay.
		const mayGo = isAnnotated(asking.outline, list) ? undefined : item;
		addValue(asking, { path, range: item.range, item: mayGo, assign: undefined }, behind, depth + 1);
	}
}

/** By its type too: `LlmConfig.url` of `const config: LlmConfig = { url }`. */
function addTyped(asking: Asking): void {
	const { outline } = asking;
	for (const { type, list } of typedValues(outline))
		addEntries(asking, { path: type, range: list.range, item: undefined, assign: undefined }, list, 0);
	for (const { path, item, value } of recordFields(outline))
		addValue(asking, { path, range: item.range, item: undefined, assign: undefined }, value, 0);
}

/** The name of a header, or a model. */
function addWord(asking: Asking, place: Place, value: Expr): boolean {
	if (value.kind !== "string" || value.holes.length > 0) return false;
	const text = contentOf(asking.outline, value);
	if (isHeaderName(text)) push(asking, place, { kind: "header-name", name: text }, { strings: [value] });
	else if (isGatewaySlug(text)) push(asking, place, { kind: "slug", slug: text }, { strings: [value] });
	else return false;
	return true;
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
