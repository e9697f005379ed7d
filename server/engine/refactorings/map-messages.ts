/**
 * Messages of a chat as input of the Responses API: what has a role and a text is the same in both. A list that is built
 * step by step counts as long as every step is seen.
 */
import { namesOf } from "../outline/names";
import { contentOf, entryNamed, functionOf, keyName, textOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Item, List, Outline, Str } from "../outline/schema";
import { type Draft, refuse, replace } from "./draft";

const deepest = 8;
const roles = /^(system|user|assistant|developer)$/;
/** Methods that put messages into a list: one, or several. */
const adders = /^(append|push|unshift|insert)$/;
const extenders = /^(extend|concat)$/;
/** Calls that only look at the list. */
const onlookers = /^(print|len|log|info|debug|dumps|stringify|pop|shift|clear|copy|slice)$/;

/** Reasons go into the draft; the only changes are those of content parts that are written out in place. */
export function mapMessages(outline: Outline, draft: Draft, expr: Expr): undefined {
	checkList(outline, draft, expr, true, 0);
}

const elsewhere = "The messages come from somewhere else, so they may hold more than texts.";

function checkList(outline: Outline, draft: Draft, expr: Expr, isOwn: boolean, depth: number): undefined {
	if (depth > deepest) return refuse(draft, elsewhere);
	const inner = (one: Expr, own = isOwn) => checkList(outline, draft, one, own, depth + 1);
	if (expr.kind === "list" && expr.role === "seq") {
		for (const item of expr.items) {
			const value = valueIn(item);
			if (!value) refuse(draft, elsewhere);
			else if (item.form === "spread") inner(value, false);
			else checkMessage(outline, draft, value, isOwn, depth + 1);
		}
		return;
	}
	if (expr.kind === "concat") {
		for (const part of expr.parts) inner(part);
		return;
	}
	if (expr.kind === "either" && expr.else) {
		inner(expr.then);
		return inner(expr.else);
	}
	const made = producedBy(expr);
	if (made) return checkMessage(outline, draft, made, false, depth + 1);
	if (expr.kind === "ref" || expr.kind === "member") return checkHeld(outline, draft, expr, depth);
	refuse(draft, elsewhere);
}

/** The message that `[{…} for m in history]` and `history.map((m) => ({…}))` make of each. */
function producedBy(expr: Expr): Expr | undefined {
	if (expr.kind === "opaque" && expr.type === "list_comprehension") {
		const [first] = expr.children;
		return first?.kind === "list" ? first : undefined;
	}
	const only = expr.kind === "call" && expr.name === "map" ? valueIn(expr.args?.items[0]) : undefined;
	return only?.kind === "fn" && only.body?.kind === "list" && only.body.role === "map" ? only.body : undefined;
}

function checkHeld(outline: Outline, draft: Draft, expr: Expr, depth: number): undefined {
	const names = namesOf(outline);
	const definitions = names.definitions(expr);
	if (definitions.length === 0) return refuse(draft, elsewhere);
	for (const assign of definitions) {
		if (!assign.value || !/^(=|\+=|:=)$/.test(assign.op) || isTyped(outline, assign)) return refuse(draft, elsewhere);
		checkList(outline, draft, assign.value, false, depth + 1);
		if (assign.exported) return refuse(draft, elsewhere);
	}
	const uses = new Set(definitions.flatMap((assign) => names.uses(assign)));
	for (const use of uses) checkUse(outline, draft, use, depth);
}

/** `messages: ChatCompletionMessageParam[] = …`: a type that the Responses API does not take. */
function isTyped(outline: Outline, { target, value }: Assign): boolean {
	if (outline.language === "python" || !value) return false;
	return /:/.test(outline.text.slice(target.range[1], value.range[0]));
}

function checkUse(outline: Outline, draft: Draft, use: Expr, depth: number): undefined {
	const up = use.parent;
	if (up?.kind === "call" && up.receiver === use) return checkMethod(outline, draft, up, depth);
	if (up?.kind === "member" || up?.kind === "index") return checkRead(draft, up);
	if (up?.kind === "item" && isOfRequest(outline, up)) return;
	const call = up?.kind === "item" && up.parent?.kind === "list" ? up.parent.parent : undefined;
	if (call?.kind === "call" && onlookers.test(call.name)) return;
	// A second name for the list would have to be followed as well.
	if (up?.kind === "infix" || up?.kind === "concat" || (up?.kind === "assign" && up.target === use)) return;
	if (up?.kind === "item" && up.form === "spread") return;
	refuse(draft, "The messages are handed on to something else, which may put more than texts into them.");
}

/** `messages.length`, `messages[0]` read; `messages[0] = …` and whatever else does not. */
function checkRead(draft: Draft, expr: Expr): undefined {
	const up = expr.parent;
	if (up?.kind === "assign" && up.target === expr) refuse(draft, elsewhere);
}

/** The argument or property `messages` of some request. */
function isOfRequest(outline: Outline, item: Item): boolean {
	return item.form === "entry" && /^(messages|input)$/.test(keyName(outline, item) ?? "");
}

function checkMethod(outline: Outline, draft: Draft, call: Call, depth: number): undefined {
	const given = (call.args?.items ?? []).flatMap((item) => valueIn(item) ?? []);
	const last = given.at(-1);
	if (onlookers.test(call.name)) return;
	if (extenders.test(call.name) && last) return checkList(outline, draft, last, false, depth + 1);
	if (!adders.test(call.name) || !last) return refuse(draft, elsewhere);
	const added = call.name === "insert" ? [last] : given;
	for (const one of added) checkMessage(outline, draft, one, false, depth + 1);
}

function checkMessage(outline: Outline, draft: Draft, expr: Expr, isOwn: boolean, depth: number): undefined {
	if (expr.kind === "ref") {
		const behind = namesOf(outline).definition(expr);
		if (depth <= deepest && behind?.value?.kind === "list" && !isTyped(outline, behind))
			return checkMessage(outline, draft, behind.value, false, depth + 1);
	}
	if (expr.kind !== "list" || expr.role !== "map") return refuse(draft, elsewhere);
	for (const item of expr.items) {
		const name = item.form === "entry" ? keyName(outline, item) : undefined;
		if (name !== "role" && name !== "content")
			return refuse(draft, `A message has ${name ?? "a field"} beside its role and its text.`);
	}
	const role = valueIn(entryNamed(outline, expr, "role"));
	const content = valueIn(entryNamed(outline, expr, "content"));
	if (!role || !content) return refuse(draft, "A message has no role or no text.");
	const said = role.kind === "string" ? contentOf(outline, role) : undefined;
	if (said !== undefined && !roles.test(said))
		return refuse(draft, `The Responses API takes no message of the role ${said}.`);
	checkContent(outline, draft, content, isOwn ? said : undefined);
}

/** @param role of the message, where its parts stand in place and may be changed */
function checkContent(outline: Outline, draft: Draft, content: Expr, role: string | undefined): undefined {
	const value = namesOf(outline).value(content) ?? content;
	if (value.kind === "list") {
		if (value !== content || role === undefined) return refuse(draft, "The parts of a message stand somewhere else.");
		for (const item of value.items) mapPart(outline, draft, valueIn(item), role);
		return;
	}
	if (/^(None|null|undefined)$/.test(textOf(outline, value.range))) return refuse(draft, "A message has no text.");
	if (!isText(outline, content, value))
		refuse(draft, `It is not seen here that ${textOf(outline, content.range)} is a text.`);
	return;
}

/** Calls that give nothing but a text. */
const textMakers =
	/^(input|str|String|format|join|strip|rstrip|lstrip|trim|dumps|stringify|replace|replaceAll|read|read_text|toString|dedent)$/;

/** What nothing speaks against counts as a text, unless the program sends pictures or parts somewhere: then it may send them here. */
function isText(outline: Outline, content: Expr, value: Expr): boolean {
	if (value.kind === "string" || value.kind === "concat") return true;
	if (value.kind === "call" && textMakers.test(value.name)) return true;
	const text = textOf(outline, content.range);
	if (/(\.message\??\.content|\.output_text)$/.test(text)) return true;
	const type = declaredType(outline, content);
	if (type !== undefined) return /^(str|string|Optional\[str\]|str\s*\|\s*None)$/.test(type);
	const sendsParts = /image_url|input_audio|["']?type["']?\s*:\s*["']text["']/.test(outline.text);
	return !sendsParts && !/(parts|blocks|images|attachments)$/i.test(text);
}

/** `str` of `def ask(prompt: str = "")`, `Part[]` of `(prompt: Part[])`; undefined where none is written. */
function declaredType(outline: Outline, expr: Expr): string | undefined {
	if (expr.kind !== "ref") return undefined;
	for (let fn = functionOf(expr); fn; fn = functionOf(fn))
		for (const { range } of fn.params?.items ?? []) {
			const [, name, type] = /^([\w$]+)\??\s*:\s*([^=]*)/.exec(textOf(outline, range)) ?? [];
			if (name === expr.name) return type?.trim();
		}
	return undefined;
}

/** A text or a picture that is written out: it has another name and another shape there. */
function mapPart(outline: Outline, draft: Draft, part: Expr | undefined, role: string): undefined {
	const unknown = "A message has a part that is neither a text nor a picture written out here.";
	if (part?.kind !== "list" || part.role !== "map") return refuse(draft, unknown);
	const type = valueIn(entryNamed(outline, part, "type"));
	const kind = type?.kind === "string" ? contentOf(outline, type) : "";
	if (type?.kind === "string" && kind === "text" && hasOnly(outline, part, ["type", "text"]))
		return replace(draft, type.content[0], type.content[1], role === "assistant" ? "output_text" : "input_text");
	const picture = valueIn(entryNamed(outline, part, "image_url"));
	const url = picture?.kind === "list" && hasOnly(outline, picture, ["url"]) ? valueIn(picture.items[0]) : undefined;
	if (type?.kind !== "string" || role !== "user" || !picture || !url || !hasOnly(outline, part, ["type", "image_url"]))
		return refuse(draft, unknown);
	changeType(draft, type, "input_image");
	// The SDK's types want what is the default.
	const detail = /^(typescript|tsx)$/.test(outline.language) ? ', detail: "auto"' : "";
	replace(draft, picture.range[0], picture.range[1], textOf(outline, url.range) + detail);
}

function changeType(draft: Draft, { content }: Str, name: string): undefined {
	replace(draft, content[0], content[1], name);
}

function hasOnly(outline: Outline, map: List, names: readonly string[]): boolean {
	return map.items.every((item) => item.form === "entry" && names.includes(keyName(outline, item) ?? ""));
}
