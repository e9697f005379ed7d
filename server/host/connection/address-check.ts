/** Whether an address may be asked at all. Wrong ones are told apart before anything, a key above all, is sent. */
import { hostOf } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { ConnectionFailure } from "../../../shared/mappings/schema";

export type AddressCheck =
	/** `base` ends in `/v1` for Concentrate, without a slash behind it. */
	| { readonly kind: "usable"; readonly base: string }
	| { readonly kind: "refused"; readonly failure: ConnectionFailure; readonly shown: string };

/**
 * @param text a base URL as a person writes it; a final slash, and a missing `/v1`, do not matter
 * @returns the base to ask, or why it cannot be one. Any host of one's own may stand in for Concentrate's, by TLS or on this machine.
 */
export function checkAddress(text: string): AddressCheck {
	const url = parsed(text.trim());
	if (url === undefined) return { kind: "refused", failure: "address-unusable", shown: "no address" };
	// A name and a password in the address are for nobody's eyes.
	const shown = `${url.protocol}//${url.host}${url.pathname}`.replace(/\/+$/, "");
	const refuse = (failure: ConnectionFailure): AddressCheck => ({ kind: "refused", failure, shown });
	if (hostOf(url.hostname)) return refuse("address-helicone");
	const isConcentrate = url.hostname === gateway.domain || url.hostname.endsWith(`.${gateway.domain}`);
	if (isConcentrate && url.hostname !== gateway.host) return refuse("address-subdomain");
	if (/^\/api(\/|$)/.test(url.pathname) && isConcentrate) return refuse("address-api");
	if (url.protocol === "http:" && !isThisMachine(url.hostname)) return refuse("address-plain");
	const path = url.pathname.replace(/\/+$/, "");
	if (url.username !== "" || url.search !== "" || url.hash !== "") return refuse("address-unusable");
	if (isConcentrate && path !== "" && path !== "/v1") return refuse("address-unusable");
	return { kind: "usable", base: `${url.origin}${path === "" ? "/v1" : path}` };
}

function parsed(text: string): URL | undefined {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function isThisMachine(hostname: string): boolean {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
