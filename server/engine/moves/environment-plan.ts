/** What becomes of environment variables where a shell or `.env` file defines them (guide step 1). */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import { definitionsOf, type EnvironmentUse, isShell } from "../facts/environment";
import type { Facts } from "../facts/facts";
import type { Applicability } from "../model";
import { statementOf } from "../outline/questions";
import type { Assign, Outline, Str } from "../outline/schema";
import type { Workspace } from "../workspace";
import type { Move } from "./move";

export interface DefinitionPlan {
	readonly group: string;
	readonly title: string;
	readonly applicability: Applicability;
	readonly operations: readonly Operation[];
}

/** A definition of a variable that is Helicone's by its name. Undefined when the table has no new name for it. */
export function planDefinition(outline: Outline, use: EnvironmentUse): DefinitionPlan | undefined {
	const { assign, replacement, row } = use;
	if (!assign || replacement === undefined) return undefined;
	const group = `env:${use.nameRange[0]}`;
	const applicability = row.applicability ?? "suggested";
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
	if (row.role === "helicone-key" && value?.kind === "string") operations.push(...withoutValue(outline, value));
	return { group, title: `Rename to ${replacement}`, applicability, operations };
}

/** Somebody defined the new name, or an earlier line becomes it. */
function isDefinedElsewhere(outline: Outline, assign: Assign, replacement: string): boolean {
	if (definitionsOf(outline, replacement).length > 0) return true;
	return outline.assigns.some((other) => {
		if (other.range[0] >= assign.range[0] || other.target.kind !== "ref" || other.target.name === replacement)
			return false;
		return other.op === "=" && environmentVariable(other.target.name)?.replacement === replacement;
	});
}

/** A key's value is never carried over: a literal becomes empty, the guide's placeholder the guide's, a reference stays. */
function withoutValue(outline: Outline, value: Str): Operation[] {
	if (value.holes.length > 0) return [];
	const text = outline.text.slice(...value.content);
	if (text === "") return [];
	return [{ op: "replace", range: value.content, newText: /(\.\.\.|…)$/.test(text) ? gateway.keyPlaceholder : "" }];
}

export interface ProviderKey {
	readonly name: string;
	readonly assign: Assign;
	readonly row: string;
	readonly plan: DefinitionPlan;
}

/** Provider keys that a shell or `.env` file defines and that nothing needs any more: commented out, never deleted. */
export function providerKeys(facts: Facts, workspace: Workspace, moves: readonly Move[]): ProviderKey[] {
	const { outline } = facts;
	if (!isShell(outline)) return [];
	return outline.assigns.flatMap((assign) => {
		const name = assign.target.kind === "ref" ? assign.target.name : "";
		const row = environmentVariable(name)?.row;
		const statement = statementOf(assign);
		if (row?.role !== "provider-key" || !statement || statement.value === undefined || isEmpty(assign)) return [];
		const applicability = needlessness(facts, workspace, moves, name);
		if (!applicability) return [];
		const plan: DefinitionPlan = {
			group: `env:${assign.range[0]}`,
			title: `Comment out ${name}`,
			applicability,
			operations: [{ op: "comment-out", item: statement }],
		};
		return [{ name, assign, row: `environment/${row.id}`, plan }];
	});
}

function isEmpty(assign: Assign): boolean {
	return (
		assign.value === undefined ||
		(assign.value.kind === "string" && assign.value.content[0] === assign.value.content[1])
	);
}

/** @returns undefined while somebody may still need the key */
function needlessness(
	facts: Facts,
	workspace: Workspace,
	moves: readonly Move[],
	name: string,
): Applicability | undefined {
	if (workspace.directKeys.has(name) || isReadHere(facts, moves, name)) return undefined;
	const moved = moves.filter((move) => move.keys.some((key) => key.variable === name));
	if (moved.some((move) => move.applicability !== "safe"))
		return moved.some((move) => move.applicability === "blocked") ? undefined : "suggested";
	if (moved.length > 0 || workspace.migratedKeys.has(name)) return "safe";
	const gateways = facts.addresses.filter((address) => address.owner === "helicone" && address.place !== "prose");
	if (gateways.some((address) => address.row?.mode === "proxy" && address.row.providerKey === name)) return "safe";
	const holdsHelicone = facts.environment.some((use) => use.use === "definition" && use.row.role === "helicone-key");
	return holdsHelicone ? "suggested" : undefined;
}

/** A read of the variable in this file that no move replaces. */
function isReadHere(facts: Facts, moves: readonly Move[], name: string): boolean {
	const replaced = new Set(
		moves
			.flatMap((move) => (move.applicability === "blocked" ? [] : move.operations))
			.flatMap((one) => (one.op === "replace" ? one.range[0] : [])),
	);
	return facts.outline.refs.some(
		(ref) => ref.name === name && !isTarget(facts.outline, ref.range[0]) && !replaced.has(ref.nameRange[0]),
	);
}

function isTarget(outline: Outline, offset: number): boolean {
	return outline.assigns.some((assign) => assign.target.range[0] === offset);
}
