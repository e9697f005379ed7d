/** What stands as a key's value in a file that defines the variable: it is never carried over, only references and placeholders are. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import { type EnvironmentUse, isConfig, isShell } from "../facts/environment";
import type { Language } from "../languages/language";
import type { Assign, Expr, Outline, Range, Str } from "../outline/schema";
import { holdsStandIn } from "../regions/stand-in";
import type { Context } from "./context";

/** The value is what a tool puts there: `$(llmKey)` of a pipeline, `{{ .Values.key }}`, `((vault))`, an ARN, `op://…`. */
export function isReference(outline: Outline, value: Expr): boolean {
	if (value.kind !== "string" || value.holes.length > 0 || !isShell(outline)) return false;
	const text = outline.text.slice(...value.content);
	if (/^(\{\{.*\}\}|<%=.*%>|arn:\S+|op:\/\/\S+)$/.test(text)) return true;
	if (!isConfig(outline)) return false;
	// A tag (`!Ref Key`) says what fills the value in; `@key` is a secret of Vercel's.
	const tag =
		outline.language === "yaml" &&
		/(?<![^\s:-])![\w:/.-]+[ \t]+$/.test(outline.text.slice(0, value.range[0]).slice(-80));
	return tag || /^(\$\([\w.-]+\)|\(\(.*\)\)|@Microsoft\..*|@[a-z][\w-]*|!\w+ .*)$/.test(text);
}

/** A key's value is never carried over: a literal or what a command yields becomes empty, the guide's placeholder the guide's, a reference stays. */
export function withoutValue({ facts: { outline }, language }: Context, value: Expr, isComputed: boolean): Operation[] {
	if (isComputed) return [{ op: "replace", range: value.range, newText: "" }];
	if (value.kind !== "string") return [];
	if (value.holes.length > 0) return withoutScheme(outline, value);
	const nothing = value.form === "bare" && value.parent?.kind === "assign" ? emptyIn(language, value.parent) : "";
	return withoutLiteral(outline, value.content, nothing);
}

/** `HELICONE_AUTH=Bearer ${KEY}`: what stood in a header becomes a key. */
function withoutScheme(outline: Outline, { content: [start, end] }: Str): Operation[] {
	const scheme = /^Bearer\s+/i.exec(outline.text.slice(start, end))?.[0];
	return scheme === undefined ? [] : [{ op: "replace", range: [start, start + scheme.length], newText: "" }];
}

/** What everybody can see is no key: a test's value, a template's. */
const standIn = /^(test|testing|dummy|fake|mock|placeholder|change-?me|x{3,})$/i;

function withoutLiteral(outline: Outline, range: Range, nothing: string): Operation[] {
	const text = outline.text.slice(...range);
	if (text === "" || standIn.test(text) || holdsStandIn(text)) return [];
	return [{ op: "replace", range, newText: isPlaceholder(text) ? gateway.keyPlaceholder : nothing }];
}

/** The value of a key that a command or a here-document sets: it is not carried over either. */
export function withoutPassedValue(outline: Outline, use: EnvironmentUse): Operation[] {
	if (use.row.role !== "helicone-key") return [];
	return use.literal ? withoutLiteral(outline, use.literal, "") : assignedPlaceholder(outline, use);
}

/** `os.environ["HELICONE_API_KEY"] = "sk-helicone-..."` of an example. */
function assignedPlaceholder(outline: Outline, { node }: EnvironmentUse): Operation[] {
	const assign = node.parent?.kind === "index" ? node.parent.parent : undefined;
	const value = assign?.kind === "assign" && assign.target === node.parent ? assign.value : undefined;
	if (value?.kind !== "string" || value.holes.length > 0) return [];
	return isPlaceholder(outline.text.slice(...value.content))
		? [{ op: "replace", range: value.content, newText: gateway.keyPlaceholder }]
		: [];
}

function isPlaceholder(text: string): boolean {
	return /(\.\.\.|…)$/.test(text);
}

/** `- NAME=value` stays one word, whatever the file is. */
function emptyIn({ writer }: Language, assign: Assign): string {
	return assign.op === ":" || assign.target.range[0] !== assign.range[0] ? (writer.emptyBare ?? "") : "";
}
