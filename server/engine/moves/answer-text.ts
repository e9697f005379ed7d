/** Where a request's answer gets to: every place must read the one text of it, and says it in the new client's words then. */
import type { Operation } from "../edits/operation";
import { namesOf } from "../outline/names";
import type { Call, Expr, Outline, Range } from "../outline/schema";

/** What stands behind the answer, and what takes its place. */
export type Reading = readonly [RegExp, string];

const content = ".choices[0].message.content";

/** In Gemini's SDKs and in the AWS SDK, by the answer's method. */
export const readings = {
	geminiPython: [[/^\.text\b/, content]],
	geminiJs: [
		[/^(?:\??\.response)?\??\.text\(\)/, content],
		[/^(?:\??\.response)?(?:\??\.candidates)!?\??\.?\[0\]!?\??\.content\??\.parts!?\??\.?\[0\]!?\??\.text/, content],
		[/^\.response(?![\w.?![(])/, ""],
	],
	conversePython: [
		[/^\[["']output["']\]\[["']message["']\]\[["']content["']\]\[0\]\[["']text["']\]/, content],
		[/^\[["']usage["']\]\[["']inputTokens["']\]/, ".usage.prompt_tokens"],
		[/^\[["']usage["']\]\[["']outputTokens["']\]/, ".usage.completion_tokens"],
		[/^\[["']usage["']\]\[["']totalTokens["']\]/, ".usage.total_tokens"],
	],
	converseJs: [[/^\??\.output!?\??\.message!?\??\.content!?\??\.?\[0\]!?\??\.text/, ".choices[0]?.message.content"]],
} satisfies Readonly<Record<string, readonly Reading[]>>;

/** @returns what changes where the answer is read; undefined where anybody does something else with it */
export function answerTexts(outline: Outline, request: Call, all: readonly Reading[]): Operation[] | undefined {
	const holder = request.parent;
	if (holder?.kind !== "assign" || holder.value !== request) return inPlace(outline, request, all);
	if (holder.target.kind !== "ref" || holder.exported) return undefined;
	const uses = namesOf(outline)
		.uses(holder)
		.filter((use) => use.kind === "ref");
	const found = uses.map((use) => inPlace(outline, use, all));
	return uses.length > 0 && found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function inPlace(outline: Outline, { range: [, end] }: Expr, all: readonly Reading[]): Operation[] | undefined {
	// `(await model.generateContent(x)).response.text()`
	const start = /^\s*\)/.exec(outline.text.slice(end, end + 20))?.[0].length ?? 0;
	for (const at of start > 0 ? [end, end + start] : [end]) {
		const behind = outline.text.slice(at, at + 200);
		for (const [pattern, newText] of all) {
			const length = pattern.exec(behind)?.[0].length ?? 0;
			const range: Range = [at, at + length];
			if (length > 0) return [{ op: "replace", range, newText }];
		}
	}
	return undefined;
}

const textNames = /^(user_?)?(prompt|question|query|text|message|input)$/i;

/** A text as it is written, or a name that says so: a suggestion may take it for granted. */
export function isTextual(outline: Outline, expr: Expr): boolean {
	if (expr.kind === "string") return true;
	if (expr.kind === "concat") return expr.parts.some(({ kind }) => kind === "string");
	if (expr.kind !== "ref" || !textNames.test(expr.name)) return false;
	return namesOf(outline)
		.definitions(expr)
		.every(
			({ value }) => value !== undefined && value !== expr && (value.kind === "string" || value.kind === "concat"),
		);
}
