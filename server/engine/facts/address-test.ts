/** `"gateway.helicone.ai" in url`, `url.includes("helicone.ai")`: a question about a host, not an address that is used. */
import type { Address } from "./address";
import { callOf } from "./environment";

const questions = /^(includes|startsWith|endsWith|startswith|endswith|indexOf|find|match|test|contains|search)$/;

export function isTestOnHost(address: Address): boolean {
	const parent = address.str.parent;
	if (parent?.kind === "infix") return true;
	const call = parent?.kind === "item" ? callOf(parent) : undefined;
	return call !== undefined && questions.test(call.name);
}
