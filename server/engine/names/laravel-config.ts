/** Laravel's configuration: `config('services.helicone.key')` is what `config/services.php` returns there. */
import { contentOf, valueIn } from "../outline/questions";
import type { Call, List, Outline } from "../outline/schema";

/** Before every such path, so that it is nobody's variable. */
const prefix = "config.";

/** `config.services.helicone.key` of a call that asks for it; with a default it is asked for all the same. */
export function configPath(outline: Outline, call: Call): string | undefined {
	if (outline.language !== "php" || !/^(config|Config\.get)$/.test(call.path)) return undefined;
	const asked = valueIn(call.args?.items[0]);
	const path = asked?.kind === "string" && asked.holes.length === 0 ? contentOf(outline, asked) : "";
	return /^[\w-]+(\.[\w-]+)+$/.test(path) ? prefix + path : undefined;
}

export function isConfigPath(path: string): boolean {
	return path.startsWith(prefix);
}

/** What to look for in other files: they may ask for the entry, or for all that stands beside it. */
export function configNeedle(path: string): string | undefined {
	return isConfigPath(path) ? path.slice(prefix.length, path.lastIndexOf(".")) : undefined;
}

/** What a file of the folder `config` returns, and the path before its entries. */
export function configuration(
	outline: Outline,
	uri: string,
): { readonly path: string; readonly list: List } | undefined {
	const name = outline.language === "php" ? /\/config\/([\w-]+)\.php$/.exec(uri)?.[1] : undefined;
	if (name === undefined) return undefined;
	for (const { value } of outline.root.items) {
		const given = value?.kind === "opaque" && value.type.startsWith("return") ? value.children[0] : undefined;
		if (given?.kind === "list" && given.role === "map") return { path: prefix + name, list: given };
	}
	return undefined;
}
