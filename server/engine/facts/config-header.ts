/** What looks like a header in a configuration file may be a service, a secret or a secret's key (`key: helicone-api-key`). */
import { requestHeader, responseHeader } from "../../../shared/mappings";
import { ancestors, contentOf, keyName } from "../outline/questions";
import type { Outline, Str } from "../outline/schema";

/** @param name what the string begins with, in the shape of a header */
export function isHeaderOfConfig(outline: Outline, str: Str, name: string): boolean {
	const isSpelt = /^(?:x-)?Helicone-[A-Z]/.test(name) || /^[\w-]+\s*:/.test(contentOf(outline, str));
	if (isSpelt || isBelowHeaders(outline, str)) return true;
	const id = requestHeader(name)?.id ?? responseHeader(name)?.id;
	return id !== undefined && id !== "helicone-other" && id !== "helicone-api-key";
}

function isBelowHeaders(outline: Outline, str: Str): boolean {
	return [...ancestors(str)].some(
		(up) => up.kind === "item" && up.key !== str && /header|^-H$/i.test(keyName(outline, up) ?? ""),
	);
}
