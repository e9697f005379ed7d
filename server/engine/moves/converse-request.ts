/** A request of Bedrock's Converse API in boto3 as one of chat completions. */
import type { Operation } from "../edits/operation";
import { hostedModel } from "../facts/hosted-model";
import { namesOf } from "../outline/names";
import { contentOf, keyName, valueIn } from "../outline/questions";
import type { Call, Expr, Item, List, Outline } from "../outline/schema";
import { answerTexts, readings } from "./answer-text";

/** Inference settings, and what chat completions call them. */
const settings: Readonly<Record<string, string>> = {
	maxTokens: "max_tokens",
	temperature: "temperature",
	topP: "top_p",
	stopSequences: "stop",
};

/** @returns undefined for a request that says more than chat completions can, or that is not seen whole */
export function converseRequest(outline: Outline, call: Call): Operation[] | undefined {
	const items = call.args?.items ?? [];
	const named = (key: string) => items.find((item) => keyName(outline, item) === key);
	const isKnown = items.every((item) =>
		/^(modelId|messages|system|inferenceConfig)$/.test(keyName(outline, item) ?? ""),
	);
	const list = valueIn(named("messages"));
	if (!isKnown || list?.kind !== "list" || list.role !== "seq" || list.items.length === 0) return undefined;
	const parts = [
		modelChange(outline, named("modelId")),
		messageChanges(outline, list),
		systemChange(outline, named("system"), list),
		settingsChange(outline, named("inferenceConfig")),
		answerTexts(outline, call, readings.conversePython),
	];
	if (!parts.every((one) => one !== undefined)) return undefined;
	return [{ op: "replace", range: call.nameRange, newText: "chat.completions.create" }, ...parts.flat()];
}

/** `modelId="us.anthropic.claude-…-v1:0"`, in place or in a constant that only says so. */
export function modelChange(outline: Outline, item: Item | undefined): Operation[] | undefined {
	const value = valueIn(item);
	const named = value && namesOf(outline).value(value);
	if (!item?.key || !value || named?.kind !== "string" || named.holes.length > 0) return undefined;
	const holder = value === named ? undefined : namesOf(outline).definition(value);
	const isShared =
		holder &&
		(holder.exported ||
			namesOf(outline)
				.uses(holder)
				.some((use) => !isModel(outline, use)));
	const model = hostedModel(contentOf(outline, named));
	if (model === undefined || isShared || (value !== named && !holder)) return undefined;
	return [
		{ op: "replace", range: item.key.range, newText: "model" },
		{ op: "replace", range: named.content, newText: `bedrock/${model}` },
	];
}

function isModel(outline: Outline, { parent }: Expr): boolean {
	return parent?.kind === "item" && keyName(outline, parent) === "modelId";
}

/** `{"role": "user", "content": [{"text": x}]}` → `{"role": "user", "content": x}` */
function messageChanges(outline: Outline, list: List): Operation[] | undefined {
	const found = list.items.map((item) => {
		const message = valueIn(item);
		if (message?.kind !== "list" || message.role !== "map" || message.items.length !== 2) return undefined;
		const role = message.items.find((one) => keyName(outline, one) === "role");
		const content = valueIn(message.items.find((one) => keyName(outline, one) === "content"));
		const text = content && onlyText(outline, content);
		return role && content && text ? around(content, text) : undefined;
	});
	return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

/** The text stays where it is; what wraps it goes. */
function around(content: Expr, text: Expr): Operation[] {
	return [
		{ op: "replace", range: [content.range[0], text.range[0]], newText: "" },
		{ op: "replace", range: [text.range[1], content.range[1]], newText: "" },
	];
}

/** The one text of `[{"text": x}]`. */
function onlyText(outline: Outline, content: Expr): Expr | undefined {
	const part =
		content.kind === "list" && content.role === "seq" && content.items.length === 1
			? valueIn(content.items[0])
			: undefined;
	const [only, ...more] = part?.kind === "list" && part.role === "map" ? part.items : [];
	return only && more.length === 0 && keyName(outline, only) === "text" ? valueIn(only) : undefined;
}

/** `system=[{"text": x}]` becomes the first message. */
function systemChange(outline: Outline, item: Item | undefined, messages: List): Operation[] | undefined {
	if (!item) return [];
	const value = valueIn(item);
	const text = value && onlyText(outline, value);
	if (!text) return undefined;
	const at = messages.items[0]?.range[0] ?? messages.inner[0];
	const newText = `{"role": "system", "content": ${outline.text.slice(...text.range)}}, `;
	return [
		{ op: "remove", item },
		{ op: "replace", range: [at, at], newText },
	];
}

function settingsChange(outline: Outline, item: Item | undefined): Operation[] | undefined {
	if (!item) return [];
	const value = valueIn(item);
	if (value?.kind !== "list" || value.role !== "map") return undefined;
	const entries = value.items.map((one) => {
		const name = settings[keyName(outline, one) ?? ""];
		const given = valueIn(one);
		return name && given ? `${name}=${outline.text.slice(...given.range)}` : undefined;
	});
	if (!entries.every((one) => one !== undefined)) return undefined;
	return entries.length === 0
		? [{ op: "remove", item }]
		: [{ op: "replace", range: item.range, newText: entries.join(", ") }];
}
