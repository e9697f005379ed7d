/** Which gateway a client talks to, read off its address. */
import { environmentVariable } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import { textPieces } from "../outline/pieces";
import { within } from "../outline/questions";
import type { Assign, Expr, Outline, Str } from "../outline/schema";
import { type Address, addressesIn } from "./address";
import { environmentBehind } from "./environment";
import type { Filled } from "./slot";

export type Gateway =
	/** `addresses` is empty when only the environment says so. `isMixed`: another address may be used instead (a ternary). */
	| {
			readonly kind: "helicone";
			readonly addresses: readonly Address[];
			readonly via: readonly Assign[];
			readonly isMixed: boolean;
	  }
	| {
			readonly kind: "concentrate";
			readonly addresses: readonly Address[];
			readonly via: readonly Assign[];
			readonly isMixed: boolean;
	  }
	/** `isProvider`: the host is known to be a provider's own, so a Helicone header sent there is dead. */
	| { readonly kind: "other"; readonly isProvider: boolean }
	/** The address comes from somewhere that this file does not show. `variable`: the environment, by that name. */
	| { readonly kind: "unknown"; readonly variable: string | undefined };

/** @param heliconeAddresses variables that some file of the folder sets to an address of Helicone's */
export function gatewayOf(
	outline: Outline,
	row: ClientRow,
	address: Filled | undefined,
	heliconeAddresses: ReadonlySet<string>,
): Gateway {
	if (!address) {
		const variable = row.environment?.address;
		if (variable && heliconeAddresses.has(variable))
			return { kind: "helicone", addresses: [], via: [], isMixed: false };
		return row.kind === "constructor" && variable
			? { kind: "unknown", variable }
			: { kind: "other", isProvider: row.kind === "constructor" };
	}
	const read = addressStrings(outline, address.value);
	const addresses = read.strings
		.flatMap((str) => addressesIn(outline, str))
		.filter((one) => one.place !== "prose" && isInference(one));
	const helicone = addresses.filter((one) => one.owner === "helicone");
	if (helicone.length > 0)
		return {
			kind: "helicone",
			addresses: helicone,
			via: read.via,
			isMixed: hasOtherAddress(outline, read.strings, helicone),
		};
	if (addresses.length > 0)
		return {
			kind: "concentrate",
			addresses,
			via: read.via,
			isMixed: hasOtherAddress(outline, read.strings, addresses),
		};
	const variable = environmentBehind(outline, address.value)?.read;
	if (variable) {
		const known =
			heliconeAddresses.has(variable.name) || environmentVariable(variable.name)?.row.role === "helicone-address";
		return known
			? { kind: "helicone", addresses: [], via: [], isMixed: false }
			: { kind: "unknown", variable: variable.name };
	}
	const urls = read.strings.filter((str) => isUrl(outline, str));
	if (urls.length === 0) return { kind: "unknown", variable: undefined };
	return { kind: "other", isProvider: urls.every((str) => isProvider(outline, str)) };
}

/** Hosts that Helicone forwards to (helicone.md 1.5): whoever is called there is not Helicone. A company's own domain may be. */
const providers =
	/^https?:\/\/([\w.-]+\.)?(openai\.com|anthropic\.com|azure\.com|azure-api\.net|llama\.com|nvidia\.com|anyscale\.com|cloudflare\.com|together\.(xyz|ai)|lemonfox\.ai|fireworks\.ai|perplexity\.ai|googleapis\.com|openrouter\.ai|groq\.com|cohere\.(ai|com)|mistral\.ai|deepinfra\.com|upstash\.io|firecrawl\.dev|amazonaws\.com|deepseek\.com|x\.ai|avian\.io|nebius\.(com|ai)|vercel\.(sh|ai|app)|novita\.ai|openpipe\.ai|chutes\.(com|ai)|cerebras\.ai|canopywave\.io|hyperbolic\.xyz)([:/]|$)/i;

function isProvider(outline: Outline, str: Str): boolean {
	return providers.test(outline.text.slice(str.content[0], str.content[1]));
}

function isInference(address: Address): boolean {
	return address.row === undefined || !/^(control|site|docs)$/.test(address.row.mode);
}

/** Every string that may be the address or a part of it: pieces, branches, fallbacks, behind names. */
export function addressStrings(outline: Outline, expr: Expr): { strings: Str[]; via: Assign[] } {
	const { pieces, via } = textPieces(outline, expr);
	const strings = new Set<Str>();
	const follow = [...via];
	for (const piece of pieces) {
		if (piece.kind === "text") strings.add(piece.str);
		else if (piece.expr) {
			for (const str of within(outline.strings, piece.expr.range)) strings.add(str);
			const behind = environmentBehind(outline, piece.expr);
			if (behind?.via?.value) {
				for (const str of within(outline.strings, behind.via.value.range)) strings.add(str);
				follow.push(behind.via);
			}
		}
	}
	return { strings: [...strings], via: follow };
}

function hasOtherAddress(outline: Outline, strings: readonly Str[], found: readonly Address[]): boolean {
	return strings.some((str) => isUrl(outline, str) && !found.some((address) => address.str === str));
}

function isUrl(outline: Outline, str: Str): boolean {
	return /^(https?|wss?):\/\/./i.test(outline.text.slice(str.content[0], str.content[1]));
}
