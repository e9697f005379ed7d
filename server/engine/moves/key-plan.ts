/** What becomes of a client's key (guide step 1; concentrate.md, Keys). Values are never carried over. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { placesOfOwn } from "../facts/declared-names";
import {
	definitionsOf,
	destructuredRead,
	type EnvironmentRead,
	environmentBehind,
	environmentRead,
	isShell,
	renamedShorthand,
	usesOfDestructured,
} from "../facts/environment";
import { keyInHeaders } from "../facts/key-in-headers";
import type { Writer } from "../languages/language";
import type { Around } from "../names/meaning";
import { isKeyName } from "../names/own-keys";
import { takenAt } from "../names/taken";
import type { Entry } from "../outline/entries";
import { namesOf } from "../outline/names";
import { ownPieces, type Piece, textPieces } from "../outline/pieces";
import { ancestors, contains, within } from "../outline/questions";
import type { Assign, Expr, Outline, Range, Str } from "../outline/schema";
import { declaredKey, twinKey } from "./declared-key";
import { guardedKey } from "./guarded-key";
import { keyExpression, keyOfHeader, overridingHeader } from "./header-key";
import { literalAsRead } from "./key-literal";
import { done, stuck, unsure } from "./key-outcome";
import { withHeaderName } from "./key-place";
import { inPlace } from "./key-text";
import { missingKey } from "./missing-key";
import { namedByString } from "./named-key";
import { isConcentrateName, planSharedKey } from "./shared-key";

export interface KeyPlan {
	/** Where the finding stands: the value, or the callee when there is none. */
	readonly range: Range;
	/** What the key is, without its value: `OPENAI_API_KEY`, `a literal key`, `no key`. */
	readonly subject: string;
	readonly operations: readonly Operation[];
	/** `done`: it is Concentrate's already. `unsure`: a person must see to it; `reason` says why. */
	readonly certainty: "sure" | "unsure" | "done";
	readonly reason: string | undefined;
	/** The variable of the program whose definition changes. */
	readonly via: Assign | undefined;
	/** The environment variable read so far. */
	readonly variable: string | undefined;
	/** A new environment read is written, which may want an import. */
	readonly writesRead: boolean;
	/** Address and key depend on the same condition, before and after. */
	readonly followsGuard?: true;
	/** What the client read before it still reads, for where it goes otherwise. */
	readonly keepsOld?: true;
	/** Source text of Helicone's key as its header had it: what the program's own key becomes. */
	readonly fromHeader?: string;
	/** Helicone's header, which carries the key from now on, under the standard name. */
	readonly header?: Entry;
	/** The name of another file that gives it, where it is used. */
	readonly shared?: { readonly id: string; readonly expr: Expr };
}

export interface KeyAsker {
	readonly outline: Outline;
	readonly writer: Writer;
	/** Ranges that are keys of clients that move: a variable used nowhere else may change at its definition. */
	readonly movingKeys: readonly Range[];
	/** Ranges that go with the move. */
	readonly removed: readonly Range[];
	/** A name that the program declares for its environment is renamed wherever the folder says it. */
	readonly isRenamed?: ((name: string) => boolean) | undefined;
	/** Names of other files. */
	readonly taken: Around["taken"];
}

export function planKey(asker: KeyAsker, client: Client): KeyPlan {
	const own = withSecond(asker, client, unguardedKey(asker, client));
	const isConditional =
		client.gateway.kind === "helicone" &&
		(client.gateway.isMixed || client.address?.guarded === true || client.address?.entry?.guarded === true);
	const planOf = (expr: Expr) => expression(asker, expr, expr);
	const plan = keyOfHeader(asker, client, own, planOf, isConditional) ?? own;
	const last = () => overridingHeader(client, own, planOf, asker.outline) ?? own;
	if (!isConditional) return plan === own ? last() : plan;
	if (isChosen(asker.outline, client)) return done(own.range, own.subject);
	return guardedKey(asker, client, plan) ?? last();
}

/** `proxied ? process.env.CONCENTRATE_API_KEY : process.env.OPENAI_API_KEY`: a key for each of the two ways. */
function isChosen(outline: Outline, client: Client): boolean {
	const key = keyExpression(outline, client);
	return key?.kind === "either" && /(concentrate|helicone)_?(api_?)?key/i.test(outline.text.slice(...key.range));
}

/** A client with an argument for its key may send another in its headers, which wins: that one changes too. */
function withSecond(asker: KeyAsker, client: Client, plan: KeyPlan): KeyPlan {
	const second = client.key && keyInHeaders(client.headers);
	if (!second || !client.key || second.value === client.key.value) return plan;
	const other = unguardedKey(asker, { ...client, key: second });
	return other.operations.length === 0
		? plan
		: {
				...plan,
				operations: [...plan.operations, ...other.operations],
				writesRead: plan.writesRead || other.writesRead,
			};
}

function unguardedKey(asker: KeyAsker, client: Client): KeyPlan {
	const value = client.key?.value;
	if (!value) return missingKey(asker, client);
	const pieces = isShell(asker.outline) ? ownPieces(asker.outline, value) : textPieces(asker.outline, value).pieces;
	const solid = pieces.filter(
		(piece) => piece.kind === "expr" || !/^["'$]*\s*([\w-]+:\s*)?(Bearer|Basic|Token)?\s*["']*$/i.test(piece.text),
	);
	const only = solid.length === 1 ? solid[0] : undefined;
	if (only?.kind === "text") return literal(asker, value, only);
	if (only?.kind === "expr" && only.expr)
		return withHeaderName(
			asker.outline,
			client,
			expression(asker, contains(value.range, only.expr.range) ? only.expr : value, only.expr),
		);
	return (
		branches(asker, value) ??
		unsure(value.range, "the key", `It could not be read where the key comes from: make sure that it is Concentrate's.`)
	);
}

/** Their strings interpolate variables, no calls. */
const holesTakeNamesOnly = new Set(["rust", "php"]);

function expression(asker: KeyAsker, value: Expr, expr: Expr): KeyPlan {
	const head = expr.kind === "either" && expr.form === "or" ? expr.then : expr;
	const taken = takenAt(asker.outline, head, asker.taken);
	const shared = taken && planSharedKey(value, head, taken, readInside(asker, expr));
	if (shared) return shared;
	const behind = environmentBehind(asker.outline, expr);
	if (!behind) {
		if (expr.kind === "member" && isConcentrateName(expr.name)) return done(value.range, expr.name);
		const destructured = destructuredRead(asker.outline, expr);
		if (destructured) return fromDestructured(asker, value, expr, destructured);
		const several = branches(asker, value);
		if (several) return several;
		if (expr.kind === "member" && /^concentrate_?(api)?_?key$/i.test(expr.name)) return done(value.range, expr.name);
		const named = namedByString(expr, value, asker) ?? declaredKey(asker, expr) ?? twinKey(asker, expr);
		if (named) return named;
		const name = asker.outline.text.slice(...expr.range);
		return unsure(
			value.range,
			name.length < 40 ? name : "the key",
			`Make sure that \`${name.slice(0, 60)}\` holds a key of Concentrate's.`,
		);
	}
	const { read, via } = behind;
	if (isConcentrates(read.name)) return done(value.range, read.name);
	const name = newName(read.name);
	const declared = read.isCertain ? undefined : placesOfOwn(asker.outline, read.name);
	const places = declared ?? (read.isCertain || read.expr.kind === "call" ? [read.nameRange] : []);
	const renames = places.map((range): Operation => ({ op: "replace", range, newText: name }));
	if (isComputed(asker.outline, read.name))
		return {
			...unsure(value.range, read.name, `This script computes \`${read.name}\`: let it yield a key of Concentrate's.`),
			operations: renames,
			variable: read.name,
		};
	const doubt = doubtAbout(asker.outline, read);
	const plan: KeyPlan = {
		range: value.range,
		subject: read.name,
		operations: renames,
		certainty: doubt === undefined ? "sure" : "unsure",
		reason: doubt,
		via,
		variable: read.name,
		writesRead: false,
	};
	if (!via || isOnlyForMoving(asker, via))
		return name === gateway.keyVariable
			? plan
			: { ...plan, certainty: "unsure", reason: `\`${name}\` must be set where the program is built.` };
	if (holesTakeNamesOnly.has(asker.outline.language) && expr.parent?.kind === "string")
		return unsure(
			value.range,
			read.name,
			`Let \`${asker.outline.text.slice(...expr.range)}\` hold a key of Concentrate's.`,
		);
	return {
		...plan,
		operations: [{ op: "replace", range: expr.range, newText: readInside(asker, expr) }],
		via: undefined,
		writesRead: true,
	};
}

/** `const { OPENAI_API_KEY } = process.env`: the name stays the program's, what it takes changes, if only moving clients use it. */
function fromDestructured(asker: KeyAsker, value: Expr, expr: Expr, read: EnvironmentRead): KeyPlan {
	if (isConcentrates(read.name)) return done(value.range, read.name);
	const mayChange = usesOfDestructured(asker.outline, read).every((use) => isForMoving(asker, use));
	const item = read.expr.parent;
	const doubt = doubtAbout(asker.outline, read);
	const isShort =
		(item?.kind === "item" && item.value === read.expr) ||
		(item?.kind === "import" &&
			usesOfDestructured(asker.outline, read).some((use) => use.kind === "ref" && use.name === read.name));
	const rename: Operation = {
		op: "replace",
		range: read.nameRange,
		newText: isShort ? renamedShorthand(read.expr, read.name, newName(read.name)) : newName(read.name),
	};
	return {
		range: value.range,
		subject: read.name,
		operations: [mayChange ? rename : { op: "replace", range: expr.range, newText: readInside(asker, expr) }],
		certainty: doubt === undefined ? "sure" : "unsure",
		reason: doubt,
		via: undefined,
		variable: read.name,
		writesRead: !mayChange,
	};
}

function readInside(asker: KeyAsker, expr: Expr): string {
	return inPlace(asker.outline, expr, asker.writer.environment(gateway.keyVariable, asker.outline));
}

/** Why the read may not give Concentrate's key once it is renamed. */
function doubtAbout(outline: Outline, read: EnvironmentRead): string | undefined {
	if (read.fallback && readsInside(outline, read.fallback).some((other) => !isConcentrates(other.name)))
		return "The key has more than one source: make sure that each is Concentrate's.";
	if (read.isCertain || read.expr.kind === "call") return undefined;
	return `\`${outline.text.slice(...read.expr.range)}\` must be declared where that object is made.`;
}

/** A script that fills the variable from a command would fill it with the old key again. */
function isComputed(outline: Outline, name: string): boolean {
	return definitionsOf(outline, name).some(
		({ value }) => value !== undefined && within(outline.calls, value.range).length > 0,
	);
}

function isConcentrates(name: string): boolean {
	return /CONCENTRATE/.test(name);
}

/** `NEXT_PUBLIC_OPENAI_API_KEY` keeps what its build tool asks for. */
function newName(name: string): string {
	const exposed = /^(NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY|VUE_APP)_/.exec(name)?.[0] ?? "";
	return exposed + gateway.keyVariable;
}

/** Every use of the variable is a moving client's key, goes with the move, or only asks whether it is set. */
function isOnlyForMoving(asker: KeyAsker, via: Assign): boolean {
	if (via.exported) return false;
	return namesOf(asker.outline)
		.uses(via)
		.every((use) => isForMoving(asker, use));
}

function isForMoving(asker: KeyAsker, use: Expr, depth = 0): boolean {
	return (
		[...asker.movingKeys, ...asker.removed].some((range) => contains(range, use.range)) ||
		[...ancestors(use)].some((up) => up.kind === "guard" && contains(up.test.range, use.range)) ||
		isPassedToMoving(asker, use, depth)
	);
}

/** `auth = "Bearer " + key`: what it is put into is for the clients that move. */
function isPassedToMoving(asker: KeyAsker, use: Expr, depth: number): boolean {
	const assign = [...ancestors(use)].find((up) => up.kind === "assign" || up.kind === "fn" || up.kind === "call");
	if (assign?.kind !== "assign" || assign.exported || assign.declares === "field" || depth > 4) return false;
	const uses = namesOf(asker.outline).uses(assign);
	return uses.length > 0 && uses.every((one) => isForMoving(asker, one, depth + 1));
}

/** `a or b`, `flag ? a : b`: the reads inside change, but somebody should look. */
function branches(asker: KeyAsker, value: Expr): KeyPlan | undefined {
	const reads = readsInside(asker.outline, value).filter((read) => !isConcentrates(read.name));
	const keys = reads.filter((read) => isKeyName(read.name));
	if (keys.length !== 1 || !keys[0]) return undefined;
	return {
		range: value.range,
		subject: keys[0].name,
		operations: [{ op: "replace", range: keys[0].nameRange, newText: newName(keys[0].name) }],
		certainty: "unsure",
		reason: "The key has more than one source: make sure that each is Concentrate's.",
		via: undefined,
		variable: keys[0].name,
		writesRead: false,
	};
}

function readsInside(outline: Outline, expr: Expr): EnvironmentRead[] {
	const nodes: readonly Expr[] = [
		...within(outline.members, expr.range),
		...within(outline.indexes, expr.range),
		...within(outline.calls, expr.range),
		...(isShell(outline) ? within(outline.refs, expr.range) : []),
	];
	return nodes.flatMap((node) => environmentRead(outline, node) ?? []);
}

function literal(asker: KeyAsker, value: Expr, piece: Extract<Piece, { kind: "text" }>): KeyPlan {
	const { outline, writer } = asker;
	const key = piece.text.replace(/^["'\s]*([\w-]+:\s*)?(Bearer\s+)?/i, "").trim();
	const literalRange: Range = value.kind === "string" ? value.range : piece.str.range;
	if (/^sk-cn-/.test(key)) return done(value.range, "sk-cn-…");
	const newText = literalAsRead(asker, piece.str, key);
	if (
		newText === undefined ||
		(value.kind !== "string" && value.kind !== "ref" && value.kind !== "member" && value.kind !== "concat")
	)
		return stuck(value.range, /^[sp]k-helicone/.test(key));
	const reason = doubtOfRead(asker, value, piece);
	return {
		range: literalRange,
		subject: "a literal key",
		operations: [{ op: "replace", range: piece.str.range, newText }],
		certainty: reason === undefined ? "sure" : "unsure",
		reason,
		via: undefined,
		variable: undefined,
		writesRead: !isShell(outline) && writer.environment(gateway.keyVariable, outline) !== "",
	};
}

/** Languages of apps that run where nobody sets variables. */
const appLanguages = new Set(["swift", "dart"]);

function doubtOfRead({ outline }: KeyAsker, value: Expr, { str }: { readonly str: Str }): string | undefined {
	if (str.range[0] !== value.range[0]) return "The literal stands elsewhere: see who else reads it.";
	return appLanguages.has(outline.language)
		? "An app on a phone has no environment: see where it gets the key from, best from a server of your own."
		: undefined;
}
