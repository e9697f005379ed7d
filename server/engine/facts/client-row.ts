/** Which row of `clients.json` a call is, by its path and by where its name was imported from. */
import { clients } from "../../../shared/mappings";
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import { namesOf } from "../outline/names";
import { entryNamed, valueIn } from "../outline/questions";
import type { Call, List, Outline } from "../outline/schema";

/** Rows by the last segment of each callee, so that most calls are dismissed with one look-up. */
const byName = new Map<string, { row: ClientRow; callee: string }[]>();
for (const row of clients) {
	for (const callee of row.callees) {
		const name = lastSegment(callee);
		byName.set(name, [...(byName.get(name) ?? []), { row, callee }]);
	}
}
/** `import OpenAI from "openai"` may call it anything. */
const byModule = clients.filter((row) => row.kind === "constructor" && row.modules);

/** @returns the best row for a call in its language; undefined for a call that is no client's */
export function rowOf(outline: Outline, call: Call): ClientRow | undefined {
	const dot = call.path.indexOf(".");
	const first = dot < 0 ? call.path : call.path.slice(0, dot);
	const imported = namesOf(outline).imported(first);
	const path =
		imported && imported.name.name !== "*" && imported.name.name !== "default"
			? imported.name.name + call.path.slice(first.length)
			: call.path;
	let best: { row: ClientRow; score: number } | undefined;
	for (const { row, callee } of byName.get(lastSegment(path)) ?? []) {
		if (row.kind === "module" || !row.languages.includes(outline.language)) continue;
		const module = imported?.from.module;
		const fromModule = module !== undefined && row.modules?.some((name) => isModule(module, name));
		const isAliased = fromModule && imported?.name.name === "*" && rest(path) === rest(callee);
		if (!isAliased && !matches(path, callee, row)) continue;
		if (module !== undefined && row.modules && !fromModule) continue;
		if (row.needsImport && !fromModule) continue;
		const isToldByArgument = row.needsArgument?.some((name) => hasArgument(outline, call, name));
		if (row.needsArgument && !isToldByArgument) continue;
		const score = callee.length + (fromModule ? 100 : 0) + (isToldByArgument ? 50 : 0);
		if (!best || score > best.score) best = { row, score };
	}
	return best?.row ?? defaultImport(outline, call, imported);
}

/** It is given by name, or in the options that JavaScript's classes take as one object. */
function hasArgument(outline: Outline, { args }: Call, name: string): boolean {
	const options = valueIn(args?.items[0]);
	const isIn = (list: List | undefined) => list !== undefined && entryNamed(outline, list, name) !== undefined;
	return isIn(args) || (options?.kind === "list" && options.role === "map" && isIn(options));
}

function defaultImport(
	outline: Outline,
	call: Call,
	imported: ReturnType<ReturnType<typeof namesOf>["imported"]>,
): ClientRow | undefined {
	if (!call.isNew || !imported || imported.name.name !== "default" || call.path !== imported.name.local)
		return undefined;
	const rows = byModule.filter(
		(row) => row.languages.includes(outline.language) && row.modules?.some((name) => name === imported.from.module),
	);
	// `openai` is the module of the plain client and of Azure's: the default export is the plain one.
	return rows.find((row) => row.base !== null) ?? rows[0];
}

/** A callee matches the end of a path. A single name of a request (`fetch`) must be the whole path: `repo.fetch()` is no request. */
function matches(path: string, callee: string, row: ClientRow): boolean {
	if (path === callee) return true;
	if (!path.endsWith(`.${callee}`)) return false;
	if (row.kind === "constructor") return true;
	const before = path.slice(0, -callee.length - 1);
	return /^(globalThis|window|self|global)$/.test(before);
}

/** `openai` covers `openai.lib`, `@ai-sdk/openai` covers `@ai-sdk/openai/internal`. */
function isModule(module: string, name: string): boolean {
	return module === name || module.startsWith(`${name}.`) || module.startsWith(`${name}/`);
}

/** `import ai "github.com/sashabaranov/go-openai"`: what stands before the first dot is this file's own name. */
function rest(path: string): string {
	return path.slice(path.indexOf(".") + 1);
}

function lastSegment(path: string): string {
	return path.slice(path.lastIndexOf(".") + 1);
}
