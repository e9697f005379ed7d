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

/** `wss://api.helicone.ai/v1/gateway/oai/realtime`: the control plane's host, but a gateway behind it (helicone.md 1.2). */
export function isRealtime(address: Address): boolean {
	return /^\/v1\/(ai-)?gateway\//.test(address.path);
}
