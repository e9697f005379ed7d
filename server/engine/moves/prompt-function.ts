/**
 * `hpf`, `hpstatic` and their like only put tags around what they are given, and Helicone takes the tags out again: the
 * template alone says the same. All uses of a file change together with the import, or none.
 */
import type { Operation } from "../edits/operation";
import { packageImports } from "../facts/package-import";
import { contains, contentOf, keyName, textOf, valueIn } from "../outline/questions";
import type { Call, ImportedName, Outline, Range, Str } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { importRemoval } from "./import-removal";

export interface PromptPlan {
	readonly uses: readonly { readonly name: string; readonly range: Range }[];
	readonly proposal: Proposal | undefined;
	/** What stands in the way, as a sentence. */
	readonly obstacle: string | undefined;
}

const nothing: PromptPlan = { uses: [], proposal: undefined, obstacle: undefined };
/** Templates that give text. The others give parts of it, or parse what these give. */
const plain = new Set(["hpf", "hpstatic"]);

export function planPromptFunctions({ facts: { outline }, workspace }: Context): PromptPlan {
	const imports = packageImports(outline).filter(({ from, row }) => row.role === "prompts" || isOld(from.names));
	const names = imports.flatMap(({ from }) => from.names);
	const calls = names.flatMap((name) =>
		outline.calls.filter((call) => call.path === name.local).map((call) => ({ call, name })),
	);
	const uses = calls.map(({ call }) => ({ name: call.name, range: call.nameRange }));
	if (calls.length === 0) return nothing;
	const rewritten = calls.map(({ call, name }) => (plain.has(name.name) ? plainText(outline, call) : undefined));
	const operations = [
		...rewritten.flatMap((one) => one ?? []),
		...imports.flatMap(({ from }) => importRemoval(outline, from, from.names) ?? []),
	];
	const isWhole =
		rewritten.every((one) => one !== undefined) &&
		imports.every(({ from }) => importRemoval(outline, from, from.names) !== undefined) &&
		names.every((name) => isOnlyCalled(outline, name) && !workspace.importedNames.has(name.local));
	if (!isWhole)
		return {
			uses,
			proposal: undefined,
			obstacle: "The file does more with Helicone's templates than filling in text.",
		};
	const title = uses.length === 1 ? "Leave a plain template" : "Leave plain templates";
	return {
		uses,
		obstacle: undefined,
		proposal: { group: "helicone-prompt-functions", title, applicability: "suggested", operations },
	};
}

/** `@helicone/helicone` and `@helicone/helpers` had them, too. */
function isOld(names: readonly ImportedName[]): boolean {
	return names.length > 0 && names.every(({ name }) => /^hp[a-z]*$/.test(name));
}

function isOnlyCalled(outline: Outline, { local, range }: ImportedName): boolean {
	return outline.refs.every(
		(ref) => ref.name !== local || contains(range, ref.range) || isInImport(outline, ref.range),
	);
}

function isInImport(outline: Outline, at: Range): boolean {
	return outline.imports.some((one) => {
		const holder = one.parent?.kind === "call" ? one.parent.parent : one;
		return holder !== undefined && contains(holder.range, at);
	});
}

/** The template without what goes around it; undefined when it is no literal. */
function plainText(outline: Outline, call: Call): Operation[] | undefined {
	const args = call.args?.items ?? [];
	const first = valueIn(args[0]);
	if (first?.kind !== "string") return undefined;
	if (first.open === "`" && first.range[0] === call.nameRange[1]) return tagged(outline, call, first);
	return outline.language === "python" ? formatted(outline, call, first) : undefined;
}

/** ``hpf`Write about ${{ place }}` `` → `` `Write about ${place}` `` */
function tagged(outline: Outline, call: Call, str: Str): Operation[] | undefined {
	const maps = str.holes.flatMap(({ expr }) => (expr?.kind === "list" && expr.role === "map" ? [expr] : []));
	const values = maps.map(({ items }) =>
		items.length === 1 && items[0]?.form === "entry" ? valueIn(items[0]) : undefined,
	);
	if (values.includes(undefined)) return undefined;
	return [
		{ op: "replace", range: [call.range[0], str.range[0]], newText: "" },
		...maps.map(({ range }, index): Operation => {
			const value = values[index];
			return { op: "replace", range, newText: value ? textOf(outline, value.range) : "" };
		}),
	];
}

/** `hpf("Write about {place}", place=x)` → `"Write about {place}".format(place=x)` */
function formatted(outline: Outline, call: Call, str: Str): Operation[] | undefined {
	const given = (call.args?.items ?? []).slice(1);
	const text = contentOf(outline, str);
	const wanted = [...text.matchAll(/\{(\w*)\}/g)].map((match) => match[1]);
	const rest = text.replace(/\{\w+\}/g, "");
	const names = given.map((item) => keyName(outline, item));
	if (str.holes.length > 0 || /[{}]/.test(rest) || given.some((item) => item.form !== "entry")) return undefined;
	if (!wanted.every((name) => names.includes(name))) return undefined;
	const before: Operation = { op: "replace", range: [call.range[0], str.range[0]], newText: "" };
	const [next] = given;
	if (!next) return [before, { op: "replace", range: [str.range[1], call.range[1]], newText: "" }];
	return [before, { op: "replace", range: [str.range[1], next.range[0]], newText: ".format(" }];
}
