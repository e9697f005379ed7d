/**
 * What a client is given besides its arguments: links of its chain (`.baseUrl(u)`), option functions among its arguments
 * (`option.WithBaseURL(u)`), setters and assignments on the variable that holds it (`req.Header.Set(…)`, `config.BaseURL = u`).
 */
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import { sectionsOn } from "../outline/cascaded";
import { doneInBody } from "../outline/done-in-body";
import { type Carrier, type Entry, entriesOf } from "../outline/entries";
import { headerConstant } from "../outline/header-constant";
import { usesWhileHeld } from "../outline/held";
import { labelledHeader } from "../outline/labelled-header";
import { unwrapMaker } from "../outline/makers";
import { namesOf } from "../outline/names";
import { ancestors, functionOf, listOf, positional, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Item, Node, Outline } from "../outline/schema";
import type { Filled } from "./slot";

/** One such call. */
export interface Link {
	readonly call: Call;
	/** From the client on: `baseUrl`, `Header.Set`; of an option function its own name. */
	readonly path: string;
	readonly carrier: Carrier;
	/** It happens only under a condition. */
	readonly guarded: boolean;
	/** Variables whose definition it was found in. */
	readonly via: readonly Assign[];
}

/** `config.BaseURL = …` by the path behind the variable. */
export interface Setting {
	readonly path: string;
	readonly assign: Assign;
	readonly guarded: boolean;
}

export interface Given {
	/** The client's call with all links of its chain. */
	readonly whole: Expr;
	readonly links: readonly Link[];
	readonly settings: readonly Setting[];
}

const known = new WeakMap<Call, Given>();

/** Everything that a call is given besides its arguments. */
export function givenTo(outline: Outline, call: Call): Given {
	let given = known.get(call);
	if (!given) {
		given = collect(outline, call);
		known.set(call, given);
	}
	return given;
}

function collect(outline: Outline, call: Call): Given {
	const links: Link[] = [];
	const settings: Setting[] = [];
	const whole = climb(call, links, false);
	for (const one of [call, ...links.map((link) => link.call)]) collectBody(outline, one, links);
	for (const item of call.args?.items ?? []) collectOptions(outline, call, valueIn(item), [], links);
	collectSections(outline, whole, false, links, settings);
	const assign = whole.parent;
	if (assign?.kind === "assign" && assign.value === whole) collectUses(outline, assign, links, settings);
	return { whole, links, settings };
}

/** Up a chain of calls from its first one. @returns the last one */
function climb(from: Expr, links: Link[], guarded: boolean): Expr {
	let top = from;
	for (let up = top.parent; up?.kind === "call" && up.receiver === top; up = up.parent) {
		links.push({ call: up, path: up.name, carrier: carrierOfSetter(up), guarded, via: [] });
		top = up;
	}
	// sttp's `.auth.bearer(key)`
	const field = top.parent;
	const next = field?.kind === "member" && field.object === top && field.name === "auth" ? field.parent : undefined;
	if (field?.kind !== "member" || next?.kind !== "call" || next.receiver !== field) return top;
	links.push({ call: next, path: `auth.${next.name}`, carrier: carrierOfSetter(next), guarded, via: [] });
	return climb(next, links, guarded);
}

/** `.apply { header("A", b) }`, `client.post(u) { header("A", b) }`. */
function collectBody(outline: Outline, call: Call, links: Link[]): void {
	for (const { node, guarded } of doneInBody(outline, call)) {
		if (node.kind !== "call") continue;
		links.push({ call: node, path: node.path, carrier: carrierOfSetter(node), guarded, via: [] });
		climb(node, links, guarded);
	}
}

/** Dart's `Dio()..options.baseUrl = u..interceptors.add(i)`. */
function collectSections(outline: Outline, value: Expr, guarded: boolean, links: Link[], settings: Setting[]): void {
	for (const { path, node } of sectionsOn(outline, value)) {
		if (node.kind === "call") links.push({ call: node, path, carrier: carrierOfSetter(node), guarded, via: [] });
		else if (node.target.kind === "member") settings.push({ path, assign: node, guarded });
	}
}

/** `option.WithX(…)` as an argument, in a list that is spread, or appended to that list. */
function collectOptions(
	outline: Outline,
	client: Call,
	value: Expr | undefined,
	via: readonly Assign[],
	links: Link[],
): void {
	if (value?.kind === "call") {
		const guarded = isUnderGuard(value, client);
		links.push({ call: value, path: value.path, carrier: carrierOfSetter(value), guarded, via });
	} else if (value?.kind === "list" && value.role === "seq") {
		for (const item of value.items) collectOptions(outline, client, valueIn(item), via, links);
	} else if (value?.kind === "ref" && via.length < 4) {
		for (const assign of namesOf(outline).definitions(value)) {
			if (via.includes(assign)) continue;
			const made = assign.value;
			if (made?.kind === "list") collectOptions(outline, client, made, [...via, assign], links);
			else if (made?.kind === "call" && made.name === "append")
				for (const item of made.args?.items.slice(1) ?? [])
					collectOptions(outline, client, valueIn(item), [...via, assign], links);
		}
	}
}

function collectUses(outline: Outline, assign: Assign, links: Link[], settings: Setting[]): void {
	for (const use of usesWhileHeld(outline, assign)) {
		const guarded = functionOf(use) !== functionOf(assign) || isUnderGuard(use, assign);
		collectSections(outline, use, guarded, links, settings);
		const segments: string[] = [];
		let at: Expr = use;
		for (let up = at.parent; up?.kind === "member" && up.object === at; up = up.parent) {
			segments.push(up.name);
			at = up;
		}
		const above = at.parent;
		if (above?.kind === "assign" && above.target === at && segments.length > 0) {
			settings.push({ path: segments.join("."), assign: above, guarded });
		} else if (above?.kind === "call" && above.receiver === at) {
			const path = [...segments, above.name].join(".");
			links.push({ call: above, path, carrier: carrierOfSetter(above), guarded, via: [] });
			climb(above, links, guarded);
		}
	}
}

function isUnderGuard(node: Node, origin: Node | undefined): boolean {
	const around = new Set(origin ? ancestors(origin) : []);
	return [...ancestors(node)].some((up) => (up.kind === "guard" || up.kind === "either") && !around.has(up));
}

/** An option function goes with its place in the list; anything else is a link or a statement. */
export function carrierOfSetter(call: Call): Carrier {
	const item = call.parent;
	if (item?.kind !== "item" || item.value !== call || !/^with_?[A-Z_]?/i.test(call.name)) return { kind: "call", call };
	const role = listOf(item)?.role;
	return role === "args" || role === "seq" ? { kind: "item", item } : { kind: "call", call };
}

type Kind = keyof NonNullable<ClientRow["links"]>;

/** The links of one kind, in source order. */
function linksOf(outline: Outline, call: Call, row: ClientRow, kind: Kind): readonly Link[] {
	const wanted = row.links?.[kind];
	if (!wanted) return [];
	return givenTo(outline, call).links.filter((link) => wanted.some((name) => isNamed(link, splitName(name).name)));
}

/** `post@1` is the second argument of `post`. */
function splitName(written: string): { readonly name: string; readonly argument: number } {
	const [name = "", argument = "0"] = written.split("@");
	return { name, argument: Number(argument) };
}

/** A table's name is the end of the path; a package may have another name in this file: `option.WithAPIKey`. */
function isNamed(link: Link, name: string): boolean {
	if (link.path === name || link.path.endsWith(`.${name}`)) return true;
	return link.carrier.kind === "item" && link.call.name === name.slice(name.lastIndexOf(".") + 1);
}

/** What the last link of a kind gives; the first name of the table that is there counts: a base before a path. */
export function linked(outline: Outline, call: Call, row: ClientRow, kind: Kind): Filled | undefined {
	const links = linksOf(outline, call, row, kind);
	const [first] = (row.links?.[kind] ?? []).flatMap((written) => {
		const { name, argument } = splitName(written);
		const found = links.findLast((one) => isNamed(one, name));
		return found ? [{ link: found, argument }] : [];
	});
	const link = first?.link;
	const value = first && valueIn(positional(first.link.call, first.argument));
	if (!link || !value) return undefined;
	const item: Item | undefined = link.carrier.kind === "item" ? link.carrier.item : undefined;
	return { value: unwrapMaker(value), item, entry: undefined, link, guarded: link.guarded };
}

/** Every header that links give, one by one or as a map. */
export function linkedHeaders(outline: Outline, call: Call, row: ClientRow): Entry[] {
	const single = linksOf(outline, call, row, "header").flatMap(({ call: setter, carrier, guarded, via }): Entry[] => {
		const labelled = labelledHeader(outline, setter);
		const key = labelled?.name ?? valueIn(positional(setter, 0));
		const value = labelled ? labelled.value : valueIn(positional(setter, 1));
		const name = key && nameOf(outline, key);
		return key ? [{ name, key, value, carrier, guarded, via }] : [];
	});
	const maps = linksOf(outline, call, row, "headers").flatMap((link) =>
		// java.net.http's `.headers("A", b, "C", d)`
		entriesOf(
			outline,
			link.call.args?.stride === 2 ? link.call : (link.call.init ?? valueIn(positional(link.call, 0))),
		),
	);
	return [...single, ...maps];
}

function nameOf(outline: Outline, key: Expr): string | undefined {
	const value = namesOf(outline).value(key);
	const constant = key.kind === "ref" || key.kind === "member" ? key.name : "";
	const known = value?.kind === "string" ? undefined : headerConstant(key);
	if (known !== undefined) return known;
	// `http::header::AUTHORIZATION`
	if (outline.language === "rust" && value?.kind !== "string" && /^[A-Z_]+$/.test(constant))
		return constant.toLowerCase().replaceAll("_", "-");
	return value?.kind === "string" && value.holes.length === 0 ? outline.text.slice(...value.content) : undefined;
}

/** The last setting at one of the paths. */
export function setTo(outline: Outline, call: Call, path: string): Filled | undefined {
	const setting = givenTo(outline, call).settings.findLast((one) => one.path === path);
	const value = setting?.assign.value;
	if (!setting || !value) return undefined;
	const item = setting.assign.parent?.kind === "item" ? setting.assign.parent : undefined;
	return { value, item, entry: undefined, guarded: setting.guarded };
}
