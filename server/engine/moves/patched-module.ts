/** `from helicone.openai_proxy import openai` becomes openai itself, pointed at Concentrate (openai before version 1). */
import { gateway } from "../../../shared/mappings/gateway";
import { lineStart } from "../edits/lines";
import type { Operation } from "../edits/operation";
import { packageImports } from "../facts/package-import";
import { patchedFields } from "../facts/patched-field";
import { contains, keyName, pathOf, statementOf } from "../outline/questions";
import type { Import, ImportedName, Item, Outline } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { importOperation } from "./import-operation";

/** Arguments that only the patched module knows. */
const own = new Set(["properties", "cache", "retry", "rate_limit_policy", "helicone_meta", "heliconeMeta"]);

/** @returns undefined for another import, or where the file does more with the module */
export function planPatchedModule(context: Context, imported: Import): Proposal | undefined {
	const { outline } = context.facts;
	// The settings beside it go with it.
	const patched = outline.imports.find((one) => /^helicone\.openai_(proxy|async)$/.test(one.module));
	const from = imported.module === "helicone.globals" && patched ? patched : imported;
	const module = /^helicone\.openai_(proxy|async)$/.exec(from.module)?.[1];
	const statement = statementOf(from);
	const name = from.names.find((one) => one.name === "openai");
	if (module === undefined || statement?.value !== from || statement.parent !== outline.root || !name) return undefined;
	if (patchedFields(outline).length > 0 || assigned(outline, `${name.local}.api_base`)) return undefined;
	const dropped = outline.calls
		.filter(({ path }) => path.startsWith(`${name.local}.`))
		.flatMap(({ args }) => args?.items.filter((item) => own.has(keyName(outline, item) ?? "")) ?? []);
	const globals = globalSettings(outline, from);
	const only = from.names.every((one) => one === name || (one.name === "Meta" && isOnlyIn(outline, one, dropped)));
	if (!globals || !only) return undefined;
	const line = name.local === "openai" ? "import openai" : `import openai as ${name.local}`;
	const moved = module === "proxy" ? pointed(context, name.local, statement) : undefined;
	return {
		group: "helicone-patched-module",
		title: module === "proxy" ? "Use openai itself, with Concentrate's address and key" : "Use openai itself",
		applicability: "suggested",
		operations: [
			{ op: "replace", range: from.range, newText: line },
			...(moved ?? []),
			...[...dropped, ...globals].map((item): Operation => ({ op: "remove", item })),
		],
	};
}

/** `heliconeMeta=Meta(user_id="u")`: the name goes with what it is used in. */
function isOnlyIn(outline: Outline, { local, range }: ImportedName, gone: readonly Item[]): boolean {
	return outline.refs.every(
		(ref) => ref.name !== local || contains(range, ref.range) || gone.some((item) => contains(item.range, ref.range)),
	);
}

/**
 * `from helicone.globals import helicone_global` with the statements that set its fields: they go, since nobody reads them.
 * @returns undefined where the file takes more out of Helicone's package
 */
function globalSettings(outline: Outline, patched: Import): readonly Item[] | undefined {
	const gone: Item[] = [];
	for (const { from } of packageImports(outline)) {
		if (from === patched) continue;
		const [only, ...more] = from.names;
		const statement = statementOf(from);
		if (from.module !== "helicone.globals" || !only || more.length > 0 || statement?.value !== from) return undefined;
		const set = outline.assigns.flatMap((assign) => {
			const isField = assign.target.kind === "member" && pathOf(assign.target.object) === only.local;
			const item = isField ? statementOf(assign) : undefined;
			return item?.value === assign ? [item] : [];
		});
		if (!isOnlyIn(outline, only, set)) return undefined;
		gone.push(statement, ...set);
	}
	return gone;
}

/** Address and key as settings of the module, behind the imports. */
function pointed({ facts: { outline }, language }: Context, local: string, statement: Item): Operation[] {
	const key = language.writer.environment(gateway.keyVariable, outline);
	const known = outline.assigns.find(({ target }) => pathOf(target) === `${local}.api_key`);
	const lines = [`${local}.api_base = "${gateway.base}"`, ...(known ? [] : [`${local}.api_key = ${key}`])];
	const items = outline.root.items.slice(outline.root.items.indexOf(statement) + 1);
	const next = items.find((item) => item.value?.kind !== "import");
	const settings: Operation = {
		op: "insert-line",
		offset: next ? lineStart(outline.text, next.range[0]) : outline.text.length,
		text: [...lines, ...(next ? [""] : [])].join("\n"),
	};
	const value: Operation[] = known?.value ? [{ op: "replace", range: known.value.range, newText: key }] : [];
	return [settings, ...value, ...importOperation(language, outline, true)];
}

function assigned(outline: Outline, path: string): boolean {
	return outline.assigns.some(({ target }) => pathOf(target) === path);
}
