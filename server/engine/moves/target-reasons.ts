/** Why the upstream that a header names is for a person to look at. */
import type { Header } from "../facts/header";
import type { Outline } from "../outline/schema";

/** A generic gateway's upstream decides whether OpenAI-shaped requests come out of it. */
export function targetReasons(outline: Outline, header: Header): string[] {
	if (!/^helicone-(target-url|openai-api-base)$/i.test(header.name) || !header.value) return [];
	const text = outline.text.slice(...header.value.range);
	if (/googleapis|bedrock|amazonaws/i.test(text))
		return ["The upstream does not take OpenAI-shaped requests: change the client too."];
	if (/azure/i.test(text)) return ["An Azure deployment becomes a model slug such as `azure/gpt-4o`: choose it."];
	return header.value.kind === "string" && header.value.holes.length === 0
		? []
		: ["The upstream is only known when the program runs."];
}
