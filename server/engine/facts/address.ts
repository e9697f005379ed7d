/** Addresses of Helicone and Concentrate inside string literals, taken apart. */
import { hostOf } from "../../../shared/mappings";
import type { Host } from "../../../shared/mappings/schema";
import { isDocstring } from "../outline/questions";
import type { Outline, Range, Str } from "../outline/schema";
import { isShell } from "./environment";
import { selfHosted } from "./self-hosted";

export interface Address {
	readonly str: Str;
	/** The address in the text: scheme to the end of its path. */
	readonly range: Range;
	readonly owner: "helicone" | "concentrate";
	/** `https`, `wss`; undefined for a bare host. */
	readonly scheme: string | undefined;
	/** Lower case, without port. An interpolated label reads as `xxx`. */
	readonly host: string;
	readonly hostRange: Range;
	readonly port: string | undefined;
	/** From the first slash on, as written; empty without one. */
	readonly path: string;
	/** Row of the hosts table; undefined for Concentrate's hosts. */
	readonly row: Host | undefined;
	/** `whole`: the string is the address. `part`: there is more, without a space (`url=https://…`). `prose`: a sentence or a program text. */
	readonly place: "whole" | "part" | "prose";
	/** What the program puts behind the address when it uses it; absent when it is used as it stands. */
	readonly rest?: { readonly text: string } | "unknown";
	/** A plus and Helicone's key behind the string: no part of an address of Concentrate's. */
	readonly keyBehind?: Range;
}

const domain =
	/(?<![\w.@-])(?:([a-z][a-z0-9+-]*):\/\/(?:[^\s/@'"]+@)?)?((?:[\w-]+\.)*(?:helicone\.ai|hconeai\.com|llmmapper\.com|concentrate\.ai))(?![\w-])(?!\.\w)(:\d+)?(\/(?:[^\s"'`<>()\\|,;]|<[\w -]+>)*)?/gi;

/** Every address of a string, in order. Interpolations in the path are part of it. */
export function addressesIn(outline: Outline, str: Str): Address[] {
	const text = masked(outline, str);
	const own = ownAddress(outline, str, text);
	if (own) return [own];
	if (!/helicone\.ai|hconeai\.com|llmmapper\.com|concentrate\.ai/i.test(text)) return [];
	const found: Address[] = [];
	for (const match of text.matchAll(domain)) {
		const [whole, scheme, host = "", port, path = ""] = match;
		const start = str.content[0] + match.index;
		// Spring's `${base-url:https://…}` ends where its brace closes.
		const tidy = (whole.includes("{") ? whole : whole.replace(/\}.*$/, "")).replace(/[.:!?]+$/, "");
		const end = start + tidy.length;
		const owner = /concentrate\.ai$/i.test(host) ? "concentrate" : "helicone";
		const known = owner === "helicone" ? hostOf(host) : undefined;
		if (owner === "helicone" && !known) continue;
		const hostStart = start + whole.indexOf(host, scheme ? scheme.length + 3 : 0);
		found.push({
			str,
			range: [start, end],
			owner,
			scheme: scheme?.toLowerCase(),
			host: host.toLowerCase(),
			hostRange: [hostStart, hostStart + host.length],
			port: port?.slice(1),
			path: outline.text.slice(end - Math.max(0, path.length - (whole.length - tidy.length)), end),
			row: known?.row,
			place: placeOf(outline, str, text, match.index, tidy.length),
		});
	}
	return found;
}

/** The string as an address of a Helicone on a host of somebody's own. */
function ownAddress(outline: Outline, str: Str, text: string): Address | undefined {
	if (!/^https?:\/\/\S+$/i.test(text) || isDocstring(str)) return undefined;
	const found = selfHosted(text, () => /helicone-auth/i.test(outline.text));
	if (!found) return undefined;
	const start = str.content[0] + found.scheme.length + 3;
	return {
		...found,
		str,
		range: str.content,
		owner: "helicone",
		hostRange: [start, start + found.host.length],
		place: "whole",
	};
}

/** `https://oai.helicone.ai{path}`: the host is over where the hole begins. */
const isBehindHost = /\b(helicone\.ai|hconeai\.com|concentrate\.ai)(:\d+)?$/i;

/** The content with its holes blotted out, same length, so that quotes and slashes inside them do not end the address. */
function masked(outline: Outline, str: Str): string {
	let text = outline.text.slice(str.content[0], str.content[1]);
	for (const { range } of str.holes) {
		const from = range[0] - str.content[0];
		const blot = isBehindHost.test(text.slice(0, from)) ? "(" : "x";
		text = text.slice(0, from) + blot.repeat(range[1] - range[0]) + text.slice(from + range[1] - range[0]);
	}
	return text;
}

function placeOf(outline: Outline, str: Str, text: string, at: number, length: number): Address["place"] {
	const rest = text.slice(0, at) + text.slice(at + length);
	if (isDocstring(str)) return "prose";
	if (rest.trim() === "" || rest.trim() === "/") return "whole";
	// A content security policy names the hosts that a page may talk to.
	if (/\b(connect|default)-src\b/.test(text)) return "part";
	// `alias ai='OPENAI_BASE_URL=https://… sgpt'` and the lines of a here-document that writes an environment file.
	if (isShell(outline) && /(^|[\s;])[A-Z][A-Z0-9_]*=["']?$/.test(text.slice(0, at))) return "part";
	return /\s/.test(rest.trim()) || str.form === "heredoc" ? "prose" : "part";
}
