/** `invoke_model` of boto3 with a body in Anthropic's format as a request of Anthropic's own client: the body's fields are its arguments. */
import type { Operation } from "../edits/operation";
import { namesOf } from "../outline/names";
import { keyName, statementOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, List, Outline } from "../outline/schema";
import { modelChange } from "./converse-request";

/** Fields of the body that are arguments of the same name. */
const fields = /^(max_tokens|messages|system|temperature|top_p|top_k|stop_sequences|tools|tool_choice|thinking)$/;

/** @returns undefined for another format, and where body or answer are not seen whole */
export function invokeRequest(outline: Outline, call: Call): Operation[] | undefined {
	const items = call.args?.items ?? [];
	const named = (key: string) => items.find((item) => keyName(outline, item) === key);
	const isKnown = items.every((item) => /^(modelId|body|contentType|accept)$/.test(keyName(outline, item) ?? ""));
	const given = named("body");
	const body = given && bodyOf(outline, valueIn(given));
	const model = modelChange(outline, named("modelId"));
	const answer = answerOf(outline, call);
	if (!isKnown || !given || !body || !model || !answer) return undefined;
	const gone = items.filter((item) => /^(contentType|accept)$/.test(keyName(outline, item) ?? ""));
	return [
		{ op: "replace", range: call.nameRange, newText: "messages.create" },
		{ op: "replace", range: given.range, newText: body.text },
		...body.gone.map((assign): Operation => ({ op: "remove-assign", assign })),
		...gone.map((item): Operation => ({ op: "remove", item })),
		...model,
		...answer,
	];
}

interface Body {
	/** As arguments. */
	readonly text: string;
	/** Variables that only held it. */
	readonly gone: readonly Assign[];
}

/** `json.dumps({…})`, in place or in variables that nothing else reads. */
function bodyOf(outline: Outline, value: Expr | undefined): Body | undefined {
	const gone: Assign[] = [];
	let at = value;
	for (let depth = 0; depth < 3 && at; depth++) {
		if (at.kind === "call" && at.path === "json.dumps" && at.args?.items.length === 1) at = valueIn(at.args.items[0]);
		else if (at.kind === "ref") {
			const holder = namesOf(outline).definition(at);
			if (!holder || holder.exported || namesOf(outline).uses(holder).length !== 1) return undefined;
			gone.push(holder);
			at = holder.value;
		}
	}
	return at?.kind === "list" && at.role === "map" ? asArguments(outline, at, gone) : undefined;
}

function asArguments(outline: Outline, { items }: List, gone: readonly Assign[]): Body | undefined {
	const isAnthropic = items.some((item) => keyName(outline, item) === "anthropic_version");
	const kept = items.filter((item) => keyName(outline, item) !== "anthropic_version");
	const entries = kept.map((item) => {
		const name = keyName(outline, item) ?? "";
		const value = valueIn(item);
		return value && fields.test(name) ? `${name}=${outline.text.slice(...value.range)}` : undefined;
	});
	if (!isAnthropic || !entries.every((one) => one !== undefined)) return undefined;
	return { text: entries.join(", "), gone };
}

/** `json.loads(response["body"].read())["content"][0]["text"]`, in steps or at once. */
function answerOf(outline: Outline, request: Call): Operation[] | undefined {
	const holder = request.parent;
	if (holder?.kind !== "assign" || holder.target.kind !== "ref" || holder.exported) return undefined;
	const [use, ...more] = namesOf(outline).uses(holder);
	const read = use && readAround(outline, use);
	if (!read || more.length > 0 || holder.target.name === undefined) return undefined;
	const { name } = holder.target;
	const kept = read.parent;
	if (kept?.kind !== "assign") return textAt(outline, read, name, read.range[0]);
	if (kept.target.kind !== "ref" || kept.exported || statementOf(kept)?.value !== kept) return undefined;
	const texts = namesOf(outline)
		.uses(kept)
		.map((one) => textAt(outline, one, name, one.range[0]));
	if (texts.length === 0 || !texts.every((one) => one !== undefined)) return undefined;
	return [{ op: "remove-assign", assign: kept }, ...texts.flat()];
}

/** The `json.loads(…)` around the answer's body. */
function readAround(outline: Outline, use: Expr): Expr | undefined {
	for (let up = use.parent; up; up = up.parent) {
		if (up.kind !== "call" || up.path !== "json.loads") continue;
		const text = outline.text.slice(up.range[0], up.range[1]).replace(/\s/g, "");
		const name = outline.text.slice(...use.range);
		const isBody = [`json.loads(${name}["body"].read())`, `json.loads(${name}.get("body").read())`];
		return isBody.includes(text.replaceAll("'", '"')) ? up : undefined;
	}
	return undefined;
}

/** `result["content"][0]["text"]` → `response.content[0].text` */
function textAt(outline: Outline, expr: Expr, name: string, start: number): Operation[] | undefined {
	const [, end] = expr.range;
	const behind = /^\[["']content["']\]\[0\]\[["']text["']\]/.exec(outline.text.slice(end, end + 40))?.[0];
	return behind === undefined
		? undefined
		: [{ op: "replace", range: [start, end + behind.length], newText: `${name}.content[0].text` }];
}
