/** Helicone's own programs and images where they are started or named: an MCP server, a plug-in, a container. */
import { heliconePackage } from "../../../shared/mappings";
import type { Package } from "../../../shared/mappings/schema";
import { ancestors, contentOf, keyName, listOf } from "../outline/questions";
import type { Item, Outline, Range, Str } from "../outline/schema";

export interface PackageProgram {
	readonly row: Package;
	readonly name: string;
	readonly range: Range;
	/** The server or plug-in in a list of such, which can go as a whole. */
	readonly item: Item | undefined;
}

const packages =
	/(?<![\w@/.-])(?:@helicone\/(?:mcp|ai-gateway|export)|opencode-helicone-[\w-]+|n8n-nodes-helicone)(?![\w-])/g;
const image = /^(?:(?:docker\.io|ghcr\.io|index\.docker\.io)\/)?(helicone\/[\w.-]+)(?=$|[:@])/i;

/** In document order. Package lists and what is imported are not looked at. */
export function packagePrograms(outline: Outline): PackageProgram[] {
	const modules = new Set(outline.imports.map(({ moduleRange }) => moduleRange[0]));
	return outline.strings.flatMap((str) =>
		modules.has(str.content[0]) || !/helicone/i.test(contentOf(outline, str))
			? []
			: [...named(outline, str), ...imaged(outline, str)],
	);
}

function named(outline: Outline, str: Str): PackageProgram[] {
	return [...contentOf(outline, str).matchAll(packages)].flatMap((match) => {
		const row = heliconePackage(match[0], "npm");
		const start = str.content[0] + match.index;
		return row
			? [{ row, name: match[0], range: [start, start + match[0].length] as const, item: holderOf(outline, str) }]
			: [];
	});
}

/** Keys and commands behind which an image stands. */
const imageKeys = /^(image|repository|imageName|from)$/i;

function imaged(outline: Outline, str: Str): PackageProgram[] {
	const match = image.exec(contentOf(outline, str));
	const name = match?.[1];
	const row = name === undefined ? undefined : heliconePackage(name.toLowerCase(), "docker");
	if (!match || name === undefined || !row || !isImagePlace(outline, str)) return [];
	const start = str.content[0] + match[0].length - name.length;
	return [{ row, name, range: [start, start + name.length], item: undefined }];
}

function isImagePlace(outline: Outline, str: Str): boolean {
	const item = str.parent;
	if (item?.kind !== "item") return false;
	if (item.form === "entry") return imageKeys.test(keyName(outline, item) ?? "");
	const call = listOf(item)?.parent;
	return call?.kind === "call" && /^(docker|podman|nerdctl|crictl)$/.test(call.name);
}

/** `mcpServers.helicone: { command: "npx", args: ["@helicone/mcp"] }`, and an element of a list of plug-ins. */
function holderOf(outline: Outline, str: Str): Item | undefined {
	const own = str.parent;
	const list = own?.kind === "item" && own.form === "value" ? listOf(own) : undefined;
	const key = list?.parent?.kind === "item" ? keyName(outline, list.parent) : undefined;
	if (own?.kind === "item" && key !== undefined && /^plugins?$/.test(key)) return own;
	let below: Item | undefined;
	for (const up of ancestors(str)) {
		if (up.kind !== "item" || up.form !== "entry") continue;
		if (below && /^(mcpServers|mcp_servers|mcp|servers)$/.test(keyName(outline, up) ?? "")) return below;
		// TOML's `[mcp_servers.helicone]` is one key; `[mcp_servers.helicone.env]` would be left behind.
		const name = keyName(outline, up) ?? "";
		if (/^mcp_servers\.\w+$/.test(name)) {
			const isAlone = listOf(up)?.items.every((one) => !keyName(outline, one)?.startsWith(`${name}.`)) ?? false;
			return isAlone ? up : undefined;
		}
		below = up;
	}
	return undefined;
}
