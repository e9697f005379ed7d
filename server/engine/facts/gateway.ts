/** Which gateway a client talks to, read off its address. */
import { environmentVariable } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Around, SharedAddress } from "../names/meaning";
import { takenAt } from "../names/taken";
import { namesOf } from "../outline/names";
import { type Piece, textPieces } from "../outline/pieces";
import { contains, within } from "../outline/questions";
import type { Assign, Expr, Member, Outline, Range, Str } from "../outline/schema";
import { type Address, addressesIn } from "./address";
import { environmentBehind } from "./environment";
import { asksHelicone } from "./lite-model";
import type { Filled } from "./slot";

/** An address that another file holds. */
export interface SharedUse {
	readonly id: string;
	/** With what this file puts behind it. */
	readonly addresses: readonly SharedAddress[];
	readonly expr: Expr;
}

export type Gateway =
	/**
	 * `addresses` is empty when only the environment says so; `variable` is its name where no file of the folder shows what
	 * it holds. `isMixed`: another address may be used instead (a ternary).
	 */
	| {
			readonly kind: "helicone";
			readonly variable?: string | undefined;
			readonly addresses: readonly Address[];
			readonly via: readonly Assign[];
			readonly isMixed: boolean;
			/** The model says so, in LiteLLM's way: `helicone/gpt-4o`. */
			readonly byModel?: true;
			readonly shared?: readonly SharedUse[];
	  }
	| {
			readonly kind: "concentrate";
			readonly addresses: readonly Address[];
			readonly via: readonly Assign[];
			readonly isMixed: boolean;
			readonly shared?: readonly SharedUse[];
	  }
	/** `isProvider`: the host is known to be a provider's own, so a Helicone header sent there is dead. */
	| { readonly kind: "other"; readonly isProvider: boolean }
	/** The address comes from somewhere that this file does not show. `variable`: the environment, by that name. */
	| { readonly kind: "unknown"; readonly variable: string | undefined };

export function gatewayOf(outline: Outline, row: ClientRow, address: Filled | undefined, around: Around): Gateway {
	const { heliconeAddresses } = around;
	if (!address && row.becomes) return { kind: "helicone", addresses: [], via: [], isMixed: false };
	if (!address) {
		const variable = row.environment?.address;
		if (variable && heliconeAddresses.has(variable))
			return { kind: "helicone", addresses: [], via: [], isMixed: false };
		return row.kind === "constructor" && variable
			? { kind: "unknown", variable }
			: { kind: "other", isProvider: row.kind === "constructor" };
	}
	const read = readAddress(outline, address.value, around);
	const { via, isMixed } = read;
	const shared = read.shared.length > 0 ? { shared: read.shared.map(({ use }) => use) } : {};
	const helicone = read.addresses.filter((one) => one.owner === "helicone");
	if (helicone.length > 0 || read.shared.some(({ owner }) => owner === "helicone")) {
		const variable = unsetVariable(outline, address.value, heliconeAddresses);
		return { kind: "helicone", addresses: helicone, via, isMixed, variable, ...shared };
	}
	if (read.addresses.length > 0 || read.shared.length > 0)
		return { kind: "concentrate", addresses: read.addresses, via, isMixed, ...shared };
	const variable = environmentBehind(outline, address.value)?.read;
	if (variable) {
		const { name } = variable;
		const isKnown = heliconeAddresses.has(name);
		const isMixed = leadsElsewhere(outline, variable.fallback);
		return isKnown || environmentVariable(name)?.row.role === "helicone-address"
			? { kind: "helicone", addresses: [], via: [], isMixed, variable: isKnown ? undefined : name }
			: { kind: "unknown", variable: name };
	}
	const field = address.value.kind === "either" && address.value.form === "or" ? address.value.then : address.value;
	if (isHeliconesField(field)) {
		const isMixed = address.value.kind === "either" && leadsElsewhere(outline, address.value.else);
		return { kind: "helicone", addresses: [], via: [], isMixed, variable: field.name };
	}
	if (read.urls.length === 0) return { kind: "unknown", variable: undefined };
	return { kind: "other", isProvider: read.urls.every((str) => isProvider(outline, str)) };
}

/** Where the variable is not set the program goes to a provider: `HELICONE_BASE_URL || "https://api.openai.com/v1"`. */
function leadsElsewhere(outline: Outline, fallback: Expr | undefined): boolean {
	if (fallback?.kind === "string") return fallback.holes.length === 0 && isProvider(outline, fallback);
	if (fallback?.kind === "member") return !isHeliconesField(fallback);
	return fallback !== undefined && environmentBehind(outline, fallback) !== undefined;
}

/** `settings.helicone_base_url`: a field that is called as Helicone's variable is. */
function isHeliconesField(expr: Expr): expr is Member {
	return expr.kind === "member" && environmentVariable(expr.name)?.row.role === "helicone-address";
}

/** `${process.env.HELICONE_HOST ?? "https://…"}/v1`: a variable of Helicone's that no file of the folder sets, with a fallback. */
function unsetVariable(outline: Outline, expr: Expr, heliconeAddresses: ReadonlySet<string>): string | undefined {
	const reads = textPieces(outline, expr).pieces.flatMap((piece) =>
		piece.kind === "expr" && piece.expr ? (environmentBehind(outline, piece.expr)?.read.name ?? []) : [],
	);
	return reads.find(
		(name) => !heliconeAddresses.has(name) && environmentVariable(name)?.row.role === "helicone-address",
	);
}

interface AddressReading {
	readonly addresses: readonly Address[];
	/** Names followed on the way. */
	readonly via: readonly Assign[];
	/** Strings that are other URLs. */
	readonly urls: readonly Str[];
	readonly isMixed: boolean;
	readonly shared: readonly { readonly owner: "helicone" | "concentrate"; readonly use: SharedUse }[];
}

/** Everything that may be the address: pieces joined in order, branches, fallbacks, what stands behind names. */
function readAddress(outline: Outline, expr: Expr, { taken }: Around): AddressReading {
	const { pieces, via } = textPieces(outline, expr);
	const follow = [...via];
	const joined = new Set<Str>();
	const others = new Set<Str>();
	let isConditional = false;
	const elsewhere: Address[] = [];
	const shared: AddressReading["shared"][number][] = [];
	for (const [index, piece] of pieces.entries()) {
		if (piece.kind === "text") joined.add(piece.str);
		else if (piece.expr) {
			const behind = namesOf(outline).definition(piece.expr);
			const value = behind?.value ?? piece.expr;
			for (const expr of [value, ...alternatives(value)]) {
				const hit = takenAt(outline, expr, taken);
				if (hit?.meaning.kind !== "address") continue;
				const { owner, addresses, isMixed } = hit.meaning;
				const followed = addresses.map((one) => followedBy(one, pieces.slice(index + 1)));
				shared.push({ owner, use: { id: hit.id, addresses: followed, expr } });
				isConditional ||= isMixed || isChoice(value);
			}
			// `if (proxy) BASE = "…"; else BASE = "…"`: each of them may be the address.
			const several = behind
				? []
				: namesOf(outline)
						.definitions(piece.expr)
						.flatMap((assign) => assign.value ?? []);
			// `proxied ? HELICONE_BASE : OPENAI_BASE`: constants behind the sides.
			const constants = alternatives(value).flatMap((side) => constantBehind(outline, side) ?? []);
			follow.push(...constants.map(({ via }) => via));
			const inside = [
				...[value, ...several].flatMap((one) => within(outline.strings, one.range)),
				...constants.map(({ str }) => str),
			];
			const gateways = inside.flatMap((str) => gatewaysIn(outline, str));
			for (const str of inside) others.add(str);
			elsewhere.push(...gateways.map((one) => withKey(outline, one, pieces.slice(index + 1))));
			if (behind) follow.push(behind);
			isConditional ||= (several.length > 0 || isChoice(value)) && gateways.length > 0;
		}
	}
	const found = [...joined].flatMap((str) => gatewaysIn(outline, str).map((one) => withRest(outline, one, pieces)));
	const addresses = [...found, ...elsewhere];
	const isUsed = (str: Str) => addresses.some((one) => one.str === str) || (found.length > 0 && joined.has(str));
	const urls = [...joined, ...others].filter((str) => isUrl(outline, str) && !isUsed(str));
	return { addresses, via: follow, urls, isMixed: isConditional || urls.length > 0, shared };
}

function constantBehind(outline: Outline, side: Expr): { readonly str: Str; readonly via: Assign } | undefined {
	if (side.kind !== "ref" && side.kind !== "member") return undefined;
	const via = namesOf(outline).definition(side);
	return via?.value?.kind === "string" ? { str: via.value, via } : undefined;
}

function gatewaysIn(outline: Outline, str: Str): Address[] {
	return addressesIn(outline, str).filter((one) => one.place !== "prose" && isInference(one));
}

function isInference(address: Address): boolean {
	return address.row === undefined || !/^(control|site|docs)$/.test(address.row.mode);
}

/** What stands on either side of `a ?? b` and `c ? a : b`. */
function alternatives(expr: Expr): Expr[] {
	if (expr.kind !== "either") return [];
	const sides = [expr.then, ...(expr.else ? [expr.else] : [])];
	return sides.flatMap((side) => [side, ...alternatives(side)]);
}

/** A condition decides; a fallback for an unset variable does not count. */
function isChoice(expr: Expr): boolean {
	return (
		expr.kind === "either" &&
		(expr.form !== "or" || isChoice(expr.then) || (expr.else !== undefined && isChoice(expr.else)))
	);
}

/** The address with what the program puts behind it: `"https://…" + "/v1"`, `` `${BASE}/chat/completions` ``. */
function withRest(outline: Outline, address: Address, pieces: readonly Piece[]): Address {
	const last = pieces.findLastIndex(
		(piece) => contains(address.range, piece.range) || contains(piece.range, address.range),
	);
	return last < 0 ? address : withKey(outline, address, pieces.slice(last + 1));
}

function followedBy<T extends SharedAddress>(address: T, rest: readonly Piece[]): T {
	if (rest.length === 0) return address;
	if (rest.some((one) => one.kind === "expr")) return { ...address, rest: "unknown" };
	return { ...address, rest: { text: rest.map((one) => (one.kind === "text" ? one.text : "")).join("") } };
}

function withKey(outline: Outline, address: Address, rest: readonly Piece[]): Address {
	const keyBehind = joinedKey(outline, address, rest);
	return keyBehind ? { ...address, keyBehind } : followedBy(address, rest);
}

/** `"https://gateway.helicone.ai/v1/" + HELICONE_API_KEY`: the plus and the key. */
function joinedKey(outline: Outline, { str }: Address, [only, ...more]: readonly Piece[]): Range | undefined {
	const concat = str.parent;
	const expr = only?.kind === "expr" && more.length === 0 ? only.expr : undefined;
	if (!expr || concat?.kind !== "concat" || concat.parts.at(-1) !== expr || concat.parts.at(-2) !== str)
		return undefined;
	const read = environmentBehind(outline, expr)?.read;
	// Its name may have moved already.
	const isKey =
		read !== undefined &&
		(/CONCENTRATE/.test(read.name) || environmentVariable(read.name)?.row.role === "helicone-key");
	return isKey ? [str.range[1], expr.range[1]] : undefined;
}

function isUrl(outline: Outline, str: Str): boolean {
	return /^(https?|wss?):\/\/./i.test(outline.text.slice(str.content[0], str.content[1]));
}

/** Hosts that Helicone forwards to (helicone.md 1.5): whoever is called there is not Helicone. A company's own domain may be. */
const providers =
	/^https?:\/\/([\w.-]+\.)?(openai\.com|anthropic\.com|azure\.com|azure-api\.net|llama\.com|nvidia\.com|anyscale\.com|cloudflare\.com|together\.(xyz|ai)|lemonfox\.ai|fireworks\.ai|perplexity\.ai|googleapis\.com|openrouter\.ai|groq\.com|cohere\.(ai|com)|mistral\.ai|deepinfra\.com|upstash\.io|firecrawl\.dev|amazonaws\.com|deepseek\.com|x\.ai|avian\.io|nebius\.(com|ai)|vercel\.(sh|ai|app)|novita\.ai|openpipe\.ai|chutes\.(com|ai)|cerebras\.ai|canopywave\.io|hyperbolic\.xyz)([:/]|$)/i;

function isProvider(outline: Outline, str: Str): boolean {
	return providers.test(outline.text.slice(str.content[0], str.content[1]));
}

/** What a client without an address talks to by the word in front of its model. */
export function gatewayByModel(gateway: Gateway, outline: Outline, row: ClientRow, models: readonly Expr[]): Gateway {
	return gateway.kind !== "helicone" && gateway.kind !== "concentrate" && asksHelicone(outline, row, models)
		? { kind: "helicone", addresses: [], via: [], isMixed: false, byModel: true }
		: gateway;
}
