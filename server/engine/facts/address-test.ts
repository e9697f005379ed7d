/** `"gateway.helicone.ai" in url`, `url.includes("helicone.ai")`: a question about a host, not an address that is used. */
import type { Outline, Str } from "../outline/schema";
import type { Address } from "./address";
import { callOf } from "./environment";

const questions =
	/^(includes?\??|startsWith|endsWith|startswith|endswith|starts?_with\??|ends?_with\??|str_(contains|starts_with|ends_with)|strpos|indexOf|find|match|test|contains?\??|search|Contains|StartsWith|EndsWith|HasPrefix|HasSuffix|hasPrefix|hasSuffix|toContain|toMatch|stringContaining|assertIn|assertNotIn|assertContains)$/;

export function isTestOnHost(address: Address): boolean {
	const parent = address.str.parent;
	return parent?.kind === "infix" || isAskedOfCall(address.str) || isPattern(address);
}

/** `hostMatch: "hconeai.com"`: what a preset's address is recognised by. */
function isPattern({ str, scheme, path }: Address): boolean {
	return scheme === undefined && path === "" && isHostPattern(str);
}

/** The value of an entry whose name says so. */
export function isHostPattern({ parent: item }: Str): boolean {
	if (item?.kind !== "item" || item.form !== "entry") return false;
	const name = item.key?.kind === "ref" ? item.key.name : "";
	return /^(host|domain|url)_?(match|pattern|suffix|test|includes)\w*$/i.test(name);
}

/** `"helicone" in base_url`, `url.includes("hconeai")`: true for the old address, false for the new one. */
export function isQuestionOnHelicone(outline: Outline, str: Str): boolean {
	const text = withoutHoles(outline, str);
	return /helicone|hconeai/i.test(text) && !/^(x-)?helicone-|^[sp]k-/i.test(text) && isQuestion(str);
}

/** `"$HELICONE_API_KEY" != …` asks nothing about Helicone. */
function withoutHoles(outline: Outline, { content, holes }: Str): string {
	const text = outline.text.slice(...content);
	return holes.reduceRight(
		(left, { range }) => left.slice(0, range[0] - content[0]) + left.slice(range[1] - content[0]),
		text,
	);
}

/** The string is looked for in something, or compared with it. */
export function isQuestion(str: Str): boolean {
	const parent = str.parent;
	return parent?.kind === "infix" ? /^(in|not in|==|===|!=|!==)$/.test(parent.op) : isAskedOfCall(str);
}

function isAskedOfCall(str: Str): boolean {
	const call = str.parent?.kind === "item" ? callOf(str.parent) : undefined;
	return call !== undefined && questions.test(call.name);
}

/** `wss://api.helicone.ai/v1/gateway/oai/realtime`: the control plane's host, but a gateway behind it (helicone.md 1.2). */
export function isRealtime(address: Address): boolean {
	return /^\/v1\/(ai-)?gateway\//.test(address.path);
}
