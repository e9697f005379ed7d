/**
 * The key that Helicone's header carries. Where the client's own key cannot be followed (a parameter, a field of the program's
 * settings), what stands in `Helicone-Auth` is the one key whose source becomes Concentrate's: it takes that key's place.
 */
import { environmentVariable } from "../../../shared/mappings";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { destructuredRead, environmentBehind, isShell } from "../facts/environment";
import type { Entry } from "../outline/entries";
import { namesIn, namesOf } from "../outline/names";
import { ownPieces } from "../outline/pieces";
import { ancestors, contains, functionOf } from "../outline/questions";
import type { Expr, Outline, Range, Ref } from "../outline/schema";
import { siblingOf } from "./declared-key";
import type { KeyAsker, KeyPlan } from "./key-plan";
import { inPlace } from "./key-text";

/**
 * @param own what is known of the client's key without its headers
 * @param planOf the plan of an expression, as if it were a client's key
 * @param isConditional the client has its own key for where it goes otherwise: Concentrate's must come from somewhere else
 * @returns undefined when the client's own key is understood, or the header's cannot stand in its place
 */
export function keyOfHeader(
	asker: KeyAsker,
	client: Client,
	own: KeyPlan,
	planOf: (expr: Expr) => KeyPlan,
	isConditional: boolean,
): KeyPlan | undefined {
	const { outline } = asker;
	if (isShell(outline)) return undefined;
	const isFollowed = own.certainty !== "unsure" || own.operations.length > 0;
	const given = headerKey(outline, client) ?? (isConditional ? siblingOfKey(outline, client) : undefined);
	if (isFollowed && !(isConditional && given && isOfProgram(outline, given))) return undefined;
	if (client.isGuess && !client.key) return renamedHeader(client, own, given ? planOf(given).operations : []);
	const key = keyExpression(outline, client);
	const place = key ?? (isConditional ? client.address?.value : undefined);
	if (!place || !given || !isInReach(outline, given, place)) return undefined;
	// `Authorization: req.headers.authorization`: what comes with its scheme takes no bare key.
	if (key === client.key?.value && /^authorization$/i.test(client.key?.entry?.name ?? "")) return undefined;
	const plan = planOf(given);
	if (plan.certainty === "unsure" && plan.shared) return undefined;
	const text = renamed(outline, given, plan.operations, nameAfter(asker, given));
	const outside = plan.operations.filter((one) => one.op !== "replace" || !contains(given.range, one.range));
	const put: Operation[] = key ? [{ op: "replace", range: key.range, newText: inPlace(outline, key, text) }] : [];
	return {
		range: own.range,
		subject: own.subject,
		operations: [...put, ...outside],
		certainty: "unsure",
		reason: `Make sure that \`${text}\` gives a key of Concentrate's.`,
		via: plan.via,
		variable: own.variable,
		writesRead: plan.writesRead,
		fromHeader: text,
		...(plan.shared ? { shared: plan.shared } : {}),
	};
}

/** No read of the environment: a field of settings that the program fills, an object that it is handed. */
function isOfProgram(outline: Outline, given: Expr): boolean {
	return environmentBehind(outline, given)?.read.isCertain !== true && destructuredRead(outline, given) === undefined;
}

/** Nobody knows who takes these options, and they have no key: the header itself brings it, under the standard name. */
function renamedHeader(client: Client, own: KeyPlan, more: readonly Operation[]): KeyPlan | undefined {
	const header = client.headers.findLast(isAuth);
	if (header?.key?.kind !== "string" || header.guarded || own.subject !== "no key") return undefined;
	// Behind the generic gateway it may be any protocol.
	const { gateway } = client;
	if (gateway.kind !== "helicone" || gateway.addresses.some(({ row }) => row?.mode !== "proxy")) return undefined;
	const rename: Operation = { op: "replace", range: header.key.content, newText: "Authorization" };
	return { ...own, operations: [rename, ...more], header };
}

function isAuth({ name }: Entry): boolean {
	return /^helicone-auth$/i.test(name ?? "");
}

/** `settings.openai_api_key` beside `settings.helicone_api_key`, wherever the file says that. */
function siblingOfKey(outline: Outline, client: Client): Expr | undefined {
	const key = keyExpression(outline, client);
	return key?.kind === "member" ? siblingOf(outline, key) : undefined;
}

/** The expression that is the key, `Bearer` and what else stands around it left out. */
export function keyExpression(outline: Outline, client: Client): Expr | undefined {
	const value = client.key?.value;
	if (!value) return undefined;
	if (/^(ref|member|call|index|either)$/.test(value.kind)) return value;
	return onlyKey(outline, value);
}

/** What a `Bearer …` of pieces holds; undefined when it is more than one thing. */
export function onlyKey(outline: Outline, value: Expr): Expr | undefined {
	const pieces = ownPieces(outline, value);
	const solid = pieces.filter((piece) => piece.kind === "expr" || !/^\s*(Bearer)?\s*$/i.test(piece.text));
	const [only, ...more] = solid;
	return only?.kind === "expr" && more.length === 0 && only.expr && contains(value.range, only.expr.range)
		? only.expr
		: undefined;
}

function headerKey(outline: Outline, client: Client): Expr | undefined {
	const value = client.headers.findLast(isAuth)?.value;
	const found = value && onlyKey(outline, value);
	const text = found ? outline.text.slice(...found.range) : "\n";
	return /\n/.test(text) || found?.kind === "string" ? undefined : found;
}

/** Every name that the expression begins with means the same where the client's key stands. */
export function isInReach(outline: Outline, given: Expr, key: Expr): boolean {
	const roots = outline.refs.filter((ref) => contains(given.range, ref.range) && !isKnownEverywhere(ref));
	return roots.every((ref) => {
		for (const up of ancestors(ref))
			if (up.kind === "fn" && up.params && namesIn(outline, up.params).has(ref.name))
				return contains(up.range, key.range);
		const definitions = namesOf(outline).definitions(ref);
		return definitions.every((assign) => {
			const block = [...ancestors(assign)].find((up) => up.kind === "list" && up.role === "block");
			const isBefore = functionOf(assign) !== functionOf(key) || assign.range[1] <= key.range[0];
			return isBefore && (block === undefined || contains(block.range, key.range));
		});
	});
}

function isKnownEverywhere({ name }: Ref): boolean {
	return /^(this|self|process|os|Deno|Bun|ENV|System)$/.test(name);
}

/** The expression's text once its own changes are made. */
function renamed(
	outline: Outline,
	{ range: [start, end] }: Expr,
	operations: readonly Operation[],
	more: readonly { readonly range: Range; readonly newText: string }[],
): string {
	const inside = operations.flatMap((one) =>
		one.op === "replace" && contains([start, end], one.range) ? [{ range: one.range, newText: one.newText }] : [],
	);
	const changes = inside.length > 0 ? inside : more;
	return [...changes]
		.sort((a, b) => b.range[0] - a.range[0])
		.reduce(
			(text, { range, newText }) => text.slice(0, range[0] - start) + newText + text.slice(range[1] - start),
			outline.text.slice(start, end),
		);
}

/** `env.HELICONE_API_KEY` of an object of the program's own: it is renamed wherever the folder says it, or nowhere. */
function nameAfter({ outline, isRenamed }: KeyAsker, given: Expr): { range: Range; newText: string }[] {
	const read = environmentBehind(outline, given)?.read;
	const name = read?.name ?? (given.kind === "member" ? given.name : undefined);
	const range = read && contains(given.range, read.nameRange) ? read.nameRange : undefined;
	const place = range ?? (given.kind === "member" ? given.nameRange : undefined);
	const newText = name === undefined ? undefined : environmentVariable(name)?.replacement;
	return name !== undefined && place && newText !== undefined && isRenamed?.(name) ? [{ range: place, newText }] : [];
}
