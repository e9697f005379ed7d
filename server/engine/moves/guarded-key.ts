/**
 * The key of a client whose address is Helicone's only under a condition. Under it the client goes to Concentrate and wants
 * Concentrate's key; otherwise it goes where it went, with the key that it had.
 */

import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { lineStart } from "../edits/lines";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { environmentRead } from "../facts/environment";
import { gatewayOf } from "../facts/gateway";
import type { Filled } from "../facts/slot";
import { nothingAround } from "../names/meaning";
import { namesOf } from "../outline/names";
import { ancestors, contains, functionOf, listOf, pathOf, within } from "../outline/questions";
import type { Assign, Either, Expr, Item, List, Node, Outline, Range } from "../outline/schema";
import { keyInLink } from "./guarded-link";
import { isInReach, keyExpression } from "./header-key";
import { keySlot } from "./key-place";
import type { KeyAsker, KeyPlan } from "./key-plan";
import { inPlace } from "./key-text";

type Choose = (test: string, yes: string, no: string) => string;

const ternary: Choose = (test, yes, no) => (test === yes ? `${yes} || ${no}` : `${test} ? ${yes} : ${no}`);
const plainTernary: Choose = (test, yes, no) => `${test} ? ${yes} : ${no}`;
const ifElse: Choose = (test, yes, no) => `if (${test}) ${yes} else ${no}`;
/** Languages that spell a choice as a value. */
const choices: Readonly<Record<string, Choose>> = {
	javascript: ternary,
	typescript: ternary,
	tsx: ternary,
	csharp: plainTernary,
	java: plainTernary,
	dart: plainTernary,
	php: plainTernary,
	ruby: plainTernary,
	swift: plainTernary,
	kotlin: ifElse,
	scala: ifElse,
	python: (test, yes, no) => (test === yes ? `${yes} or ${no}` : `${yes} if ${test} else ${no}`),
};

/** Languages whose strings can hold a choice between reads. */
const choosesInText = new Set(["javascript", "typescript", "tsx", "python", "ruby", "dart", "kotlin", "swift"]);

/** @returns undefined when no condition decides on the address, or none that can be followed */
export function guardedKey(asker: KeyAsker, client: Client, plan: KeyPlan): KeyPlan | undefined {
	if (isHelicones(plan) || !client.address) return undefined;
	if (isUnderOneGuard(client)) return plan.certainty === "done" ? undefined : { ...plan, followsGuard: true };
	if (plan.certainty === "done" && !plan.shared) return undefined;
	// Whose key it is, nobody knows: it is not exchanged without being asked.
	const isUnknown = plan.certainty === "unsure" && plan.subject !== "no key" && plan.operations.length === 0;
	if (isUnknown && !plan.shared) return undefined;
	const read = plan.fromHeader ?? asker.writer.environment(gateway.keyVariable, asker.outline);
	const operations =
		inSpread(asker, client, read) ??
		inStatement(asker, client, read) ??
		keyInLink(asker.outline, client, read) ??
		byChoice(asker, client, read);
	if (!operations) return undefined;
	const isSure = plan.certainty !== "unsure" || plan.subject === "no key";
	return {
		...plan,
		operations,
		...(isSure ? { certainty: "sure" as const, reason: undefined } : {}),
		...(plan.fromHeader === undefined ? { writesRead: true } : {}),
		via: undefined,
		variable: undefined,
		followsGuard: true,
		keepsOld: true,
	};
}

/** On the AI gateway the key is Helicone's: what decides on the address decides on it as well, in the program's own way. */
function isHelicones({ variable, subject }: KeyPlan): boolean {
	return /HELICONE/i.test(variable ?? subject);
}

/** Address and key stand in the same branch: they are there together, or not at all. */
function isUnderOneGuard({ address, key, call }: Client): boolean {
	if (!address || !key) return false;
	const own = guardAround(address.value, call);
	return own !== undefined && own === guardAround(key.value, call);
}

/** The branch that a node stands in, below the client's call or else below its function. */
function guardAround(node: Node, call: Node | undefined): Node | undefined {
	let below: Node = node;
	for (const up of ancestors(node)) {
		if (up === call || (up.kind === "fn" && up.form === "function")) return undefined;
		if (up.kind === "guard" && !contains(up.test.range, below.range)) return below;
		if (up.kind === "either" && up.form !== "or" && up.test !== below) return below;
		below = up;
	}
	return undefined;
}

/** `...(test && { baseURL, apiKey })`: the key joins the address, if it comes later than the one it takes the place of. */
function inSpread(asker: KeyAsker, client: Client, read: string): Operation[] | undefined {
	const { outline } = asker;
	const item = client.address?.item;
	const list = item && listOf(item);
	const name = siblingKey(client, item);
	if (!item || !list || name === undefined || outline.language === "python") return undefined;
	const spread = spreadAround(list);
	const key = client.key?.item;
	if (!spread || (key && (listOf(key) !== listOf(spread) || key.range[0] > spread.range[0]))) return undefined;
	return [{ op: "put", list, path: [name], value: innerChoice(asker, client, read), after: item }];
}

/** What is spread may go elsewhere still: `const baseURL = proxied ? "…" : process.env.OPENAI_BASE_URL`. */
function innerChoice(asker: KeyAsker, client: Client, read: string): string {
	const { outline } = asker;
	const spell = choices[outline.language];
	const either = client.address && eitherBehind(outline, client.address.value);
	const old = client.key && outline.text.slice(...client.key.value.range);
	if (!spell || !either || !isElsewhere(either.else) || old === undefined || either.form === "and") return read;
	if (!leadsToHelicone(asker, client, either.then) || !isInReach(outline, either.test, client.address.value))
		return read;
	return spell(renamedTest(asker, either.test).text, read, old);
}

/** The other side is an address, not the absence of one. */
function isElsewhere(side: Expr | undefined): boolean {
	return side !== undefined && !(side.kind === "ref" && /^(undefined|null|None|nil)$/.test(side.name));
}

function spreadAround(list: List): Item | undefined {
	if (list.role !== "map" || list.parent?.kind !== "either") return undefined;
	const up = list.parent.parent;
	return up?.kind === "item" && up.form === "spread" ? up : undefined;
}

/** The key's own name beside the address; undefined when the row has it somewhere else. */
function siblingKey(client: Client, address: Item | undefined): string | undefined {
	const slot = keySlot(client);
	const written = address?.value?.kind === "assign" ? address.value.target : address?.key;
	const name = written?.kind === "member" || written?.kind === "ref" ? written.name : client.address?.entry?.name;
	const own = client.row.slots.address.find((one) => lastOf(one) === name);
	if (slot === undefined || own === undefined || parentOf(own) !== parentOf(slot)) return undefined;
	const key = lastOf(slot);
	return key.startsWith("@") || key.startsWith("-") ? undefined : key;
}

function lastOf(slot: string): string {
	return slot.slice(slot.lastIndexOf(".") + 1);
}

function parentOf(slot: string): string {
	return slot.includes(".") ? slot.slice(0, slot.lastIndexOf(".")) : "";
}

/** `if (test) { options.baseURL = … }`: the same with the key, on a line before. */
function inStatement({ outline }: KeyAsker, client: Client, read: string): Operation[] | undefined {
	const item = client.address?.item;
	const assign = item?.value;
	if (!item || assign?.kind !== "assign" || !assign.value || !isOwnStatement(outline, item)) return undefined;
	const name = siblingKey(client, item);
	if (name === undefined || (client.key && client.key.value.range[0] > assign.range[0])) return undefined;
	const target = renamedTarget(outline, assign, name);
	if (target === undefined) return undefined;
	const indent = outline.text.slice(lineStart(outline.text, item.range[0]), item.range[0]);
	const between = outline.text.slice(assign.target.range[1], assign.value.range[0]);
	const end =
		/^;/.test(outline.text.slice(assign.range[1])) || outline.text.slice(...item.range).endsWith(";") ? ";" : "";
	return [{ op: "insert-line", offset: item.range[0], text: `${indent}${target}${between}${read}${end}` }];
}

/** A statement of a branch, on a line of its own. */
function isOwnStatement(outline: Outline, item: Item): boolean {
	const guard = listOf(item)?.parent;
	if (guard?.kind !== "guard" || guard.form !== "if") return false;
	return /^[ \t]*$/.test(outline.text.slice(lineStart(outline.text, item.range[0]), item.range[0]));
}

/** `options.baseURL` → `options.apiKey`, `kwargs["base_url"]` → `kwargs["api_key"]`. */
function renamedTarget(outline: Outline, { target }: Assign, name: string): string | undefined {
	const at: Range | undefined =
		target.kind === "member"
			? target.nameRange
			: target.kind === "index" && target.key.kind === "string"
				? target.key.content
				: undefined;
	return at && outline.text.slice(target.range[0], at[0]) + name + outline.text.slice(at[1], target.range[1]);
}

/** `baseURL: test ? "…" : undefined` makes `apiKey: test ? … : …`. */
function byChoice(asker: KeyAsker, client: Client, read: string): Operation[] | undefined {
	const { outline } = asker;
	const spell = choices[outline.language];
	const choice = spell && choiceOf(asker, client);
	if (!spell || !choice) return undefined;
	const { test, isThen } = choice;
	const { text, operations } = renamedTest(asker, test);
	if (client.key) {
		const value = keyExpression(outline, client);
		if (!value) return undefined;
		const old = outline.text.slice(...value.range);
		const chosen = spell(text, ...branchesOf(isThen, read, value.kind === "either" ? `(${old})` : old));
		// PHP's strings hold variables alone, in others a read would need quotes that the string has already.
		if (value.parent?.kind === "string" && !choosesInText.has(outline.language)) return undefined;
		const newText = inPlace(outline, value, value.parent?.kind === "concat" ? `(${chosen})` : chosen);
		return [{ op: "replace", range: value.range, newText }, ...operations];
	}
	const item = client.address?.item;
	const list = item && listOf(item);
	const name = siblingKey(client, item);
	if (!list || name === undefined || !client.row.environment?.key) return undefined;
	const none = outline.language === "python" ? "None" : "undefined";
	const newValue = spell(text, ...branchesOf(isThen, read, none));
	return [{ op: "put", list, path: [name], value: newValue, after: item }, ...operations];
}

/** The test as it reads once Helicone's variables in it have their new names. */
function renamedTest(asker: KeyAsker, test: Expr): { readonly text: string; readonly operations: Operation[] } {
	const reads = heliconeReads(asker, test);
	const text = reads.reduceRight(
		(done, { range, name }) => done.slice(0, range[0] - test.range[0]) + name + done.slice(range[1] - test.range[0]),
		asker.outline.text.slice(...test.range),
	);
	const operations = reads.flatMap(({ range, name, isOurs }): Operation[] =>
		isOurs ? [{ op: "replace", range, newText: name }] : [],
	);
	return { text, operations };
}

function branchesOf(isThen: boolean, read: string, old: string): [yes: string, no: string] {
	return isThen ? [read, old] : [old, read];
}

interface Choice {
	readonly test: Expr;
	/** Helicone's address is what the test leads to. */
	readonly isThen: boolean;
}

/** The choice that gives the address, where its test can be asked again beside the key. */
function choiceOf(asker: KeyAsker, client: Client): Choice | undefined {
	const { outline } = asker;
	const { address } = client;
	if (!address) return undefined;
	const list = address.item && listOf(address.item);
	const around = list && spreadAround(list) ? list.parent : undefined;
	const either = around?.kind === "either" ? around : eitherBehind(outline, address.value);
	const key = client.key?.value;
	if (!either) return key && branchAround(outline, address, key);
	if (key && !isInReach(outline, either.test, key)) return undefined;
	if (around)
		return either.form === "or"
			? undefined
			: { test: either.test, isThen: contains(either.then.range, address.value.range) };
	// `settings.proxy_url or settings.azure_url`: the first, if it is set.
	if (either.form === "or")
		return isName(either.then) && isElsewhere(either.else) ? { test: either.then, isThen: true } : undefined;
	const isThen = leadsToHelicone(asker, client, either.then);
	const isElse = either.else !== undefined && leadsToHelicone(asker, client, either.else);
	return isThen === isElse ? undefined : { test: either.test, isThen };
}

/** `if (test) { options.Endpoint = … }` before the key is given: its test is asked again beside the key. */
function branchAround(outline: Outline, { item }: Filled, key: Expr): Choice | undefined {
	const guard = item && listOf(item)?.parent;
	if (!item || guard?.kind !== "guard" || guard.form !== "if" || !contains(guard.then.range, item.range))
		return undefined;
	const { test } = guard;
	const isAfter = guard.range[1] <= key.range[0] && functionOf(guard) === functionOf(key);
	const isPlain =
		within(outline.calls, test.range).every(({ name }) => lookers.test(name)) &&
		within(outline.assigns, test.range).length === 0;
	return isAfter && isPlain && isInReach(outline, test, key) ? { test, isThen: true } : undefined;
}

/** Calls that give the same answer again. */
const lookers =
	/^(IsNullOrEmpty|IsNullOrWhiteSpace|is(Not)?(NullOr)?(Blank|Empty)|Boolean|bool|len|empty|isset|(present|blank|any|nil|empty)\?|GetEnvironmentVariable|getenv|trim)$/;

function eitherBehind(outline: Outline, value: Expr): Either | undefined {
	if (value.kind === "either") return value;
	// `${base}/chat/completions`
	const first =
		value.kind === "string" && value.holes[0]?.range[0] === value.content[0] ? value.holes[0].expr : undefined;
	const base = first ?? (value.kind === "concat" ? value.parts[0] : undefined);
	if (base && base.kind !== "string") return eitherBehind(outline, base);
	const behind = namesOf(outline).definition(value)?.value;
	// Asked again somewhere else, anything but a name might answer differently.
	return behind?.kind === "either" && isName(behind.test) ? behind : undefined;
}

function isName(expr: Expr): boolean {
	return pathOf(expr) !== undefined;
}

function leadsToHelicone({ outline, taken }: KeyAsker, { row }: Client, value: Expr): boolean {
	const around = { ...nothingAround, taken };
	return gatewayOf(outline, row, { value, item: undefined, entry: undefined }, around).kind === "helicone";
}

interface Renamed {
	readonly range: Range;
	readonly name: string;
	/** No other rule renames it: the move does. */
	readonly isOurs: boolean;
}

/** Helicone's variables in a test, under their new names. */
function heliconeReads({ outline, isRenamed }: KeyAsker, test: Expr): Renamed[] {
	const nodes: readonly Expr[] = [
		...within(outline.members, test.range),
		...within(outline.indexes, test.range),
		...within(outline.calls, test.range),
	];
	const found = nodes.flatMap((node): Renamed[] => {
		const read = environmentRead(outline, node);
		const known = read && environmentVariable(read.name);
		const name = known && /^helicone-(key|address)$/.test(known.row.role) ? known.replacement : undefined;
		if (read && name !== undefined && (read.isCertain || isRenamed?.(read.name)))
			return [{ range: read.nameRange, name, isOurs: read.isCertain }];
		const declared =
			node.kind === "member" && isRenamed?.(node.name) ? environmentVariable(node.name)?.replacement : undefined;
		return node.kind === "member" && declared !== undefined
			? [{ range: node.nameRange, name: declared, isOurs: false }]
			: [];
	});
	const unique = new Map(found.map((one) => [one.range[0], one] as const));
	return [...unique.values()].sort((a, b) => a.range[0] - b.range[0]);
}
