/** Why the upstream that a header names is for a person to look at. */
import type { Header } from "../facts/header";
import type { Outline } from "../outline/schema";

/** A generic gateway's upstream decides whether OpenAI-shaped requests come out of it. */
export function targetReasons(outline: Outline, header: Header): string[] {
	if (!isTarget(header) || !header.value) return [];
	const text = outline.text.slice(...header.value.range);
	if (isForeign(outline, header)) return ["The upstream does not take OpenAI-shaped requests: change the client too."];
	if (/azure/i.test(text)) return ["An Azure deployment becomes a model slug such as `azure/gpt-4o`: choose it."];
	return header.value.kind === "string" && header.value.holes.length === 0
		? []
		: ["The upstream is only known when the program runs."];
}

/** The upstream speaks a protocol of its own (Gemini, Bedrock, Cohere), and so does a client of its SDK. */
export function isForeign(outline: Outline, header: Header): boolean {
	if (!isTarget(header) || !header.value) return false;
	return /googleapis|bedrock|amazonaws|api\.cohere/i.test(outline.text.slice(...header.value.range));
}

function isTarget({ name }: Header): boolean {
	return /^helicone-(target-url|openai-api-base)$/i.test(name);
}
