/** What is read off an answer, name by name, and what a response calls it (`chat-results.json`). */
import { chatResults } from "../../../shared/mappings";
import type { ChatResult } from "../../../shared/mappings/chat-schema";
import { textOf } from "../outline/questions";
import type { Call, Expr, Index, Member, Outline } from "../outline/schema";
import { type Draft, refuse, replace } from "./draft";

export interface Step {
	readonly name: string;
	readonly node: Member | Index;
}

/** From an expression outwards: `.choices`, `[0]`, `.message`, as long as a name follows a name. */
export function stepsFrom(outline: Outline, base: Expr): readonly Step[] {
	const steps: Step[] = [];
	for (let at: Expr = base; ; ) {
		const up = at.parent;
		if (up?.kind === "member" && up.object === at) steps.push({ name: up.name, node: up });
		else if (up?.kind === "index" && up.object === at) steps.push({ name: textOf(outline, up.key.range), node: up });
		else return steps;
		at = up;
	}
}

export interface Reading {
	readonly row: ChatResult;
	/** Of the row's path, in order. */
	readonly steps: readonly Step[];
}

/** The row that says most of what is read; undefined when none speaks of it. */
export function rowOf(steps: readonly Step[], of: ChatResult["of"]): Reading | undefined {
	let best: Reading | undefined;
	for (const row of chatResults) {
		const fits = row.of === of && row.path.every((name, index) => steps[index]?.name === name);
		if (fits && row.path.length > (best?.row.path.length ?? 0)) best = { row, steps: steps.slice(0, row.path.length) };
	}
	return best;
}

/** Writes what stands behind `base` in the names of a response, or says why not. `known`: names that have been read before it. */
export function mapReading(outline: Outline, draft: Draft, base: Expr, known: readonly Step[] = []): undefined {
	const steps = [...known, ...stepsFrom(outline, base)];
	if (isWritten(steps.at(-1)?.node ?? base)) return refuse(draft, "The answer is changed by the program.");
	if (steps.length === known.length) return refuse(draft, handedOn(outline, base));
	const reading = rowOf(steps, "answer");
	if (!reading?.row.becomes)
		return refuse(draft, reading?.row.advice ?? `A response is not known to have ${spelled(steps)}.`);
	rename(draft, reading, known.length);
}

/** Where both have as many names each is renamed, so that `?.` stays; else the names in between go. */
function rename(draft: Draft, { row, steps }: Reading, from: number): undefined {
	const { becomes = [] } = row;
	if (becomes.length === steps.length) {
		for (const [index, { node, name }] of steps.entries()) {
			const now = becomes[index];
			if (index >= from && node.kind === "member" && now !== undefined && now !== name)
				replace(draft, node.nameRange[0], node.nameRange[1], now);
		}
		return;
	}
	const first = steps[from]?.node;
	const last = steps.at(-1)?.node;
	if (first?.kind === "member" && last) replace(draft, first.nameRange[0], last.range[1], becomes.join("."));
}

function isWritten(expr: Expr): boolean {
	return expr.parent?.kind === "assign" && expr.parent.target === expr;
}

function handedOn(outline: Outline, expr: Expr): string {
	const up = expr.parent;
	const method = up?.kind === "call" && up.receiver === expr ? (up satisfies Call).name : undefined;
	if (method !== undefined) return `A response is not known to have ${method}().`;
	const what = expr.kind === "ref" ? textOf(outline, expr.range) : "The answer";
	return `${what} is handed on as a whole, to code that reads a chat completion.`;
}

function spelled(steps: readonly Step[]): string {
	return steps.map(({ name, node }) => (node.kind === "index" ? `[${name}]` : `.${name}`)).join("");
}
