/** What becomes of environment variables where a shell or `.env` file defines them (guide step 1). */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { lineStart, nextLine } from "../edits/lines";
import type { Operation } from "../edits/operation";
import { definitionsOf, type EnvironmentUse, isConfig, isPassedOn, isShell } from "../facts/environment";
import { contains, keyName, listOf, statementOf, within } from "../outline/questions";
import type { Assign, Expr, List, Outline } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { isReference, withoutValue } from "./key-value";

/** A definition of a variable that is Helicone's by its name. Undefined when the table has no new name for it. */
export function planDefinition(context: Context, use: EnvironmentUse): Proposal | undefined {
	const { outline } = context.facts;
	const { assign, replacement, row } = use;
	if (!assign || replacement === undefined) return undefined;
	const group = `env:${use.nameRange[0]}`;
	const isComputed = assign.value !== undefined && within(outline.calls, assign.value.range).length > 0;
	if (isEntangledSomewhere(context, use.name) || holdsControl(context, assign)) return undefined;
	if (isKept(context, use)) return planBeside(context, use);
	const isDeclared = isDeclaredSomewhere(context, use.name);
	const isElsewhere = isConfig(outline) && comesFromElsewhere(outline, assign.value);
	const applicability = isComputed || isDeclared || isElsewhere ? "suggested" : (row.applicability ?? "suggested");
	const statement = statementOf(assign);
	if (statement && isDefinedElsewhere(outline, assign, replacement)) {
		return {
			group,
			title: `Remove ${use.name}: ${replacement} is defined already`,
			applicability,
			operations: [{ op: "remove", item: statement }],
		};
	}
	const operations: Operation[] = [{ op: "replace", range: use.nameRange, newText: replacement }];
	const value = assign.value;
	if (row.role === "helicone-key" && value && !isReference(outline, value))
		operations.push(...withoutValue(context, value, isComputed));
	return { group, title: `Rename to ${replacement}`, applicability, operations };
}

/** `HELICONE_API_BASE=https://api.hconeai.com`: where Helicone's logger sends to, no gateway. */
function holdsControl({ facts }: Context, { value }: Assign): boolean {
	return (
		value !== undefined &&
		facts.addresses.some(({ row, range }) => row?.mode === "control" && contains(value.range, range))
	);
}

/** A settings class or a schema of the folder wants the variable under that name: it is renamed with it. */
function isDeclaredSomewhere({ workspace }: Context, name: string): boolean {
	return workspace.declaredNames.has(name) || workspace.declaredNames.has(name.toLowerCase());
}

/** Such a class or schema cannot be renamed: the program would not find the variable under its new name. */
export function isEntangledSomewhere({ workspace }: Context, name: string): boolean {
	return [name, name.toLowerCase()].some(
		(one) => workspace.declaredNames.has(one) && workspace.entangledNames.has(one),
	);
}

/** A logger of Helicone's, its API, or a client that cannot move still reads it under this name. */
export function isKept({ workspace }: Context, use: EnvironmentUse): boolean {
	return use.use === "definition" && workspace.keptVariables.has(use.name);
}

/** It stays, and all that is wanted beside it is there. */
export function isSettled(context: Context, use: EnvironmentUse): boolean {
	const { assign, replacement } = use;
	if (!assign || replacement === undefined || !isKept(context, use)) return false;
	return definitionsOf(context.facts.outline, replacement).some((other) =>
		isSameScope(context.facts.outline, assign, other),
	);
}

/** A line of `.env` whose variable stays gets the new one behind it, for the clients that move. */
function planBeside({ facts: { outline }, workspace }: Context, use: EnvironmentUse): Proposal | undefined {
	const statement = use.assign && statementOf(use.assign);
	if (
		!statement ||
		use.row.role !== "helicone-key" ||
		outline.language !== "dotenv" ||
		!workspace.wantedVariables.has(use.replacement ?? "")
	)
		return undefined;
	const start = lineStart(outline.text, use.nameRange[0]);
	const before = outline.text.slice(start, use.nameRange[0]);
	const value = use.assign?.value;
	const isOpen = value?.kind === "string" && /(\.\.\.|…)$/.test(outline.text.slice(...value.content));
	const text = `${before}${use.replacement}=${isOpen ? gateway.keyPlaceholder : ""}`;
	return {
		group: `env:${use.nameRange[0]}`,
		title: `Add ${use.replacement} beside it`,
		applicability: "suggested",
		operations: [{ op: "insert-line", offset: nextLine(outline.text, statement.range[1] - 1), text }],
	};
}

/** `- NAME` of a list that has the new name already; undefined for everything else. */
export function planPassed(
	outline: Outline,
	{ node, replacement, name, nameRange }: EnvironmentUse,
): Proposal | undefined {
	const item = node.parent && isPassedOn(outline, node) ? statementOf(node) : undefined;
	const list = item && listOf(item);
	const isThere = list?.items.some((other) => within(outline.refs, other.range)[0]?.name === replacement);
	if (!item || replacement === undefined || !isThere || item.value?.kind !== "opaque") return undefined;
	const title = `Remove ${name}: ${replacement} is there already`;
	return { group: `env:${nameRange[0]}`, title, applicability: "safe", operations: [{ op: "remove", item }] };
}

/** A Kubernetes secret or `${{ secrets.LLM_KEY }}` holds Helicone's key until somebody fills it anew. */
function comesFromElsewhere(outline: Outline, value: Expr | undefined): boolean {
	if (value === undefined || isDeclaration(outline, value)) return false;
	if (value.kind !== "string" || isReference(outline, value)) return true;
	if (value.holes.some(({ expr }) => expr === undefined)) return true;
	const names = within(outline.refs, value.range).map((ref) => ref.name);
	return names.some((name) => !name.includes("CONCENTRATE") && environmentVariable(name)?.row.role !== "helicone-key");
}

/** `{ description: …, required: true }`: a pipeline's or an app's list of what it is given. Nothing is said of where it comes from. */
function isDeclaration(outline: Outline, value: Expr): boolean {
	return (
		value.kind === "list" &&
		value.role === "map" &&
		value.items.length > 0 &&
		value.items.every((item) => /^(?:description|required|documentationUrl)$/.test(keyName(outline, item) ?? ""))
	);
}

/** Somebody defined the new name, or an earlier line becomes it. */
function isDefinedElsewhere(outline: Outline, assign: Assign, replacement: string): boolean {
	if (definitionsOf(outline, replacement).some((other) => isSameScope(outline, assign, other))) return true;
	if (isPassedBeside(outline, assign, replacement)) return true;
	return outline.assigns.some((other) => {
		if (!isSameScope(outline, assign, other)) return false;
		if (other.range[0] >= assign.range[0] || other.target.kind !== "ref" || other.target.name === replacement)
			return false;
		return environmentVariable(other.target.name)?.replacement === replacement;
	});
}

/** `- NAME` in the same list: it has the new name, or becomes it. */
function isPassedBeside(outline: Outline, assign: Assign, replacement: string): boolean {
	if (!isConfig(outline)) return false;
	const names = (scopeOf(assign)?.items ?? []).flatMap(({ value }) =>
		value?.kind === "opaque" && value.type === "passed" ? within(outline.refs, value.range).map((ref) => ref.name) : [],
	);
	return names.some((name) => name === replacement || environmentVariable(name)?.replacement === replacement);
}

/** A shell script has one environment; each block of a configuration file has its own. */
export function isSameScope(outline: Outline, one: Assign, other: Assign): boolean {
	if (outline.language === "dockerfile") return stageOf(outline, one) === stageOf(outline, other);
	return !isConfig(outline) || scopeOf(one) === scopeOf(other);
}

/** `ARG X` and `ENV X=$X` belong together, and each `FROM` starts anew. */
function stageOf(outline: Outline, { range: [start] }: Assign): string {
	const before = outline.root.items.filter((item) => item.range[0] <= start);
	const stage = before.findLastIndex(({ value }) => value?.kind === "opaque" && value.type === "from");
	const at = before.at(-1)?.range[0] ?? start;
	return `${outline.text.slice(at, at + 3).toUpperCase()} ${stage}`;
}

function scopeOf(assign: Assign): List | undefined {
	const item = statementOf(assign);
	return item && listOf(item);
}

/** The file defines Helicone's key, or Concentrate's without a value: it is being migrated. */
export function holdsGatewayKey(outline: Outline): boolean {
	return (
		isShell(outline) &&
		outline.assigns.some((assign) => {
			const name = assign.target.kind === "ref" ? assign.target.name : "";
			if (name === gateway.keyVariable) return isEmpty(assign) || isPlaceholder(outline, assign);
			return environmentVariable(name)?.row.role === "helicone-key";
		})
	);
}

function isPlaceholder(outline: Outline, assign: Assign): boolean {
	return assign.value?.kind === "string" && outline.text.slice(...assign.value.content) === gateway.keyPlaceholder;
}

export function isEmpty(assign: Assign): boolean {
	return (
		assign.value === undefined ||
		(assign.value.kind === "string" && assign.value.content[0] === assign.value.content[1])
	);
}
